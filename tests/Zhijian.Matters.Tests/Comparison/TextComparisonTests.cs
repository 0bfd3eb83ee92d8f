using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Comparison;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Comparison;

/// <summary>A document against the record: what differs is found, what only reads differently is not.</summary>
public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("非法经营数额148320元。", "")]
    [InlineData("非法经营数额14.832万元。", "")]
    [InlineData("非法经营数额约15万元。", "")]
    [InlineData("非法经营数额14万余元。", "")]
    [InlineData("非法经营数额12万元。", "amounts 12万元")]
    [InlineData("非法经营数额15万元。", "amounts 15万元")]
    [InlineData("非法经营数额15万余元。", "amounts 15万余元")]
    [InlineData("非法经营数额约12万元。", "amounts 约12万元")]
    [InlineData("非法经营数额100000元，另有非法经营数额48320元。", "")] // the parts of the sum
    [InlineData("非法经营数额148320元，其中向甲的非法经营数额3万元。", "")]
    [InlineData("非法经营数额148320元，另有非法经营数额90万元。", "amounts 90万元")] // no part can be more than the whole
    [InlineData("违法所得9万元。", "")] // the record knows no such amount
    [InlineData("货款9万元。", "")] // nothing says what kind it is
    public void Amounts(string text, string expected) => Said(text).ShouldBe(expected);

    [Theory]
    [InlineData("被告人程某某，在该市销售。", "")]
    [InlineData("被告人程某，在该市销售。", "")]
    [InlineData("被告人罗某，在该市销售。", "persons 罗某")]
    [InlineData("证人罗某，在该市居住。", "")]
    [InlineData("被告单位某甲商贸有限公司，在该市销售。", "persons 某甲商贸有限公司")]
    [InlineData("权利人某乙净水科技有限公司。", "right-holders 某乙净水科技有限公司")]
    [InlineData("权利人某净水公司。", "")]
    public void People(string text, string expected) => Said(text).ShouldBe(expected);

    [Theory]
    [InlineData("触犯《中华人民共和国刑法》第二百一十三条，应当以假冒注册商标罪追究刑事责任。", "")]
    [InlineData("触犯《中华人民共和国刑法》第二百一十四条，应当追究刑事责任。", "charges 第二百一十四条")]
    [InlineData("触犯刑法第二百一十三条、第二百一十九条之一。", "charges 第二百一十九条之一")]
    [InlineData("触犯刑法第二百一十三条第一款、第二百一十五条。", "charges 第二百一十五条")]
    [InlineData("根据刑法第六十七条第三款。", "")] // no charge of this office
    [InlineData("根据刑事诉讼法第二百一十四条。", "")]
    [InlineData("犯销售假冒注册商标的商品罪。", "charges 销售假冒注册商标的商品罪")]
    public void Charges(string text, string expected) => Said(text).ShouldBe(expected);

    [Theory]
    [InlineData("本院于2026年9月1日受理。", "")]
    [InlineData("本院于2026年9月受理。", "")]
    [InlineData("本院于2026年9月2日受理。", "accepted-on 2026年9月2日")]
    [InlineData("受理日期：2026年9月2日。", "accepted-on 2026年9月2日")]
    [InlineData("2026年9月2日，本院受理。", "")] // another clause: it may be the day of something else
    [InlineData("2026年8月2日购进滤芯。", "")]
    [InlineData("2025年6月3日被刑事拘留。", "")] // the record has no day of detention
    public void Days(string text, string expected) => Said(text).ShouldBe(expected);

    [Fact]
    public void A_rule_says_what_a_difference_means_here_and_there()
    {
        var matter = Of();
        TextComparison.Of(matter, TestLaw.Book, "非法经营数额12万元。", made: true).Differences.Single().Effect.ShouldBe(ComparisonEffect.Block);
        var received = TextComparison.Of(matter, TestLaw.Book, "非法经营数额12万元。", made: false).Differences.Single();
        received.Effect.ShouldBe(ComparisonEffect.Hint);
        received.Text.Zh.ShouldBe("数额：文书为“12万元”，案件记录为“148,320元”");
    }

    [Fact]
    public void Of_a_matter_that_knows_nothing_nothing_differs() =>
        TextComparison.Of(MatterFold.Fold(Kernel.MatterId.Parse("MS-2026-0001"), []), TestLaw.Book, "被告人罗某，非法经营数额12万元，触犯刑法第二百一十三条，2026年9月2日受理。", made: false).Differences.ShouldBeEmpty();

    private static string Said(string text)
    {
        var (differences, refused) = TextComparison.Of(Of(), TestLaw.Book, text, made: false);
        refused.ShouldBeNull();
        differences.ShouldAllBe(d => text.Substring(d.Start, d.Length) == d.Says);
        return string.Join("; ", differences.Select(d => $"{d.Rule.Id} {d.Says}"));
    }

    private static Matter Of() => A.Matter(m => m.Suspect("程某某", "213").RightHolder("某净水科技有限公司").Amount("illegal-turnover", 148_320).RegisteredOn("2026-08-20"))
        .Do(new AcceptTransfer(new DateOnly(2026, 9, 1), "某市公安局", 0)).Matter;
}
