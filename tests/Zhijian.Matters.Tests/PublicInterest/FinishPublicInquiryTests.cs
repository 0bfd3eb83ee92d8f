using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class FinishPublicInquiryTests
{
    [Fact]
    public void The_case_is_ripe_for_a_suggestion_or_an_announcement() => Inquired().StageOf().ShouldBe("investigated");

    [Fact]
    public void Without_a_case_or_a_second_time_it_is_refused_with_the_article()
    {
        var step = new FinishPublicInquiry(Day("2025-05-20"), "走访", "属实");
        A.Matter().ShouldRefuse<NoProceeding>(step, "proceeding").Basis!.Article.ShouldContain("73");
        Inquired().ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding");
    }

    [Fact]
    public void Without_findings_or_before_the_filing_it_is_refused()
    {
        Filed().ShouldRefuse<FieldIsEmpty>(new FinishPublicInquiry(Day("2025-05-19"), "走访", ""), "findings");
        Filed().ShouldRefuse<BeforeTheProceedingStage>(new FinishPublicInquiry(Day("2025-05-05"), "走访", "属实"), "on");
    }

    [Fact]
    public void Of_several_one_must_be_named()
    {
        var story = Filed().Do(File(PublicLine.Civil));
        story.ShouldRefuse<ChooseOneProceeding>(new FinishPublicInquiry(Day("2025-05-19"), "走访", "属实"), "proceeding");
        story.Do(new FinishPublicInquiry(Day("2025-05-19"), "走访", "属实", "G2")).Matter.Proceedings.Select(p => p.Stage).ShouldBe(["filed", "investigated"]);
    }
}
