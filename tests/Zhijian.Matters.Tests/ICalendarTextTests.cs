using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Matters.Tests;

public sealed class ICalendarTextTests
{
    [Fact]
    public void A_long_Chinese_line_is_folded_at_75_octets_and_no_character_is_torn()
    {
        var value = string.Concat(Enumerable.Repeat("审查起诉期限届满日𠮷", 30));

        var text = new ICalendarText().Line("DESCRIPTION", value).ToString();

        var lines = text.Split("\r\n")[..^1];
        lines.Length.ShouldBeGreaterThan(10);
        lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        lines.Skip(1).ShouldAllBe(l => l.StartsWith(' '));
        lines.Take(lines.Length - 1).ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) > 71); // no fold earlier than a character needs
        text.Replace("\r\n ", "").ShouldBe($"DESCRIPTION:{value}\r\n");
    }

    [Theory]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    public void A_line_of_75_octets_stays_whole(int length, int lines) =>
        new ICalendarText().Line("X", new string('a', length - 2)).ToString().Split("\r\n").Length.ShouldBe(lines + 1);

    [Theory]
    [InlineData("甲；乙;丙,丁", @"甲；乙\;丙\,丁")]
    [InlineData("a\\b", @"a\\b")]
    [InlineData("一\r\n二\n三", @"一\n二\n三")]
    public void Text_is_escaped(string text, string escaped) => new ICalendarText().Text("SUMMARY", text).ToString().ShouldBe($"SUMMARY:{escaped}\r\n");
}
