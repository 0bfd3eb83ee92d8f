using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

public sealed class CheckpointsTests
{
    private static string FileOf(TestStore store) => Path.Combine(store.Folder, "checkpoints.jsonl");

    /// <summary>A store with the checkpoints 1, 2 and 3.</summary>
    private static async Task<TestStore> ThreeAsync()
    {
        var store = await TestStore.OpenAsync(Dialect.Sqlite);
        for (var i = 0; i < 3; i++)
        {
            await store.AppendAsync("S-1", i, new Noted($"{i}"));
            await store.Events.CheckpointAsync(always: true);
        }
        return store;
    }

    [Fact]
    public async Task The_head_is_signed_when_the_store_is_closed_and_every_thousand_events()
    {
        await using var store = await TestStore.OpenAsync(Dialect.Sqlite);
        var file = new CheckpointFile(FileOf(store));
        await store.AppendAsync("S-1", 0, [.. Enumerable.Range(0, 999).Select(i => new Noted($"{i}"))]);
        await store.Events.CheckpointAsync();
        file.Read().ShouldBeEmpty();
        await store.AppendAsync("S-1", 999, new Noted("the thousandth"));
        await store.Events.CheckpointAsync();
        file.Read().Select(c => c.Seq).ShouldBe([1000]);
        await store.Events.CheckpointAsync(always: true);
        file.Read().Count.ShouldBe(1);
        await store.AppendAsync("S-1", 1000, new Noted("one more"));
        await store.ReopenAsync();
        file.Read().Select(c => c.Seq).ShouldBe([1000, 1001]);
        file.Read().ShouldAllBe(c => store.Events.Signer.Accepts(c));
    }

    [Fact]
    public async Task A_torn_last_line_is_tolerated_and_the_next_checkpoint_takes_its_place()
    {
        await using var store = await ThreeAsync();
        var text = await File.ReadAllTextAsync(FileOf(store));
        for (var cut = 1; cut < text.Split('\n')[2].Length; cut += 7)
        {
            await File.WriteAllTextAsync(FileOf(store), text[..^(cut + 1)]);
            new CheckpointFile(FileOf(store)).Read().Select(c => c.Seq).ShouldBe([1, 2]);
            (await store.Events.VerifyAsync()).Why.ShouldBeNull();
            await store.Events.CheckpointAsync(always: true);
            new CheckpointFile(FileOf(store)).Read().Select(c => c.Seq).ShouldBe([1, 2, 3]);
        }
    }

    [Fact]
    public async Task A_last_line_without_its_line_end_counts()
    {
        await using var store = await ThreeAsync();
        await File.WriteAllTextAsync(FileOf(store), (await File.ReadAllTextAsync(FileOf(store))).TrimEnd('\n'));
        new CheckpointFile(FileOf(store)).Read().Select(c => c.Seq).ShouldBe([1, 2, 3]);
        await store.AppendAsync("S-1", 3, new Noted("d"));
        await store.Events.CheckpointAsync(always: true);
        new CheckpointFile(FileOf(store)).Read().Select(c => c.Seq).ShouldBe([1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_damaged_line_is_an_error_that_names_it(int line)
    {
        await using var store = await ThreeAsync();
        foreach (var damage in new Func<string, string>[] { l => l[..20], l => "", l => l.Replace("\"seq\"", "\"Seq\""), l => l + " ", l => "[]", l => "null" })
        {
            var lines = await File.ReadAllLinesAsync(FileOf(store));
            await File.WriteAllTextAsync(FileOf(store), string.Concat(lines.Select((l, i) => (i == line ? damage(l) : l) + "\n")));

            var verdict = await store.Events.VerifyAsync();
            verdict.IsWhole.ShouldBeFalse();
            verdict.Why.ShouldBe($"{FileOf(store)}:{line + 1}: no checkpoint");
            await File.WriteAllLinesAsync(FileOf(store), lines);
        }
    }

    [Fact]
    public async Task A_damaged_file_does_not_keep_the_store_from_closing()
    {
        await using var store = await ThreeAsync();
        await File.WriteAllTextAsync(FileOf(store), "nonsense\n");
        await store.AppendAsync("S-1", 3, new Noted("d"));
        await store.ReopenAsync();
        (await store.Events.LoadAsync("S-1")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Every_bit_of_a_checkpoint_counts()
    {
        await using var store = await ThreeAsync();
        var bytes = await File.ReadAllBytesAsync(FileOf(store));
        for (var bit = 0; bit < bytes.AsSpan().IndexOf((byte)'\n') * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(FileOf(store), bytes);
            (await store.Events.VerifyAsync()).IsWhole.ShouldBeFalse($"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task A_checkpoint_of_another_key_is_forged()
    {
        await using var store = await ThreeAsync();
        await using var stranger = await ThreeAsync();
        File.Copy(FileOf(stranger), FileOf(store), overwrite: true);
        var verdict = await store.Events.VerifyAsync();
        verdict.Why.ShouldBe($"checkpoint 1: the signature does not fit the key {store.Events.Signer.KeyId}");
        verdict.FirstWrong.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_kept_elsewhere_is_compared_too()
    {
        await using var store = await ThreeAsync();
        var kept = Path.Combine(store.Folder, "kept.jsonl");
        File.Move(FileOf(store), kept);
        (await store.Events.VerifyAsync(kept)).ShouldBe((await store.Events.VerifyAsync()) with { Checkpoints = 3 });
    }
}
