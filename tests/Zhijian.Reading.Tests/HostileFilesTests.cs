using System.Text;
using Shouldly;
using Xunit;
using Zhijian.Store;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Zhijian.Reading.Tests;

/// <summary>Broken files and those made to break us are read as far as they go, or refused in a sentence; what they take of memory does not grow with what they claim.</summary>
public sealed class HostileFilesTests
{
    private const long Bounded = 400L << 20; // allocated in all, not at once: a hundred thousand rows are read on the way

    private static async Task RefusedAsync(byte[] content, string code)
    {
        await using var room = new Room();
        var refused = await Should.ThrowAsync<AttachmentRefusedException>(() => room.Attachments.SaveAsync(new MemoryStream(content)));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain('('); // 中文 (English)
    }

    private static async Task<long> AllocatedAsync(Func<Task> act)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await act();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    [Fact]
    public Task An_empty_file_is_refused() => RefusedAsync([], "attachment-empty");

    [Fact]
    public Task A_program_that_is_called_a_document_is_refused() => RefusedAsync([(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF], "attachment-type");

    [Fact]
    public Task A_document_with_macros_is_refused() => RefusedAsync(Made.Docx(Made.Paragraph("x"), more: [("word/vbaProject.bin", "x")]), "attachment-macros");

    [Fact]
    public Task A_document_that_unpacks_to_a_thousand_times_its_size_is_refused() => RefusedAsync(
        Made.Zip([("[Content_Types].xml", w => w.Write("<Types/>")), ("word/document.xml", w => { var many = new string(' ', 1 << 20); for (var i = 0; i < 250; i++) w.Write(many); })]), "attachment-bomb");

    [Fact]
    public async Task Half_an_archive_is_refused()
    {
        await RefusedAsync(Made.Docx(Made.Paragraph("滤芯"))[..200], "attachment-damaged");
        await RefusedAsync(Made.Xlsx(w => w.Write("<row/>"))[..300], "attachment-damaged");
    }

    [Fact]
    public async Task A_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks()
    {
        var content = Made.Docx(Made.Paragraph(new string('a', 40 << 20)));
        // the size in the list of entries is made small; that in front of the entry is not looked at
        var at = content.AsSpan().LastIndexOf("word/document.xml"u8) - 46 + 24;
        BitConverter.TryWriteBytes(content.AsSpan(at), 1000).ShouldBeTrue();
        await using var room = new Room(new ReadingLimits { PartBytes = 4 << 20 });
        var allocated = await AllocatedAsync(async () =>
        {
            var (_, text, pages) = await room.ReadAsync(content);
            (text.Why ?? text.Left.ShouldHaveSingleItem()).Zh.ShouldNotBeEmpty();
            pages.Sum(p => p.Text.Length).ShouldBeLessThan(1 << 20);
        });
        allocated.ShouldBeLessThan(200L << 20);
    }

    [Fact]
    public async Task A_sheet_whose_part_is_damaged_is_refused_in_a_sentence()
    {
        await using var room = new Room();
        var (_, text, _) = await room.ReadAsync(Made.Xlsx(w => w.Write("<row r=\"1\"><c><v>1</v></row>")));
        text.State.ShouldBe(TextState.Failed);
        text.Why.ShouldBeSaid().Zh.ShouldContain("已损坏");
    }

    [Fact]
    public async Task Entities_that_unfold_are_refused()
    {
        await using var room = new Room();
        const string bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        var (_, text, pages) = await room.ReadAsync(Made.Docx(Made.Paragraph("&b;&c;"), bomb));
        text.State.ShouldBe(TextState.Failed);
        text.Why.ShouldBeSaid().Zh.ShouldContain("DTD");
        pages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nests_too_deep_is_refused()
    {
        await using var room = new Room();
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 100_000));
        var (_, text, _) = await room.ReadAsync(Made.Docx(deep));
        text.Why.ShouldBeSaid().Zh.ShouldContain("嵌套");
    }

