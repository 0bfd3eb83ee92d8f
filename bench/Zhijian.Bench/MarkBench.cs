using System.Diagnostics;
using System.Globalization;
using Dapper;
using Npgsql;
using Zhijian.Law;
using Zhijian.Marks;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>
/// Similar marks over generated ones: the index, queries by kind, and beside them in the same run the full scan that they must agree with, and on a
/// PostgreSQL server what pg_trgm offers (similarity of letters alone: no sound, no shape).
/// </summary>
internal static class MarkBench
{
    private const int Queries = 400; // of each kind
    private const int Scans = 3; // of each kind: a scan takes seconds
    private const double EnoughMs = 60_000; // of one kind at the peer

    private static readonly (string Name, Func<string, bool> Is)[] Kinds =
    [
        ("two characters", w => w.Length == 2),
        ("three", w => w.Length == 3 && w[0] > 'z'),
        ("four", w => w.Length == 4 && w[^1] > 'z'),
        ("five and six", w => w.Length > 4 && w[^1] > 'z'),
        ("Latin", w => w[0] <= 'z'),
        ("mixed", w => w[0] > 'z' && w[^1] <= 'z'),
    ];

    public static async Task<int> RunAsync(double millions)
    {
        var count = (int)(millions * 1e6);
        var characters = CharacterFiles.Load(DataFolder.Find());
        var signs = new Signs(characters);
        var tables = MarkTables.Of(characters.Pinyin.Known);
        await using var place = await Place.CreateAsync(Place.Server is null ? Dialect.Sqlite : Dialect.Postgres);
        var path = Path.Combine(place.Options.Folder, "bench.marks");
        var watch = Stopwatch.StartNew();
        MarkWriter.Write(path, tables.Rows(count), signs);
        Say($"{count:N0} marks: written in {watch.Elapsed.TotalSeconds:F1} s, {new FileInfo(path).Length / 1e6 / millions:F0} MB a million, peak memory {PeakMegabytes():N0} MB");
        using var shelf = MarkShelf.Open(path, null, signs);
        await using var peer = Place.Server is null ? null : await PeerAsync(place, tables, count);
        Say($"kind | p50 | p99 | worst | of the processor: p50 | p99 | marks that are like it, p50 | worst | full scan, p50 | pg_trgm, p50 | worst");
        var (all, allBusy) = (new List<double>(), new List<double>());
        var wrong = 0;
        foreach (var (name, isKind) in Kinds)
        {
            foreach (var other in Asked(tables, count, isKind, seed: 2))
                shelf.Search(new MarkQuery(other)); // the program is compiled to its end while it runs, and pages of the file come into memory
            var queries = Asked(tables, count, isKind, seed: 1);
            var (times, busy, totals) = (new List<double>(), new List<double>(), new List<double>());
            foreach (var query in queries)
            {
                var before = ProcessorMs();
                watch.Restart();
                totals.Add(shelf.Search(new MarkQuery(query)).Total);
                times.Add(watch.Elapsed.TotalMilliseconds);
                busy.Add(ProcessorMs() - before);
            }
            all.AddRange(times);
            allBusy.AddRange(busy);
            var scans = new List<double>();
            foreach (var query in queries.Take(Scans))
            {
                watch.Restart();
                var scanned = shelf.Scan(new MarkQuery(query));
                scans.Add(watch.Elapsed.TotalMilliseconds);
                var found = shelf.Search(new MarkQuery(query));
                if (found.Total != scanned.Total || !found.Hits.Select(h => (h.Mark.Number, h.Points)).SequenceEqual(scanned.Hits.Select(h => (h.Mark.Number, h.Points))))
                    wrong++;
            }
            var peers = peer is null ? [] : await AskPeerAsync(peer, queries);
            Say($"{name} | {At(times, 0.5):F2} | {At(times, 0.99):F2} | {times.Max():F2} | {At(busy, 0.5):F2} | {At(busy, 0.99):F2} | {At(totals, 0.5):N0} | {totals.Max():N0} | {At(scans, 0.5):F0} | {Peers(peers)}");
        }
        Say($"all {all.Count:N0} queries: p50 {At(all, 0.5):F2}, p99 {At(all, 0.99):F2}, worst {all.Max():F2} ms, of the processor p50 {At(allBusy, 0.5):F2}, p99 {At(allBusy, 0.99):F2}, worst {allBusy.Max():F2}; {Kinds.Length * Scans} of them against the full scan: {wrong} differ; peak memory {PeakMegabytes():N0} MB with the mapped pages");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Half as they stand in the register; half with another first or last sign, as an imitator writes it.</summary>
    private static List<string> Asked(MarkTables tables, int count, Func<string, bool> isKind, int seed)
    {
        var random = new Random(seed);
        var asked = new List<string>();
        while (asked.Count < Queries)
            if (tables.Written(random.Next(count)) is var written && isKind(written))
                asked.Add(asked.Count % 2 == 0 ? written : tables.Written(random.Next(count)) is var other && asked.Count % 4 == 1 && isKind(other) ? other[..1] + written[1..] : written[..^1] + written[0]);
        return asked;
    }

    private static async Task<NpgsqlConnection> PeerAsync(Place place, MarkTables tables, int count)
    {
        var connection = new NpgsqlConnection(place.Options.Postgres);
        await connection.OpenAsync();
        await connection.ExecuteAsync("CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE mark (number text, written text)");
        await using (var writer = await connection.BeginBinaryImportAsync("COPY mark FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var mark in tables.Rows(count))
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(mark.Number);
                await writer.WriteAsync(mark.Written);
            }
            await writer.CompleteAsync();
        }
        var watch = Stopwatch.StartNew();
        await connection.ExecuteAsync("CREATE INDEX ON mark USING gin (written gin_trgm_ops); ANALYZE mark", commandTimeout: 3600);
        Say($"pg_trgm index in {watch.Elapsed.TotalSeconds:F0} s");
        return connection;
    }

    private static async Task<List<double>> AskPeerAsync(NpgsqlConnection peer, List<string> queries)
    {
        var (times, all) = (new List<double>(), Stopwatch.StartNew());
        foreach (var query in queries)
        {
            if (all.Elapsed.TotalMilliseconds > EnoughMs)
                break;
            var watch = Stopwatch.StartNew();
            await peer.QueryAsync<string>("SELECT number FROM mark WHERE written % @query ORDER BY similarity(written, @query) DESC, number LIMIT 20", new { query });
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times;
    }

    private static double At(List<double> values, double quantile) => values.Order().ElementAt((int)Math.Min(values.Count - 1, quantile * values.Count));

    private static string Peers(List<double> times) => times.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{At(times, 0.5):F1} | {times.Max():F1}") : "–";

    /// <summary>What this thread has had of the processor: on a shared machine waiting for it is no property of the search.</summary>
    private static double ProcessorMs() => System.IO.File.Exists("/proc/thread-self/schedstat")
        ? double.Parse(System.IO.File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e6 : double.NaN;

    private static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
