using System.Diagnostics;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

public sealed class CrashTests
{
    [Theory, EveryDatabase]
    public async Task What_was_acknowledged_survives_the_death_of_the_program(Dialect dialect)
    {
        await using var place = await TestPlace.CreateAsync(dialect);
        var acknowledged = new List<(long Seq, string Hash)>();
        foreach (var killAfter in new[] { 1, 40, 173 })
        {
            acknowledged.AddRange(await AppendUntilKilledAsync(place.Options, killAfter));

            await using var store = await EventStore.OpenAsync(place.Options, [], new ManualClock());
            var verdict = await store.VerifyAsync();
            verdict.Why.ShouldBeNull();
            var log = new Dictionary<long, string>();
            await using (var snapshot = await store.Database.BeginSnapshotAsync())
                await foreach (var e in EventLog.ReadAllAsync(snapshot))
                    log[e.Seq] = e.Hash;
            foreach (var (seq, hash) in acknowledged)
                log.GetValueOrDefault(seq).ShouldBe(hash, $"event {seq} was acknowledged");

            var next = await store.Writer.AppendAsync("AFTER", null, [new Noted("next")], new AppendContext("u-lin", "MS", new DateOnly(2026, 9, 28), DateTimeOffset.UnixEpoch));
            next[0].Seq.ShouldBe(verdict.Events + 1);
            (await store.VerifyAsync()).Why.ShouldBeNull();
        }
    }

    private static async Task<IReadOnlyList<(long Seq, string Hash)>> AppendUntilKilledAsync(StoreOptions options, int events)
    {
        var dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        using var child = Process.Start(new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "Zhijian.Store.Crash.dll"), options.Folder, options.Postgres ?? ""])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = child.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (lines.Count == events)
                child.Kill(); // SIGKILL: no handler runs; what was printed before it is still in the pipe
        }
        await child.WaitForExitAsync();
        lines.Count.ShouldBeGreaterThanOrEqualTo(events, await errors);
        return [.. lines.Where(l => l.Length > 65 && l.Split(' ')[1].Length == 64).Select(l => (long.Parse(l.Split(' ')[0]), l.Split(' ')[1]))];
    }
}
