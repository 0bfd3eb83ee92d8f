using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class AdviseTransferTests
{
    private static AdviseTransfer Advise(string on = "2025-05-12", string opinion = "数额已达追诉标准，应当移送") => new(Day(on), opinion, "检意1号");

    [Fact]
    public void The_organ_is_advised()
    {
        var story = Accepted(FilingFault.NotTransferred).Do(Advise());

        story.Stage().ShouldBe("opinion-sent");
        story.LastLine().Zh.ShouldContain("提出移送涉嫌犯罪案件的检察意见");
    }

    [Fact]
    public void The_police_are_asked_for_reasons_and_not_advised()
    {
        Accepted().ShouldRefuse<PoliceAreAskedForReasons>(Advise(), "proceeding").Basis!.Article.ShouldContain("规则557");
        Accepted(FilingFault.NotTransferred).ShouldRefuse<AgencyIsAdvised>(new AskForReasons(Day("2025-05-12")), "proceeding");
    }

    [Fact]
    public void The_opinion_has_words() => Accepted(FilingFault.NotTransferred).ShouldRefuse<FieldIsEmpty>(Advise(opinion: ""), "opinion");

    [Fact]
    public void It_is_not_sent_twice() => Accepted(FilingFault.NotTransferred).Do(Advise()).ShouldRefuse<ProceedingOutOfOrder>(Advise(), "proceeding");
}
