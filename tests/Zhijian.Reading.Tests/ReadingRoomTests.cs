using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

public sealed class ReadingRoomTests
{
    [Fact]
    public async Task Counts_are_exact_and_places_are_those_of_the_text()
    {
        await using var room = new Room(new ReadingLimits { CutCharacters = 10 });
        var (hash, _, pages) = await room.ReadAsync("Ａbc商标abC\nxx商标商标\nABCABCABC\n"u8.ToArray());
        pages.Count.ShouldBe(2);
        var found = await room.Reading.FindAsync(hash, "ａＢc");
        found.Total.ShouldBe(5);
        found.Pages.ShouldBe([new PageHits(1, 2), new PageHits(2, 3)]);
        foreach (var hit in found.Hits)
            Folded.Of(pages[hit.Page - 1].Text.Substring(hit.Start, hit.Length)).ShouldBe("ABC");
        (await room.Reading.FindAsync(hash, "商标")).Total.ShouldBe(3);
        (await room.Reading.FindAsync(hash, "商標")).Total.ShouldBe(0); // only width and case
        (await room.Reading.FindAsync(hash, "")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_read_is_kept_and_comes_again_once_it_is_deleted()
    {
        await using var room = new Room();
        var (hash, first, _) = await room.ReadAsync("滤芯"u8.ToArray());
        Directory.EnumerateFiles(Path.Combine(room.Folder, "reading"), "*", SearchOption.AllDirectories).Count().ShouldBe(2);
        room.Reading.Forget(hash);
        room.Reading.StateOf(hash, "text/plain").State.ShouldBe(TextState.Extracting);
        (await room.Reading.PageAsync(hash, 1)).ShouldBeNull();
        (await room.Reading.ReadAsync(hash, "text/plain")).ShouldBeEquivalentTo(first);
        File.WriteAllText(Directory.EnumerateFiles(Path.Combine(room.Folder, "reading"), "*.json", SearchOption.AllDirectories).Single(), "{cut");
        (await room.Reading.ReadAsync(hash, "text/plain")).ShouldBeEquivalentTo(first);
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_reading()
    {
        await using var room = new Room();
        var stored = await room.Attachments.SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"第{i}行\n")))));
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => room.Reading.ReadAsync(stored.Hash, stored.MediaType)));
        all.Select(a => (a.State, a.Pages)).Distinct().ShouldHaveSingleItem().State.ShouldBe(TextState.Done);
    }

    [Theory]
    [InlineData("image/png", 1, true)]
    [InlineData("image/tiff", 1, false)]
    [InlineData("application/zip", 0, false)]
    [InlineData("video/mp4", 0, false)]
    public async Task What_has_no_text_says_so(string type, int pages, bool image)
    {
        await using var room = new Room();
        var text = room.Reading.StateOf(new string('0', 64), type);
        (text.State, text.Pages, room.Reading.HasImage(type)).ShouldBe((TextState.None, pages, image));
        text.Why.ShouldBeSaid();
    }

    [Fact]
    public async Task A_hash_that_is_none_reads_nothing()
    {
        await using var room = new Room();
        (await room.Reading.PageAsync(new string('0', 64), 1)).ShouldBeNull();
        (await room.Reading.ReadAsync(new string('0', 64), "text/plain")).Pages.ShouldBe(0);
    }
}
