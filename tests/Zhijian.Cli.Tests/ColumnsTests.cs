using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests;

public class ColumnsTests
{
    [Fact]
    public void A_chinese_character_is_two_cells_wide()
    {
        Columns.Width("MS 商标（约）").ShouldBe(3 + 4 + 6);
        Columns.Pad("商标", 6).ShouldBe("商标  ");
        Columns.Pad("a\u001b[31m\nb", 4).ShouldBe("a [31m b");
    }

    [Fact]
    public async Task A_table_folds_long_chinese_text_into_the_width_of_the_terminal()
    {
        await using var output = new StringWriter();
        var longText = string.Concat(Enumerable.Repeat("2024年最高检典型案例：上海今某公司商标处罚非诉执行监督案", 4));
        Columns.Write(
            new Terminal(output, TextWriter.Null, TextReader.Null) { IsInteractive = true },
            ["案号", "名称", "人员", ""],
            [["MS-2026-0001", longText, "某、某、某某某某某某某某某某某", "[/bold]"], ["MS-2026-0002", "𠀀", "é", "x y"]]);
        var text = output.ToString();
        text.ShouldContain("MS-2026-0001");
        text.ShouldContain("[/bold]");
        text.ReplaceLineEndings("").Where(c => c == '监').Count().ShouldBe(4);
        text.Split('\n').Select(Columns.Width).Max().ShouldBeLessThanOrEqualTo(120);
    }
}
