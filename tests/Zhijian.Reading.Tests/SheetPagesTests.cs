using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

public sealed class SheetPagesTests
{
    [Fact]
    public async Task Cells_stand_in_their_columns_and_dates_are_dates()
    {
        await using var room = new Room();
        var (_, text, pages) = await room.ReadAsync(Made.Xlsx(
            w => w.Write("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" s=\"1\"><v>46000</v></c><c r=\"D3\" t=\"b\"><v>1</v></c><c r=\"E3\"><f>A1</f><v>2.5</v></c></row><row r=\"9\"><c r=\"B9\" t=\"inlineStr\"><is><r><t>滤</t></r><r><t>芯</t></r></is></c></row>"),
            w => w.Write("<si><r><t>进货</t></r><r><t>日期</t></r><rPh><t>x</t></rPh></si>"),
            "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"));
        text.Left.ShouldBeEmpty();
        var page = pages.ShouldHaveSingleItem();
        page.Text.ShouldBe("进货日期\t\t2025-12-09\tTRUE\t2.5\n\t滤芯");
        page.Name!.Value.En.ShouldBe("进货, rows 3–9");
    }
}
