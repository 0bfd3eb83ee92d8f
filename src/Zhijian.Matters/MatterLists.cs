using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Search;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>What a list shows. Every condition is a link that can be taken away; all of it is in the URL.</summary>
public sealed record WorkFilter
{
    /// <summary>Only matters of this lead; null = all that the actor may see.</summary>
    public string? Lead { get; init; }

    public Holder? Holder { get; init; }

    /// <summary>Items held by others.</summary>
    public bool Waiting { get; init; }

    public Stage? Stage { get; init; }

    public Track? Track { get; init; }

    public bool InCustody { get; init; }

    /// <summary>Items that ask a question: a fact is missing.</summary>
    public bool Asks { get; init; }

    /// <summary>Only matters kept to a circle.</summary>
    public bool Secret { get; init; }

    public bool? Published { get; init; }

    public DateOnly? DueFrom { get; init; }

    public DateOnly? DueTo { get; init; }

    /// <summary>Only items whose last day stands on a holiday.</summary>
    public bool Fixed { get; init; }

    /// <summary>Only items that have a clock.</summary>
    public bool Dated { get; init; }

    public string? Step { get; init; }

    /// <summary>Only items due on one of these days.</summary>
    public IReadOnlyList<DateOnly>? DueOn { get; init; }

    /// <summary>The newest matter first instead of the next due date.</summary>
    public bool ByMatter { get; init; }
}

/// <summary>A work item as it lies in its read table: what somebody owes, by when and why.</summary>
public sealed record WorkRow(
    string Matter, string Key, string MatterTitle, string Secrecy, long IsPublished, string? Lead, string Holder, string Track, string? Stage, string? Step,
    string TitleZh, string TitleEn, string Subjects, string SubjectIds, string Charges, string Custody, string? OpenedOn, string? Due, long Moves, string Law, string LawStatus,
    string LengthZh, string LengthEn, string RemarkZh, string RemarkEn, string? QuestionZh, string? QuestionEn);

/// <summary>A matter as it lies in its read table.</summary>
public sealed record MatterRow(
    string Matter, string Title, string Secrecy, string? Lead, string? Published, string? SourceKind, string? RightType, string? RightName, string Holders,
    string Persons, string HeadlineZh, string HeadlineEn, string Tracks, long Checks, string? RegisteredOn, string? ClosedOn, long Version);

/// <summary>Lists over the read tables, always through <see cref="Access.VisibleSql"/>: what the actor may not see is neither listed nor counted.</summary>
public sealed class MatterLists(EventStore store)
{
    private const int MostCounts = 2_000;

    private readonly ConcurrentDictionary<string, (long Head, IReadOnlyDictionary<string, (int Items, int Matters)> Counts)> _counts = new(StringComparer.Ordinal);

    private const string WorkColumns =
        "w.matter AS Matter, w.key AS Key, w.matter_title AS MatterTitle, w.secrecy AS Secrecy, w.is_published AS IsPublished, w.lead AS Lead, w.holder AS Holder, "
        + "w.track AS Track, w.stage AS Stage, w.step AS Step, w.title_zh AS TitleZh, w.title_en AS TitleEn, w.subjects AS Subjects, w.subject_ids AS SubjectIds, w.charges AS Charges, "
        + "w.custody AS Custody, w.opened_on AS OpenedOn, w.due AS Due, w.moves AS Moves, w.law AS Law, w.law_status AS LawStatus, w.length_zh AS LengthZh, "
        + "w.length_en AS LengthEn, w.remark_zh AS RemarkZh, w.remark_en AS RemarkEn, w.question_zh AS QuestionZh, w.question_en AS QuestionEn";

