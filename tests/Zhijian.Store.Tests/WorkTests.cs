using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

public sealed class WorkTests
{
    [Theory, EveryDatabase]
    public async Task What_was_appended_is_loaded_to_the_letter(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var text = "某某公司“假冒注册商标”案\r\n\t'; DROP TABLE event; -- 𠮷 \\ \u00a0 é";

        var appended = await store.AppendAsync("S-1", 0, new Noted(text, 7), new Noted("", -1));

        var loaded = await store.Events.LoadAsync("S-1");
        loaded.ShouldBe(appended);
        loaded.Select(Tally.Types.Read).ShouldBe([new Noted(text, 7), new Noted("", -1)]);
        loaded.Select(e => (e.Seq, e.Version)).ShouldBe([(1, 1), (2, 2)]);
        loaded[0].ShouldBe(loaded[0] with { Actor = "u-lin", Office = "MS", ActedOn = "2026-09-28", RecordedAt = "2026-09-28T01:00:00.000Z", Type = "test.noted", Schema = 1 });
        loaded[0].PrevHash.ShouldBe(StoredEvent.Genesis);
        loaded[1].PrevHash.ShouldBe(loaded[0].Hash);
        loaded.ShouldAllBe(e => e.Hash == e.ComputeHash());
    }

    [Theory, EveryDatabase]
    public async Task A_stream_that_does_not_exist_is_empty(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        (await store.Events.LoadAsync("S-1")).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Versions_count_in_the_stream_and_numbers_in_the_log(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        await store.AppendAsync("S-1", 0, new Noted("a"));
        await store.AppendAsync("S-2", 0, new Noted("b"), new Noted("c"));
        await store.AppendAsync("S-1", 1, new Noted("d"));

        (await store.Events.LoadAsync("S-1")).Select(e => (e.Seq, e.Version)).ShouldBe([(1, 1), (4, 2)]);
        (await store.Events.LoadAsync("S-2")).Select(e => (e.Seq, e.Version)).ShouldBe([(2, 1), (3, 2)]);
    }

    [Theory, EveryDatabase]
    public async Task A_conflict_says_who_changed_the_stream_and_when(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        await store.Events.Writer.RunAsync(work => work.AppendAsync("S-1", 0, [new Noted("a"), new Noted("b")], store.Context("u-wang")));

        foreach (var expected in new[] { 0L, 1, 3 })
        {
            var conflict = await Should.ThrowAsync<VersionConflictException>(() => store.AppendAsync("S-1", expected, new Noted("late")));
            conflict.Message.ShouldBe($"S-1 stands at version 2, not {expected}; changed by u-wang at 2026-09-28T01:00:00.000Z.");
            conflict.Last!.Version.ShouldBe(2);
        }
        (await store.Events.LoadAsync("S-1")).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_conflict_over_a_stream_that_does_not_exist_says_so(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var conflict = await Should.ThrowAsync<VersionConflictException>(() => store.AppendAsync("S-1", 2, new Noted("late")));
        conflict.Message.ShouldBe("S-1 does not exist, so it does not stand at version 2.");
        conflict.Last.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_unit_sees_what_it_wrote_itself(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        var seen = await store.Events.Writer.RunAsync(async work =>
        {
            await work.AppendAsync("T-1", 0, [new Noted("a")], store.Context());
            await work.AppendAsync("T-1", 1, [new Noted("b"), new Noted("c")], store.Context());
            return ((await work.LoadAsync("T-1")).Count, await work.VersionAsync("T-1"), await work.VersionAsync("T-2"));
        });
        seen.ShouldBe((3, 3, 0));
    }

    [Theory, EveryDatabase]
    public async Task No_events_write_nothing(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        (await store.AppendAsync("T-1", 0)).ShouldBeEmpty();
        (await store.Events.Writer.AppendAsync("S-1", 0, [], store.Context())).ShouldBeEmpty();
        (await store.DumpAsync("event")).ShouldBeEmpty();
        (await store.DumpAsync("tally")).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Read_tables_are_written_with_the_events(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        await store.AppendAsync("T-1", 0, new Noted("a", 3));
        await store.Events.Writer.AppendAsync("T-1", null, [new Noted("b", 4)], store.Context());
        await store.AppendAsync("S-1", 0, new Noted("not its stream", 100));

        (await store.DumpAsync("tally")).ShouldBe(["tally: stream=T-1 | events=2 | sum=7 | texts=a|b"]);
    }

    [Theory, EveryDatabase]
    public async Task Read_tables_are_undone_with_the_events(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        await store.AppendAsync("T-1", 0, new Noted("a", 3));

        await Should.ThrowAsync<InvalidOperationException>(() => store.AppendAsync("T-1", 1, new Noted("refuse", 4)));

        (await store.DumpAsync("tally")).ShouldBe(["tally: stream=T-1 | events=1 | sum=3 | texts=a"]);
        (await store.Events.LoadAsync("T-1")).Count.ShouldBe(1);
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }
}
