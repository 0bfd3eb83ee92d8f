using System.Security.Cryptography;
using System.Text;
using Zhijian.DuckDb;
using Zhijian.Supervision.Models;

namespace Zhijian.Supervision.Runs;

/// <summary>What one run found, in a file of its own: its findings by falling score, the rows that they rest on, and their links.</summary>
public sealed class RunFile(string path)
{
    private const int MostRows = 10_000;

    public bool Exists => File.Exists(path);

    /// <summary>Findings from <paramref name="skip"/> on, each with its rows (of one finding at most 10,000).</summary>
    public IReadOnlyList<Finding> Findings(SupervisionModel model, long skip, int take, CancellationToken ct) =>
        Read(model, $"f.ordinal >= {skip} AND f.ordinal < {skip + take}", [], ct);

    /// <summary>One finding; null when the run has none of this key.</summary>
    public Finding? Find(SupervisionModel model, string key, CancellationToken ct) => Read(model, "f.key = $1", [key], ct).SingleOrDefault();

    /// <summary>The links of a finding: from, to, label.</summary>
    public IReadOnlyList<FindingLink> Links(string key, CancellationToken ct)
    {
        using var database = Open();
        using var connection = database.Connect();
        using var reader = connection.Query("SELECT from_name, to_name, label FROM link WHERE finding_key = $1", ct, key);
        var links = new List<FindingLink>();
        while (reader.Read())
            links.Add(new FindingLink(reader.Text(0)!, reader.Text(1)!, reader.Text(2)));
        return links;
    }

    /// <summary>What is new, gone or other than in an earlier run of the same model. Linear in both.</summary>
    public RunDifference Since(RunFile earlier, int shown, CancellationToken ct)
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        Sets.SetSnapshots.Attach(connection, path, "later", readOnly: true);
        Sets.SetSnapshots.Attach(connection, earlier.Path, "earlier", readOnly: true);
        return new RunDifference(
            Of("SELECT n.key, n.subject FROM later.finding n WHERE NOT EXISTS (SELECT 1 FROM earlier.finding e WHERE e.key = n.key) ORDER BY n.ordinal"),
            Of("SELECT e.key, e.subject FROM earlier.finding e WHERE NOT EXISTS (SELECT 1 FROM later.finding n WHERE e.key = n.key) ORDER BY e.ordinal"),
            Of("SELECT n.key, n.subject FROM later.finding n JOIN earlier.finding e ON e.key = n.key WHERE n.content <> e.content ORDER BY n.ordinal"));

