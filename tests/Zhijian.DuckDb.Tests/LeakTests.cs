using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.DuckDb.Tests;

/// <summary>What is opened and closed leaves nothing behind. The memory of the process is looked at, so nothing else runs meanwhile;
/// allocators grow in jumps, so the calmest of three rounds counts: a leak is in each of them.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public sealed class LeakTests
{
    [DuckFact]
    public void Ten_thousand_connections_and_readers_leave_nothing_behind()
    {
        using var database = DuckDatabase.Open(options: new DuckOptions { Threads = 1 });
        CalmestGrowth(3_400, () =>
        {
            using var connection = database.Connect();
            using (var reader = connection.Query("SELECT $1, i FROM range(3000) r(i)", default, new string('x', 64)))
                reader.Read().ShouldBeTrue(); // left in the middle
            Should.Throw<DuckException>(() => connection.Execute("SELECT nothing"));
        }).ShouldBeLessThan(14L << 20); // a leak of 4.2 KiB a time
    }

    [DuckFact]
    public void Databases_leave_nothing_behind() =>
        CalmestGrowth(100, () =>
        {
            using var database = DuckDatabase.Open(options: new DuckOptions { Threads = 1 });
            using var connection = database.Connect();
            connection.Execute("CREATE TABLE t AS SELECT i FROM range(10000) r(i)");
        }).ShouldBeLessThan(20L << 20); // one of them is over a megabyte

    private static long CalmestGrowth(int times, Action once)
    {
        var calmest = long.MaxValue;
        var before = Resident();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < times; i++)
                once();
            var after = Resident();
            calmest = Math.Min(calmest, after - before);
            before = after;
        }
        return calmest;
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
