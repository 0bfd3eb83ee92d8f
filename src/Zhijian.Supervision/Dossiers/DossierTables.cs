using Zhijian.DuckDb;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Dossiers;

/// <summary>The newest imports of a unit as views of one database in memory; a set that was not imported is there and empty.</summary>
internal sealed class DossierTables : IDisposable
{
    /// <summary>The sets that dossiers read.</summary>
    public static readonly IReadOnlyList<string> Sets = ["suit", "trademark", "copyright_registration", "patent", "company"];

    private readonly Workplace _place;

    public DossierTables(IReadOnlyDictionary<string, SetImportRow> newest, DataSetCatalogue catalogue, SetSnapshots snapshots, string temp, long? memoryLimit)
    {
        _place = new Workplace(temp, memoryLimit);
        Sources = [.. Sets.Select(id => View(catalogue.Find(id)!, newest.GetValueOrDefault(id), snapshots))];
    }

    public DuckConnection Connection => _place.Connection;

    public IReadOnlyList<DossierSource> Sources { get; }

    public bool Has(string set) => Sources.First(s => s.Set.Id == set).Rows is not null;

    /// <summary>Every row as text, in the order of the columns of the query.</summary>
    public List<IReadOnlyList<string?>> Read(string sql, CancellationToken ct, params ReadOnlySpan<object?> parameters)
    {
        var rows = new List<IReadOnlyList<string?>>();
        using var reader = Connection.Query(sql, ct, parameters);
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.Columns.Count).Select(reader.Text)]);
        return rows;
    }

    public void Dispose() => _place.Dispose();

    private DossierSource View(DataSet set, SetImportRow? import, SetSnapshots snapshots)
    {
        var file = import is null ? null : snapshots.Find(set.Id, import.Snapshot);
        if (file is null)
        {
            Connection.Execute($"CREATE TABLE {set.Id} ({SetSnapshots.Definition(set)})");
            return new DossierSource(set, null, null);
        }
        var name = $"of_{set.Id}";
        SetSnapshots.Attach(Connection, file, name);
        // imports from before the set had a column do not have it
        var there = Read($"SELECT column_name FROM duckdb_columns() WHERE database_name = '{name}' AND table_name = '{SetSnapshots.Table}'", default).Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        Connection.Execute($"CREATE VIEW {set.Id} AS SELECT {string.Join(", ", set.Columns.Select(c => there.Contains(c.Name) ? c.Name : $"CAST(NULL AS {SetSnapshots.SqlType(c.Type)}) AS {c.Name}"))} FROM {name}.{SetSnapshots.Table}");
        return new DossierSource(set, import!.Rows, import.At);
    }
}
