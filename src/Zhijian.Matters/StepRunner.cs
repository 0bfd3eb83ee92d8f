using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>What came of a step.</summary>
public abstract record StepOutcome
{
    /// <summary>It was recorded; the matter now stands at this version.</summary>
    public sealed record Done(MatterId Matter, long Version) : StepOutcome
    {
        /// <summary>The version on which the decision rested: the events of the step are those after it.</summary>
        public required long After { get; init; }
    }

    /// <summary>An expected no.</summary>
    public sealed record Refused(Refusal Refusal) : StepOutcome;

    /// <summary>The matter does not exist for this actor.</summary>
    public sealed record NotFound : StepOutcome;

    /// <summary>The actor sees the matter but has no role for the step.</summary>
    public sealed record Forbidden(IReadOnlyList<Role> Needed) : StepOutcome;

    /// <summary>Somebody else changed the matter since the actor read it.</summary>
    public sealed record Conflict(MatterId Matter, long Version, string ChangedBy, string ChangedAt) : StepOutcome;

    /// <summary>The idempotency key was used before, for something else.</summary>
    public sealed record KeyReused : StepOutcome;
}

/// <summary>
/// Runs a step: load, fold, may this actor, decide, append and project in one transaction. The web page, the API and the command line
/// all come through here; it holds no rule of law.
/// </summary>
public sealed class StepRunner(EventStore store, LawBook law, StepCatalogue steps, TimeProvider time)
{
    public StepCatalogue Steps => steps;

    /// <summary>The day in China (UTC+8, no summer time): the day on which a prosecutor acts.</summary>
    public DateOnly Today => time.Today();

    /// <param name="id">The matter; null to register a new one.</param>
    /// <param name="expected">The version that the person saw; null = whatever it is now.</param>
    /// <param name="idempotencyKey">A key of the client's choice: the same request sent twice with it is recorded once.</param>
    public async Task<StepOutcome> RunAsync(Actor actor, MatterId? id, Step step, IDated command, long? expected = null, string? idempotencyKey = null)
    {
        var now = time.GetUtcNow();
        var request = idempotencyKey is null ? "" : Fingerprint(id, step, command);
        try
        {
            return await store.Writer.RunAsync(async work =>
            {
                if (idempotencyKey is not null && await RememberedAsync(work, actor, idempotencyKey, request) is { } before)
                    return before is StepOutcome.Done again && !Access.MaySee(actor, MatterFold.Fold(again.Matter, await work.LoadAsync(again.Matter.Value)))
                        ? new StepOutcome.NotFound() // they were taken out of the circle since
                        : before;
                var target = id ?? await NextIdAsync(work, actor, command.On);
                var events = await work.LoadAsync(target.Value);
                var kept = await work.LoadAsync(KeptExhibits.StreamOf(target));
                var matter = MatterFold.Fold(target, events, kept, actor.Id);
                if (id is not null && !Access.MaySee(actor, matter))
                    return new StepOutcome.NotFound();
                if (!Access.May(actor, step.Procedure, matter))
                    return new StepOutcome.Forbidden(step.Procedure.Who);
                if (expected is { } version && version != matter.Version)
                    return new StepOutcome.Conflict(target, matter.Version, events[^1].Actor, events[^1].RecordedAt);
                var decision = step.Decide(matter, command, new StepContext(law, step.Procedure, actor, Today, await ColleaguesAsync(work, actor)) { Entrusted = await EntrustedAsync(work, actor, command.On) });
                if (decision.Refusal is { } refusal)
                    return new StepOutcome.Refused(refusal);
                if (decision.Series is { } series)
                    decision = decision.With(await NextNumberAsync(work, actor, series));
                var (apart, open) = (decision.Events.Where(KeptExhibits.IsKept).ToList(), decision.Events.Where(e => !KeptExhibits.IsKept(e)).ToList());
                var context = new AppendContext(actor.Id, actor.Unit, command.On, now);
                await work.AppendAsync(target.Value, matter.Version, open, context);
                await work.AppendAsync(KeptExhibits.StreamOf(target), kept.Count, apart, context);
                var done = new StepOutcome.Done(target, matter.Version + open.Count) { After = matter.Version };
                if (idempotencyKey is not null)
                    await RememberAsync(work, actor, idempotencyKey, request, done, now);
                return (StepOutcome)done;
            });
        }
        catch (VersionConflictException e)
        {
            return new StepOutcome.Conflict(MatterId.Parse(e.Stream), e.Last?.Version ?? 0, e.Last?.Actor ?? "", e.Last?.RecordedAt ?? "");
        }
    }

