using System.Globalization;

namespace Zhijian.Supervision.Dossiers;

/// <summary>
/// What is counted of a subject. The tables that it reads: <c>subject</c> (their keys), <c>mine</c> (their suits with what is known of the right),
/// <c>filed</c> (their marks) and <c>work</c> (their registrations).
/// </summary>
internal static class DossierFigures
{
    /// <summary>A suit that ended with nothing for the plaintiff.</summary>
    public const string Dropped = "outcome IN ('撤诉', '判决驳回', '驳回起诉')";

    /// <summary>Each figure: its set, and what is counted of it.</summary>
    private static readonly (string Name, string Set, string From, string Sql)[] Of =
    [
        ("suits", "suit", "mine", "count(*)"),
        ("courts", "suit", "mine", "count(DISTINCT court)"),
        ("defendants", "suit", "mine", "count(DISTINCT defendant)"),
        ("small_sellers", "suit", "mine", "count(*) FILTER (WHERE small_seller)"),
        ("known_sellers", "suit", "mine", "count(small_seller)"),
        ("ended", "suit", "mine", "count(*) FILTER (WHERE outcome <> '未结')"),
        ("dropped", "suit", "mine", $"count(*) FILTER (WHERE {Dropped})"),
        ("claimed", "suit", "mine", "sum(claimed)"),
        ("awarded", "suit", "mine", "sum(awarded)"),
        ("busiest_month", "suit", "mine", "(SELECT max(n) FROM (SELECT count(*) AS n FROM mine WHERE filed_on IS NOT NULL GROUP BY date_trunc('month', filed_on)))"),
        ("firm_suits", "suit", "mine", "(SELECT max(n) FROM (SELECT count(*) AS n FROM mine WHERE law_firm IS NOT NULL GROUP BY law_firm))"),
        ("dead", "suit", "mine", "CASE WHEN count(*) FILTER (WHERE known_right) > 0 THEN count(*) FILTER (WHERE is_dead) END"),
        ("late", "suit", "mine", "CASE WHEN count(*) FILTER (WHERE granted_on IS NOT NULL AND acted_on IS NOT NULL) > 0 THEN count(*) FILTER (WHERE acted_on < granted_on) END"),
        ("unused", "suit", "mine", "CASE WHEN count(used) > 0 THEN count(*) FILTER (WHERE NOT used) END"),
        ("false_titles", "suit", "mine", "CASE WHEN count(*) FILTER (WHERE market_seen_on IS NOT NULL) > 0 THEN count(*) FILTER (WHERE is_backdated) END"),
        ("false_awards", "suit", "mine", "CASE WHEN count(*) FILTER (WHERE market_seen_on IS NOT NULL) > 0 THEN coalesce(sum(awarded) FILTER (WHERE is_backdated), 0) END"),
        ("account_plaintiffs", "suit", "mine",
            "(SELECT max(n) FROM (SELECT count(DISTINCT coalesce(plaintiff_code, plaintiff)) AS n FROM suit WHERE paid_account IN (SELECT paid_account FROM mine) GROUP BY paid_account))"),
        ("marks", "trademark", "filed", "count(*)"),
        ("recent_marks", "trademark", "filed", "count(*) FILTER (WHERE filed_on > $1::DATE - INTERVAL 24 MONTH)"),
        ("classes", "trademark", "filed", "count(DISTINCT nice_class)"),
        ("on_sale", "trademark", "filed", "count(*) FILTER (WHERE for_sale)"),
        ("known_sale", "trademark", "filed", "count(for_sale)"),
        ("used_marks", "trademark", "filed", "count(*) FILTER (WHERE used)"),
        ("by_agency", "trademark", "filed", "count(*) FILTER (WHERE agent = applicant)"),
        ("copies", "trademark", "filed", "(SELECT count(*) FROM copied)"),
        ("works", "copyright_registration", "work", "count(*)"),
        ("backdated_works", "copyright_registration", "work", "CASE WHEN count(market_seen_on) > 0 THEN count(*) FILTER (WHERE market_seen_on < created_on) END"),
        ("registrar_owners", "copyright_registration", "work",
            "(SELECT max(n) FROM (SELECT count(DISTINCT coalesce(owner_code, owner)) AS n FROM copyright_registration WHERE registrar IN (SELECT registrar FROM work) GROUP BY registrar))"),
    ];

