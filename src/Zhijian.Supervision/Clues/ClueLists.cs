using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Supervision.Clues;

/// <summary>Whose clues: those that the office has or is asked to take; those that it transferred; all that the actor may see.</summary>
public enum ClueScope
{
    [Label("本院", "Of this office")]
    Held,

    [Label("已移送他院", "Transferred away")]
    Sent,

    [Label("全部可见", "All that you may see")]
    All,
}

/// <summary>What a figure of a model counts.</summary>
public enum ClueMeasure
{
    [Label("已判断（跟进、不采用）", "Judged: followed or set aside")]
    Judged,

    [Label("确认（跟进）", "Confirmed: followed")]
    Confirmed,

    [Label("有成效", "With a result that counts")]
    Yielded,
}

/// <summary>What a list of clues shows. Every condition is a link that can be taken away; all of it is in the address.</summary>
public sealed record ClueFilter
{
    public ClueScope Scope { get; init; }

    /// <summary>Those to review: open, or waiting for data.</summary>
    public bool ToReview { get; init; }

    public ClueState? State { get; init; }

    public string? Model { get; init; }

    public int? ModelVersion { get; init; }

    public ClueGrade? Grade { get; init; }

    /// <summary>Only those that this person handles.</summary>
    public string? Person { get; init; }

    /// <summary>The quarter in which it was raised: 2026-Q3.</summary>
    public string? Quarter { get; init; }

    public ClueMeasure? Measure { get; init; }
}

/// <summary>A clue as it lies in its read table.</summary>
public sealed record ClueRow(
    string Clue, string Model, long ModelVersion, string Office, string OfficePath, string Subject, long Score, string? Grade, string State, string? Person, string? Judgement,
    string? Reason, string? JudgedOn, string? JudgedBy, string RaisedOn, string ExplanationZh, string ExplanationEn, long RowCount, long Changed, long Reopened, long Version);

/// <summary>How many clues there are of one model, state and grade; <paramref name="Mine"/>: those that the actor handles.</summary>
public sealed record ClueCount(string Model, string State, string? Grade, bool Mine, int Count);

/// <summary>What a version of a model found in a quarter, and what people made of it. Each clue counts once, as it stands.</summary>
public sealed record ModelPerformance(string Model, int Version, string Quarter, int Raised, int Judged, int Confirmed, int Yielded)
{
    /// <summary>Confirmed ÷ judged; null where nothing was judged. Duplicates, withdrawn judgements and what waits for data do not count.</summary>
    public decimal? Precision => Judged == 0 ? null : (decimal)Confirmed / Judged;

    /// <summary>With a result ÷ raised.</summary>
    public decimal? Yield => Raised == 0 ? null : (decimal)Yielded / Raised;
}

/// <summary>Lists over the read tables of clues, always through <see cref="ClueAccess"/>: what the actor may not see is neither listed nor counted.</summary>
public sealed class ClueLists(EventStore store)
{
    private const string Columns =
        "c.clue AS Clue, c.model AS Model, c.model_version AS ModelVersion, c.office AS Office, c.office_path AS OfficePath, c.subject AS Subject, c.score AS Score, c.grade AS Grade, "
        + "c.state AS State, c.person AS Person, c.judgement AS Judgement, c.reason AS Reason, c.judged_on AS JudgedOn, c.judged_by AS JudgedBy, c.raised_on AS RaisedOn, "
        + "c.explanation_zh AS ExplanationZh, c.explanation_en AS ExplanationEn, c.row_count AS RowCount, c.changed AS Changed, c.reopened AS Reopened, c.version AS Version";

    private const string JudgedSql = "c.judgement IN ('follow', 'set-aside')";