    /// <summary>The matter as the actor may see it; null when for them it does not exist.</summary>
    public async Task<Matter?> FindAsync(Actor actor, MatterId id, CancellationToken ct = default)
    {
        var matter = MatterFold.Fold(id, await store.LoadAsync(id.Value, ct), await store.LoadAsync(KeptExhibits.StreamOf(id), ct), actor.Id);
        return Access.MaySee(actor, matter) ? matter : null;
    }

    /// <summary>The duties of a matter with their clocks.</summary>
    public IReadOnlyList<Duty> DutiesOf(Matter matter) => law.Duties.Derive(matter.Occurrences, matter.Published is null);

    /// <summary>From the read table of the offices: who has a role in the actor's unit.</summary>
    private static async Task<IReadOnlySet<string>> ColleaguesAsync(Work work, Actor actor) =>
        (await work.Connection.QueryAsync<string>("SELECT id FROM person WHERE unit = @Unit AND roles <> ''", new { actor.Unit }, work.Transaction)).ToHashSet(StringComparer.Ordinal);

    /// <summary>From the read table of the offices: the papers whose approval the actor was entrusted with on that day.</summary>
    private static async Task<IReadOnlySet<string>> EntrustedAsync(Work work, Actor actor, DateOnly on) =>
        (await work.Connection.QueryAsync<string>(
            "SELECT papers FROM approval_delegation WHERE person = @Id AND unit = @Unit AND from_on <= @on AND until_on >= @on", new { actor.Id, actor.Unit, on = $"{on:yyyy-MM-dd}" }, work.Transaction))
            .SelectMany(p => p.Split(',')).ToHashSet(StringComparer.Ordinal);

    internal static async Task<MatterId> NextIdAsync(Work work, Actor actor, DateOnly on)
    {
        var year = Math.Clamp(on.Year, 1900, 2099); // what an id can hold; the decision refuses such a day
        var last = await work.Connection.ExecuteScalarAsync<int?>(
            "SELECT MAX(serial) FROM matter WHERE short = @Short AND year = @year", new { Short = actor.UnitShort, year }, work.Transaction);
        return MatterId.Of(actor.UnitShort, year, (last ?? 0) + 1);
    }

    /// <summary>One more than the highest that the unit has given in that series and year; cancelled ones count, so that none is given again.</summary>
    private static async Task<int> NextNumberAsync(Work work, Actor actor, NumberSeries series) =>
        1 + await work.Connection.ExecuteScalarAsync<int>(
            "SELECT COALESCE(MAX(number), 0) FROM paper_number WHERE office_path = @UnitPath AND series = @Word AND year = @Year",
            new { actor.UnitPath, series.Word, series.Year }, work.Transaction);

    private static string Fingerprint(MatterId? id, Step step, IDated command) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{id}\n{step.Name}\n{JsonSerializer.Serialize(command, command.GetType(), Json.Options)}")));

    private static async Task<StepOutcome?> RememberedAsync(Work work, Actor actor, string key, string request)
    {
        var row = await work.Connection.QuerySingleOrDefaultAsync<(string RequestHash, string Response)?>(
            "SELECT request_hash, response FROM idempotency WHERE actor = @actor AND key = @key", new { actor = actor.Id, key }, work.Transaction);
        if (row is null)
            return null;
        if (row.Value.RequestHash != request)
            return new StepOutcome.KeyReused();
        var kept = row.Value.Response.Split(' ');
        return new StepOutcome.Done(MatterId.Parse(kept[0]), long.Parse(kept[1])) { After = long.Parse(kept[2]) };
    }

    private static Task RememberAsync(Work work, Actor actor, string key, string request, StepOutcome.Done done, DateTimeOffset now) => work.ExecuteAsync(
        "INSERT INTO idempotency (actor, key, request_hash, response, recorded_at) VALUES (@actor, @key, @request, @response, @now)",
        new { actor = actor.Id, key, request, response = $"{done.Matter} {done.Version} {done.After}", now = now.ToString("O") });
}