    [Fact]
    public async Task A_tag_of_many_megabytes_is_not_kept()
    {
        await using var room = new Room();
        var allocated = await AllocatedAsync(async () =>
        {
            var (_, text, _) = await room.ReadAsync(Made.Zip([("[Content_Types].xml", w => w.Write("<Types/>")), ("word/document.xml", w => { w.Write("<a b=\""); for (var i = 0; i < 90; i++) w.Write(new string('x', 1 << 20)); w.Write("\"/>"); })]));
            text.Why.ShouldBeSaid().En.ShouldContain("tag");
        });
        allocated.ShouldBeLessThan(Bounded);
    }

    [Fact]
    public async Task A_table_of_a_million_rows_is_read_to_its_limit_and_says_so()
    {
        await using var room = new Room();
        var content = Made.Xlsx(w =>
        {
            for (var i = 1; i <= 1_000_000; i++)
                w.Write($"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>滤芯{i}</t></is></c><c r=\"B{i}\"><v>{i}</v></c></row>");
        });
        var allocated = await AllocatedAsync(async () =>
        {
            var (_, text, pages) = await room.ReadAsync(content);
            text.State.ShouldBe(TextState.Done);
            text.Pages.ShouldBe(1_000);
            text.Left.ShouldHaveSingleItem().Zh.ShouldBe("工作表“进货”第 100000 行以后未列出（至多 100000 行）");
            pages[1].Name!.Value.Zh.ShouldBe("进货 第 101–200 行");
            pages[1].Text.ShouldStartWith("滤芯101\t101\n");
        });
        allocated.ShouldBeLessThan(Bounded);
    }

    [Fact]
    public async Task Shared_strings_are_kept_to_their_limit_and_cells_beyond_it_say_so()
    {
        await using var room = new Room();
        var content = Made.Xlsx(
            w =>
            {
                for (var i = 1; i <= 3_000; i++)
                    w.Write($"<row r=\"{i}\"><c r=\"A{i}\" t=\"s\"><v>{i - 1}</v></c><c r=\"B{i}\" t=\"s\"><v>99999999</v></c></row>");
            },
            w =>
            {
                var many = new string('x', 30_000);
                for (var i = 0; i < 3_000; i++)
                    w.Write($"<si><t>{many}</t></si>");
            });
        var allocated = await AllocatedAsync(async () =>
        {
            var (_, text, pages) = await room.ReadAsync(content);
            text.State.ShouldBe(TextState.Done);
            text.Left.ShouldContain(l => l.Zh.Contains("共用文字"));
            pages[^1].Text.ShouldContain("…\t…");
            pages.ShouldAllBe(p => p.Text.Length <= 20_000);
            pages[0].Left!.Value.Zh.ShouldContain("未列出");
        });
        allocated.ShouldBeLessThan(Bounded);
    }

    [Fact]
    public async Task A_line_without_an_end_is_cut_into_pages_and_nothing_is_lost()
    {
        await using var room = new Room();
        var (_, text, pages) = await room.ReadAsync(Encoding.UTF8.GetBytes(new string('商', 3_000_000)));
        text.State.ShouldBe(TextState.Done);
        pages.Sum(p => p.Text.Length).ShouldBe(3_000_000);
        pages.ShouldAllBe(p => p.Text.Length <= 20_000 && p.Left == null);
    }

    [Fact]
    public async Task Marks_that_turn_the_writing_are_written_out_and_what_is_not_seen_is_taken_away()
    {
        await using var room = new Room();
        var (hash, _, pages) = await room.ReadAsync("合同\u202efdp.exe 商\u200b标 \u001b[31m红\ufeff\n"u8.ToArray());
        pages.ShouldHaveSingleItem().Text.ShouldBe("合同⟨U+202E⟩fdp.exe 商标 ␛[31m红");
        (await room.Reading.FindAsync(hash, "商标")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_opens_a_thousand_parts_is_read_to_its_limit()
    {
        await using var room = new Room();
        var mail = new StringBuilder("From: a@example.test\nDate: x\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n");
        for (var i = 0; i < 2_000; i++)
            mail.Append("--b\nContent-Type: application/x; name=f").Append(i).Append("\n\nx\n");
        var (_, text, pages) = await room.ReadAsync(Encoding.UTF8.GetBytes(mail.ToString()));
        text.Left.ShouldHaveSingleItem().En.ShouldContain("500");
        string.Concat(pages.Select(p => p.Text)).ShouldContain("f499 ");
    }
}
