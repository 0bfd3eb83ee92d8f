using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

/// <summary>Whoever has the password of the database but not the key: what they change is found and named.</summary>
public sealed class LogVerificationTests
{
    private const string Insert = """
        INSERT INTO event (seq, stream, version, type, schema, data, actor, office, acted_on, recorded_at, prev_hash, hash)
        VALUES (@Seq, @Stream, @Version, @Type, @Schema, @Data, @Actor, @Office, @ActedOn, @RecordedAt, @PrevHash, @Hash)
        """;

    /// <summary>Six events in two streams; a checkpoint of the fourth.</summary>
    private static async Task<TestStore> SixAsync(Dialect dialect)
    {
        var store = await TestStore.OpenAsync(dialect);
        await store.AppendAsync("S-1", 0, new Noted("登记案件", 1), new Noted("受理移送审查起诉", 2));
        await store.AppendAsync("S-2", 0, new Noted("登记案件", 3), new Noted("批准逮捕\uFFFD", 4));
        await store.Events.CheckpointAsync(always: true);
        await store.AppendAsync("S-1", 2, new Noted("退回补充侦查", 5), new Noted("提起公诉", 6));
        return store;
    }

    private static async Task<IReadOnlyList<StoredEvent>> LogAsync(TestStore store)
    {
        await using var snapshot = await store.Events.Database.BeginSnapshotAsync();
        var log = new List<StoredEvent>();
        await foreach (var e in EventLog.ReadAllAsync(snapshot))
            log.Add(e);
        return log;
    }

    private static async Task FoundAsync(TestStore store, long? at, string why)
    {
        var verdict = await store.Events.VerifyAsync();
        verdict.Why.ShouldNotBeNull().ShouldStartWith(why);
        verdict.FirstWrong.ShouldBe(at);
        verdict.IsWhole.ShouldBeFalse();
    }

    private static StoredEvent Rehashed(StoredEvent e) => e with { Hash = e.ComputeHash() };

