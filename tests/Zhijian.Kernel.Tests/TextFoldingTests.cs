using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class TextFoldingTests
{
    private static readonly TextFolding Folding = CharacterTables.Known.Folding;

    [Theory]
    [InlineData("ＮＩＫＥ", "nike")]
    [InlineData("耐剋", "耐克")]
    [InlineData("商標權", "商标权")]
    [InlineData("知产案〔2026〕0137号", "知产案 2026 0137号")]
    [InlineData("MS-2026-0137", "ms 2026 0137")]
    [InlineData("Nestlé", "nestle")]
    [InlineData("Nestle\u0301", "nestle")]
    [InlineData("㈱①Ⅳ", "株1iv")]
    [InlineData("  “甲”，乙。 ", "甲 乙")]
    [InlineData("!?", "")]
    [InlineData("", "")]
    public void Ways_of_writing_that_are_the_same_fold_to_one(string written, string folded) => Folding.Fold(written).ShouldBe(folded);

    [Theory]
    [InlineData("𬱖某", "𬱖某")]
    [InlineData("x\ud800y", "x y")]
    public void Rare_characters_stay_and_halves_of_them_part_words(string written, string folded) => Folding.Fold(written).ShouldBe(folded);

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (var value = 0; value <= 0x2FFFF; value++)
        {
            if (!Rune.IsValid(value))
                continue;
            var once = Folding.Fold(new Rune(value).ToString());
            if (Folding.Fold(once) != once)
                Assert.Fail($"U+{value:X4}: {once} → {Folding.Fold(once)}");
        }
    }

    [Fact]
    public void Every_part_of_the_folded_text_leads_back_to_the_original()
    {
        const string text = "被告人“張某”生产ＮＩＫＥ牌𬱖鞋，㏠起售出。";
        var folded = Folding.FoldWithOrigin(text);
        folded.Text.ShouldBe("被告人 张某 生产nike牌𬱖鞋 1日起售出");
        string Of(string part)
        {
            var (start, end) = folded.Original(folded.Text.IndexOf(part, StringComparison.Ordinal), part.Length);
            return text[start..end];
        }
        Of("张某").ShouldBe("張某");
        Of("nike").ShouldBe("ＮＩＫＥ");
        Of("𬱖鞋").ShouldBe("𬱖鞋");
        Of("1日起").ShouldBe("㏠起");
        Of("售出").ShouldBe("售出");
    }

    [Fact]
    public void Without_tables_only_case_folds() => TextFolding.Plain.Fold("NIKE 商標").ShouldBe("nike 商標");
}
