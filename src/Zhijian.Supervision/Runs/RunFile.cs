using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>How much a run found. <paramref name="Hash"/>: the same findings, rows and links give the same, in whatever order an engine writes them.</summary>
public sealed record RunSummary(long Findings, long Rows, string Hash);

/// <summary>What one run found, in a file of its own: its findings, the rows that they rest on, and their links.</summary>
public sealed class RunFile(string path)
{
    internal const string Rows = "finding_row";
    internal const string LinkTable = "link";
    private const int MostRows = 10_000;
    private const string FallingScore = "score DESC, key";

    public bool Exists => File.Exists(path);

    /// <summary>Findings by falling score from <paramref name="skip"/> on, each with its rows (of one finding at most 10,000). Linear in what the run found.</summary>
    public IReadOnlyList<Finding> Findings(SupervisionModel model, long skip, int take, CancellationToken ct)
    {
        using var database = Open();
        using var connection = database.Connect();
        var page = $"(SELECT * FROM {ModelSql.FindingTable} ORDER BY {FallingScore} LIMIT {take} OFFSET {skip})";
        var rows = new Dictionary<string, List<FindingRow>>(StringComparer.Ordinal);
        using (var reader = connection.Query(
            $"SELECT r.finding_key, r.set_name, r.row_id, r.rule FROM {Rows} r WHERE r.finding_key IN (SELECT p.key FROM {page} p) "
            + $"QUALIFY row_number() OVER (PARTITION BY r.finding_key ORDER BY r.set_name, r.row_id, r.rule) <= {MostRows} ORDER BY ALL", ct))
            while (reader.Read())
                (rows.TryGetValue(reader.Text(0)!, out var of) ? of : rows[reader.Text(0)!] = []).Add(new FindingRow(reader.Text(1)!, reader.Text(2)!, reader.Text(3)));
        var findings = new List<Finding>();
        using var found = connection.Query($"SELECT key, subject, unit, score{string.Concat(model.Values.Select(v => $", {v.Name}"))} FROM {page} p ORDER BY {FallingScore}", ct);
        while (found.Read())
        {
            var values = model.Values.Select((v, i) => (v.Name, Value: found.Text(4 + i))).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
            findings.Add(new Finding(
                model.Id, model.Version, found.Text(0)!, found.Text(1)!, found.Text(2), (int)found.Int64(3), model.Explanation.Render(All(found, values)), values, rows.GetValueOrDefault(found.Text(0)!) ?? []));
        }
        return findings;
    }

    /// <summary>The links of a finding: from, to, label.</summary>
    public IReadOnlyList<FindingLink> Links(string key, CancellationToken ct)
    {
        using var database = Open();
        using var connection = database.Connect();
        using var reader = connection.Query($"SELECT from_name, to_name, label FROM {LinkTable} WHERE finding_key = $1 ORDER BY ALL", ct, key);
        var links = new List<FindingLink>();
        while (reader.Read())
            links.Add(new FindingLink(reader.Text(0)!, reader.Text(1)!, reader.Text(2)));
        return links;
    }

