using System.Text.Json;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>A model that runs by itself: how often, in whose name, and what came of the last time that it was due.</summary>
/// <param name="LastDay">The day of that; before the first one, the day on which it was arranged.</param>
/// <param name="WhyZh">What stood against the last run; null when it was queued.</param>
public sealed record ScheduleRow(string Unit, string Model, string Cadence, string Parameters, string Person, string LastDay, string? LastRun, string? WhyZh, string? WhyEn)
{
    internal const string Columns =
        "unit AS Unit, model AS Model, cadence AS Cadence, parameters AS Parameters, person AS Person, last_day AS LastDay, last_run AS LastRun, why_zh AS WhyZh, why_en AS WhyEn";

    public Cadence Every => Law.Words.Parse<Cadence>(Cadence)!.Value;

    public IReadOnlyDictionary<string, string> Given => JsonSerializer.Deserialize<Dictionary<string, string>>(Parameters, Json.Options)!;

    /// <summary>Whether a run is due: a day, week or month has begun since the last one, and it is past two in the morning of China.</summary>
    public bool IsDue(DateTimeOffset now)
    {
        var day = ChinaTime.DayOf(now.AddHours(-ModelSchedules.Hour));
        var begun = Every switch
        {
            Runs.Cadence.Daily => day,
            Runs.Cadence.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => new DateOnly(day.Year, day.Month, 1),
        };
        return string.CompareOrdinal($"{begun:yyyy-MM-dd}", LastDay) > 0;
    }
}

/// <summary>The models that a unit lets run by themselves. Each run is one like any other: on record, in the name of a person who may run it.</summary>
/// <param name="actorOf">The person with the roles that they have now; null when they are gone.</param>
public sealed class ModelSchedules(EventStore store, ModelRuns runs, Func<string, CancellationToken, Task<Actor?>> actorOf, TimeProvider time)
{
    /// <summary>The hour of the day, in China, from which the runs of a day begin.</summary>
    internal const int Hour = 2;

    private static readonly Text Gone = new("安排它的人已没有运行模型的角色；请另一个人重新安排", "whoever arranged it may no longer run models; let somebody else arrange it");

    /// <summary>The schedules of the unit, by model.</summary>
    public async Task<IReadOnlyDictionary<string, ScheduleRow>> OfAsync(Actor actor, CancellationToken ct = default) =>
        (await RowsAsync("WHERE unit = @Unit", new { actor.Unit }, ct)).ToDictionary(r => r.Model, StringComparer.Ordinal);

    /// <summary>Lets a model run by itself from the next day, week or month on, in place of what was arranged before.</summary>
    /// <param name="every">Null: no more.</param>
    public async Task<Refusal?> SetAsync(Actor actor, string model, Cadence? every, IReadOnlyDictionary<string, string> parameters)
    {
        if (runs.Refuses(actor, model, parameters) is { } refusal)
            return refusal;
        IEvent what = every is { } cadence ? new ModelScheduled(actor.Unit, model, cadence, parameters) : new ModelScheduleEnded();
        if (every is not null || (await OfAsync(actor)).ContainsKey(model))
            await AppendAsync(actor.Unit, model, what, actor.Id);
        return null;
    }

    /// <summary>Queues every run that is due. What cannot be run is recorded with the reason, and is due again with the next day, week or month.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct = default)
    {
        var due = (await RowsAsync("", null, ct)).Where(r => r.IsDue(time.GetUtcNow())).ToList();
        foreach (var row in due)
        {
            var actor = await actorOf(row.Person, ct);
            var (run, refusal) = actor is null || actor.Unit != row.Unit || !UnitSets.MayImport(actor)
                ? (null, null) : await runs.StartAsync(actor, new RunOrder(row.Model, row.Given), scheduled: true, ct);
            await AppendAsync(row.Unit, row.Model, new ModelScheduleDue(time.Today(), run, run is not null ? null : refusal?.Says ?? Gone), row.Person);
        }
        return due.Count;
    }

    private async Task<List<ScheduleRow>> RowsAsync(string where, object? parameters, CancellationToken ct)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<ScheduleRow>(new CommandDefinition(
            $"SELECT {ScheduleRow.Columns} FROM model_schedule {where} ORDER BY unit, model", parameters, cancellationToken: ct))).AsList();
    }

    private Task AppendAsync(string unit, string model, IEvent what, string person)
    {
        var stream = ModelScheduled.Stream(unit, model);
        return store.Writer.RunAsync(async work => await work.AppendAsync(stream, await work.VersionAsync(stream), [what], new AppendContext(person, unit, time.Today(), time.GetUtcNow())));
    }
}
