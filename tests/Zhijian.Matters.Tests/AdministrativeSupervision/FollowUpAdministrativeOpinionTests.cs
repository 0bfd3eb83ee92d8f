using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class FollowUpAdministrativeOpinionTests
{
    [Theory]
    [InlineData(FollowUp.Higher, "requested")]
    [InlineData(FollowUp.None, "left")]
    public void The_office_above_is_asked_or_it_is_left(FollowUp what, string stage) =>
        Suits.Replied(false, CourtReply.NotAdopted).Do(new FollowUpAdministrativeOpinion(Day("2025-08-04"), what, "处理结果错误")).Matter.Proceeding("A1")!.Stage.ShouldBe(stage);

    [Fact]
    public void What_the_office_above_then_suggests_on_enforcement_is_no_protest()
    {
        var story = Suits.Replied(false, CourtReply.NotAdopted, SupervisionDecision.Suggestion).Do(new FollowUpAdministrativeOpinion(Day("2025-08-04"), FollowUp.Higher, "逾期未纠正"))
            .Do(new RecordAdministrativeHigherAnswer(Day("2025-09-01"), HigherAnswer.Protested, "某省人民检察院")).Do(new RecordAdministrativeCourtReceipt(Day("2025-09-03")));

        story.Matter.Proceeding("A1")!.Facts["decision"].ShouldBe("suggestion");
        story.Duties.ShouldNotContain(d => d.Rule.Id == "administrative-court-protest");
    }

    [Fact]
    public void It_comes_only_after_the_answer_of_the_court_and_its_article_is_marked()
    {
        var no = Suits.InCourt(false, SupervisionDecision.Protest).ShouldRefuse<ProceedingOutOfOrder>(new FollowUpAdministrativeOpinion(Day("2025-08-04"), FollowUp.Higher, "理由"), "proceeding");
        no.Basis!.Status.ShouldNotBe(RefStatus.Verified);
        Suits.Replied(false, CourtReply.NotAdopted).ShouldRefuse<FieldIsEmpty>(new FollowUpAdministrativeOpinion(Day("2025-08-04"), FollowUp.Higher, ""), "reason");
    }

    [Fact]
    public void The_spp_has_nobody_to_ask()
    {
        var story = A.Unregistered().By(An.Actor("wang", "100000/")).Do(Suits.AdministrativeApplication()).Do(Suits.Decide(false, SupervisionDecision.Protest))
            .Do(new RecordAdministrativeCourtReceipt(Day("2025-06-30"))).Do(new RecordAdministrativeCourtReply(Day("2025-07-28"), CourtReply.NotAdopted, "通知"));

        story.ShouldRefuse<NobodyAbove>(new FollowUpAdministrativeOpinion(Day("2025-08-04"), FollowUp.Higher, "理由"), "what");
    }
}