    [Theory, EveryDatabase]
    public async Task A_whole_log_passes(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);
        (await store.Events.VerifyAsync()).ShouldBe(new LogVerdict(6, log[5].Hash, null, null, 1));
    }

    [Theory, EveryDatabase]
    public async Task An_empty_log_passes(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        (await store.Events.VerifyAsync()).ShouldBe(new LogVerdict(0, StoredEvent.Genesis, null, null, 0));
    }

    [Theory, EveryDatabase]
    public async Task Events_larger_than_any_buffer_pass(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        await store.AppendAsync("S-" + new string('长', 300), 0, new Noted(new string('案', 100_000)), new Noted(""));
        await store.AppendAsync("S-" + new string('长', 300), 2, new Noted(new string('a', 1_000_000)));
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task It_may_run_while_events_are_recorded(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await store.Events.Writer.AppendAsync("S-1", null, [new Noted("n")], store.Context());
        });
        for (var i = 0; i < 30; i++)
        {
            await store.Events.CheckpointAsync(always: true);
            (await store.Events.VerifyAsync()).Why.ShouldBeNull();
        }
        await stop.CancelAsync();
        await writing;
    }

    private static readonly string[] Columns = ["seq", "stream", "version", "type", "schema", "data", "actor", "office", "acted_on", "recorded_at", "prev_hash", "hash"];

    /// <param name="Bit">Any bit: taken modulo the bits that the value has.</param>
    private sealed record Flip(int Seq, string Column, int Bit);

    [Theory, EveryDatabase]
    public async Task Any_changed_bit_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);
        var flips =
            from seq in Gen.Choose(1, 6)
            from column in Gen.Elements(Columns)
            from bit in Gen.Choose(0, 1 << 20)
            select new Flip(seq, column, bit);
        await Property.ForAllAsync(flips, 400, async flip =>
        {
            var (stored, changed) = (log[flip.Seq - 1], false);
            for (var bit = flip.Bit; !changed; bit++) // another bit, where the database cannot store what comes out
                changed = await FlipAsync(store, dialect, flip with { Bit = bit });

            var verdict = await store.Events.VerifyAsync();
            verdict.IsWhole.ShouldBeFalse();
            // an event that stands elsewhere leaves a gap, or stands before the first; any other change is found where it is
            if (flip.Column == "seq")
                verdict.FirstWrong!.Value.ShouldBeLessThanOrEqualTo(flip.Seq);
            else
                verdict.FirstWrong.ShouldBe(flip.Seq, verdict.Why);

            await store.ExecuteAsync($"DELETE FROM event WHERE seq NOT IN ({string.Join(", ", log.Where(e => e.Seq != flip.Seq).Select(e => e.Seq))})");
            await store.ExecuteAsync(Insert, stored);
            (await store.Events.VerifyAsync()).Why.ShouldBeNull();
        });
    }

    private static async Task<bool> FlipAsync(TestStore store, Dialect dialect, Flip flip)
    {
        try
        {
            if (flip.Column is "seq" or "version" or "schema")
            {
                var number = (await store.QueryAsync<long>($"SELECT {flip.Column} FROM event WHERE seq = @Seq", flip))[0];
                var bits = flip.Column == "schema" && dialect == Dialect.Postgres ? 31 : 64;
                return await store.ExecuteAsync($"UPDATE event SET {flip.Column} = @number WHERE seq = @Seq", new { number = number ^ (1L << (flip.Bit % bits)), flip.Seq }) == 1;
            }
            var bytes = (await store.QueryAsync<byte[]>(dialect == Dialect.Sqlite
                ? $"SELECT CAST({flip.Column} AS BLOB) FROM event WHERE seq = @Seq"
                : $"SELECT convert_to({flip.Column}, 'UTF8') FROM event WHERE seq = @Seq", flip))[0];
            bytes[flip.Bit / 8 % bytes.Length] ^= (byte)(1 << (flip.Bit % 8));
            return await store.ExecuteAsync(dialect == Dialect.Sqlite
                ? $"UPDATE event SET {flip.Column} = CAST(@bytes AS TEXT) WHERE seq = @Seq"
                : $"UPDATE event SET {flip.Column} = convert_from(@bytes, 'UTF8') WHERE seq = @Seq", new { bytes, flip.Seq }) == 1;
        }
        catch (System.Data.Common.DbException)
        {
            return false; // no UTF-8, or a key that is taken
        }
    }

    [Theory, EveryDatabase]
    public async Task A_removed_event_is_found(Dialect dialect)
    {
        for (var seq = 1; seq <= 5; seq++)
        {
            await using var store = await SixAsync(dialect);
            await store.ExecuteAsync("DELETE FROM event WHERE seq = @seq", new { seq });
            await FoundAsync(store, seq, $"event {seq} is missing; the next one is {seq + 1}");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_removed_event_whose_followers_moved_up_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        await store.ExecuteAsync("DELETE FROM event WHERE seq = 3");
        for (var seq = 4; seq <= 6; seq++)
            await store.ExecuteAsync("UPDATE event SET seq = seq - 1 WHERE seq = @seq", new { seq });
        await FoundAsync(store, 3, "event 3 does not follow the event before it");
    }

    [Theory, EveryDatabase]
    public async Task Two_events_that_changed_places_are_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        await store.ExecuteAsync("UPDATE event SET seq = 100 WHERE seq = 2");
        await store.ExecuteAsync("UPDATE event SET seq = 2 WHERE seq = 3");
        await store.ExecuteAsync("UPDATE event SET seq = 3 WHERE seq = 100");
        await FoundAsync(store, 2, "event 2 does not follow the event before it");
    }

    [Theory, EveryDatabase]
    public async Task Contents_that_changed_places_are_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);
        await store.ExecuteAsync("UPDATE event SET data = @Data WHERE seq = 2", log[4]);
        await store.ExecuteAsync("UPDATE event SET data = @Data WHERE seq = 5", log[1]);
        await FoundAsync(store, 2, "event 2 (S-1, test.noted) was changed after it was recorded");
    }

    [Theory, EveryDatabase]
    public async Task An_inserted_event_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);
        // in the middle, the followers moved down
        for (var seq = 6; seq >= 3; seq--)
            await store.ExecuteAsync("UPDATE event SET seq = seq + 1 WHERE seq = @seq", new { seq });
        await store.ExecuteAsync(Insert, Rehashed(log[2] with { Stream = "S-3", Version = 1 }));
        await FoundAsync(store, 4, "event 4 does not follow the event before it");
    }

    [Theory, EveryDatabase]
    public async Task An_event_added_at_the_end_with_a_right_hash_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);
        var added = Rehashed(log[5] with { Seq = 7, Version = 5, PrevHash = log[5].Hash });
        await store.ExecuteAsync(Insert, added);
        await FoundAsync(store, 7, "the sealed head (event 6) is not the last event (7)");

        await store.ExecuteAsync("UPDATE log_head SET seq = 7, hash = @Hash", added);
        await FoundAsync(store, 7, $"the head of the log (event 7) does not carry the seal of the key {store.Events.Signer.KeyId}");
    }

    [Theory, EveryDatabase]
    public async Task An_event_outside_the_numbers_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);
        foreach (var seq in new[] { 0, -1, long.MinValue, long.MaxValue })
        {
            await store.ExecuteAsync(Insert, Rehashed(log[5] with { Seq = seq, Version = 5, PrevHash = log[5].Hash }));
            (await LogAsync(store)).Count.ShouldBe(7);
            await FoundAsync(store, seq > 0 ? 7 : 1, $"event {(seq > 0 ? 7 : 1)} is missing; the next one is {seq}");
            await store.ExecuteAsync("DELETE FROM event WHERE seq = @seq", new { seq });
        }
    }

    [Theory, EveryDatabase]
    public async Task A_version_that_does_not_follow_is_found_even_in_a_right_chain(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var first = await store.AppendAsync("S-1", 0, new Noted("a"));
        await RewriteAsync(store, [first[0] with { Version = 2 }]);
        await FoundAsync(store, 1, "event 1 is version 2 of S-1, after version 0");
    }

    [Theory, EveryDatabase]
    public async Task A_tail_rewritten_with_a_right_chain_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var log = await LogAsync(store);

        // behind the checkpoint: only the seal of the head tells
        await RewriteAsync(store, [log[4] with { Data = """{"text":"不起诉","number":5}""" }, log[5]]);
        await FoundAsync(store, 7, "the sealed head (event 6) is not the last event (6)");
        await MoveHeadAsync(store, 6);
        await FoundAsync(store, 6, "the head of the log (event 6) does not carry the seal");

        // across the checkpoint: that tells as well
        await RewriteAsync(store, [log[2] with { Actor = "u-nobody" }, log[3], log[4], log[5]]);
        await MoveHeadAsync(store, 6);
        await FoundAsync(store, 4, "event 4 is not the one that the checkpoint signed");
    }

    /// <summary>Replaces the events and all that follow by these, with hashes that fit.</summary>
    private static async Task RewriteAsync(TestStore store, IReadOnlyList<StoredEvent> events)
    {
        var before = (await LogAsync(store)).LastOrDefault(e => e.Seq < events[0].Seq)?.Hash ?? StoredEvent.Genesis;
        await store.ExecuteAsync("DELETE FROM event WHERE seq >= @Seq", events[0]);
        foreach (var e in events)
        {
            var rewritten = Rehashed(e with { PrevHash = before });
            await store.ExecuteAsync(Insert, rewritten);
            before = rewritten.Hash;
        }
    }

    private static async Task MoveHeadAsync(TestStore store, long to) =>
        await store.ExecuteAsync("UPDATE log_head SET seq = @Seq, hash = @Hash", (await LogAsync(store)).Single(e => e.Seq == to));

    [Theory, EveryDatabase]
    public async Task A_tail_that_was_cut_off_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        await store.ExecuteAsync("DELETE FROM event WHERE seq > 4");
        await FoundAsync(store, 5, "the tail was cut off: 6 events were sealed, 4 are there");
        await MoveHeadAsync(store, 4);
        await FoundAsync(store, 4, "the head of the log (event 4) does not carry the seal");
    }

    [Theory, EveryDatabase]
    public async Task A_tail_that_was_cut_off_and_whose_head_was_put_back_is_found_by_the_checkpoint(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        await store.AppendAsync("S-1", 0, new Noted("a"));
        var older = (await store.QueryAsync<(long Seq, string Hash, string Seal)>("SELECT seq, hash, seal FROM log_head"))[0];
        await store.AppendAsync("S-1", 1, new Noted("b"));
        await store.Events.CheckpointAsync(always: true);

        await store.ExecuteAsync("DELETE FROM event WHERE seq > 1");
        await store.ExecuteAsync("UPDATE log_head SET seq = @Seq, hash = @Hash, seal = @Seal", new { older.Seq, older.Hash, older.Seal });
        await FoundAsync(store, 2, "the tail was cut off: a checkpoint signed 2 events, 1 are there");

        // and when the log grows again, the checkpoint knows another event under its number
        await store.ReopenAsync();
        await store.AppendAsync("S-1", 1, new Noted("another"));
        await FoundAsync(store, 2, "event 2 is not the one that the checkpoint signed");
    }

    [Theory, EveryDatabase]
    public async Task A_log_that_was_emptied_is_found_by_the_checkpoint(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        await store.ExecuteAsync("DELETE FROM event");
        await FoundAsync(store, 1, "the tail was cut off: 6 events were sealed, 0 are there");
        await store.ExecuteAsync("UPDATE log_head SET seq = 0, hash = @genesis, seal = ''", new { genesis = StoredEvent.Genesis });
        await FoundAsync(store, 1, "the tail was cut off: a checkpoint signed 4 events, 0 are there");
    }

    [Theory, EveryDatabase]
    public async Task A_changed_head_is_found(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var head = (await store.QueryAsync<(long Seq, string Hash, string Seal)>("SELECT seq, hash, seal FROM log_head"))[0];
        foreach (var change in new[]
        {
            "seq = 5", "seq = 7", "seq = 0", "seq = -6", "hash = ''", $"hash = '{StoredEvent.Genesis}'", $"hash = '{head.Hash.ToUpperInvariant()}'",
            "seal = ''", $"seal = '{new string('0', 64)}'", $"seal = '{head.Seal.ToUpperInvariant()}'", $"seal = '{head.Seal} '", $"seq = 0, seal = '', hash = '{head.Hash}'",
        })
        {
            await store.ExecuteAsync($"UPDATE log_head SET {change}");
            (await store.Events.VerifyAsync()).IsWhole.ShouldBeFalse(change);
            await store.ExecuteAsync("UPDATE log_head SET seq = @Seq, hash = @Hash, seal = @Seal", new { head.Seq, head.Hash, head.Seal });
            (await store.Events.VerifyAsync()).Why.ShouldBeNull();
        }
        await store.ExecuteAsync("DELETE FROM log_head");
        await FoundAsync(store, 6, "the sealed head of the log is missing");
    }

    [Theory, EveryDatabase]
    public async Task Every_bit_of_the_seal_counts(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var seal = (await store.QueryAsync<string>("SELECT seal FROM log_head"))[0];
        for (var i = 0; i < seal.Length; i++)
        {
            await store.ExecuteAsync("UPDATE log_head SET seal = @changed", new { changed = seal[..i] + (char)(seal[i] ^ 1) + seal[(i + 1)..] });
            (await store.Events.VerifyAsync()).IsWhole.ShouldBeFalse(i.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_value_of_another_kind_is_found_on_SQLite()
    {
        foreach (var (column, value) in new[]
        {
            ("stream", "CAST(stream AS BLOB)"), ("data", "CAST(data AS BLOB)"), ("hash", "CAST(hash AS BLOB)"), ("version", "CAST(version AS TEXT) || 'x'"),
            ("version", "version + 0.5"), ("schema", "'one'"), ("stream", "stream || char(0) || 'x'"), ("data", "data || char(0)"), ("actor", "CAST(x'ff' AS TEXT)"),
        })
        {
            await using var store = await SixAsync(Dialect.Sqlite);
            await store.ExecuteAsync($"UPDATE event SET {column} = {value} WHERE seq = 4");
            var verdict = await store.Events.VerifyAsync();
            verdict.Why.ShouldNotBeNull($"{column} = {value}").ShouldStartWith("event 4 ");
            verdict.FirstWrong.ShouldBe(4);
        }
    }

    [Fact]
    public async Task Bytes_that_read_as_the_same_characters_are_found_on_SQLite()
    {
        await using var store = await SixAsync(Dialect.Sqlite);
        // the replacement character, and a byte that is read as one
        var data = (await store.QueryAsync<byte[]>("SELECT CAST(data AS BLOB) FROM event WHERE seq = 4"))[0];
        var text = Encoding.Latin1.GetString(data).Replace("\u00EF\u00BF\u00BD", "\u00FF", StringComparison.Ordinal);
        await store.ExecuteAsync("UPDATE event SET data = CAST(@bytes AS TEXT) WHERE seq = 4", new { bytes = Encoding.Latin1.GetBytes(text) });
        (await LogAsync(store)).ShouldAllBe(e => e.Hash == e.ComputeHash());
        await FoundAsync(store, 4, "event 4 (S-2, test.noted) was changed after it was recorded");
    }

    [Theory, EveryDatabase]
    public async Task The_key_of_another_log_does_not_fit(Dialect dialect)
    {
        await using var store = await SixAsync(dialect);
        var (key, checkpoints) = (Path.Combine(store.Folder, "keys", "log.pem"), Path.Combine(store.Folder, "checkpoints.jsonl"));
        File.Delete(key);
        using (LogSigner.Open(key))
        {
        }
        await store.ReopenAsync();
        await FoundAsync(store, 4, $"checkpoint 4: the signature does not fit the key {store.Events.Signer.KeyId}");
        File.Delete(checkpoints);
        await FoundAsync(store, 6, $"the head of the log (event 6) does not carry the seal of the key {store.Events.Signer.KeyId}");
    }
}
