using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class RecordCivilCourtReplyTests
{
    [Theory]
    [InlineData(CourtReply.Retrial, "retrial")]
    [InlineData(CourtReply.NotAdopted, "not-adopted")]
    public void The_court_orders_a_retrial_or_does_not_adopt(CourtReply reply, string stage)
    {
        var story = Suits.Replied(true, reply);

        story.Matter.Proceeding("C1")!.Stage.ShouldBe(stage);
        story.Duty("civil-court-protest", "C1").Status.ShouldBe(Law.DutyStatus.Discharged);
    }

    [Fact]
    public void A_suggestion_on_enforcement_is_adopted() =>
        TestLaw.Book.StageOf(Suits.Replied(true, CourtReply.Adopted, SupervisionDecision.Suggestion).Matter.Proceeding("C1")!).ShouldSatisfyAllConditions(s => s.Id.ShouldBe("adopted"), s => s.Final.ShouldBeTrue());

    [Fact]
    public void An_answer_that_does_not_fit_what_is_supervised_is_refused()
    {
        Suits.InCourt(true, SupervisionDecision.Protest).ShouldRefuse<ReplyDoesNotFit>(new RecordCivilCourtReply(Day("2025-07-28"), CourtReply.Adopted, "复函"), "reply");
        Suits.InCourt(true, SupervisionDecision.Suggestion, SupervisedObject.Enforcement).ShouldRefuse<ReplyDoesNotFit>(new RecordCivilCourtReply(Day("2025-07-28"), CourtReply.Retrial, "裁定"), "reply");
    }

    [Fact]
    public void Before_it_received_anything_and_without_a_document_there_is_none()
    {
        Suits.Civil().ShouldRefuse<ProceedingOutOfOrder>(new RecordCivilCourtReply(Day("2025-07-28"), CourtReply.Retrial, "裁定"), "proceeding").Basis!.Article.ShouldBe("民诉法222；民诉解释415、417");
        Suits.InCourt(true, SupervisionDecision.Protest).ShouldRefuse<FieldIsEmpty>(new RecordCivilCourtReply(Day("2025-07-28"), CourtReply.Retrial, ""), "document");
    }
}
