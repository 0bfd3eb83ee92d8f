using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class PinyinTests
{
    private static readonly Pinyin Pinyin = CharacterTables.Known.Pinyin;

    [Fact]
    public void A_character_has_its_readings_the_common_one_first()
    {
        Pinyin.Readings(new Rune('耐')).ShouldBe(["nai"]);
        Pinyin.Readings(new Rune('单')).ShouldBe(["dan", "shan"]);
        Pinyin.Readings(new Rune('吕')).ShouldBe(["lv"]);
        Pinyin.Readings(new Rune('x')).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_is_spelt_in_full_and_by_initials()
    {
        Pinyin.Spellings("耐克").ShouldBe(["naike", "nk"], ignoreOrder: true);
        Pinyin.Spellings("单某").ShouldBe(["danmou", "shanmou", "dm", "sm"], ignoreOrder: true);
        Pinyin.Spellings("nike").ShouldBeEmpty();
        Pinyin.Spellings("耐克 2代").ShouldContain("naike2dai");
    }

    [Fact]
    public void A_text_is_found_by_the_sound_from_any_of_its_characters()
    {
        var keys = Pinyin.Beginnings("假冒耐克运动鞋案");
        keys.ShouldContain(k => k.StartsWith("naikeyun"));
        keys.ShouldContain(k => k.StartsWith("nky"));
        keys.ShouldContain(k => k.StartsWith("jiamao"));
        keys.ShouldNotContain(k => k.StartsWith("aike")); // begins inside of a syllable
    }

    [Fact]
    public void A_name_of_many_readings_does_not_fill_the_index() => Pinyin.Beginnings(new string('长', 40)).Count.ShouldBeLessThan(40 * 16);

    [Theory]
    [InlineData("naike", 2)]
    [InlineData("naik", 2)]
    [InlineData("nk", 2)]
    [InlineData("nky", 3)]
    [InlineData("nik", 0)]
    [InlineData("jm", 0)]
    public void What_was_typed_spells_so_many_characters(string typed, int length) => Pinyin.Spelt("假冒耐克运动鞋", 2, typed).ShouldBe(length);
}