    /// <summary>Work items by due date; those without a date last. O(log n) to the actor's own items, linear in the items shown.</summary>
    public async Task<IReadOnlyList<WorkRow>> WorkAsync(Actor actor, WorkFilter filter, int limit = 200, int offset = 0, CancellationToken ct = default)
    {
        var (where, parameters) = Conditions(filter);
        parameters.AddDynamicParams(Access.SqlParameters(actor));
        parameters.Add("limit", limit);
        parameters.Add("offset", offset);
        const string byDue = "CASE WHEN w.due IS NULL THEN 1 ELSE 0 END, w.due";
        var order = filter.ByMatter ? $"w.matter DESC, {byDue}, w.key" : $"{byDue}, w.matter DESC, w.key";
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<WorkRow>(new CommandDefinition(
            $"SELECT {WorkColumns} FROM work_item w WHERE {Access.VisibleSql("w")} AND {where} ORDER BY {order} LIMIT @limit OFFSET @offset",
            parameters,
            cancellationToken: ct))).AsList();
    }

    /// <summary>Several counts of items and of matters in one pass over the items of the actor's reach; kept until the log moves on, for they depend on nothing else.</summary>
    public async Task<IReadOnlyDictionary<string, (int Items, int Matters)>> CountAsync(Actor actor, IReadOnlyDictionary<string, WorkFilter> filters, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var head = await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT seq FROM log_head WHERE id = 1", cancellationToken: ct));
        var asked = string.Join('\n', [actor.Id, actor.UnitPath, string.Join(',', actor.Roles), .. filters.Select(f => $"{f.Key} {f.Value}")]);
        if (_counts.TryGetValue(asked, out var known) && known.Head == head)
            return known.Counts;
        var counts = await CountAsync(connection, actor, filters, ct);
        if (_counts.Count >= MostCounts)
            _counts.Clear();
        _counts[asked] = (head, counts);
        return counts;
    }

    private static async Task<IReadOnlyDictionary<string, (int Items, int Matters)>> CountAsync(
        DbConnection connection, Actor actor, IReadOnlyDictionary<string, WorkFilter> filters, CancellationToken ct)
    {
        var all = new DynamicParameters(Access.SqlParameters(actor));
        var parts = filters.Values.Select((f, i) =>
        {
            var (where, parameters) = Conditions(f, $"f{i}");
            all.AddDynamicParams(parameters);
            return $"COUNT(CASE WHEN {where} THEN 1 END) AS i{i}, COUNT(DISTINCT CASE WHEN {where} THEN w.matter END) AS m{i}";
        }).ToList();
        var row = (IDictionary<string, object>)await connection.QuerySingleAsync(new CommandDefinition(
            $"SELECT {string.Join(", ", parts)} FROM work_item w WHERE {Access.VisibleSql("w")}", all, cancellationToken: ct));
        return filters.Keys.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => (Convert.ToInt32(row[$"i{n.i}"]), Convert.ToInt32(row[$"m{n.i}"])), StringComparer.Ordinal);
    }

    /// <summary>Matters that the query finds by their own row in the index, newest first.</summary>
    public async Task<(IReadOnlyList<MatterRow> Rows, int Total)> MattersAsync(
        Actor actor, SearchQuery? query, bool? published = null, int limit = 50, int offset = 0, CancellationToken ct = default)
    {
        var parameters = new DynamicParameters(Access.SqlParameters(actor));
        var where = new List<string> { Access.VisibleSql("m") };
        if (query is not null)
            where.Add(Searcher.MatterWhere(store.Database.Dialect, "m.matter", query, parameters));
        if (published is { } p)
            where.Add(p ? "m.published IS NOT NULL" : "m.published IS NULL");
        parameters.Add("limit", limit);
        parameters.Add("offset", offset);
        var condition = string.Join(" AND ", where);
        await using var connection = await store.Database.OpenAsync(ct);
        var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COUNT(*) FROM matter m WHERE {condition}", parameters, cancellationToken: ct));
        var rows = await connection.QueryAsync<MatterRow>(new CommandDefinition(
            "SELECT m.matter AS Matter, m.title AS Title, m.secrecy AS Secrecy, m.lead AS Lead, m.published AS Published, m.source_kind AS SourceKind, m.right_type AS RightType, "
            + "m.right_name AS RightName, m.holders AS Holders, m.persons AS Persons, m.headline_zh AS HeadlineZh, m.headline_en AS HeadlineEn, m.tracks AS Tracks, "
            + "m.checks AS Checks, m.registered_on AS RegisteredOn, m.closed_on AS ClosedOn, m.version AS Version "
            + $"FROM matter m WHERE {condition} ORDER BY m.year DESC, m.serial DESC, m.matter LIMIT @limit OFFSET @offset",
            parameters,
            cancellationToken: ct));
        return (rows.AsList(), (int)total);
    }

    private static (string Where, DynamicParameters Parameters) Conditions(WorkFilter f, string prefix = "f")
    {
        var parameters = new DynamicParameters();
        var where = new List<string> { "1 = 1" };
        void And(string sql, string name, object? value)
        {
            where.Add(sql.Replace("@v", $"@{prefix}_{name}"));
            parameters.Add($"{prefix}_{name}", value);
        }
        if (f.Lead is { } lead)
            And("w.lead = @v", "lead", lead);
        if (f.Holder is { } holder)
            And("w.holder = @v", "holder", Words.Kebab(holder));
        if (f.Waiting)
            where.Add("w.holder <> 'office'");
        if (f.Stage is { } stage)
            And("w.stage = @v", "stage", Words.Kebab(stage));
        if (f.Track is { } track)
            And("w.track = @v", "track", Words.Kebab(track));
        if (f.InCustody)
            where.Add("w.custody = 'detained'");
        if (f.Asks)
            where.Add("w.question_zh IS NOT NULL");
        if (f.Secret)
            where.Add("w.secrecy = 'circle'");
        if (f.Published is { } published)
            where.Add(published ? "w.is_published = 1" : "w.is_published = 0");
        if (f.DueFrom is { } from)
            And("w.due >= @v", "from", from.ToString("yyyy-MM-dd"));
        if (f.DueTo is { } to)
            And("w.due <= @v", "to", to.ToString("yyyy-MM-dd"));
        if (f.Fixed)
            where.Add("w.moves = 0");
        if (f.Dated)
            where.Add("w.due IS NOT NULL");
        if (f.Step is { } step)
            And("w.step = @v", "step", step);
        if (f.DueOn is { } days)
        {
            var names = days.Select((day, i) =>
            {
                parameters.Add($"{prefix}_day{i}", day.ToString("yyyy-MM-dd"));
                return $"@{prefix}_day{i}";
            }).ToList();
            where.Add(names.Count > 0 ? $"w.due IN ({string.Join(", ", names)})" : "1 = 0");
        }
        return (string.Join(" AND ", where), parameters);
    }
}
