using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Supervision.Dossiers;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Dossiers;

/// <summary>The figures of a dossier in words, the same on the page and on the command line.</summary>
public static class DossierText
{
    /// <summary>What a sign was measured by: 481 / 601 (80.0%)，达到 60%.</summary>
    public static Text Measured(SignAnswer s) => s switch
    {
        { Sign.Figure: null } => new("数据看不出，由人查看", "no data tell: for people to see"),
        { Figure: null } => new("数据没有", "not in the data"),
        { Sign.Of: not null, Of: null or 0 } => new("没有可比的数", "nothing to compare with"),
        { Sign.Of: not null } => new($"{Number(s.Figure)} / {Number(s.Of)}（{Percent(s.Figure!.Value, s.Of!.Value)}），{s.Least}% 以上才算", $"{Number(s.Figure)} of {Number(s.Of)} ({Percent(s.Figure.Value, s.Of.Value)}); counts from {s.Least}%"),
        _ when DossierDesk.IsMoney(s.Sign.Figure!) => Both(l => ExplanationTemplate.Show($"{s.Figure}", ColumnType.Money, l)),
        _ => new($"{Number(s.Figure)}，{Number(s.Least)} 以上才算", $"{Number(s.Figure)}; counts from {Number(s.Least)}"),
    };

    public static Text Of(Answer answer) => answer switch
    {
        Answer.Yes => new("有此特征", "shows"),
        Answer.No => new("没有", "does not show"),
        _ => new("? 待查", "? to be seen"),
    };

    public static string ChipOf(Answer answer) => answer switch { Answer.Yes => "warn", Answer.No => "no", _ => "unk" };

    /// <summary>The figures that a reader wants first; null where the data do not tell.</summary>
    public static IReadOnlyList<(Text Title, Text? Value)> Figures(Dossier d) =>
    [
        (new("起诉", "Suits"), Says(d, "suits", f => new($"{f} 件", f))),
        (new("受理法院", "Courts"), Says(d, "courts", f => new($"{f} 个", f))),
        (new("被告", "Defendants"), Says(d, "defendants", f => new($"{f} 名", f))),
        (new("最多的一个月", "Most in one month"), Says(d, "busiest_month", f => new($"{f} 件", f))),
        (new("撤诉、驳回占已结", "Withdrawn or dismissed"), Share(d, "dropped", "ended")),
        (new("小商户占被告", "Small sellers sued"), Share(d, "small_sellers", "known_sellers")),
        (new("请求额", "Claimed"), Sum(d, "claimed")),
        (new("判得额", "Awarded"), Sum(d, "awarded")),
        (new("商标申请", "Marks filed"), Says(d, "marks", f => new($"{f} 件", f))),
        (new("涉及类别", "Classes"), Says(d, "classes", f => new($"{f} 类", f))),
        (new("作品登记", "Works registered"), Says(d, "works", f => new($"{f} 件", f))),
    ];

    private static Text? Says(Dossier d, string figure, Func<string, Text> says) => d.Figures[figure] is { } n ? says(Number(n)) : null;

    private static Text? Sum(Dossier d, string figure) => d.Figures[figure] is { } fen ? Both(l => ExplanationTemplate.Show($"{fen}", ColumnType.Money, l)) : null;

    private static Text? Share(Dossier d, string part, string whole) =>
        d.Figures[part] is { } n && d.Figures[whole] is > 0 and { } of ? new Text($"{Number(n)} / {Number(of)}（{Percent(n, of)}）", $"{Number(n)} of {Number(of)} ({Percent(n, of)})") : null;

    private static Text Both(Func<Language, string> says) => new(says(Language.Chinese), says(Language.English));

    private static string Number(long? n) => n?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    // rounded down: what is a little below the figure does not look like it
    private static string Percent(long part, long whole) => (decimal.Floor(1000m * part / whole) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
