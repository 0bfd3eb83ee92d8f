using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Dossiers;

/// <summary>The tables and the links of a dossier, over the tables that <see cref="DossierFigures.Prepare"/> made.</summary>
internal static class DossierLists
{
    /// <summary>Rows of a table that are shown; the total is told.</summary>
    private const int Shown = 20;
    private const int SuitsShown = 200;

    private static readonly DossierColumn Suits = new("suits", new Text("件数", "suits"), ColumnType.Count);

    private sealed record Listed(string Id, Text Title, string Set, IReadOnlyList<DossierColumn> Columns, string Sql, int Most = Shown);

    private static readonly IReadOnlyList<Listed> All =
    [
        new("outcomes", new Text("结果", "Results"), "suit", [Text("outcome", "结果", "result"), Suits, Money("claimed", "请求额", "claimed"), Money("awarded", "判得额", "awarded")],
            "SELECT coalesce(outcome, '未知'), count(*), sum(claimed), sum(awarded) FROM mine GROUP BY 1 ORDER BY 2 DESC, 1"),
        new("years", new Text("立案年份", "By year of filing"), "suit", [Text("year", "年份", "year"), Suits, Count("dropped", "撤诉、驳回", "withdrawn or dismissed")],
            $"SELECT CAST(year(filed_on) AS VARCHAR), count(*), count(*) FILTER (WHERE {DossierFigures.Dropped}) FROM mine GROUP BY 1 ORDER BY 1 NULLS LAST"),
        new("courts", new Text("受理法院", "Courts"), "suit", [Text("court", "法院", "court"), Suits], "SELECT court, count(*) FROM mine GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST"),
        new("firms", new Text("代理律所", "Law firms"), "suit", [Text("law_firm", "律师事务所", "law firm"), Suits, Count("others", "该所代理的其他原告", "other plaintiffs of the firm")],
            """
            SELECT m.law_firm, m.n, (SELECT count(DISTINCT coalesce(s.plaintiff_code, s.plaintiff)) FROM suit s WHERE s.law_firm = m.law_firm AND coalesce(s.plaintiff_code, s.plaintiff) NOT IN (SELECT key FROM subject))
            FROM (SELECT law_firm, count(*) AS n FROM mine GROUP BY 1) m ORDER BY 2 DESC, 1 NULLS LAST
            """),
        new("rights", new Text("据以起诉的权利", "Rights sued on"), "suit",
            [Text("right_no", "权利号", "number"), Text("right_kind", "种类", "kind"), Text("right_title", "名称", "name"), Suits, Date("first_on", "最早起诉", "first suit"), Date("granted_on", "注册、授权日", "granted"),
                Text("right_status", "状态", "status"), Date("ended_on", "终止日", "ended"), Date("created_on", "主张创作日", "claimed creation"), Date("market_seen_on", "市场最早出现", "first on the market")],
            "SELECT right_no, min(right_kind), min(right_title), count(*), min(filed_on), min(granted_on), min(right_status), min(ended_on), min(created_on), min(market_seen_on) FROM mine GROUP BY 1 ORDER BY 4 DESC, 1 NULLS LAST"),
        new("accounts", new Text("收款账户", "Accounts paid"), "suit", [Text("paid_account", "账户", "account"), Suits, Count("plaintiffs", "收款的原告数", "plaintiffs paid to it")],
            """
            SELECT m.paid_account, m.n, (SELECT count(DISTINCT coalesce(s.plaintiff_code, s.plaintiff)) FROM suit s WHERE s.paid_account = m.paid_account)
            FROM (SELECT paid_account, count(*) AS n FROM mine WHERE paid_account IS NOT NULL GROUP BY 1) m ORDER BY 3 DESC, 2 DESC, 1
            """),
        new("registrars", new Text("作品登记的代办人", "Who registered the works"), "copyright_registration", [Text("registrar", "代办人", "registrar"), Count("works", "作品", "works"), Count("owners", "代办过的权利人数", "owners served")],
            """
            SELECT w.registrar, w.n, (SELECT count(DISTINCT coalesce(c.owner_code, c.owner)) FROM copyright_registration c WHERE c.registrar = w.registrar)
            FROM (SELECT registrar, count(*) AS n FROM work GROUP BY 1) w ORDER BY 2 DESC, 1 NULLS LAST
            """),
        new("filings", new Text("商标申请", "Marks filed"), "trademark",
            [Text("year", "年份", "year"), Count("marks", "件数", "filings"), Count("classes", "类别数", "classes"), Count("on_sale", "待售", "for sale"), Count("used", "有使用证据", "with proof of use")],
            "SELECT CAST(year(filed_on) AS VARCHAR), count(*), count(DISTINCT nice_class), count(*) FILTER (WHERE for_sale), count(*) FILTER (WHERE used) FROM filed GROUP BY 1 ORDER BY 1 NULLS LAST"),
        new("copies", new Text("与他人名称相同的商标", "Marks that are names of others"), "trademark",
            [Text("mark_no", "申请号", "number"), Text("mark", "商标", "mark"), Count("nice_class", "类别", "class"), Date("filed_on", "申请日", "filed on"), Text("owner", "该名称的权利人", "whose name it is"), Date("since", "该名称的起始日", "since")],
            "SELECT f.mark_no, f.mark, f.nice_class, f.filed_on, c.owner, c.since FROM copied c JOIN filed f USING (mark_no) ORDER BY f.filed_on DESC, f.mark_no"),
        new("agents", new Text("商标代理机构", "Trade mark agencies"), "trademark", [Text("agent", "代理机构", "agency"), Count("marks", "件数", "filings")], "SELECT agent, count(*) FROM filed GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST"),
        new("suits", new Text("案件", "Suits"), "suit",
            [Text("case_no", "案号", "case number"), Text("court", "法院", "court"), Date("filed_on", "立案日", "filed on"), Text("defendant", "被告", "defendant"), Text("right_no", "权利号", "right"), Text("law_firm", "律师事务所", "law firm"),
                Text("outcome", "结果", "result"), Money("claimed", "请求额", "claimed"), Money("awarded", "判得额", "awarded")],
            "SELECT case_no, court, filed_on, defendant, right_no, law_firm, outcome, claimed, awarded FROM mine ORDER BY filed_on DESC NULLS LAST, case_no", SuitsShown),
    ];

