using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>
/// Runs models in this process. Each run has a database of its own in memory, into which only the declared columns of its inputs are put as views; before
/// the SQL of the model is read, the database is confined to the files of these inputs and the one of its findings. What does not fit into memory goes to a folder of the run.
/// </summary>
public sealed class DuckEngine(SetSnapshots snapshots, string temp, long? memoryLimit = null) : IModelEngine
{
    private static readonly string NoLinks = $"SELECT {string.Join(", ", ModelSql.LinkColumns.Select(c => $"'' AS {c}"))} WHERE false";

    public string Name => "duckdb";

    public Task RunAsync(SupervisionModel model, ModelQuery query, IReadOnlyDictionary<string, ModelInput> inputs, string file, IProgress<double>? progress, CancellationToken ct) =>
        Task.Run(() => Run(model, query, inputs, file, progress, ct), ct);

    private void Run(SupervisionModel model, ModelQuery query, IReadOnlyDictionary<string, ModelInput> inputs, string file, IProgress<double>? progress, CancellationToken ct)
    {
        using var work = new Workplace(temp, memoryLimit);
        var connection = work.Connection;
        var files = new List<string>();
        foreach (var (set, columns) in model.Inputs)
            Put(connection, inputs[set], columns, files);
        using var reporting = work.Report(progress);
        SetSnapshots.Create(connection, file, "found");
        connection.Execute("PRAGMA force_compression = 'uncompressed'"); // to choose a compression for what is read in pages costs a tenth of the run
        connection.Confine([.. files, file, $"{file}.wal"]);
        try
        {
            connection.Execute($"CREATE TABLE found.{ModelSql.FindingTable} AS {query.FindingSql}", ct);
            connection.Execute($"CREATE VIEW {ModelSql.FindingTable} AS SELECT * FROM found.{ModelSql.FindingTable}", ct);
            connection.Execute($"CREATE TABLE found.{RunFile.Rows} AS {query.RowsSql}", ct);
            connection.Execute($"CREATE TABLE found.{RunFile.LinkTable} AS {query.LinksSql ?? NoLinks}", ct);
            connection.Execute("DETACH found", ct);
        }
        catch (DuckException e)
        {
            throw new ModelFailedException(model.Id, Name, e.Message, e);
        }
    }

    private void Put(DuckConnection connection, ModelInput input, IReadOnlyList<string> columns, List<string> files)
    {
        var set = input.Set;
        var tables = new List<string>();
        foreach (var snapshot in input.Snapshots)
        {
            var file = snapshots.Find(set.Id, snapshot.Hash) ?? throw new SnapshotDamagedException(set.Id, snapshot.Hash);
            var name = $"zj_{set.Id}_{tables.Count}";
            SetSnapshots.Attach(connection, file, name);
            files.Add(file);
            tables.Add($"{name}.{SetSnapshots.Table}");
        }
        if (input.Rows is not null || tables.Count == 0)
        {
            tables.Add($"zj_{set.Id}");
            connection.Execute($"CREATE TABLE {tables[^1]} ({SetSnapshots.Definition(set)})");
            if (input.Rows is { } given)
                Fill(connection, tables[^1], set, given);
        }
        connection.Execute($"CREATE VIEW {set.Id} AS {input.Select(columns, tables)}");
    }

    /// <summary>Rows as text into a table that has all columns of the set.</summary>
    internal static void Fill(DuckConnection connection, string table, DataSet set, DataRows rows)
    {
        var places = set.Columns.Select(c => rows.Columns.ToList().IndexOf(c.Name)).ToList();
        using var appender = connection.Append(table);
        foreach (var row in rows.Rows)
        {
            for (var i = 0; i < places.Count; i++)
                Add(appender, set.Columns[i].Type, places[i] < 0 ? null : row[places[i]]);
            appender.EndRow();
        }
        appender.Complete();
    }

    private static void Add(DuckAppender appender, ColumnType type, string? value)
    {
        switch (type)
        {
            case var _ when value is null:
                appender.AddNull();
                break;
            case ColumnType.Text:
                appender.Add(value);
                break;
            case ColumnType.Date:
                appender.Add(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case ColumnType.Flag:
                appender.Add(value == "true");
                break;
            default:
                appender.Add(long.Parse(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
