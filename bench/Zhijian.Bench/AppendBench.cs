using System.Diagnostics;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>
/// Events per second of the log beside bare inserts of the same rows, in one run. Rounds alternate between the two, so that a noisy
/// machine is noisy to both; the medians count.
/// </summary>
internal static class AppendBench
{
    private const int Rounds = 5;
    private const int Writers = 8;
    private const int BatchSize = 100;
    private const int PerStream = 10; // events of one matter

    public static async Task<int> RunAsync()
    {
        Console.WriteLine($"events/s, medians of {Rounds}; every commit is on disk before it is acknowledged");
        Console.WriteLine($"{"",-28}{"log",10}{"bare",10}{"ratio",8}");
        foreach (var dialect in Place.Databases)
        {
            await CompareAsync(dialect, "one writer", 3_000, PerStream, SequentialAsync, (table, rows) => table.InsertAsync(rows, 1, 1));
            // SQLite lets one connection write at a time: eight would only wait for each other
            await CompareAsync(dialect, "eight writers", 16_000, PerStream, ConcurrentAsync, (table, rows) => table.InsertAsync(rows, dialect == Dialect.Sqlite ? 1 : Writers, 1));
            await CompareAsync(dialect, $"batches of {BatchSize}", 40_000, BatchSize, BatchesAsync, (table, rows) => table.InsertAsync(rows, 1, BatchSize));
        }
        if (Place.Server is null)
            Console.WriteLine("PostgreSQL was left out: ZHIJIAN_TEST_POSTGRES is not set");
        return 0;
    }

    private static async Task CompareAsync(
        Dialect dialect, string name, int events, int perStream, Func<EventStore, string, int, Task> log, Func<BareTable, IReadOnlyList<StoredEvent>, Task> bare)
    {
        await using var logPlace = await Place.CreateAsync(dialect);
        await using var barePlace = await Place.CreateAsync(dialect);
        await using var store = await EventStore.OpenAsync(logPlace.Options, [], TimeProvider.System);
        await using var table = await BareTable.CreateAsync(dialect, barePlace);
        var (logged, inserted) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var prefix = $"R{round}";
            var rows = Rows.Stored(prefix, events, perStream, round * (long)events);
            var bareTime = await TimeAsync(() => bare(table, rows));
            var logTime = await TimeAsync(() => log(store, prefix, events));
            if (round == 0)
                continue; // warm-up
            logged.Add(events / logTime);
            inserted.Add(events / bareTime);
        }
        var (l, b) = (Median(logged), Median(inserted));
        Console.WriteLine($"{dialect + ", " + name,-28}{l,10:N0}{b,10:N0}{l / b,8:F2}");
    }

    private static async Task SequentialAsync(EventStore store, string prefix, int events)
    {
        for (var i = 0; i < events; i++)
            await store.Writer.AppendAsync(Rows.Stream(prefix, i / PerStream), i % PerStream, [Rows.Event(i)], Rows.Context);
    }

    private static Task ConcurrentAsync(EventStore store, string prefix, int events) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => SequentialAsync(store, $"{prefix}-{w}", events / Writers))));

    private static async Task BatchesAsync(EventStore store, string prefix, int events)
    {
        for (var i = 0; i < events; i += BatchSize)
            await store.Writer.AppendAsync(Rows.Stream(prefix, i / BatchSize), 0, [.. Enumerable.Range(i, BatchSize).Select(Rows.Event)], Rows.Context);
    }

    internal static async Task<double> TimeAsync(Func<Task> what)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await what();
        return watch.Elapsed.TotalSeconds;
    }

    internal static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
