using System.Text;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Law.Catalogue;

/// <summary>
/// The law book as documents to read and print (docs/catalogue/): charges, terms, duties, instruments. The same law makes the same bytes, so a
/// page that is behind its data is noticed. Pure.
/// </summary>
public static class LawCatalogue
{
    public const string Renew = "zhijian catalogue";

    /// <summary>Every page by its file name.</summary>
    public static IReadOnlyDictionary<string, string> Of(LawBook law) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["README.md"] = Page("法规目录", "The law book", "", "| 页 | page |\n|---|---|\n| [罪名](charges.md) | charges |\n| [期限](terms.md) | terms |\n| [义务](duties.md) | duties |\n| [规范性文件](instruments.md) | instruments |\n"),
        ["charges.md"] = Page("罪名与标准", "Charges and their standards", "数额、数量达到即是；单元格是 入罪线 / 升档线。A figure includes itself; a cell is base / upper.", ChargePages.Of(law)),
        ["terms.md"] = Page("期限", "Terms", "", Terms(law)),
        ["duties.md"] = Page("义务", "Duties", "", Duties(law)),
        ["instruments.md"] = Page("规范性文件", "Instruments", "", Instruments(law)),
    };

    private static string Page(string zh, string en, string says, string body) =>
        $"# {zh} {en}\n\n由 `{Renew}` 从 `data/` 生成，不要手改。Made from `data/` by `{Renew}`; do not edit.\n\n{(says.Length > 0 ? says + "\n\n" : "")}{body.TrimEnd('\n')}\n";

    /// <summary>The article, with a mark where its text was not verified.</summary>
    internal static string Cite(LegalRef reference) => Cell(reference.Article) + (reference.Status == RefStatus.Verified ? "" : $" `? {Words.Kebab(reference.Status)}`");

    /// <summary>Text that cannot break its table.</summary>
    internal static string Cell(string text) => text.Replace("|", "\\|").Replace('\n', ' ').Trim();

    internal static string Both(Text text) => text.Zh == text.En ? Cell(text.Zh) : $"{Cell(text.Zh)} *{Cell(text.En)}*";

    private static string Terms(LawBook law)
    {
        var page = new StringBuilder("| 编号 | 期限 term | 长度 length | 起算 from | 义务人 obliged | 末日 last day | 依据 basis |\n|---|---|---|---|---|---|---|\n");
        foreach (var t in law.Terms.Values.OrderBy(t => t.Id, StringComparer.Ordinal))
            page.Append($"| {t.Id} | {Both(t.Title)} | {string.Join("<br>", t.Values.Select(v => $"{v.From:yyyy-MM-dd} {Both(Lengths.In(v))}"))} | {Both(t.Trigger)} | {Both(t.Obligor)} | {LastDayOf(t.Counting.LastDay)} | {Cite(t.Values[^1].Reference)} |\n");
        return page.ToString();
    }

    private static string LastDayOf(LastDay rule) => rule switch
    {
        LastDay.Moves => "顺延 moves",
        LastDay.Stands => "不顺延 stands",
        _ => "顺延，在押不顺延 moves, not in custody",
    };

    private static string Duties(LawBook law)
    {
        var page = new StringBuilder("| 编号 | 义务 duty | 义务人 holder | 产生于 opens on | 期限 terms | 步骤 step |\n|---|---|---|---|---|---|\n");
        foreach (var d in law.Duties.Rules.OrderBy(d => d.Id, StringComparer.Ordinal))
            page.Append($"| {d.Id} | {Both(d.Title)} | {Words.Kebab(d.Holder)} | {string.Join(", ", d.OpensOn)} | {string.Join(", ", d.Terms.Select(t => t.Term).Distinct(StringComparer.Ordinal))} | {d.Step ?? ""} |\n");
        return page.ToString();
    }

    private static string Instruments(LawBook law)
    {
        var page = new StringBuilder("| 编号 | 文号 number | 标题 title | 自 from | 至 to | 文本 text | 标准 standards |\n|---|---|---|---|---|---|---|\n");
        foreach (var i in law.Instruments.Values.OrderBy(i => i.From).ThenBy(i => i.Id, StringComparer.Ordinal))
            page.Append($"| {i.Id} | {i.Number} | {Cell(i.Title)} | {i.From:yyyy-MM-dd} | {i.To:yyyy-MM-dd} | {(i.Reference.Article.StartsWith("https://", StringComparison.Ordinal) ? $"[官方文本]({i.Reference.Article})" : Cell(i.Reference.Article))}{(i.Reference.Status == RefStatus.Verified ? "" : $" `? {Words.Kebab(i.Reference.Status)}`")} | {law.Charges.Values.SelectMany(c => c.Thresholds).Count(t => t.Instrument == i.Id)} |\n");
        return page.ToString();
    }
}
