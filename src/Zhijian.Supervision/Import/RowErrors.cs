using System.Globalization;
using System.Text;
using CsvHelper;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>Finds the rows of a staged draft that cannot be taken, writes all that is wrong with each into a file, and removes them. Linear in the rows.</summary>
internal sealed class RowErrors(DuckConnection connection, ImportRequest request, IReadOnlyList<string> header)
{
    /// <summary>The rows that took a closer look, with the text of their cells; <c>zj_wrong</c> where that did not help.</summary>
    public const string Odd = "zj_odd";

    private const string Draft = $"draft.{SetSnapshots.Table}";
    private readonly DataSet _set = request.Set;

    /// <returns>What is wrong with the first of them, how many rows were left out, and the file; null when there are none.</returns>
    /// <param name="shown">How many rows the first are.</param>
    public (IReadOnlyList<RowError> First, long Left, string? File) Take(string file, int shown, CancellationToken ct)
    {
        var first = new List<RowError>();
        long left = 0;
        (long?, long?) last = default;
        var duplicates = HasDuplicates(ct);
        using (var csv = new CsvWriter(new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            foreach (var name in (string[])["record", "line", "problem", "column", "value", "row"])
                csv.WriteField(name);
            csv.NextRecord();
            foreach (var error in Unreadable(ct).Concat(Wrong(ct)).Concat(duplicates ? Duplicates(ct) : []))
            {
                if ((error.Record, error.Line) != last)
                    left++;
                last = (error.Record, error.Line);
                if (left <= shown)
                    first.Add(error);
                csv.WriteField(error.Record);
                csv.WriteField(error.Line);
                csv.WriteField(Labels.Of(error.Problem)?.Zh);
                csv.WriteField(SafeCell.Of(error.Column));
                csv.WriteField(SafeCell.Of(error.Value));
                csv.WriteField(SafeCell.Of(error.Row));
                csv.NextRecord();
            }
        }
        if (duplicates)
            connection.Execute($"DELETE FROM {Draft} d USING {First} f WHERE d.{_set.Key} = f.{_set.Key} AND d.rowid > f.first", ct);
        connection.Execute($"ALTER TABLE {Draft} DROP COLUMN zj_row", ct);
        if (left > 0)
            return (first, left, file);
        File.Delete(file);
        return (first, 0, null);
    }

    /// <summary>The text that a column of the set is read from; null when nothing is mapped to it.</summary>
    /// <param name="cell">The SQL of a column of the file.</param>
    public static string? Given(ColumnMapping mapping, DataSetColumn column, Func<string, string> cell) => mapping.Of(column) switch
    {
        { From: { } from } => cell(from),
        { Constant: { } constant } => DuckConnection.Quoted(constant.Trim()),
        _ => null,
    };

    /// <summary>A cell of a row that was kept as text.</summary>
    public static string Cell(IReadOnlyList<string> header, string column) => $"zj_row[{header.ToList().IndexOf(column) + 1}]";

    private IEnumerable<RowError> Unreadable(CancellationToken ct)
    {
        if (request.Kind == SourceKind.Parquet || connection.Scalar("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'", ct) == "0")
            yield break;
        using var reader = connection.Query("SELECT line, min(error_message), any_value(csv_line) FROM reject_errors GROUP BY line ORDER BY line", ct);
        while (reader.Read())
            yield return new RowError(null, reader.Int64(0), RowProblem.Unreadable, null, reader.Text(1), reader.Text(2) ?? "");
    }

    private IEnumerable<RowError> Wrong(CancellationToken ct)
    {
        using var reader = connection.Query($"SELECT zj_id, {string.Join(", ", _set.Columns.Select(State))}, {string.Join(", ", header.Select(c => Cell(header, c)))} FROM {Odd} WHERE zj_wrong ORDER BY zj_id", ct);
        while (reader.Read())
        {
            var row = header.Select((name, i) => (Name: name, Value: reader.Text(1 + _set.Columns.Count + i))).ToList();
            var text = string.Join(" | ", row.Select(c => $"{c.Name}={c.Value}"));
            if (request.Kind == SourceKind.JsonLines && row.TrueForAll(c => c.Value is null))
            {
                // DuckDB reads a line that is no JSON as one without values
                yield return new RowError(reader.Int64(0) + 1, null, RowProblem.Unreadable, null, null, text);
                continue;
            }
            for (var i = 0; i < _set.Columns.Count; i++)
            {
                if (reader.Int64(1 + i) == 0)
                    continue;
                var (column, from) = (_set.Columns[i], request.Mapping.Of(_set.Columns[i]));
                yield return new RowError(
                    reader.Int64(0) + 1, null, reader.Int64(1 + i) == 1 ? RowProblem.Missing : NotA(column.Type),
                    Heading(column), from?.Constant ?? row.Find(c => c.Name == from?.From).Value, text);
            }
        }
    }

    /// <summary>0: nothing is wrong with the column; 1: it is required and nothing stands there; 2: what stands there cannot be read.</summary>
    private string State(DataSetColumn column)
    {
        var given = Given(request.Mapping, column, c => Cell(header, c)) is { } text && column.Type != ColumnType.Text ? ColumnReading.IsGiven(text) : "false";
        return $"CASE WHEN {column.Name} IS NOT NULL THEN 0 WHEN {given} THEN 2 ELSE {(column.Required ? 1 : 0)} END";
    }

    /// <summary>What the file calls a column; of one value for all rows, what the set does.</summary>
    private string Heading(DataSetColumn column) => request.Mapping.Of(column)?.From ?? column.Name;

    private static RowProblem NotA(ColumnType type) => type switch
    {
        ColumnType.Date => RowProblem.NotADate,
        ColumnType.Count => RowProblem.NotACount,
        ColumnType.Money => RowProblem.NotASum,
        _ => RowProblem.NotAFlag,
    };

    private IEnumerable<RowError> Duplicates(CancellationToken ct)
    {
        using var reader = connection.Query(
            $"SELECT d.rowid, d.{_set.Key}, f.first FROM {Draft} d JOIN {First} f ON d.{_set.Key} = f.{_set.Key} WHERE d.rowid > f.first ORDER BY d.rowid", ct);
        while (reader.Read())
            yield return new RowError(reader.Int64(0) + 1, null, RowProblem.Duplicate, Heading(_set.Find(_set.Key)!), reader.Text(1), $"= {reader.Int64(2) + 1}");
    }

    /// <summary>The keys that stand twice or more, each with its first row.</summary>
    private string First => $"(SELECT {_set.Key}, min(rowid) AS first FROM {Draft} GROUP BY {_set.Key} HAVING count(*) > 1)";

    private bool HasDuplicates(CancellationToken ct) => connection.Scalar($"SELECT count(*) > count(DISTINCT {_set.Key}) FROM {Draft}", ct) == "true";
}