    /// <summary>Findings and rows in full, as an example lists them.</summary>
    public (DataRows Findings, DataRows Rows) InFull(CancellationToken ct)
    {
        using var database = Open();
        using var connection = database.Connect();
        return (Table(ModelSql.FindingTable), Table(Rows));

        DataRows Table(string name)
        {
            using var reader = connection.Query($"SELECT * FROM {name} ORDER BY ALL", ct);
            var rows = new List<IReadOnlyList<string?>>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.Columns.Count).Select(reader.Text)]);
            return new DataRows([.. reader.Columns.Select(c => c.Name)], rows);
        }
    }

    /// <summary>Counts what was found and makes sure that each finding can be shown. Linear.</summary>
    /// <exception cref="ModelFailedException">A finding has no key, shares it with another, has no subject, or its score is not 1 to 100.</exception>
    internal RunSummary Summary(SupervisionModel model, string engine, CancellationToken ct)
    {
        using var database = Open();
        using var connection = database.Connect();
        var wrong = connection.Scalar(
            $"SELECT coalesce(key, 'NULL') FROM {ModelSql.FindingTable} WHERE key IS NULL OR subject IS NULL OR score IS NULL OR score NOT BETWEEN 1 AND 100 LIMIT 1", ct)
            // to count the keys takes half the time of grouping by them
            ?? (Count(ModelSql.FindingTable) == Count(ModelSql.FindingTable, "DISTINCT key") ? null : connection.Scalar($"SELECT key FROM {ModelSql.FindingTable} GROUP BY key HAVING count(*) > 1 LIMIT 1", ct));
        if (wrong is not null)
            throw new ModelFailedException(model.Id, engine, $"the finding “{wrong}” has no key of its own, no subject, or a score that is not 1 to 100");
        return new RunSummary(Count(ModelSql.FindingTable), Count(Rows), string.Concat(new[] { ModelSql.FindingTable, Rows, LinkTable }.Select(Hash)));

        long Count(string table, string what = "*") => long.Parse(connection.Scalar($"SELECT count({what}) FROM {table}", ct)!, CultureInfo.InvariantCulture);

        // rows that are all different do not cancel one another; this tells two results apart, it is no seal
        string Hash(string table) => connection.Scalar($"SELECT lower(lpad(hex(coalesce(bit_xor(md5_number({Row(connection, table, ct)})), 0)), 32, '0')) FROM {table}", ct)!;
    }

    /// <summary>What is new, gone or other than in an earlier run of the same model. Linear in both.</summary>
    public RunDifference Since(RunFile earlier, int shown, CancellationToken ct)
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        SetSnapshots.Attach(connection, path, "later");
        SetSnapshots.Attach(connection, earlier.Path, "earlier");
        const string first = $"ORDER BY n.score DESC, n.key";
        return new RunDifference(
            Of($"SELECT n.key, n.subject FROM later.finding n WHERE NOT EXISTS (SELECT 1 FROM earlier.finding e WHERE e.key = n.key) {first}"),
            Of($"SELECT n.key, n.subject FROM earlier.finding n WHERE NOT EXISTS (SELECT 1 FROM later.finding e WHERE e.key = n.key) {first}"),
            Of($"SELECT n.key, n.subject FROM later.finding n JOIN earlier.finding e ON e.key = n.key WHERE {Row(connection, "later.finding", ct, "n.")} <> {Row(connection, "earlier.finding", ct, "e.")} {first}"));

        FindingKeys Of(string sql)
        {
            var count = connection.Scalar($"SELECT count(*) FROM ({sql}) c", ct)!;
            using var reader = connection.Query($"{sql} LIMIT {shown}", ct);
            var keys = new List<FindingKey>();
            while (reader.Read())
                keys.Add(new FindingKey(reader.Text(0)!, reader.Text(1)!));
            return new FindingKeys(long.Parse(count, CultureInfo.InvariantCulture), keys);
        }
    }

    private string Path => path;

    private DuckDatabase Open() => DuckDatabase.Open(path, new DuckOptions { ReadOnly = true });

    /// <summary>All columns of a row as one text, in SQL. What is not there stands as an empty text, which no column of a set is.</summary>
    private static string Row(DuckConnection connection, string table, CancellationToken ct, string of = "")
    {
        using var columns = connection.Query($"SELECT * FROM {table} LIMIT 0", ct);
        return $"concat({string.Join(", chr(31), ", columns.Columns.Select(c => of + c.Name))})";
    }

    /// <summary>What the sentence of a finding may name: the values, and what every finding has.</summary>
    private static Dictionary<string, string?> All(DuckReader found, Dictionary<string, string?> values) => new(values, StringComparer.Ordinal)
    {
        ["key"] = found.Text(0), ["subject"] = found.Text(1), ["unit"] = found.Text(2), ["score"] = found.Text(3),
    };

    /// <summary>Writes such a file row by row, for an engine that is not DuckDB itself. Texts as an engine writes them, NULL as null.</summary>
    internal sealed class Writer : IDisposable
    {
        private readonly DuckDatabase _database;
        private readonly DuckConnection _connection;
        private readonly DuckAppender _findings;
        private readonly DuckAppender _rows;
        private readonly DuckAppender _links;

        public Writer(string path, SupervisionModel model)
        {
            _database = DuckDatabase.Open(path);
            _connection = _database.Connect();
            _connection.Execute($"CREATE TABLE {ModelSql.FindingTable} (key VARCHAR, subject VARCHAR, unit VARCHAR, score BIGINT{string.Concat(model.Values.Select(v => $", {v.Name} VARCHAR"))})");
            _connection.Execute($"CREATE TABLE {Rows} ({string.Join(", ", ModelSql.RowColumns.Select(c => $"{c} VARCHAR"))})");
            _connection.Execute($"CREATE TABLE {LinkTable} ({string.Join(", ", ModelSql.LinkColumns.Select(c => $"{c} VARCHAR"))})");
            (_findings, _rows, _links) = (_connection.Append(ModelSql.FindingTable), _connection.Append(Rows), _connection.Append(LinkTable));
        }

        public void Finding(IReadOnlyList<string?> row)
        {
            for (var i = 0; i < row.Count; i++)
                if (i == 3 && row[i] is { } score)
                    _findings.Add(long.Parse(score, CultureInfo.InvariantCulture));
                else
                    _findings.Add(row[i]);
            _findings.EndRow();
        }

        public void Row(IReadOnlyList<string?> row) => Write(_rows, row);

        public void Link(IReadOnlyList<string?> row) => Write(_links, row);

        public void Complete()
        {
            _findings.Complete();
            _rows.Complete();
            _links.Complete();
        }

        public void Dispose()
        {
            _findings.Dispose();
            _rows.Dispose();
            _links.Dispose();
            _connection.Dispose();
            _database.Dispose();
        }

        private static void Write(DuckAppender to, IReadOnlyList<string?> row)
        {
            foreach (var value in row)
                to.Add(value);
            to.EndRow();
        }
    }
}

/// <summary>Who is tied to whom in a finding, and by what.</summary>
public sealed record FindingLink(string From, string To, string? Label);

/// <summary>A finding by its key, and whom it is about.</summary>
public sealed record FindingKey(string Key, string Subject);

/// <summary>How many there are, and the first of them.</summary>
public sealed record FindingKeys(long Count, IReadOnlyList<FindingKey> First);

/// <summary>What differs between two runs of a model.</summary>
public sealed record RunDifference(FindingKeys New, FindingKeys Gone, FindingKeys Changed);
