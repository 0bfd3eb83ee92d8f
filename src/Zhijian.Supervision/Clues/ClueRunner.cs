using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Clues;

/// <summary>What came of an act on a clue.</summary>
public abstract record ClueOutcome
{
    /// <summary>It was recorded; the clue now stands at this version.</summary>
    public sealed record Done(ClueNumber Number, long Version) : ClueOutcome;

    /// <summary>An expected no.</summary>
    public sealed record Refused(Refusal Refusal) : ClueOutcome;

    /// <summary>The clue does not exist for this actor.</summary>
    public sealed record NotFound : ClueOutcome;

    /// <summary>The actor sees the clue but has no role for the act.</summary>
    public sealed record Forbidden(IReadOnlyList<Role> Needed) : ClueOutcome;

    /// <summary>Somebody else changed the clue since the actor read it.</summary>
    public sealed record Conflict(long Version, string ChangedBy, string ChangedAt) : ClueOutcome;
}

/// <summary>What findings did: clues that are new, were seen again unchanged, changed, or came back.</summary>
public sealed record RaiseResult(int New, int Again, int Changed, int Reopened, Refusal? Refusal = null)
{
    public static RaiseResult operator +(RaiseResult a, RaiseResult b) => new(a.New + b.New, a.Again + b.Again, a.Changed + b.Changed, a.Reopened + b.Reopened);
}

/// <summary>The clues: raised from findings, and what people do with them. Load, fold, may this actor, decide, append and project in one transaction.</summary>
/// <param name="offices">A procuratorate by its code; null for one that there is not.</param>
/// <param name="seesMatter">Whether the matter of that number exists for the actor.</param>
public sealed class ClueRunner(EventStore store, ClueWords words, Func<string, ClueOffice?> offices, Func<Actor, string, CancellationToken, Task<bool>> seesMatter, TimeProvider time)
{
    private const int MostInOneTransaction = 1_000;

    public ClueWords Words => words;

    public DateOnly Today => time.Today();

    /// <summary>
    /// Turns the findings of a run into clues, a thousand in a transaction; the same findings again change nothing, so a run that was broken off is simply
    /// raised again. O(findings × log clues) and the events of those clues that are there already.
    /// </summary>
    /// <param name="origin">The other system that they come from; null for a run of ours.</param>
    public async Task<RaiseResult> RaiseAsync(string run, IReadOnlyList<Finding> findings, Actor actor, string? origin = null)
    {
        var result = new RaiseResult(0, 0, 0, 0);
        if (!ClueAccess.Works(actor))
            return result with { Refusal = new RaisedByThoseAtWork() };
        // one model says one thing of a key in a run; the last word counts
        var said = findings.Select(f => (Finding: f, Office: OfficeOf(f, actor))).GroupBy(f => (f.Office.Code, f.Finding.Model, f.Finding.Key)).Select(g => g.Last());
        foreach (var part in said.Chunk(MostInOneTransaction))
            result += await store.Writer.RunAsync(work => RaiseAsync(work, run, part, actor, origin));
        return result;
    }

    /// <summary>The unit that the data name, where the actor may raise for it; else their own, from where it can be transferred.</summary>
    private ClueOffice OfficeOf(Finding finding, Actor actor) =>
        finding.Unit is { } unit && offices(unit) is { } named && ClueAccess.MayRaiseFor(actor, named) ? named : new ClueOffice(actor.Unit, actor.UnitPath, actor.UnitShort, actor.UnitName);

    private async Task<RaiseResult> RaiseAsync(Work work, string run, IReadOnlyList<(Finding Finding, ClueOffice Office)> part, Actor actor, string? origin)
    {
        var context = Context(actor);
        var counts = new int[4];
        var serials = new Dictionary<(string, string), int>();
        var before = (await work.Connection.QueryAsync<string>("SELECT clue FROM clue_sighting WHERE run = @run", new { run }, work.Transaction)).ToHashSet(StringComparer.Ordinal);
        var seen = new List<string>();
        foreach (var (finding, office) in part)
        {
            var known = await KnownAsync(work, finding, office);
            var (came, happened) = ClueDecisions.Raise(known, finding, office, run, origin);
            var number = known?.Number ?? await NextAsync(work, serials, office, finding.Model);
            if (happened is not null)
                await work.AppendAsync(number.Stream, known?.Version ?? 0, [happened], context);
            counts[(int)came]++;
            if (!before.Contains(number.Value))
                seen.Add(number.Value);
        }
        if (seen.Count > 0)
            await work.AppendAsync(ClueRunSeen.Stream(run, seen[0]), 0, [new ClueRunSeen(run, origin, seen)], context);
        return new RaiseResult(counts[(int)RaisedAs.New], counts[(int)RaisedAs.SeenAgain], counts[(int)RaisedAs.Changed], counts[(int)RaisedAs.Reopened]);
    }

