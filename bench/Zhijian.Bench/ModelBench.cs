using System.Diagnostics;
using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Law;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Bench;

/// <summary>
/// Models over generated penalties, marks and companies, beside the same SQL typed into DuckDB; plain questions as an engine asks them; and a CSV file
/// through the import, beside what DuckDB itself makes of it.
/// </summary>
internal static class ModelBench
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] Models = ["penalty-at-threshold", "small-penalties-add-up", "repeat-within-two-years", "mark-squatting", "public-names"];

    private static readonly (string Name, string Sql)[] Anchors =
    [
        ("group by two columns", "SELECT office, charge, count(*), sum(turnover) FROM penalty GROUP BY office, charge"),
        ("group by party", "SELECT count(*), max(n), max(total) FROM (SELECT party, count(*) AS n, sum(turnover) AS total FROM penalty GROUP BY party) g"),
        ("filter", "SELECT count(*), sum(fine) FROM penalty WHERE turnover >= 5000000 AND transferred IS NOT TRUE AND decided_on >= DATE '2022-01-01'"),
        ("LIKE", "SELECT count(*) FROM penalty WHERE party LIKE '%龙凤%'"),
        ("window: repeat within two years", "SELECT count(*) FROM (SELECT decided_on, lag(decided_on) OVER (PARTITION BY party ORDER BY decided_on) AS before FROM penalty) w WHERE decided_on - before <= 730"),
        ("join of aggregates", "SELECT count(*), sum(p.n * t.n) FROM (SELECT party, count(*) AS n FROM penalty GROUP BY party) p JOIN (SELECT applicant, count(*) AS n FROM trademark GROUP BY applicant) t ON t.applicant = p.party"),
        ("join with companies", "SELECT c.business, count(*), sum(p.fine) FROM penalty p JOIN company c ON c.credit_code = p.party_code GROUP BY c.business"),
        ("squatting", "SELECT count(*) FROM (SELECT applicant FROM trademark GROUP BY applicant HAVING count(*) >= 20 AND count(DISTINCT nice_class) >= 10) s"),
        ("many applicants of a mark", "SELECT count(*) FROM (SELECT mark FROM trademark GROUP BY mark HAVING count(DISTINCT applicant) >= 5) m"),
        ("dates", "SELECT count(*), max(CAST(decided_on + INTERVAL '24' MONTH AS date) - DATE '2026-01-01') FROM penalty WHERE CAST(decided_on + INTERVAL '24' MONTH AS date) > DATE '2026-01-01'"),
    ];

    public static async Task<int> RunAsync(double millions)
    {
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        var law = LawBook.Load(DataFolder.Find());
        var sets = DataSetCatalogue.Load(DataFolder.Find());
        var models = ModelCatalogue.Load(DataFolder.Find(), sets);
        var folder = Directory.CreateTempSubdirectory("zhijian-models-").FullName;
        try
        {
            var bench = new Bench(folder, sets, new SetSnapshots(Path.Combine(folder, "sets")), law, millions > 2 ? 1 : 5);
            var clock = Stopwatch.StartNew();
            await bench.GenerateAsync((long)(millions * 1e6));
            Say($"{millions} M penalties, as many marks, a fifth as many companies; made in {clock.Elapsed.TotalSeconds:F0} s; load {load} at the start; DuckDB {DuckLibrary.Version}; medians of {bench.Rounds}");
            Console.WriteLine("\n| work | ours | peer | ratio | |\n|---|---|---|---|---|");
            foreach (var model in Models.Select(m => models.Find(m)!))
                await bench.ModelAsync(model);
            await bench.ImportAsync();
            var peak = (await File.ReadAllLinesAsync("/proc/self/status")).First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1];
            Say($"| peak memory up to here {long.Parse(peak, CultureInfo.InvariantCulture) / 1024:N0} MiB | | | |");
            bench.Ask();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Say(FormattableString what) => Console.WriteLine(FormattableString.Invariant(what));

    private sealed class Bench(string folder, DataSetCatalogue sets, SetSnapshots snapshots, LawBook law, int rounds)
    {
        private IReadOnlyDictionary<string, SetSnapshot> _made = new Dictionary<string, SetSnapshot>(StringComparer.Ordinal);

        public int Rounds => rounds;

        public async Task GenerateAsync(long rows) => _made = await ModelTables.CreateAsync(sets, snapshots, rows);

        public async Task ModelAsync(SupervisionModel model)
        {
            var inputs = model.Inputs.Keys.ToDictionary(
                id => id, id => new ModelInput(sets.Find(id)!, _made.TryGetValue(id, out var made) ? [made] : [], LawSets.All(law).GetValueOrDefault(id)), StringComparer.Ordinal);
            var query = ModelSql.Render(model, new Dictionary<string, string>(), Today);
            var engine = new DuckEngine(snapshots, Path.Combine(folder, "work"));
            var (ours, peers, found) = (new List<double>(), new List<double>(), default(RunSummary));
            for (var round = -1; round < rounds; round++)
            {
                var peer = ByHand(model, query, inputs);
                var clock = Stopwatch.StartNew();
                found = await WriteAsync(engine, model, query, inputs);
                if (round < 0 && rounds > 1)
                    continue;
                ours.Add(clock.Elapsed.TotalSeconds);
                peers.Add(peer);
            }
            var says = FormattableString.Invariant($"{found!.Findings:N0} findings, {found.Rows:N0} rows");
            if (Place.Server is { } server)
            {
                var clock = Stopwatch.StartNew();
                var postgres = await WriteAsync(new PostgresEngine(server, snapshots), model, query, inputs);
                var copied = clock.Elapsed.TotalSeconds;
                clock.Restart();
                postgres = await WriteAsync(new PostgresEngine(server, snapshots), model, query, inputs);
                says += FormattableString.Invariant($"; PostgreSQL {clock.Elapsed.TotalSeconds:F1} s, {copied:F1} the first time, {(postgres == found ? "the same findings" : "OTHER findings")}");
            }
            Line(model.Id, Median(ours), Median(peers), says);
        }

        /// <summary>The questions of a person who knows SQL, over a connection that is set up as a run's is; the peer is DuckDB with the tables in memory, not counting how they come there.</summary>
        public void Ask()
        {
            using var work = new Workplace(Path.Combine(folder, "work"), null);
            View(work.Connection, _made.Keys);
            work.Connection.Confine(_made.Select(m => snapshots.Find(m.Key, m.Value.Hash)!));
            using var memory = DuckDatabase.Open();
            using var peer = memory.Connect();
            foreach (var (id, snapshot) in _made)
            {
                SetSnapshots.Attach(peer, snapshots.Find(id, snapshot.Hash)!, $"of_{id}");
                peer.Execute($"CREATE TABLE {id} AS SELECT * FROM of_{id}.{SetSnapshots.Table}");
            }
            var (ours, peers) = (0.0, 0.0);
            foreach (var (name, sql) in Anchors)
            {
                var (own, theirs) = (new List<double>(), new List<double>());
                for (var round = 0; round < Math.Max(3, rounds); round++)
                {
                    own.Add(Seconds(work.Connection, sql));
                    theirs.Add(Seconds(peer, sql));
                }
                ours += Median(own);
                peers += Median(theirs);
                Line($"question: {name}", Median(own), Median(theirs), "");
            }
            Line("questions, sum", ours, peers, "");
        }

        private static double Seconds(DuckConnection connection, string sql)
        {
            var clock = Stopwatch.StartNew();
            using var reader = connection.Query(sql);
            while (reader.Read())
                _ = reader.Text(0);
            return clock.Elapsed.TotalSeconds;
        }

        public async Task ImportAsync()
        {
            var set = sets.Find("penalty")!;
            var file = Path.Combine(folder, "penalty.csv");
            var money = (DataSetColumn c) => $"CAST({c.Name} AS DECIMAL(18, 0)) * 0.01";
            using (var work = new Workplace(Path.Combine(folder, "work"), null))
            {
                View(work.Connection, ["penalty"]);
                // about one row in 1,000 has a date that is none
                var cells = set.Columns.Select(c => c.Type == ColumnType.Money ? $"{money(c)} AS {c.Name}" : c.Name == "acted_on" ? "CASE WHEN fine % 99700 = 0 THEN '三月' ELSE CAST(acted_on AS VARCHAR) END AS acted_on" : c.Name);
                work.Connection.Execute($"COPY (SELECT {string.Join(", ", cells)} FROM penalty) TO {DuckConnection.Quoted(file)} (HEADER)");
            }
            var bytes = new FileInfo(file).Length;
            var import = new SetImport(snapshots, Path.Combine(folder, "work"));
            var (_, mapping) = import.Look(set, file, SourceKind.Csv, null, CancellationToken.None);
            var (ours, peers, report) = (new List<double>(), new List<double>(), default(ImportReport));
            for (var round = 0; round < rounds; round++)
            {
                peers.Add(Typed(set, file));
                var clock = Stopwatch.StartNew();
                report = await import.KeepAsync(new ImportRequest(set, file, SourceKind.Csv, mapping), null, CancellationToken.None);
                ours.Add(clock.Elapsed.TotalSeconds);
            }
            Line($"CSV of {bytes / 1_000_000:N0} MB into a snapshot", Median(ours), Median(peers), FormattableString.Invariant(
                $"{bytes / 1e6 / Median(ours):F0} MB/s beside {bytes / 1e6 / Median(peers):F0}; {report!.Rows:N0} rows taken, {report.Left:N0} left out and reported"));
        }

        private void View(DuckConnection connection, IEnumerable<string> ids)
        {
            foreach (var id in ids)
            {
                SetSnapshots.Attach(connection, snapshots.Find(id, _made[id].Hash)!, $"of_{id}");
                connection.Execute($"CREATE VIEW {id} AS SELECT * FROM of_{id}.{SetSnapshots.Table}");
            }
        }

        /// <summary>From opening the database to closing it, as a run is measured.</summary>
        private double ByHand(SupervisionModel model, ModelQuery query, Dictionary<string, ModelInput> inputs)
        {
            var clock = Stopwatch.StartNew();
            using (var database = DuckDatabase.Open())
            using (var connection = database.Connect())
                Both(connection, model, query, inputs);
            return clock.Elapsed.TotalSeconds;
        }

        private void Both(DuckConnection connection, SupervisionModel model, ModelQuery query, Dictionary<string, ModelInput> inputs)
        {
            View(connection, model.Inputs.Keys.Where(_made.ContainsKey));
            foreach (var (id, input) in inputs.Where(i => i.Value.Rows is not null))
            {
                connection.Execute($"CREATE TABLE {id} ({SetSnapshots.Definition(input.Set)})");
                DuckEngine.Fill(connection, id, input.Set, input.Rows!);
            }
            connection.Execute($"CREATE TABLE finding AS {query.FindingSql}");
            connection.Execute($"CREATE TABLE finding_row AS {query.RowsSql}");
        }

        private async Task<RunSummary> WriteAsync(IModelEngine engine, SupervisionModel model, ModelQuery query, Dictionary<string, ModelInput> inputs)
        {
            var file = Path.Combine(folder, $"run-{engine.Name}.duckdb");
            try
            {
                await engine.RunAsync(model, query, inputs, file, null, CancellationToken.None);
                return new RunFile(file).Summary(model, engine.Name, CancellationToken.None);
            }
            finally
            {
                File.Delete(file);
                File.Delete($"{file}.wal");
            }
        }

        private double Typed(DataSet set, string file)
        {
            var path = Path.Combine(folder, "typed.duckdb");
            using var database = DuckDatabase.Open();
            using var connection = database.Connect();
            var types = set.Columns.Select(c => $"'{c.Name}': '{(c.Type == ColumnType.Money ? "DECIMAL(18, 2)" : SetSnapshots.SqlType(c.Type))}'");
            var clock = Stopwatch.StartNew();
            connection.Execute($"ATTACH {DuckConnection.Quoted(path)} AS typed");
            connection.Execute($"CREATE TABLE typed.penalty AS SELECT * FROM read_csv({DuckConnection.Quoted(file)}, auto_detect = false, header = true, ignore_errors = true, columns = {{{string.Join(", ", types)}}})");
            connection.Execute("DETACH typed");
            var took = clock.Elapsed.TotalSeconds;
            File.Delete(path);
            return took;
        }

        private static void Line(string name, double ours, double peer, string says) => Say($"| {name} | {ours:F2} s | {peer:F2} s | {ours / peer:F2} | {says} |");

        private static double Median(List<double> times)
        {
            times.Sort();
            return times[times.Count / 2];
        }
    }
}
