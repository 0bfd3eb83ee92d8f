using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Search.Tests;

public sealed class SearchQueryTests
{
    private static IReadOnlyList<TextTerm> Terms(string given)
    {
        var (query, wrong) = SearchQuery.Parse(given, TestLaw.Book.Characters);
        wrong.ShouldBeNull();
        return query!.Terms;
    }

    private static string Wrong(string given)
    {
        var (query, wrong) = SearchQuery.Parse(given, TestLaw.Book.Characters);
        query.ShouldBeNull();
        wrong!.Value.Zh.ShouldNotBeEmpty();
        return wrong.Value.En;
    }

    [Fact]
    public void Words_are_parted_by_spaces_and_folded() =>
        Terms("耐剋　ＮＩＫＥ 213").ShouldBe([new TextTerm("耐克"), new TextTerm("nike", null, "nike"), new TextTerm("213")]);

    [Fact]
    public void A_phrase_stands_together_and_is_not_read_as_pinyin() => Terms("“行政处罚 决定书” \"nk\"").ShouldBe([new TextTerm("行政处罚 决定书"), new TextTerm("nk")]);

    [Fact]
    public void A_minus_leaves_out() => Terms("耐克 -运动服 －\"a b\"").ShouldBe([new TextTerm("耐克"), new TextTerm("运动服", Not: true), new TextTerm("a b", Not: true)]);

    [Fact]
    public void A_field_is_named_in_either_language() =>
        Terms("当事人:张某 PARTY：zm no:2026-0137 标题:\"案 件\" brand:x 文号:1").ShouldBe([
            new TextTerm("张某", "party"), new TextTerm("zm", "party", "zm"), new TextTerm("2026 0137", "number"), new TextTerm("案 件", "title"), new TextTerm("x", "brand"), new TextTerm("1", "number")]);

    [Theory]
    [InlineData("知产案〔2026〕0137号", "知产案 2026 0137号")]
    [InlineData("https://a.example/x", "https a example x")]
    [InlineData("12:30", "12 30")]
    [InlineData("a*(b)", "a b")]
    [InlineData("a--b", "a b")]
    public void Other_characters_part_words_and_mean_nothing(string given, string phrase) => Terms(given).ShouldHaveSingleItem().Phrase.ShouldBe(phrase);

    [Fact]
    public void The_same_word_twice_is_one() => Terms("耐克 耐剋 耐克").Count.ShouldBe(1);

    [Theory]
    [InlineData("", "give a word")]
    [InlineData("   ", "give a word")]
    [InlineData("%", "no letter or digit")]
    [InlineData("\"耐克", "not closed")]
    [InlineData("耐克 \"a b", "not closed")]
    [InlineData("-耐克", "must have no minus")]
    [InlineData("party:", "nothing follows")]
    [InlineData("人名:张", "known: party, brand, no, title")]
    [InlineData("-foo:张 x", "known: party, brand, no, title")]
    public void What_is_wrong_is_said_in_a_sentence(string given, string says) => Wrong(given).ShouldContain(says);

    [Fact]
    public void A_query_has_an_end()
    {
        Wrong(new string('案', 301)).ShouldContain("300");
        Wrong(string.Join(' ', Enumerable.Range(0, 17))).ShouldContain("16");
        Terms(string.Join(' ', Enumerable.Range(0, 16))).Count.ShouldBe(16);
    }
}
