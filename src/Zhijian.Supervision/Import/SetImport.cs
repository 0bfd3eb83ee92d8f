using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>What is imported: the file, as what, and whether it replaces the set or adds to it.</summary>
/// <param name="First">Only so many rows are read, for a look at a long file; null: all.</param>
/// <param name="Before">With it, rows are added: a row with a known key takes the place of the old one.</param>
public sealed record ImportRequest(DataSet Set, string File, SourceKind Kind, ColumnMapping Mapping, SetSnapshot? Before = null, int? First = null);

/// <summary>
/// Reads a file into a snapshot of a data set. Linear in the bytes of the file, and memory is bounded: DuckDB reads, converts and writes in one pass;
/// rows that this pass does not understand are marked, looked at closely, and, if that does not help, reported and removed. Killed half-way, nothing is changed: a snapshot appears when it is whole.
/// </summary>
public sealed class SetImport(SetSnapshots snapshots, string temp, long? memoryLimit = null)
{
    private const int Shown = 100;
    private const int SampleRows = 20;

    /// <summary>Enough to know the columns, also of JSON Lines, where not every row names them all.</summary>
    private const int BeginningRows = 1_000;

    /// <returns>The columns of a file, and a mapping for it.</returns>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public (IReadOnlyList<string> Columns, ColumnMapping Mapping) Look(DataSet set, string file, SourceKind kind, ColumnMapping? before, CancellationToken ct)
    {
        using var work = new Workplace(temp, memoryLimit);
        using var source = SourceTable.Open(work.Connection, file, kind, work.Folder, BeginningRows, ct);
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
        using var source = SourceTable.Open(connection, request.File, request.Kind, work.Folder, request.First, ct);
        if (request.Mapping.Check(request.Set, source.Columns) is { } refusal)
            throw new SourceUnreadableException(refusal.Says);
        SetSnapshots.Create(connection, draft, "draft");
        using (work.Report(progress))
        {
            Stage(connection, request, source, ct);
            LookClosely(connection, request, source.Columns, ct);
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

    /// <summary>Every row of the file: its values, and, where one of them could not be read the plain way, the row as it stood.</summary>
    private static void Stage(DuckConnection connection, ImportRequest request, SourceTable source, CancellationToken ct)
    {
        var values = new List<string>();
        var open = new List<string>();
        foreach (var column in request.Set.Columns)
        {
            var text = RowErrors.Given(request.Mapping, column, Text);
            values.Add($"{(text is null ? $"CAST(NULL AS {SetSnapshots.SqlType(column.Type)})" : ColumnReading.Plain(column.Type, text, Fen(request.Mapping, column)))} AS {column.Name}");
            if (column.Required || text is not null && column.Type != ColumnType.Text)
                open.Add(column.Required ? $"{column.Name} IS NULL" : $"({column.Name} IS NULL AND {text!} IS NOT NULL)");
        }
        // the columns of the file have names of ours, for theirs may be those of the set
        var texts = string.Join(", ", source.Columns.Select(Text));
        connection.Execute(
            $"CREATE TABLE draft.{SetSnapshots.Table} AS SELECT {string.Join(", ", request.Set.Columns.Select(c => c.Name))}, CASE WHEN {(open.Count == 0 ? "false" : string.Join(" OR ", open))} THEN [{texts}] END AS zj_row "
            + $"FROM (SELECT {string.Join(", ", values)}, {texts} FROM (SELECT {string.Join(", ", source.Columns.Select(c => $"{SourceTable.Quoted(c)} AS {Text(c)}"))} FROM ({source.Relation}) f) t)",
            ct);

        string Text(string column) => $"zj_text_{source.Columns.ToList().IndexOf(column)}";
    }

    /// <summary>
    /// Looks closely at the rows that could not be read the plain way, in a table of their own: those that can be read go back to where they stood, the others
    /// are taken out of the draft and stay in <see cref="RowErrors.Odd"/>.
    /// </summary>
    private static void LookClosely(DuckConnection connection, ImportRequest request, IReadOnlyList<string> header, CancellationToken ct)
    {
        const string draft = $"draft.{SetSnapshots.Table}";
        connection.Execute($"CREATE TEMP TABLE {RowErrors.Odd} AS SELECT rowid AS zj_id, *, false AS zj_wrong FROM {draft} WHERE zj_row IS NOT NULL", ct);
        if (connection.Scalar($"SELECT count(*) FROM {RowErrors.Odd}", ct) == "0")
            return;
        var (wrong, read) = (new List<string>(), new List<string>());
        foreach (var column in request.Set.Columns)
        {
            if (RowErrors.Given(request.Mapping, column, c => RowErrors.Cell(header, c)) is { } text && column.Type != ColumnType.Text)
            {
                var unread = $"{column.Name} IS NULL AND {ColumnReading.IsGiven(text)}";
                connection.Execute(
                    $"UPDATE {RowErrors.Odd} o SET {column.Name} = s.value FROM (SELECT id, {ColumnReading.Close(column.Type, "c", Fen(request.Mapping, column))} AS value FROM "
                    + $"(SELECT zj_id AS id, {text} AS c FROM {RowErrors.Odd} WHERE {unread})) s WHERE o.zj_id = s.id", ct);
                wrong.Add($"({unread})");
                read.Add($"{column.Name} = o.{column.Name}");
            }
            if (column.Required)
                wrong.Add($"{column.Name} IS NULL");
        }
        connection.Execute($"UPDATE {RowErrors.Odd} SET zj_wrong = true WHERE {string.Join(" OR ", wrong)}", ct);
        connection.Execute($"DELETE FROM {draft} WHERE rowid IN (SELECT zj_id FROM {RowErrors.Odd} WHERE zj_wrong)", ct);
        if (read.Count > 0)
            connection.Execute($"UPDATE {draft} r SET {string.Join(", ", read)} FROM {RowErrors.Odd} o WHERE r.rowid = o.zj_id AND NOT o.zj_wrong", ct);
    }

    private static long Fen(ColumnMapping mapping, DataSetColumn column) => (mapping.Of(column)?.Unit ?? MoneyUnit.Yuan).Fen();

    private void Merge(DuckConnection connection, DataSet set, SetSnapshot before, CancellationToken ct)
    {
        SetSnapshots.Attach(connection, snapshots.Find(set.Id, before.Hash) ?? throw new SnapshotDamagedException(set.Id, before.Hash), "earlier");
        connection.Execute($"INSERT INTO draft.{SetSnapshots.Table} BY NAME SELECT * FROM earlier.{SetSnapshots.Table} o WHERE NOT EXISTS (SELECT 1 FROM draft.{SetSnapshots.Table} n WHERE n.{set.Key} = o.{set.Key})", ct);
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
