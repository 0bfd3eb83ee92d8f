using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;

namespace Zhijian.Web.Book;

/// <summary>
/// A figure of the law through time as a step chart: computed here, drawn by the page as SVG, told in one sentence and in the table beside
/// it. The scale is logarithmic where the figures lie more than tenfold apart. Pure.
/// </summary>
public sealed class StepChart
{
    public const int Width = 520;
    public const int Height = 170;
    private const int Left = 84;
    private const int Right = 30;
    private const int Top = 14;
    private const int Bottom = 26;
    private readonly DateOnly _from;
    private readonly DateOnly _until;
    private readonly (double Min, double Max) _scale;

    private StepChart(IReadOnlyList<Threshold> rows, DateOnly until)
    {
        _from = new DateOnly(rows.Min(r => r.From).Year, 1, 1);
        _until = new DateOnly(until.Year + 1, 1, 1);
        var values = rows.SelectMany(r => new[] { r.Base, r.Aggravated }).OfType<decimal>().Where(v => v > 0).Distinct().Order().ToList();
        IsLog = values[^1] > 10 * values[0];
        _scale = IsLog ? (Math.Log10((double)values[0]) - 0.15, Math.Log10((double)values[^1]) + 0.15) : (0, (double)values[^1] * 1.12);
        Values = [.. values.Select(v => (At(v), AssessmentView.Digits(v)))];
        Years = [.. Enumerable.Range(_from.Year, _until.Year - _from.Year + 1).Where(y => y % (_until.Year - _from.Year > 12 ? 5 : 2) == 0).Select(y => (X(new DateOnly(y, 1, 1)), y))];
        Base = Path(rows, r => r.Base);
        Upper = Path(rows, r => r.Aggravated);
    }

    public bool IsLog { get; }

    /// <summary>Each figure that occurs, with its height.</summary>
    public IReadOnlyList<(string Y, string Says)> Values { get; }

    public IReadOnlyList<(string X, int Year)> Years { get; }

    /// <summary>The path of the base figure; empty where there is none.</summary>
    public string Base { get; }

    public string Upper { get; }

    /// <summary>One sentence that says what the picture shows.</summary>
    public required Text Label { get; init; }

    /// <summary>Null where nothing changed: then a sentence is enough.</summary>
    public static StepChart? Of(Text title, IReadOnlyList<Threshold> rows, DateOnly today)
    {
        var steps = rows.OrderBy(r => r.From).ToList();
        if (steps.Select(r => (r.Base, r.Aggravated)).Distinct().Count() < 2 || steps.TrueForAll(r => r.Base is null or 0 && r.Aggravated is null or 0))
            return null;
        return new StepChart(steps, today)
        {
            Label = new Text(
                $"{title.Zh}：{string.Join("；", steps.Select(r => $"{r.From:yyyy-MM-dd} 起{(r.To is { } to && to < today ? $"至 {to:yyyy-MM-dd}" : "")}入罪 {Digits(r.Base)?.Zh ?? "无"}、升档 {Digits(r.Aggravated)?.Zh ?? "无"}"))}",
                $"{title.En}: {string.Join("; ", steps.Select(r => $"from {r.From:yyyy-MM-dd}{(r.To is { } to && to < today ? $" to {to:yyyy-MM-dd}" : "")} base {Digits(r.Base)?.En ?? "none"}, upper {Digits(r.Aggravated)?.En ?? "none"}"))}"),
        };
    }

    private static Text? Digits(decimal? n) => n is { } v ? new Text(AssessmentView.Digits(v), AssessmentView.Digits(v)) : null;

    /// <summary>Horizontal while in force, vertical where one figure takes the place of another, broken where none was in force.</summary>
    private string Path(IReadOnlyList<Threshold> rows, Func<Threshold, decimal?> of)
    {
        var path = "";
        DateOnly? end = null;
        foreach (var row in rows.Where(r => of(r) is > 0))
        {
            var (x, y) = (X(row.From), At(of(row)!.Value));
            path += end is { } before && row.From <= before.AddDays(1) ? $"H{x}V{y}" : $"M{x},{y}";
            end = row.To ?? _until;
            path += $"H{X(end.Value)}";
        }
        return path;
    }

    private string X(DateOnly day)
    {
        var share = (double)(Math.Clamp(day.DayNumber, _from.DayNumber, _until.DayNumber) - _from.DayNumber) / (_until.DayNumber - _from.DayNumber);
        return Say(Left + share * (Width - Left - Right));
    }

    private string At(decimal value)
    {
        var share = ((IsLog ? Math.Log10((double)value) : (double)value) - _scale.Min) / (_scale.Max - _scale.Min);
        return Say(Height - Bottom - share * (Height - Top - Bottom));
    }

    /// <summary>A label of the picture; Razor takes the element of that name for its own.</summary>
    public static string LabelAt(string kind, string x, string y, string anchor, string says) =>
        $"<text class=\"{kind}\" x=\"{x}\" y=\"{y}\" dy=\"4\" text-anchor=\"{anchor}\">{Marks.E(says)}</text>";

    private static string Say(double n) => n.ToString("0.#", CultureInfo.InvariantCulture);
}
