using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

public sealed class PlainPagesTests
{
    public static TheoryData<string, byte[]> Encodings()
    {
        const string text = "品名,数量\n滤芯（假冒）,300\n";
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(text) },
            { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] },
            { "GB 18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text) },
            { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] },
            { "UTF-16, the other way round", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)] },
        };
    }

    [Theory, MemberData(nameof(Encodings))]
    public async Task The_encoding_is_found_in_the_text(string name, byte[] content)
    {
        await using var room = new Room();
        (await room.ReadAsync(content)).Pages.ShouldHaveSingleItem(name).Text.ShouldBe("品名,数量\n滤芯（假冒）,300");
    }

    [Fact]
    public async Task A_text_that_breaks_off_inside_a_character_is_read_to_there()
    {
        await using var room = new Room();
        (await room.ReadAsync([.. "查获滤芯"u8[..11]])).Pages.ShouldHaveSingleItem().Text.ShouldBe("查获滤\ufffd");
    }

    [Fact]
    public async Task A_page_ends_with_a_line()
    {
        await using var room = new Room(new ReadingLimits { CutCharacters = 10 });
        var (_, _, pages) = await room.ReadAsync("一二三四五六七八九十\n一二\n三四五六七八九十\n末\n"u8.ToArray());
        pages.Select(p => p.Text).ShouldBe(["一二三四五六七八九十", "一二\n三四五六七八九十", "末"]);
    }
}
