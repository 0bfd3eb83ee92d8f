using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

public sealed class WordPagesTests
{
    [Fact]
    public async Task Pages_break_where_Word_broke_them_and_cells_stand_apart()
    {
        await using var room = new Room();
        var (_, text, pages) = await room.ReadAsync(Made.Docx(
            Made.Paragraph("  一、事实 &amp; 证据") + "<w:p><w:r><w:t>查获</w:t><w:tab/><w:t>滤芯</w:t><w:br w:type=\"page\"/><w:t>第二页</w:t></w:r></w:p>"
            + $"<w:tbl><w:tr><w:tc>{Made.Paragraph("品名")}</w:tc><w:tc>{Made.Paragraph("数量")}</w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>第三页</w:t></w:r><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del></w:p>",
            more: [("word/footnotes.xml", Made.Footnotes("见卷二"))]));
        pages.Select(p => p.Text).ShouldBe(["  一、事实 & 证据\n查获\t滤芯", "第二页\n品名 \t数量", "第三页", "见卷二"], Case.Sensitive);
        pages[3].Name!.Value.Zh.ShouldBe("脚注");
        text.Left.ShouldHaveSingleItem().Zh.ShouldContain("修订");
    }

    [Fact]
    public async Task Without_breaks_a_page_is_cut_at_the_end_of_a_paragraph()
    {
        await using var room = new Room(new ReadingLimits { CutCharacters = 6 });
        var (_, _, pages) = await room.ReadAsync(Made.Docx(string.Concat(Enumerable.Range(1, 5).Select(i => Made.Paragraph($"第{i}段")))));
        pages.Select(p => p.Text).ShouldBe(["第1段\n第2段", "第3段\n第4段", "第5段"]);
    }
}
