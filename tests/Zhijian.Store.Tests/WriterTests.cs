using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

public sealed class WriterTests
{
    /// <summary>Runs the units so that they wait together: the first holds the writer until all are queued.</summary>
    private static async Task<IReadOnlyList<Exception?>> TogetherAsync(TestStore store, params IReadOnlyList<Func<Work, Task<int>>> units)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = store.Events.Writer.RunAsync(async _ =>
        {
            await gate.Task;
            return 0;
        });
        var tasks = units.Select(u => store.Events.Writer.RunAsync(u)).ToList();
        gate.SetResult();
        await first;
        var outcomes = new List<Exception?>();
        foreach (var task in tasks)
            outcomes.Add(await Record.ExceptionAsync(() => task));
        return outcomes;
    }

    private static Func<Work, Task<int>> Appends(TestStore store, string stream, long expected = 0) => async work =>
    {
        await work.AppendAsync(stream, expected, [new Noted(stream)], store.Context());
        return 0;
    };

    [Theory, EveryDatabase]
    public async Task A_unit_that_fails_before_it_writes_disturbs_no_other(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        var runs = new int[3];

        var outcomes = await TogetherAsync(
            store,
            work => { runs[0]++; return Appends(store, "T-1")(work); },
            async work => { runs[1]++; await work.LoadAsync("T-1"); throw new InvalidOperationException("before writing"); },
            work => { runs[2]++; return Appends(store, "T-3")(work); });

        outcomes[1].ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("before writing");
        (outcomes[0], outcomes[2]).ShouldBe((null, null));
        (await store.QueryAsync<string>("SELECT stream FROM event ORDER BY seq")).ShouldBe(["T-1", "T-3"]);
        runs.ShouldBe([1, 1, 1]); // one transaction, none of it repeated
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_conflict_disturbs_no_other(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var outcomes = await TogetherAsync(store, Appends(store, "S-1"), Appends(store, "S-1"), Appends(store, "S-1", expected: 1));

        outcomes[1].ShouldBeOfType<VersionConflictException>().Last!.Version.ShouldBe(1);
        (outcomes[0], outcomes[2]).ShouldBe((null, null));
        (await store.Events.LoadAsync("S-1")).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_that_fails_after_it_wrote_undoes_the_batch_and_the_others_run_alone(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        var runs = new int[3];

        var outcomes = await TogetherAsync(
            store,
            work => { runs[0]++; return Appends(store, "T-1")(work); },
            async work =>
            {
                runs[1]++;
                await Appends(store, "T-2")(work);
                throw new InvalidOperationException("after writing");
            },
            work => { runs[2]++; return Appends(store, "T-3")(work); });

        outcomes[1].ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("after writing");
        (outcomes[0], outcomes[2]).ShouldBe((null, null));
        (await store.QueryAsync<string>("SELECT stream FROM event ORDER BY seq")).ShouldBe(["T-1", "T-3"]);
        (await store.QueryAsync<string>("SELECT stream FROM tally ORDER BY stream")).ShouldBe(["T-1", "T-3"]);
        runs.ShouldBe([2, 2, 1]); // the third had not yet begun
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task An_error_of_the_database_undoes_the_batch_and_the_others_run_alone(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var outcomes = await TogetherAsync(
            store,
            Appends(store, "S-1"),
            async work => await work.ExecuteAsync("INSERT INTO no_such_table VALUES (1)"),
            Appends(store, "S-3"));

        outcomes[1].ShouldBeAssignableTo<System.Data.Common.DbException>();
        (outcomes[0], outcomes[2]).ShouldBe((null, null));
        (await store.QueryAsync<string>("SELECT stream FROM event ORDER BY seq")).ShouldBe(["S-1", "S-3"]);
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_writes_nothing(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        await store.AppendAsync("T-1", 0, new Noted("a"));
        var before = await AllAsync(store);

        var answer = await store.Events.Writer.RunAsync(async work => (await work.LoadAsync("T-1")).Count == 1 ? "refused" : "done");

        answer.ShouldBe("refused");
        (await AllAsync(store)).ShouldBe(before);
    }

    private static async Task<IReadOnlyList<string>> AllAsync(TestStore store) =>
        [.. await store.DumpAsync("event"), .. await store.DumpAsync("log_head"), .. await store.DumpAsync("tally")];

    [Theory, EveryDatabase]
    public async Task Each_unit_sees_what_those_before_it_wrote(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var tasks = Enumerable.Range(0, 50).Select(_ => store.Events.Writer.RunAsync(async work =>
            await work.AppendAsync("S-1", (await work.LoadAsync("S-1")).Count, [new Noted("n")], store.Context())));
        await Task.WhenAll(tasks);
        (await store.Events.LoadAsync("S-1")).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 50).Select(i => (long)i));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_saw_the_same_version_one_is_told(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var other = await store.OpenAnotherAsync();
        await store.AppendAsync("S-1", 0, new Noted("a"));

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => store.AppendAsync("S-1", 1, new Noted("mine"))).AsTask(),
            Record.ExceptionAsync(() => store.AppendAsync(other, "S-1", 1, new Noted("theirs"))).AsTask());

        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.ShouldContain(o => o is VersionConflictException);
        (await store.Events.LoadAsync("S-1")).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Plain_appends_keep_to_the_expected_version(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var writer = store.Events.Writer;
        await writer.AppendAsync("S-1", 0, [new Noted("a")], store.Context());
        await writer.AppendAsync("S-1", 1, [new Noted("b"), new Noted("c")], store.Context());
        await writer.AppendAsync("S-1", null, [new Noted("d")], store.Context());

        foreach (var expected in new[] { 0L, 3, 5 })
            (await Should.ThrowAsync<VersionConflictException>(() => writer.AppendAsync("S-1", expected, [new Noted("late")], store.Context()))).Last!.Version.ShouldBe(4);
        await Should.ThrowAsync<VersionConflictException>(() => writer.AppendAsync("S-2", 1, [new Noted("late")], store.Context()));

        (await store.Events.LoadAsync("S-1")).Select(e => e.Version).ShouldBe([1, 2, 3, 4]);
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_plain_append_follows_what_another_process_wrote(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var other = await store.OpenAnotherAsync();
        for (var i = 0; i < 6; i++)
            await (i % 2 == 0 ? store.Events : other).Writer.AppendAsync("S-1", i, [new Noted($"{i}")], store.Context());

        await Should.ThrowAsync<VersionConflictException>(() => store.Events.Writer.AppendAsync("S-1", 5, [new Noted("late")], store.Context()));
        (await store.Events.LoadAsync("S-1")).Count.ShouldBe(6);
        (await other.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Closing_finishes_what_waits_and_takes_no_more(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var waiting = Enumerable.Range(0, 20).Select(i => store.AppendAsync($"S-{i}", 0, new Noted("n"))).ToList();
        var writer = store.Events.Writer;
        await store.ReopenAsync();

        await Task.WhenAll(waiting);
        (await store.QueryAsync<long>("SELECT COUNT(*) FROM event")).ShouldBe([20]);
        await Should.ThrowAsync<ObjectDisposedException>(() => writer.RunAsync(_ => Task.FromResult(0)));
    }

    [Theory, EveryDatabase]
    public async Task A_head_that_somebody_changed_is_not_extended(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var first = await store.AppendAsync("S-1", 0, new Noted("a"));
        await store.AppendAsync("S-1", 1, new Noted("b"));
        await store.ReopenAsync();

        await store.ExecuteAsync("DELETE FROM event WHERE seq = 2");
        await store.ExecuteAsync("UPDATE log_head SET seq = 1, hash = @Hash", first[0]);

        var damaged = await Should.ThrowAsync<LogDamagedException>(() => store.AppendAsync("S-1", 1, new Noted("over it")));
        damaged.Message.ShouldBe($"the head of the log (event 1) does not carry the seal of the key {store.Events.Signer.KeyId}; nothing is recorded until it is cleared up (zhijian verify)");
        await Should.ThrowAsync<LogDamagedException>(() => store.Events.CheckpointAsync(always: true));
    }

    [Theory, EveryDatabase]
    public async Task A_log_that_went_back_under_a_running_program_is_not_extended(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        await store.AppendAsync("S-1", 0, new Noted("a"));
        var older = (await store.QueryAsync<(long Seq, string Hash, string Seal)>("SELECT seq, hash, seal FROM log_head"))[0];
        await store.AppendAsync("S-1", 1, new Noted("b"));

        await store.ExecuteAsync("DELETE FROM event WHERE seq = 2");
        await store.ExecuteAsync("UPDATE log_head SET seq = @Seq, hash = @Hash, seal = @Seal", new { older.Seq, older.Hash, older.Seal });

        var damaged = await Should.ThrowAsync<LogDamagedException>(() => store.AppendAsync("S-1", 1, new Noted("over it")));
        damaged.Message.ShouldStartWith("the log went back from event 2 to 1;");
    }
}
