using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Search.Tests;

public sealed class ExcerptTests
{
    private static string Of(string text, string query, bool whole = false)
    {
        var terms = SearchQuery.Parse(query, TestLaw.Book.Characters).Query!.Terms;
        var parts = whole ? Excerpt.Whole(text, terms, TestLaw.Book.Characters) : Excerpt.Of(text, terms, TestLaw.Book.Characters);
        return string.Concat(parts.Select(p => p.Hit ? $"[{p.Text}]" : p.Text));
    }

    [Theory]
    [InlineData("假冒“耐剋”運動鞋案", "耐克 运动鞋", "假冒“[耐剋]”[運動鞋]案")]
    [InlineData("假冒ＮＩＫＥ鞋", "nike", "假冒[ＮＩＫＥ]鞋")]
    [InlineData("假冒耐克鞋案", "nk", "假冒[耐克]鞋案")]
    [InlineData("假冒耐克鞋案", "naike", "假冒[耐克]鞋案")]
    [InlineData("知产案〔2026〕0137号", "2026-0137", "知产案〔[2026〕0137]号")]
    [InlineData("商标权商标", "商标 标权", "[商标权][商标]")]
    [InlineData("商标案 -样品", "商标 -样品", "[商标]案 -样品")]
    [InlineData("无关", "商标", "无关")]
    public void Hits_are_marked_in_the_words_of_the_original(string text, string query, string marked) => Of(text, query, whole: true).ShouldBe(marked);

    [Fact]
    public void A_long_text_shows_the_surroundings_of_the_first_hit_on_one_line()
    {
        var excerpt = Of(new string('前', 300) + "\n\n商标\t侵权" + new string('后', 300), "商标");
        excerpt.ShouldStartWith("…前");
        excerpt.ShouldContain("前 [商标] 侵权后");
        excerpt.ShouldEndWith("后…");
        excerpt.Length.ShouldBeLessThan(160);
    }

    [Fact]
    public void A_text_without_a_hit_shows_its_beginning() => Of(new string('甲', 500), "商标").ShouldBe(new string('甲', 140) + "…");

    [Fact]
    public void No_character_is_cut_in_two()
    {
        foreach (var before in Enumerable.Range(30, 30))
            Of(string.Concat(Enumerable.Repeat("𬱖", before)) + "商标" + string.Concat(Enumerable.Repeat("𬱖", 200)), "商标").ShouldNotContain('\ufffd');
        var text = string.Concat(Enumerable.Repeat("𬱖", 41)) + "商标" + string.Concat(Enumerable.Repeat("𬱖", 200));
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Of(text, "商标"))).ShouldNotContain('\ufffd');
    }
}
