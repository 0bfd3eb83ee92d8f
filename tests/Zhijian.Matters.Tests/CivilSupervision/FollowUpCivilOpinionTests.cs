using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class FollowUpCivilOpinionTests
{
    [Theory]
    [InlineData(FollowUp.Higher, "requested")]
    [InlineData(FollowUp.None, "left")]
    public void The_office_above_is_asked_or_it_is_left(FollowUp what, string stage) =>
        Suits.Replied(true, CourtReply.NotAdopted).Do(new FollowUpCivilOpinion(Day("2025-08-04"), what, "处理结果错误")).Matter.Proceeding("C1")!.Stage.ShouldBe(stage);

    [Fact]
    public void What_the_office_above_then_suggests_on_enforcement_is_no_protest()
    {
        var story = Suits.Replied(true, CourtReply.NotAdopted, SupervisionDecision.Suggestion).Do(new FollowUpCivilOpinion(Day("2025-08-04"), FollowUp.Higher, "逾期未纠正"))
            .Do(new RecordCivilHigherAnswer(Day("2025-09-01"), HigherAnswer.Protested, "某省人民检察院")).Do(new RecordCivilCourtReceipt(Day("2025-09-03")));

        story.Matter.Proceeding("C1")!.Facts["decision"].ShouldBe("suggestion");
        story.Duties.ShouldNotContain(d => d.Rule.Id == "civil-court-protest");
    }

    [Fact]
    public void It_comes_only_after_the_answer_of_the_court_and_its_article_is_marked()
    {
        var no = Suits.InCourt(true, SupervisionDecision.Protest).ShouldRefuse<ProceedingOutOfOrder>(new FollowUpCivilOpinion(Day("2025-08-04"), FollowUp.Higher, "理由"), "proceeding");
        no.Basis!.Status.ShouldNotBe(RefStatus.Verified);
        Suits.Replied(true, CourtReply.NotAdopted).ShouldRefuse<FieldIsEmpty>(new FollowUpCivilOpinion(Day("2025-08-04"), FollowUp.Higher, ""), "reason");
    }

    [Fact]
    public void The_spp_has_nobody_to_ask()
    {
        var story = A.Unregistered().By(An.Actor("wang", "100000/")).Do(Suits.Application()).Do(Suits.Decide(true, SupervisionDecision.Protest))
            .Do(new RecordCivilCourtReceipt(Day("2025-06-30"))).Do(new RecordCivilCourtReply(Day("2025-07-28"), CourtReply.NotAdopted, "通知"));

        story.ShouldRefuse<NobodyAbove>(new FollowUpCivilOpinion(Day("2025-08-04"), FollowUp.Higher, "理由"), "what");
    }
}
