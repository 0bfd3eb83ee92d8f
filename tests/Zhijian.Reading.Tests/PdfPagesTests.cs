using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

/// <summary>PDF by the programs of poppler-utils, which may be missing.</summary>
public sealed class PdfPagesTests
{
    private static void NeedsPoppler() => Assert.SkipWhen(Poppler.Find() is null, "poppler-utils is not installed");

    [Fact]
    public async Task Text_comes_by_pages_and_a_scan_says_that_it_has_none()
    {
        NeedsPoppler();
        await using var room = new Room();
        var (hash, text, pages) = await room.ReadAsync(Made.Pdf("起诉意见书\n滤芯三百件", "", "third"));
        text.State.ShouldBe(TextState.Done);
        pages.Select(p => p.Number).ShouldBe([1, 2, 3]);
        pages[0].Text.ShouldBe("起诉意见书\n滤芯三百件");
        pages[1].Text.ShouldBeEmpty();
        text.Left.ShouldHaveSingleItem().Zh.ShouldContain("1 页没有文字层");
        (await room.Reading.PageAsync(hash, 3))!.Text.ShouldBe("third");
        (await room.Reading.PageAsync(hash, 4)).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_has_an_image_and_no_page_has_none()
    {
        NeedsPoppler();
        await using var room = new Room();
        var (hash, _, _) = await room.ReadAsync(Made.Pdf("x"));
        var image = await room.Reading.ImageAsync(hash, "application/pdf", 1);
        image!.Value.MediaType.ShouldBe("image/png");
        var head = new byte[4];
        await image.Value.Image.ReadExactlyAsync(head);
        head.ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        (await room.Reading.ImageAsync(hash, "application/pdf", 2)).ShouldBeNull();
    }

    [Fact]
    public async Task A_PDF_that_opens_with_a_password_says_so()
    {
        NeedsPoppler();
        await using var room = new Room();
        var (_, text, pages) = await room.ReadAsync(Made.LockedPdf());
        text.State.ShouldBe(TextState.Failed);
        text.Why.ShouldBeSaid().Zh.ShouldContain("密码");
        pages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_a_PDF_is_read_as_far_as_it_goes_or_refused_in_a_sentence()
    {
        NeedsPoppler();
        await using var room = new Room();
        var whole = Made.Pdf([.. Enumerable.Range(1, 40).Select(i => $"page{i}")]);
        var (_, text, pages) = await room.ReadAsync(whole[..(whole.Length / 2)]);
        if (text.State == TextState.Done)
            text.Left.Concat(pages.Where(p => p.Text.Length == 0).Select(_ => default(Kernel.Text))).ShouldNotBeEmpty();
        else
            text.Why.ShouldBeSaid().Zh.ShouldContain("损坏");
        var (_, nothing, _) = await room.ReadAsync("%PDF-1.7\nnothing of a PDF"u8.ToArray());
        nothing.State.ShouldBe(TextState.Failed);
        nothing.Why.ShouldBeSaid().Zh.ShouldContain("损坏");
    }

    [Fact]
    public async Task Five_thousand_pages_are_read_and_of_more_the_rest_is_told()
    {
        NeedsPoppler();
        await using var room = new Room();
        var content = Made.Pdf([.. Enumerable.Range(1, 5_000).Select(i => $"page{i}")]);
        var (hash, text, _) = await room.ReadAsync(content);
        (text.State, text.Pages, text.Left.Count).ShouldBe((TextState.Done, 5_000, 0));
        (await room.Reading.PageAsync(hash, 4_999))!.Text.ShouldBe("page4999");
        await using var small = new Room(new ReadingLimits { Pages = 100 });
        var (_, cut, _) = await small.ReadAsync(content);
        (cut.State, cut.Pages).ShouldBe((TextState.Done, 100));
        cut.Left.ShouldHaveSingleItem().Zh.ShouldBe("共 5000 页，第 100 页以后未列出");
    }

    [Fact]
    public async Task A_program_that_takes_too_long_or_too_much_is_ended_and_leaves_nothing_running()
    {
        NeedsPoppler();
        await using var late = new Room(new ReadingLimits { Time = TimeSpan.Zero });
        var (_, text, _) = await late.ReadAsync(Made.Pdf("x"));
        text.Why.ShouldBeSaid().Zh.ShouldContain("已停止");
        if (File.Exists("/usr/bin/prlimit"))
        {
            await using var little = new Room(new ReadingLimits { ChildBytes = 4 << 20 });
            var (_, killed, _) = await little.ReadAsync(Made.Pdf("x"));
            killed.State.ShouldBe(TextState.Failed);
            killed.Why.ShouldBeSaid();
        }
        Process.GetProcessesByName("pdftotext").Where(p => p.StartInfo.FileName.Length == 0 && !p.HasExited && IsOurs(p)).ShouldBeEmpty();

        static bool IsOurs(Process p) => File.Exists($"/proc/{p.Id}/status") && File.ReadAllText($"/proc/{p.Id}/status").Contains($"PPid:\t{Environment.ProcessId}\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_programs_it_says_what_to_install_and_reads_everything_else()
    {
        Poppler.Find(Path.GetTempPath()).ShouldBeNull();
        var folder = Directory.CreateTempSubdirectory("zhijian-").FullName;
        var attachments = new Store.Attachments(Path.Combine(folder, "a"));
        await using (var room = new ReadingRoom(attachments, Path.Combine(folder, "r"), null))
        {
            var pdf = await attachments.SaveAsync(new MemoryStream(Made.Pdf("x")));
            var told = await room.ReadAsync(pdf.Hash, pdf.MediaType);
            told.State.ShouldBe(TextState.Unavailable);
            told.Why!.Value.Zh.ShouldContain("apt install poppler-utils");
            room.HasImage(pdf.MediaType).ShouldBeFalse();
            var text = await attachments.SaveAsync(new MemoryStream("滤芯"u8.ToArray()));
            (await room.ReadAsync(text.Hash, text.MediaType)).State.ShouldBe(TextState.Done);
        }
        Directory.Delete(folder, recursive: true);
    }
}