        FindingKeys Of(string sql)
        {
            var count = connection.Scalar($"SELECT count(*) FROM ({sql}) c", ct)!;
            using var reader = connection.Query($"{sql} LIMIT {shown}", ct);
            var keys = new List<FindingKey>();
            while (reader.Read())
                keys.Add(new FindingKey(reader.Text(0)!, reader.Text(1)!));
            return new FindingKeys(long.Parse(count, System.Globalization.CultureInfo.InvariantCulture), keys);
        }
    }

    private string Path => path;

    private DuckDatabase Open() => DuckDatabase.Open(path, new DuckOptions { ReadOnly = true });

    private List<Finding> Read(SupervisionModel model, string where, object?[] parameters, CancellationToken ct)
    {
        using var database = Open();
        using var connection = database.Connect();
        var rows = new Dictionary<string, List<FindingRow>>(StringComparer.Ordinal);
        using (var reader = connection.Query(
            $"SELECT r.finding_key, r.set_name, r.row_id, r.rule FROM finding_row r JOIN finding f ON f.key = r.finding_key WHERE {where} "
            + $"QUALIFY row_number() OVER (PARTITION BY r.finding_key ORDER BY r.ordinal) <= {MostRows} ORDER BY r.ordinal", ct, parameters))
            while (reader.Read())
                (rows.TryGetValue(reader.Text(0)!, out var of) ? of : rows[reader.Text(0)!] = []).Add(new FindingRow(reader.Text(1)!, reader.Text(2)!, reader.Text(3)));
        var findings = new List<Finding>();
        using var found = connection.Query($"SELECT key, subject, unit, score{string.Concat(model.Values.Select(v => $", v_{v.Name}"))} FROM finding f WHERE {where} ORDER BY ordinal", ct, parameters);
        while (found.Read())
        {
            var values = model.Values.Select((v, i) => (v.Name, Value: found.Text(4 + i))).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
            findings.Add(new Finding(
                model.Id, model.Version, found.Text(0)!, found.Text(1)!, found.Text(2), (int)found.Int64(3), model.Explanation.Render(All(found, values)), values, rows.GetValueOrDefault(found.Text(0)!) ?? []));
        }
        return findings;
    }

    /// <summary>What the sentence of a finding may name: the values, and what every finding has.</summary>
    private static Dictionary<string, string?> All(DuckReader found, Dictionary<string, string?> values) => new(values, StringComparer.Ordinal)
    {
        ["key"] = found.Text(0), ["subject"] = found.Text(1), ["unit"] = found.Text(2), ["score"] = found.Text(3),
    };

    /// <summary>Writes such a file while a run goes on.</summary>
    internal sealed class Writer : IFoundRows, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly DuckDatabase _database;
        private readonly DuckConnection _connection;
        private readonly DuckAppender _findings;
        private readonly DuckAppender _rows;
        private readonly DuckAppender _links;
        private long _linkCount;

        public Writer(string path, SupervisionModel model)
        {
            _database = DuckDatabase.Open(path);
            _connection = _database.Connect();
            _connection.Execute($"CREATE TABLE finding (ordinal BIGINT, key VARCHAR, subject VARCHAR, unit VARCHAR, score BIGINT{string.Concat(model.Values.Select(v => $", v_{v.Name} VARCHAR"))}, content VARCHAR)");
            _connection.Execute("CREATE TABLE finding_row (ordinal BIGINT, finding_key VARCHAR, set_name VARCHAR, row_id VARCHAR, rule VARCHAR)");
            _connection.Execute("CREATE TABLE link (ordinal BIGINT, from_name VARCHAR, to_name VARCHAR, label VARCHAR, finding_key VARCHAR)");
            (_findings, _rows, _links) = (_connection.Append("finding"), _connection.Append("finding_row"), _connection.Append("link"));
        }

        public long Findings { get; private set; }

        public long Rows { get; private set; }

        public void Finding(IReadOnlyList<string?> row)
        {
            _findings.Add(Findings++);
            for (var i = 0; i < row.Count; i++)
                if (i == 3)
                    _findings.Add(long.Parse(row[i]!, System.Globalization.CultureInfo.InvariantCulture));
                else
                    _findings.Add(row[i]);
            _findings.Add(string.Join('\u001f', row.Skip(3).Select(v => v ?? "\u0000")));
            _findings.EndRow();
            Hash(row);
        }

        public void Row(IReadOnlyList<string?> row) => Write(_rows, Rows++, row);

        public void Link(IReadOnlyList<string?> row) => Write(_links, _linkCount++, row);

        /// <returns>The hash over everything, in order.</returns>
        public string Complete()
        {
            _findings.Complete();
            _rows.Complete();
            _links.Complete();
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public void Dispose()
        {
            _findings.Dispose();
            _rows.Dispose();
            _links.Dispose();
            _connection.Dispose();
            _database.Dispose();
            _hash.Dispose();
        }

        private void Write(DuckAppender to, long ordinal, IReadOnlyList<string?> row)
        {
            to.Add(ordinal);
            foreach (var value in row)
                to.Add(value);
            to.EndRow();
            Hash(row);
        }

        private void Hash(IReadOnlyList<string?> row) => _hash.AppendData(Encoding.UTF8.GetBytes($"{string.Join('\u001f', row.Select(v => v ?? "\u0000"))}\u001e"));
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
