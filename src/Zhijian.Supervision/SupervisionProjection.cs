using System.Data.Common;
using System.Text.Json;
using Dapper;
using Zhijian.Store;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision;

/// <summary>The read tables of imports and runs: one row each.</summary>
public sealed class SupervisionProjection : IProjection
{
    private static readonly EventTypes Types = new(typeof(SetImported).Assembly);

    public IReadOnlyList<string> Tables => ["set_import", "model_run"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS set_import (
            unit TEXT NOT NULL, set_id TEXT NOT NULL, version BIGINT NOT NULL, source TEXT NOT NULL, file_name TEXT NOT NULL, row_count BIGINT NOT NULL, left_out BIGINT NOT NULL,
            snapshot TEXT NOT NULL, bytes BIGINT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, mapping TEXT NOT NULL, PRIMARY KEY (unit, set_id, version));
        CREATE TABLE IF NOT EXISTS model_run (
            run TEXT PRIMARY KEY, unit TEXT NOT NULL, model TEXT NOT NULL, version BIGINT NOT NULL, engine TEXT NOT NULL, today TEXT NOT NULL, state TEXT NOT NULL, person TEXT NOT NULL,
            started_at TEXT NOT NULL, ended_at TEXT, findings BIGINT, raised BIGINT, milliseconds BIGINT, hash TEXT, why_zh TEXT, why_en TEXT);
        CREATE INDEX IF NOT EXISTS model_run_unit ON model_run (unit, model, started_at);
        """;

    public bool Handles(string stream) => SetImported.IsStream(stream) || RunStarted.RunOf(stream) is not null;

    public Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => RunStarted.RunOf(stream) is { } run
        ? RunAsync(transaction, run, events)
        : ImportsAsync(transaction, events);

    private static Task ImportsAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO set_import (unit, set_id, version, source, file_name, row_count, left_out, snapshot, bytes, person, at, mapping)
        VALUES (@Unit, @Set, @version, @Source, @FileName, @Rows, @LeftOut, @Snapshot, @Bytes, @person, @at, @mapping) ON CONFLICT (unit, set_id, version) DO NOTHING
        """,
        events.Select(e => (Stored: e, Is: (SetImported)Types.Read(e))).Select(e => new
        {
            e.Is.Unit, e.Is.Set, version = e.Stored.Version, e.Is.Source, e.Is.FileName, e.Is.Rows, e.Is.LeftOut, e.Is.Snapshot, e.Is.Bytes, person = e.Stored.Actor, at = e.Stored.RecordedAt,
            mapping = JsonSerializer.Serialize(e.Is.Mapping, Json.Options),
        }),
        transaction);

    private static async Task RunAsync(DbTransaction transaction, string run, IReadOnlyList<StoredEvent> events)
    {
        var started = (RunStarted)Types.Read(events[0]);
        var last = events.Count > 1 ? Types.Read(events[^1]) : null;
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
