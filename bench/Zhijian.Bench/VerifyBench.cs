using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>Events per second of <c>verify</c> over a log on disk, beside SHA-256 alone over as many bytes in memory.</summary>
internal static class VerifyBench
{
    private const int Events = 200_000;
    private const int PerStream = 100;
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        Console.WriteLine($"events/s over {Events:N0} events, medians of {Rounds}");
        foreach (var dialect in Place.Databases)
        {
            await using var place = await Place.CreateAsync(dialect);
            await using var store = await EventStore.OpenAsync(place.Options, [], TimeProvider.System);
            for (var i = 0; i < Events; i += PerStream)
                await store.Writer.AppendAsync(Rows.Stream("V", i / PerStream), 0, [.. Enumerable.Range(i, PerStream).Select(Rows.Event)], Rows.Context);
            var bytes = Encoding.UTF8.GetBytes(Rows.Stored("V", 1, 1, 0)[0].Data + new string('0', 200));
            var (verify, sha) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                if (!(await store.VerifyAsync()).IsWhole)
                    throw new InvalidOperationException("the log is not whole");
                verify.Add(Events / watch.Elapsed.TotalSeconds);
                watch.Restart();
                for (var i = 0; i < Events; i++)
                    SHA256.HashData(bytes);
                sha.Add(Events / watch.Elapsed.TotalSeconds);
            }
            verify.Sort();
            sha.Sort();
            Console.WriteLine($"{dialect,-12} verify {verify[Rounds / 2],12:N0}   SHA-256 alone {sha[Rounds / 2],12:N0}   ratio {verify[Rounds / 2] / sha[Rounds / 2]:F2}");
        }
        return 0;
    }
}
