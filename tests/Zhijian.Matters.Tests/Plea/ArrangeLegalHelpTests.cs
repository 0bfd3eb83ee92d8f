using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class ArrangeLegalHelpTests
{
    [Theory]
    [InlineData(LegalHelp.Notified, "通知律师提供法律帮助：值班律师王律师（张某）")]
    [InlineData(LegalHelp.Meeting, "安排会见：值班律师王律师（张某）")]
    [InlineData(LegalHelp.FileAccess, "安排查阅案卷：值班律师王律师（张某）")]
    public void Each_help_stands_in_the_timeline(LegalHelp help, string line) =>
        Transferred().Do(new ArrangeLegalHelp(Day("2026-03-04"), help, "王律师")).LastLine().Zh.ShouldBe(line);

    [Fact]
    public void The_lawyer_is_named() => Transferred().ShouldRefuse<FieldIsEmpty>(new ArrangeLegalHelp(Day("2026-03-04"), LegalHelp.Meeting, " "), "lawyer");

    [Fact]
    public void Only_under_review() => Stories.At(Stage.Indicted).ShouldRefuse<NobodyToActOn>(new ArrangeLegalHelp(Day("2026-04-01"), LegalHelp.Meeting, "王律师"), "persons").Basis!.Article.ShouldContain("规则267");
}