    /// <summary>Those with at least one row.</summary>
    public static IReadOnlyList<DossierTable> Read(DossierTables tables, CancellationToken ct) =>
    [
        .. from t in All
           where tables.Has(t.Set)
           let total = long.Parse(tables.Read($"SELECT count(*) FROM ({t.Sql})", ct)[0][0]!, CultureInfo.InvariantCulture)
           where total > 0
           select new DossierTable(t.Id, t.Title, t.Columns, tables.Read($"{t.Sql} LIMIT {t.Most}", ct), total),
    ];

    /// <summary>Who is tied to the subject, the most first: firms, accounts with the other plaintiffs that they are shared with, registrars, agencies.</summary>
    public static IReadOnlyList<FindingLink> Links(DossierTables tables, string name, CancellationToken ct) =>
    [
        .. tables.Read("SELECT law_firm, count(*) FROM mine WHERE law_firm IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 6", ct).Select(r => new FindingLink(name, r[0]!, $"委托 {r[1]} 件")),
        .. tables.Read("SELECT paid_account, count(*) FROM mine WHERE paid_account IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 6", ct).Select(r => new FindingLink(name, r[0]!, $"收款 {r[1]} 笔")),
        .. tables.Read("SELECT registrar, count(*) FROM work WHERE registrar IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 6", ct).Select(r => new FindingLink(name, r[0]!, $"登记 {r[1]} 件")),
        .. tables.Read("SELECT agent, count(*) FROM filed WHERE agent IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 6", ct).Select(r => new FindingLink(name, r[0]!, $"代理 {r[1]} 件")),
        .. tables.Read(
            """
            SELECT paid_account, min(plaintiff), count(*) FROM suit
            WHERE paid_account IN (SELECT paid_account FROM mine) AND coalesce(plaintiff_code, plaintiff) NOT IN (SELECT key FROM subject)
            GROUP BY paid_account, coalesce(plaintiff_code, plaintiff) ORDER BY 3 DESC, 2 LIMIT 12
            """,
            ct).Select(r => new FindingLink(r[0]!, r[1]!, $"也收其 {r[2]} 笔")),
        .. tables.Read(
            """
            SELECT law_firm, min(plaintiff), count(*) FROM suit
            WHERE law_firm IN (SELECT law_firm FROM mine) AND coalesce(plaintiff_code, plaintiff) NOT IN (SELECT key FROM subject)
            GROUP BY law_firm, coalesce(plaintiff_code, plaintiff) ORDER BY 3 DESC, 2 LIMIT 8
            """,
            ct).Select(r => new FindingLink(r[0]!, r[1]!, $"也代理其 {r[2]} 件")),
    ];

    private static DossierColumn Text(string name, string zh, string en) => new(name, new Text(zh, en), ColumnType.Text);

    private static DossierColumn Count(string name, string zh, string en) => new(name, new Text(zh, en), ColumnType.Count);

    private static DossierColumn Money(string name, string zh, string en) => new(name, new Text(zh, en), ColumnType.Money);

    private static DossierColumn Date(string name, string zh, string en) => new(name, new Text(zh, en), ColumnType.Date);
}
