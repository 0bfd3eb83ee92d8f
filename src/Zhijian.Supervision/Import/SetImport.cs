using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>What is imported: the file, as what, and whether it replaces the set or adds to it.</summary>
/// <param name="Before">With it, rows are added: a row with a known key takes the place of the old one.</param>
public sealed record ImportRequest(DataSet Set, string File, SourceKind Kind, ColumnMapping Mapping, SetSnapshot? Before = null);

/// <summary>
/// Reads a file into a snapshot of a data set. Linear in the bytes of the file, and memory is bounded: DuckDB reads, converts and writes in one pass;
/// rows that cannot be taken are marked in that pass, reported and removed. Killed half-way, nothing is changed: a snapshot appears when it is whole.
/// </summary>
public sealed class SetImport(SetSnapshots snapshots, string temp, long? memoryLimit = null)
{
    private const int Shown = 100;
    private const int SampleRows = 20;

    /// <returns>The columns of a file, and a mapping for it.</returns>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public (IReadOnlyList<string> Columns, ColumnMapping Mapping) Look(DataSet set, string file, SourceKind kind, ColumnMapping? before, CancellationToken ct)
    {
        using var work = new Workplace(temp, memoryLimit);
        using var source = SourceTable.Open(work.Connection, file, kind, work.Folder, ct);
        return (source.Columns, ColumnMapping.Propose(set, source.Columns, before));
    }

    /// <summary>Reads everything, keeps nothing.</summary>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public Task<ImportReport> TryAsync(ImportRequest request, IProgress<double>? progress, CancellationToken ct) => RunAsync(request, keep: false, progress, ct);

    /// <summary>Reads and keeps. Rows with errors are left out and stand in <see cref="ImportReport.ErrorFile"/>.</summary>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public Task<ImportReport> KeepAsync(ImportRequest request, IProgress<double>? progress, CancellationToken ct) => RunAsync(request, keep: true, progress, ct);

    private async Task<ImportReport> RunAsync(ImportRequest request, bool keep, IProgress<double>? progress, CancellationToken ct)
    {
        var draft = snapshots.Draft(request.Set.Id);
        try
        {
            var report = await Task.Run(() => Read(request, draft, progress, ct), ct);
            return keep ? report with { Snapshot = await snapshots.KeepAsync(request.Set.Id, draft, report.Rows, ct) } : report;
        }
        finally
        {
            File.Delete(draft);
            File.Delete($"{draft}.wal");
        }
    }

    private ImportReport Read(ImportRequest request, string draft, IProgress<double>? progress, CancellationToken ct)
    {
        using var work = new Workplace(temp, memoryLimit);
        var connection = work.Connection;
        using var source = SourceTable.Open(connection, request.File, request.Kind, work.Folder, ct);
        if (request.Mapping.Check(request.Set, source.Columns) is { } refusal)
            throw new SourceUnreadableException(refusal.Says);
        ColumnReading.Define(connection);
        SetSnapshots.Attach(connection, draft, "draft", readOnly: false);
        using (work.Report(progress))
        {
            Stage(connection, request, source, ct);
            var errors = new RowErrors(connection, request, source.Columns);
            var (first, left, file) = errors.Take(work.ErrorFile(request.Set.Id), Shown, ct);
            if (request.Before is { } before)
                Merge(connection, request.Set, before, ct);
            var rows = long.Parse(connection.Scalar($"SELECT count(*) FROM draft.{SetSnapshots.Table}", ct)!, CultureInfo.InvariantCulture);
            var sample = Sample(connection, request.Set, ct);
            connection.Execute("DETACH draft");
            return new ImportReport(rows, left, first, sample, null, file);
        }
    }

    /// <summary>Every row of the file: its values, and, where one of them cannot be read, the row as it stood.</summary>
    private static void Stage(DuckConnection connection, ImportRequest request, SourceTable source, CancellationToken ct)
    {
        var values = new List<string>();
        var wrong = new List<string>();
        foreach (var column in request.Set.Columns)
        {
            var given = RowErrors.Given(request.Mapping, column);
            var value = given is null ? $"CAST(NULL AS {SetSnapshots.SqlType(column.Type)})" : ColumnReading.Value(column.Type, given, RowErrors.Fen(request.Mapping, column));
            values.Add($"{value} AS {column.Name}");
            if (column.Required)
                wrong.Add($"{column.Name} IS NULL");
            else if (given is not null && column.Type != ColumnType.Text)
                wrong.Add($"({column.Name} IS NULL AND {given} IS NOT NULL)");
        }
        var row = $"[{string.Join(", ", source.Columns.Select(c => $"file.{SourceTable.Quoted(c)}"))}]";
        var bad = wrong.Count == 0 ? "false" : string.Join(" OR ", wrong);
        connection.Execute(
            $"CREATE TABLE draft.{SetSnapshots.Table} AS SELECT {string.Join(", ", request.Set.Columns.Select(c => c.Name))}, CASE WHEN {bad} THEN {row} END AS zj_row "
            + $"FROM (SELECT {string.Join(", ", values)}, file FROM ({source.Relation}) file)",
            ct);
    }

    private void Merge(DuckConnection connection, DataSet set, SetSnapshot before, CancellationToken ct)
    {
        SetSnapshots.Attach(connection, snapshots.Find(set.Id, before.Hash) ?? throw new SnapshotDamagedException(set.Id, before.Hash), "earlier", readOnly: true);
        connection.Execute($"INSERT INTO draft.{SetSnapshots.Table} SELECT * FROM earlier.{SetSnapshots.Table} o WHERE NOT EXISTS (SELECT 1 FROM draft.{SetSnapshots.Table} n WHERE n.{set.Key} = o.{set.Key})", ct);
        connection.Execute("DETACH earlier");
    }

    private static DataRows Sample(DuckConnection connection, DataSet set, CancellationToken ct)
    {
        var rows = new List<IReadOnlyList<string?>>();
        using var reader = connection.Query($"SELECT * FROM draft.{SetSnapshots.Table} LIMIT {SampleRows}", ct);
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, set.Columns.Count).Select(reader.Text)]);
        return new DataRows([.. set.Columns.Select(c => c.Name)], rows);
    }
}