    private static async Task<Clue?> KnownAsync(Work work, Finding finding, ClueOffice office)
    {
        var number = await work.Connection.ExecuteScalarAsync<string?>(
            "SELECT clue FROM clue WHERE raised_for = @Code AND model = @Model AND key = @Key", new { office.Code, finding.Model, finding.Key }, work.Transaction);
        return number is null ? null : await LoadAsync(work, ClueNumber.Parse(number));
    }

    private static async Task<Clue> LoadAsync(Work work, ClueNumber number) => ClueFold.Fold(number, await work.LoadAsync(number.Stream));

    private async Task<ClueNumber> NextAsync(Work work, Dictionary<(string, string), int> serials, ClueOffice office, string model)
    {
        var letters = ClueNumber.LettersOf(model);
        if (!serials.TryGetValue((office.Short, letters), out var last))
            last = await work.Connection.ExecuteScalarAsync<int>(
                "SELECT COALESCE(MAX(serial), 0) FROM clue WHERE short = @Short AND year = @Year AND letters = @letters", new { office.Short, Today.Year, letters }, work.Transaction);
        serials[(office.Short, letters)] = ++last;
        return ClueNumber.Of(office.Short, Today.Year, letters, last);
    }

    /// <param name="expected">The version that the person saw; null = whatever it is now.</param>
    public async Task<ClueOutcome> ActAsync(Actor actor, ClueNumber number, ClueAct act, long? expected = null, CancellationToken ct = default)
    {
        var sees = act is LinkMatter { Matter: var matter } && await seesMatter(actor, matter, ct);
        return await store.Writer.RunAsync<ClueOutcome>(async work =>
        {
            var clue = await LoadAsync(work, number);
            if (!ClueAccess.MaySee(actor, clue))
                return new ClueOutcome.NotFound();
            var kind = ClueActKind.Of(act);
            if (!kind.IsOpenTo(actor))
                return new ClueOutcome.Forbidden(kind.Who);
            if (expected is { } version && version != clue.Version)
                return new ClueOutcome.Conflict(clue.Version, clue.Timeline[^1].Recorded.Actor, clue.Timeline[^1].Recorded.RecordedAt);
            var decision = ClueDecisions.Decide(clue, act, await ContextAsync(work, actor, act, sees));
            if (decision.Refusal is { } refusal)
                return new ClueOutcome.Refused(refusal);
            await work.AppendAsync(number.Stream, clue.Version, decision.Events, Context(actor));
            return new ClueOutcome.Done(number, clue.Version + decision.Events.Count);
        });
    }

    private async Task<ClueContext> ContextAsync(Work work, Actor actor, ClueAct act, bool sees)
    {
        var colleagues = await ColleaguesAsync(work.Connection, work.Transaction, actor.Unit);
        var other = act is JudgeClue { Judgement: Judgement.Duplicate, Of: { } of } && ClueNumber.TryParse(of) is { } named ? await LoadAsync(work, named) : null;
        return new ClueContext(
            actor, Today, words, colleagues, other is not null && ClueAccess.MaySee(actor, other) ? other : null, act is TransferClue t ? offices(t.Unit) : null, sees,
            code => offices(code)?.Name ?? code);
    }

    /// <summary>From the read table of the offices: those of a unit who may handle clues, with their names.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ColleaguesAsync(DbConnection connection, DbTransaction? transaction, string unit) =>
        (await connection.QueryAsync<(string Id, string Name, string Roles)>("SELECT id, name, roles FROM person WHERE unit = @unit AND roles <> '' ORDER BY id", new { unit }, transaction))
            .Where(p => p.Roles.Split(',').Intersect(UnitSets.Hands.Select(r => Law.Words.Kebab(r))).Any()).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);

    /// <summary>Those of the unit to whom a clue can be given.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ColleaguesAsync(Actor actor, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return await ColleaguesAsync(connection, null, actor.Unit);
    }

    /// <summary>The clue as it stands, without the matters of which the actor may not know; null when for them there is none.</summary>
    public async Task<Clue?> FindAsync(Actor actor, ClueNumber number, CancellationToken ct = default)
    {
        var clue = ClueFold.Fold(number, await store.LoadAsync(number.Stream, ct));
        if (!ClueAccess.MaySee(actor, clue))
            return null;
        foreach (var matter in clue.Matters)
            if (!await seesMatter(actor, matter, ct))
                clue.Forget(matter);
        return clue;
    }

    private AppendContext Context(Actor actor) => new(actor.Id, actor.Unit, Today, time.GetUtcNow());
}
