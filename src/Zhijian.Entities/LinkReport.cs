using System.Globalization;
using System.Net;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>What a run found and how sure it may be: volume, weights, sizes of clusters, and where the truth is known how good it is.</summary>
public sealed class LinkReport
{
    private const int BarWidth = 12; // pixels a bit

    private readonly Linker _linker;
    private readonly int[] _clusters;

    /// <param name="truth">The true cluster of each record, −1 where it is not known; null where nothing is.</param>
    public LinkReport(Linker linker, int[] clusters, int[]? truth = null, Judgements? judgements = null)
    {
        (_linker, _clusters) = (linker, clusters);
        Sizes = [.. clusters.GroupBy(c => c).GroupBy(g => g.Count()).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        if (truth is null)
            return;
        Here = Quality.Of(clusters, truth, linker.Table.SecondFrom);
        (BestAt, Best) = (linker.Threshold, Here);
        for (var at = -8.0; at <= 24; at++)
            if (Quality.Of(linker.Clusters(at, judgements), truth, linker.Table.SecondFrom) is var quality && quality.F1 > Best.F1)
                (BestAt, Best) = (at, quality);
    }

    public IReadOnlyList<(int Size, int Clusters)> Sizes { get; }

    /// <summary>At the threshold of the run.</summary>
    public Quality? Here { get; }

    /// <summary>At the best threshold, which only who knows the truth can choose.</summary>
    public Quality? Best { get; }

    public double BestAt { get; }

    public IReadOnlyList<Text> Lines()
    {
        var n = _linker.Table.Count;
        var lines = new List<Text>
        {
            new($"记录 {n} 条，归并为 {_clusters.Distinct().Count()} 个对象", $"{n} records, {_clusters.Distinct().Count()} clusters"),
            new($"候选对 {_linker.CandidatePairs}（每条记录 {Number((double)_linker.CandidatePairs / Math.Max(1, n))}）", $"{_linker.CandidatePairs} candidate pairs ({Number((double)_linker.CandidatePairs / Math.Max(1, n))} a record)"),
            new($"阈值 {Number(_linker.Threshold)} 比特（预期 F1 最高处 {Number(_linker.BestThreshold)}）", $"threshold {Number(_linker.Threshold)} bits (the expected F1 is best at {Number(_linker.BestThreshold)})"),
        };
        if (Here is { } here)
            lines.Add(new($"本阈值：精确率 {Share(here.Precision)}，召回率 {Share(here.Recall)}，F1 {Share(here.F1)}", $"there: precision {Share(here.Precision)}, recall {Share(here.Recall)}, F1 {Share(here.F1)}"));
        if (Best is { } best)
            lines.Add(new($"最佳阈值 {Number(BestAt)}：精确率 {Share(best.Precision)}，召回率 {Share(best.Recall)}，F1 {Share(best.F1)}", $"best threshold {Number(BestAt)}: precision {Share(best.Precision)}, recall {Share(best.Recall)}, F1 {Share(best.F1)}"));
        return lines;
    }

    /// <summary>One page that needs nothing else; Chinese first.</summary>
    public string Html(string title)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"zh\">\n<meta charset=\"utf-8\">\n<title>").Append(Safe(title)).Append("</title>\n<h1>").Append(Safe(title)).Append("</h1>\n<ul>\n");
        foreach (var line in Lines())
            page.Append("<li>").Append(Both(line)).Append("</li>\n");
        page.Append("</ul>\n");
        Table(page, new("分块规则", "Blocking rules"), [new("规则", "rule"), new("对数", "pairs"), new("过大而未用的块", "blocks left out as too large"), new("其中的对数", "pairs in them")],
            _linker.Rules.Select(r => (string[])[r.Rule, $"{r.Pairs}", $"{r.BlocksLeftOut}", $"{r.PairsLeftOut}"]));
        Table(page, new("对象大小", "Sizes of clusters"), [new("记录数", "records"), new("对象数", "clusters")], Sizes.Select(s => (string[])[$"{s.Size}", $"{s.Clusters}"]));
        page.Append("<h2>").Append(Both(new("权重（比特）", "Weights in bits"))).Append("</h2>\n").Append(Chart());
        Table(page, new("权重表", "Table of weights"), [new("项目", "feature"), new("程度", "level"), new("同一对象中", "m"), new("任意两条中", "u"), new("比特", "bits"), new("来源", "from")],
            _linker.Weights.Select(w => (string[])[w.Feature, $"{w.Level.Zh} · {w.Level.En}", Share(w.M), w.U.ToString("G3", CultureInfo.InvariantCulture), Number(w.Bits), w.Learnt ? "数据 data" : "预设 preset"]));
        return page.Append("</html>\n").ToString();
    }

    /// <summary>A bar a level, to the left where it speaks against.</summary>
    public string Chart()
    {
        const int line = 18, middle = 620;
        var weights = _linker.Weights.Where(w => w.Learnt).ToList();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1100\" height=\"{weights.Count * line + 10}\" font-size=\"12\" role=\"img\" aria-label=\"权重 weights\">\n");
        for (var i = 0; i < weights.Count; i++)
        {
            var (w, y) = (weights[i], i * line + 4);
            var width = Math.Max(1, Math.Abs(w.Bits) * BarWidth);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"4\" y=\"{y + 12}\">{Safe(w.Feature)}: {Both(w.Level)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{(w.Bits < 0 ? middle - width : middle):F1}\" y=\"{y}\" width=\"{width:F1}\" height=\"14\" fill=\"{(w.Bits < 0 ? "#a33" : "#276")}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle + Math.Max(0, w.Bits) * BarWidth + 6:F1}\" y=\"{y + 12}\">{w.Bits:F1}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static void Table(StringBuilder page, Text title, Text[] heads, IEnumerable<string[]> rows)
    {
        page.Append("<h2>").Append(Both(title)).Append("</h2>\n<table>\n<tr>").AppendJoin("", heads.Select(h => $"<th scope=\"col\">{Both(h)}</th>")).Append("</tr>\n");
        foreach (var row in rows)
            page.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{Safe(c)}</td>")).Append("</tr>\n");
        page.Append("</table>\n");
    }

    private static string Both(Text text) => Safe($"{text.Zh} · {text.En}");

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double n) => n.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Share(double n) => n.ToString("0.0000", CultureInfo.InvariantCulture);
}
