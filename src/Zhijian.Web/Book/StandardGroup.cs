using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Web.Book;

/// <summary>The standards of one situation (and object) of a charge through time, with a chart of each measure that changed. Pure.</summary>
public sealed record StandardGroup(string Id, Text Title, IReadOnlyList<Threshold> Rows, IReadOnlyList<(Text Title, StepChart Chart)> Charts)
{
    public static IReadOnlyList<StandardGroup> Of(Charge charge, StandardWords words, DateOnly today) =>
    [
        .. charge.Thresholds.GroupBy(t => (t.Object, t.Variant)).Select(g => new StandardGroup(
            $"{g.Key.Object?.Replace("+", "-and-") ?? "any"}-{g.Key.Variant}",
            TitleOf(words, g.Key.Object, g.Key.Variant),
            [.. g.OrderBy(t => words.Metrics.Keys.ToList().IndexOf(t.Metric)).ThenBy(t => t.From).ThenBy(t => t.Subject)],
            [.. g.GroupBy(t => t.Metric).SelectMany(m => ChartsOf(words.Metrics[m.Key], [.. m], today))])),
    ];

    private static Text TitleOf(StandardWords words, string? on, string variant) =>
        on is null ? words.Variants[variant] : new Text($"{words.Objects[on].Zh}，{words.Variants[variant].Zh}", $"{words.Objects[on].En}, {words.Variants[variant].En}");

    /// <summary>One line for everybody; two charts where units had figures of their own.</summary>
    private static IEnumerable<(Text, StepChart)> ChartsOf(Metric metric, IReadOnlyList<Threshold> rows, DateOnly today)
    {
        foreach (var (unit, zh, en) in new[] { (false, "", ""), (true, "（单位）", " (units)") })
        {
            var of = rows.Where(r => r.AppliesTo(unit)).ToList();
            var title = new Text($"{metric.Title.Zh}{zh}{(metric.Of is null ? "（元）" : $"（{metric.Of}）")}", $"{metric.Title.En}{en}{(metric.Of is null ? " (yuan)" : "")}");
            if (unit && rows.All(r => r.Subject == ThresholdSubject.Any))
                continue;
            // two figures at one time (of two instruments) are no line; the table has both
            var overlap = of.OrderBy(r => r.From).Zip(of.OrderBy(r => r.From).Skip(1)).Any(p => p.First.To is null || p.First.To >= p.Second.From);
            if (of.Count > 1 && !overlap && StepChart.Of(title, of, today) is { } chart)
                yield return (title, chart);
        }
    }
}
