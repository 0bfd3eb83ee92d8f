using Zhijian.Store;
using Zhijian.Store.Crash;

// Appends without end and prints the number of every event once it is acknowledged. The crash tests start this and kill it.
var (folder, postgres) = (args[0], args is [_, { Length: > 0 } connection] ? connection : null);
var store = await EventStore.OpenAsync(new StoreOptions(folder, postgres), [], TimeProvider.System);
var context = new AppendContext("u-lin", "MS", new DateOnly(2026, 9, 28), TimeProvider.System.GetUtcNow());
await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
{
    for (var i = 0; ; i++)
    {
        // one writer decides in a transaction of its own making, the others only append
        var stored = writer == 0
            ? await store.Writer.RunAsync(async work =>
            {
                var before = await work.LoadAsync("CRASH-0");
                return await work.AppendAsync("CRASH-0", before.Count, [new Survived(i), new Survived(i)], context);
            })
            : await store.Writer.AppendAsync($"CRASH-{writer}", null, [new Survived(i)], context);
        lock (context)
            foreach (var e in stored)
                Console.WriteLine($"{e.Seq} {e.Hash}");
    }
})));