    /// <summary>By score, those that wait for data last. Linear in the clues of the actor's reach.</summary>
    public async Task<(IReadOnlyList<ClueRow> Rows, int Total)> FindAsync(Actor actor, ClueFilter filter, int limit = 50, int offset = 0, CancellationToken ct = default)
    {
        var (where, parameters) = Conditions(actor, filter);
        parameters.Add("limit", limit);
        parameters.Add("offset", offset);
        await using var connection = await store.Database.OpenAsync(ct);
        var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COUNT(*) FROM clue c WHERE {where}", parameters, cancellationToken: ct));
        var rows = await connection.QueryAsync<ClueRow>(new CommandDefinition(
            $"SELECT {Columns} FROM clue c WHERE {where} ORDER BY CASE WHEN c.state = 'needs-data' THEN 1 ELSE 0 END, c.score DESC, c.clue LIMIT @limit OFFSET @offset", parameters, cancellationToken: ct));
        return (rows.AsList(), (int)total);
    }

    /// <summary>Counts for the links beside the list, in one pass.</summary>
    public async Task<IReadOnlyList<ClueCount>> CountsAsync(Actor actor, ClueScope scope, CancellationToken ct = default)
    {
        var (where, parameters) = Conditions(actor, new ClueFilter { Scope = scope });
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Model, string State, string? Grade, long Mine, long Count)>(new CommandDefinition(
            $"SELECT model, state, grade, CASE WHEN person = @actor THEN 1 ELSE 0 END AS mine, COUNT(*) FROM clue c WHERE {where} GROUP BY model, state, grade, CASE WHEN person = @actor THEN 1 ELSE 0 END",
            parameters,
            cancellationToken: ct));
        return [.. rows.Select(r => new ClueCount(r.Model, r.State, r.Grade, r.Mine == 1, (int)r.Count))];
    }

    /// <summary>The last judgements of the actor, newest first.</summary>
    public async Task<IReadOnlyList<ClueRow>> RecentAsync(Actor actor, int limit = 5, CancellationToken ct = default)
    {
        var (where, parameters) = Conditions(actor, new ClueFilter { Scope = ClueScope.All });
        parameters.Add("limit", limit);
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<ClueRow>(new CommandDefinition(
            $"SELECT {Columns} FROM clue c WHERE {where} AND c.judged_by = @actor ORDER BY c.judged_on DESC, c.clue DESC LIMIT @limit", parameters, cancellationToken: ct))).AsList();
    }

    /// <summary>Other clues of the same subject, of whatever model: read together, never merged away.</summary>
    public async Task<IReadOnlyList<ClueRow>> SameSubjectAsync(Actor actor, ClueNumber number, int limit = 20, CancellationToken ct = default)
    {
        var (where, parameters) = Conditions(actor, new ClueFilter { Scope = ClueScope.All });
        parameters.Add("number", number.Value);
        parameters.Add("limit", limit);
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<ClueRow>(new CommandDefinition(
            $"SELECT {Columns} FROM clue c WHERE {where} AND c.subject_key <> '' AND c.subject_key = (SELECT subject_key FROM clue WHERE clue = @number) AND c.clue <> @number ORDER BY c.score DESC, c.clue LIMIT @limit",
            parameters,
            cancellationToken: ct))).AsList();
    }

    /// <summary>Clues of whatever model whose subject has one of these names.</summary>
    /// <param name="names">Folded, as the index has them.</param>
    public async Task<IReadOnlyList<ClueRow>> OfSubjectsAsync(Actor actor, IReadOnlyList<string> names, int limit = 50, CancellationToken ct = default)
    {
        if (names.Count == 0)
            return [];
        var (where, parameters) = Conditions(actor, new ClueFilter { Scope = ClueScope.All });
        for (var i = 0; i < names.Count; i++)
            parameters.Add($"name{i}", names[i]); // one parameter each: PostgreSQL takes no list
        parameters.Add("limit", limit);
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<ClueRow>(new CommandDefinition(
            $"SELECT {Columns} FROM clue c WHERE {where} AND c.subject_key <> '' AND c.subject_key IN ({string.Join(", ", names.Select((_, i) => $"@name{i}"))}) ORDER BY c.score DESC, c.clue LIMIT @limit",
            parameters,
            cancellationToken: ct))).AsList();
    }

    /// <summary>Of these findings of a model, those that are clues which the actor may see: key and number.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfKeysAsync(Actor actor, string model, IReadOnlyList<string> keys, CancellationToken ct = default)
    {
        if (keys.Count == 0)
            return new Dictionary<string, string>(StringComparer.Ordinal);
        var (where, parameters) = Conditions(actor, new ClueFilter { Scope = ClueScope.All, Model = model });
        for (var i = 0; i < keys.Count; i++)
            parameters.Add($"key{i}", keys[i]); // one parameter each: PostgreSQL takes no list
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Key, string Clue)>(new CommandDefinition(
            $"SELECT c.key, c.clue FROM clue c WHERE {where} AND c.key IN ({string.Join(", ", keys.Select((_, i) => $"@key{i}"))}) ORDER BY c.clue", parameters, cancellationToken: ct));
        return rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Clue, StringComparer.Ordinal);
    }

    /// <summary>How many runs saw the clue, and when the last of them did.</summary>
    public async Task<(int Runs, string? Last)> SightingsAsync(ClueNumber number, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var (runs, last) = await connection.QuerySingleAsync<(long, string?)>(new CommandDefinition(
            "SELECT COUNT(*), MAX(seen_on) FROM clue_sighting WHERE clue = @Value", new { number.Value }, cancellationToken: ct));
        return ((int)runs, last);
    }

    /// <summary>Precision and yield by model, version and quarter, over the clues that the actor may see.</summary>
    public async Task<IReadOnlyList<ModelPerformance>> PerformanceAsync(Actor actor, string? model = null, CancellationToken ct = default)
    {
        var (where, parameters) = Conditions(actor, new ClueFilter { Scope = ClueScope.All, Model = model });
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Model, long Version, string Quarter, long Raised, long Judged, long Confirmed, long Yielded)>(new CommandDefinition(
            $"SELECT model, model_version, quarter, COUNT(*), COUNT(CASE WHEN {JudgedSql} THEN 1 END), COUNT(CASE WHEN c.judgement = 'follow' THEN 1 END), COUNT(CASE WHEN c.yields = 1 THEN 1 END) "
            + $"FROM clue c WHERE {where} GROUP BY model, model_version, quarter ORDER BY model, quarter, model_version",
            parameters,
            cancellationToken: ct));
        return [.. rows.Select(r => new ModelPerformance(r.Model, (int)r.Version, r.Quarter, (int)r.Raised, (int)r.Judged, (int)r.Confirmed, (int)r.Yielded))];
    }

    private static (string Where, DynamicParameters Parameters) Conditions(Actor actor, ClueFilter f)
    {
        var parameters = new DynamicParameters(ClueAccess.SqlParameters(actor));
        var where = new List<string> { ClueAccess.VisibleSql("c") };
        var held = $"({ClueAccess.ReachSql("c.office_path")} OR {ClueAccess.ReachSql("COALESCE(c.asked_path, '')")})";
        if (f.Scope != ClueScope.All)
            where.Add(f.Scope == ClueScope.Held ? held : $"NOT {held}");
        void And(string sql, string name, object value)
        {
            where.Add(sql);
            parameters.Add(name, value);
        }
        if (f.ToReview)
            where.Add("c.state IN ('open', 'needs-data')");
        if (f.State is { } state)
            And("c.state = @state", "state", Words.Kebab(state));
        if (f.Model is { } model)
            And("c.model = @model", "model", model);
        if (f.ModelVersion is { } version)
            And("c.model_version = @version", "version", version);
        if (f.Grade is { } grade)
            And("c.grade = @grade", "grade", Words.Kebab(grade));
        if (f.Person is { } person)
            And("c.person = @person", "person", person);
        if (f.Quarter is { } quarter)
            And("c.quarter = @quarter", "quarter", quarter);
        if (f.Measure is { } measure)
            where.Add(measure switch { ClueMeasure.Judged => JudgedSql, ClueMeasure.Confirmed => "c.judgement = 'follow'", _ => "c.yields = 1" });
        return (string.Join(" AND ", where), parameters);
    }
}
