using System.Text;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class CharacterFilesTests
{
    private static IEnumerable<Func<string, string>> Rows(string file) => Vocabulary.Rows(Path.Combine(TestLaw.Data, "characters"), file);

    [Theory]
    [InlineData("compatibility.csv")]
    [InlineData("simplified.csv")]
    public void A_character_folds_to_one_form(string file)
    {
        var characters = Rows(file).SelectMany(r => r("characters").EnumerateRunes()).ToList();
        characters.Count.ShouldBeGreaterThan(4_000);
        characters.Distinct().Count().ShouldBe(characters.Count);
    }

    [Fact]
    public void A_simplified_form_is_not_itself_folded() =>
        Rows("simplified.csv").Select(r => r("folded")).Intersect(Rows("simplified.csv").SelectMany(r => r("characters").EnumerateRunes().Select(c => c.ToString()))).ShouldBeEmpty();

    [Theory]
    [InlineData("pinyin.csv", 8105)]
    [InlineData("pinyin-also.csv", 87)]
    public void A_reading_is_written_in_plain_letters(string file, int characters)
    {
        Rows(file).ShouldAllBe(r => r("reading").All(char.IsAsciiLetterLower));
        Rows(file).Sum(r => r("characters").EnumerateRunes().Count()).ShouldBe(characters);
    }

    [Fact]
    public void A_second_reading_is_another_one() => Rows("pinyin-also.csv").SelectMany(r => r("characters").EnumerateRunes(), (r, c) => (r("reading"), c))
        .Intersect(Rows("pinyin.csv").SelectMany(r => r("characters").EnumerateRunes(), (r, c) => (r("reading"), c))).ShouldBeEmpty();

    [Fact]
    public void The_law_book_has_them() => TestLaw.Book.Characters.Folding.Fold("耐剋").ShouldBe("耐克");
}
