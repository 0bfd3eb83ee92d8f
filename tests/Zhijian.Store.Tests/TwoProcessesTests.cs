using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

/// <summary>Two programs on one database, as two stores in this one.</summary>
public sealed class TwoProcessesTests
{
    /// <param name="Stream">Which of three streams.</param>
    /// <param name="Behind">How far the expected version lags behind what the writer saw last; null = expects nothing.</param>
    /// <param name="Plain">Appended without a unit of work.</param>
    private sealed record Append(int Stream, int? Behind, int Events, bool Plain);

    private sealed record Script(IReadOnlyList<Append> First, IReadOnlyList<Append> Second);

    private static readonly Gen<Append> Appends =
        from stream in Gen.Choose(1, 3)
        from behind in Gen.Elements<int?>(0, 0, 0, 1, null)
        from events in Gen.Choose(1, 3)
        from plain in Gen.Elements(true, false)
        select new Append(stream, behind, events, plain);

    private static readonly Gen<Script> Scripts =
        from first in Gen.ListOf(Appends, 12)
        from second in Gen.ListOf(Appends, 12)
        select new Script([.. first], [.. second]);

    [Theory, EveryDatabase]
    public async Task No_acknowledged_event_is_lost_and_none_is_there_that_was_not_acknowledged(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        var other = await store.OpenAnotherAsync();
        var round = 0;
        await Property.ForAllAsync(Scripts, dialect == Dialect.Sqlite ? 25 : 40, async script =>
        {
            round++;
            var before = (await store.QueryAsync<long>("SELECT COUNT(*) FROM event"))[0];
            var acknowledged = (await Task.WhenAll(
                Task.Run(() => PlayAsync(store, store.Events, script.First, $"{round}-1")),
                Task.Run(() => PlayAsync(store, other, script.Second, $"{round}-2")))).SelectMany(e => e).OrderBy(e => e.Seq).ToList();

            var written = await store.QueryAsync<StoredEvent>(
                "SELECT seq AS Seq, stream AS Stream, version AS Version, type AS Type, schema AS Schema, data AS Data, actor AS Actor, office AS Office, "
                + "acted_on AS ActedOn, recorded_at AS RecordedAt, prev_hash AS PrevHash, hash AS Hash FROM event WHERE seq > @before ORDER BY seq", new { before });
            written.ShouldBe(acknowledged);
            (await other.VerifyAsync()).Why.ShouldBeNull();
        });
        var tally = await store.DumpAsync("tally");
        await store.Events.RebuildAsync();
        (await store.DumpAsync("tally")).ShouldBe(tally);
    }

    private static async Task<IReadOnlyList<StoredEvent>> PlayAsync(TestStore store, EventStore process, IReadOnlyList<Append> script, string name)
    {
        var acknowledged = new List<StoredEvent>();
        foreach (var (append, i) in script.Select((a, i) => (a, i)))
        {
            var stream = append.Stream == 3 ? "S-3" : $"T-{append.Stream}";
            var seen = (await process.LoadAsync(stream)).Count;
            long? expected = append.Behind is { } behind ? Math.Max(0, seen - behind) : null;
            var events = Enumerable.Range(0, append.Events).Select(n => new Noted($"{name}-{i}-{n}", n)).ToList();
            try
            {
                acknowledged.AddRange(append.Plain
                    ? await process.Writer.AppendAsync(stream, expected, events, store.Context(name))
                    : await process.Writer.RunAsync(async work => await work.AppendAsync(stream, expected ?? await work.VersionAsync(stream), events, store.Context(name))));
            }
            catch (VersionConflictException e)
            {
                e.Last!.Version.ShouldNotBe(e.Expected);
            }
        }
        return acknowledged;
    }
}
