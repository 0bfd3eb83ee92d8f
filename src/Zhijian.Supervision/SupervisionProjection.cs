using System.Data.Common;
using System.Text.Json;
using Dapper;
using Zhijian.Law;
using Zhijian.Store;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision;

/// <summary>The read tables of imports, runs and schedules: one row each.</summary>
public sealed class SupervisionProjection : IProjection
{
    public IReadOnlyList<string> Tables => ["set_import", "model_run", "model_schedule"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS set_import (
            unit TEXT NOT NULL, set_id TEXT NOT NULL, version BIGINT NOT NULL, source TEXT NOT NULL, file_name TEXT NOT NULL, row_count BIGINT NOT NULL, left_out BIGINT NOT NULL,
            snapshot TEXT NOT NULL, bytes BIGINT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, mapping TEXT NOT NULL, PRIMARY KEY (unit, set_id, version));
        CREATE TABLE IF NOT EXISTS model_run (
            run TEXT PRIMARY KEY, unit TEXT NOT NULL, model TEXT NOT NULL, version BIGINT NOT NULL, engine TEXT NOT NULL, today TEXT NOT NULL, state TEXT NOT NULL, person TEXT NOT NULL,
            started_at TEXT NOT NULL, ended_at TEXT, findings BIGINT, raised BIGINT, milliseconds BIGINT, hash TEXT, why_zh TEXT, why_en TEXT);
        CREATE INDEX IF NOT EXISTS model_run_unit ON model_run (unit, model, started_at);
        CREATE TABLE IF NOT EXISTS model_schedule (
            unit TEXT NOT NULL, model TEXT NOT NULL, cadence TEXT NOT NULL, parameters TEXT NOT NULL, person TEXT NOT NULL, last_day TEXT NOT NULL, last_run TEXT, why_zh TEXT, why_en TEXT,
            PRIMARY KEY (unit, model));
        """;

    public bool Handles(string stream) => SetImported.IsStream(stream) || RunStarted.RunOf(stream) is not null || ModelScheduled.IsStream(stream);

    public Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => RunStarted.RunOf(stream) is { } run
        ? RunAsync(transaction, run, events)
        : ModelScheduled.IsStream(stream) ? ScheduleAsync(transaction, events) : ImportsAsync(transaction, events);

    private static async Task ScheduleAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events)
    {
        var said = events.Select(e => (Stored: e, Is: SupervisionEvents.Types.Read(e))).ToList();
        var set = (ModelScheduled)said[0].Is;
        await transaction.Connection!.ExecuteAsync("DELETE FROM model_schedule WHERE unit = @Unit AND model = @Model", new { set.Unit, set.Model }, transaction);
        var at = said.FindLastIndex(s => s.Is is not ModelScheduleDue);
        if (said[at].Is is not ModelScheduled now)
            return;
        var due = said[^1].Is as ModelScheduleDue;
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO model_schedule (unit, model, cadence, parameters, person, last_day, last_run, why_zh, why_en)
            VALUES (@Unit, @Model, @cadence, @parameters, @person, @lastDay, @run, @zh, @en)
            """,
            new
            {
                now.Unit, now.Model, cadence = Words.Kebab(now.Cadence), parameters = JsonSerializer.Serialize(now.Parameters, Json.Options), person = said[at].Stored.Actor,
                lastDay = due is null ? said[at].Stored.ActedOn : $"{due.Day:yyyy-MM-dd}", run = due?.Run, zh = due?.Why?.Zh, en = due?.Why?.En,
            },
            transaction);
    }

    private static Task ImportsAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO set_import (unit, set_id, version, source, file_name, row_count, left_out, snapshot, bytes, person, at, mapping)
        VALUES (@Unit, @Set, @version, @Source, @FileName, @Rows, @LeftOut, @Snapshot, @Bytes, @person, @at, @mapping) ON CONFLICT (unit, set_id, version) DO NOTHING
        """,
        events.Select(e => (Stored: e, Is: (SetImported)SupervisionEvents.Types.Read(e))).Select(e => new
        {
            e.Is.Unit, e.Is.Set, version = e.Stored.Version, e.Is.Source, e.Is.FileName, e.Is.Rows, e.Is.LeftOut, e.Is.Snapshot, e.Is.Bytes, person = e.Stored.Actor, at = e.Stored.RecordedAt,
            mapping = JsonSerializer.Serialize(e.Is.Mapping, Json.Options),
        }),
        transaction);

    private static async Task RunAsync(DbTransaction transaction, string run, IReadOnlyList<StoredEvent> events)
    {
        var started = (RunStarted)SupervisionEvents.Types.Read(events[0]);
        var last = events.Count > 1 ? SupervisionEvents.Types.Read(events[^1]) : null;
        var finished = last as RunFinished;
        var failed = last as RunFailed;
        await transaction.Connection!.ExecuteAsync("DELETE FROM model_run WHERE run = @run", new { run }, transaction);
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO model_run (run, unit, model, version, engine, today, state, person, started_at, ended_at, findings, raised, milliseconds, hash, why_zh, why_en)
            VALUES (@run, @Unit, @Model, @Version, @Engine, @today, @state, @person, @startedAt, @endedAt, @findings, @raised, @milliseconds, @hash, @zh, @en)
            """,
            new
            {
                run, started.Unit, started.Model, started.Version, started.Engine, today = $"{started.Today:yyyy-MM-dd}", person = events[0].Actor, startedAt = events[0].RecordedAt,
                state = last switch { null => RunRow.Running, RunFinished => RunRow.Finished, RunCancelled => RunRow.Cancelled, _ => RunRow.Failed },
                endedAt = last is null ? null : events[^1].RecordedAt, findings = finished?.Findings, raised = (long?)finished?.Raised, milliseconds = finished?.Milliseconds, hash = finished?.Hash,
                zh = failed?.Why.Zh, en = failed?.Why.En,
            },
            transaction);
    }
}
