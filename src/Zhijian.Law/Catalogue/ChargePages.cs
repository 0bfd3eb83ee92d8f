using System.Text;
using Zhijian.Law.Assessment;

namespace Zhijian.Law.Catalogue;

/// <summary>Every charge with its texts and, period beside period, its standards.</summary>
internal static class ChargePages
{
    public static string Of(LawBook law)
    {
        var page = new StringBuilder();
        foreach (var c in law.Charges.Values.OrderBy(c => int.Parse(c.Id.Split('-')[0])).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            page.Append($"## {c.Id} {c.Title.Zh}\n\n*{c.Title.En}* · {LawCatalogue.Cite(c.Reference)} · {LawCatalogue.Both(c.Who)}{(c.UnitReference is { } unit ? $" · {LawCatalogue.Cite(unit)}" : "")}\n\n");
            page.Append("| 文本 text | 自 from | 至 to | 要素 elements | 法定刑 bands |\n|---|---|---|---|---|\n");
            foreach (var t in c.Texts)
                page.Append($"| {LawCatalogue.Cite(t.Reference)} | {t.From:yyyy-MM-dd} | {t.To:yyyy-MM-dd} | {string.Join("<br>", t.Elements.Select(e => LawCatalogue.Both(e.Title)))} | {string.Join("<br>", t.Bands.Select(b => LawCatalogue.Both(BandWords.Of(b))))} |\n");
            page.Append('\n');
            foreach (var g in c.Thresholds.GroupBy(t => (t.Object, t.Variant)))
                Group(page, [.. g], law.Vocabulary.Standards);
        }
        return page.ToString();
    }

    private static void Group(StringBuilder page, IReadOnlyList<Threshold> rows, StandardWords words)
    {
        var (on, variant) = (rows[0].Object, words.Variants[rows[0].Variant]);
        page.Append($"### {rows[0].Charge} {(on is null ? "" : $"{words.Objects[on].Zh}，")}{variant.Zh}\n\n*{(on is null ? "" : $"{words.Objects[on].En}, ")}{variant.En}*\n\n");
        var periods = rows.Select(r => (r.From, r.To)).Distinct().OrderBy(p => p.From).ThenBy(p => p.To ?? DateOnly.MaxValue).ToList();
        page.Append($"| 计量 measure | 主体 who | {string.Join(" | ", periods.Select(p => $"{p.From:yyyy-MM-dd}—{p.To:yyyy-MM-dd}"))} |\n|---|---|{string.Concat(periods.Select(_ => "---|"))}\n");
        foreach (var line in rows.GroupBy(r => (r.Metric, r.Subject)))
            page.Append($"| {LawCatalogue.Both(words.Metrics[line.Key.Metric].Title)} | {Who(line.Key.Subject)} | {string.Join(" | ", periods.Select(p => string.Join("<br>", line.Where(r => (r.From, r.To) == p).Select(r => Cell(r, words)))))} |\n");
        page.Append('\n');
    }

    private static string Who(ThresholdSubject subject) => subject switch
    {
        ThresholdSubject.Individual => "个人",
        ThresholdSubject.Unit => "单位",
        _ => "",
    };

    private static string Cell(Threshold t, StandardWords words)
    {
        var figures = t.Halves.Count > 0
            ? string.Join("<br>", t.Halves.Select(h => $"{words.Metrics[h.Metric].Title.Zh} {AssessmentView.Digits(h.Base / 2)} / {AssessmentView.Digits(h.Aggravated / 2)}"))
            : $"**{Range(t.Base, t.BaseTo)} / {Range(t.Aggravated, t.AggravatedTo)}**";
        return $"{figures}<br>{LawCatalogue.Cite(t.Reference)}{(t.Band > 1 ? $"<br>第 {t.Band} 档起" : "")}";
    }

    private static string Range(decimal? from, decimal? to) => from is null ? "无" : AssessmentView.Digits(from.Value) + (to is null ? "" : $"–{AssessmentView.Digits(to.Value)}");
}