    /// <summary>What signs can be measured by.</summary>
    public static IReadOnlySet<string> Names { get; } = Of.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Sums of money, in fen.</summary>
    public static IReadOnlySet<string> Sums { get; } = new HashSet<string>(StringComparer.Ordinal) { "claimed", "awarded", "false_awards" };

    /// <summary>The tables of the subject, from their keys. Linear in the rows of the sets.</summary>
    public static void Prepare(DossierTables tables, IReadOnlyList<string> keys, CancellationToken ct)
    {
        tables.Connection.Execute("CREATE TABLE subject (key VARCHAR)", ct);
        foreach (var key in keys)
            tables.Connection.Execute("INSERT INTO subject VALUES ($1)", ct, key);
        tables.Connection.Execute(
            """
            CREATE TABLE mine AS SELECT s.*, coalesce(t.mark, c.work) AS right_title, coalesce(t.ended_on, p.ended_on) AS ended_on, coalesce(t.status, p.end_reason) AS right_status,
              coalesce(t.registered_on, p.granted_on) AS granted_on, t.used, c.created_on, c.market_seen_on, c.registrar,
              t.mark_no IS NOT NULL OR p.patent_no IS NOT NULL AS known_right,
              coalesce(coalesce(t.ended_on, p.ended_on) < CASE WHEN coalesce(t.status, p.end_reason) IN ('无效宣告', '宣告无效') THEN s.filed_on ELSE coalesce(s.acted_on, s.filed_on) END, false) AS is_dead,
              coalesce(c.market_seen_on < c.created_on, false) AS is_backdated
            FROM suit s JOIN subject k ON k.key = coalesce(s.plaintiff_code, s.plaintiff)
            LEFT JOIN trademark t ON t.mark_no = s.right_no AND coalesce(s.right_kind, '商标') = '商标'
            LEFT JOIN patent p ON p.patent_no = s.right_no AND coalesce(s.right_kind, '专利') = '专利'
            LEFT JOIN copyright_registration c ON c.registration_no = s.right_no AND coalesce(s.right_kind, '著作权') = '著作权'
            """,
            ct);
        tables.Connection.Execute("CREATE TABLE filed AS SELECT t.* FROM trademark t JOIN subject k ON k.key = coalesce(t.applicant_code, t.applicant)", ct);
        tables.Connection.Execute("CREATE TABLE work AS SELECT c.* FROM copyright_registration c JOIN subject k ON k.key = coalesce(c.owner_code, c.owner)", ct);
        // as the model of squatting reads them: trade names that one firm alone bears, and known marks, of others and earlier
        tables.Connection.Execute(
            """
            CREATE TABLE copied AS SELECT f.mark_no, min(o.name) AS name, min(o.owner) AS owner, min(o.since) AS since
            FROM filed f JOIN (
              SELECT c.trade_name AS name, min(c.credit_code) AS owner, min(c.name) AS said, min(c.founded_on) AS since FROM company c WHERE length(c.trade_name) >= 3 GROUP BY c.trade_name HAVING count(*) = 1
              UNION ALL
              SELECT mark, min(coalesce(applicant_code, applicant)), min(applicant), min(filed_on) FROM trademark WHERE well_known AND mark IS NOT NULL GROUP BY mark) o ON o.name = f.mark
            WHERE o.since < f.filed_on AND o.owner NOT IN (SELECT key FROM subject) AND o.said <> f.applicant
            GROUP BY f.mark_no
            """,
            ct);
    }

    /// <summary>All figures; null where the set was not imported, or says nothing of what is asked.</summary>
    public static IReadOnlyDictionary<string, long?> Count(DossierTables tables, DateOnly today, CancellationToken ct)
    {
        var figures = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var group in Of.GroupBy(f => (f.Set, f.From)))
        {
            var row = tables.Has(group.Key.Set)
                ? tables.Read($"SELECT {string.Join(", ", group.Select(f => $"CAST({f.Sql} AS BIGINT)"))} FROM {group.Key.From} WHERE $1::DATE IS NOT NULL", ct, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))[0]
                : null;
            foreach (var (figure, i) in group.Select((f, i) => (f, i)))
                figures[figure.Name] = row?[i] is { } n ? long.Parse(n, CultureInfo.InvariantCulture) : null;
        }
        // what can only be told with another set beside it
        if (!tables.Has("company") && figures["copies"] == 0)
            figures["copies"] = null;
        return figures;
    }
}
