using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class RecordAdministrativeCourtReplyTests
{
    [Theory]
    [InlineData(CourtReply.Retrial, "retrial")]
    [InlineData(CourtReply.NotAdopted, "not-adopted")]
    public void The_court_orders_a_retrial_or_does_not_adopt(CourtReply reply, string stage)
    {
        var story = Suits.Replied(false, reply);

        story.Matter.Proceeding("A1")!.Stage.ShouldBe(stage);
        story.Duty("administrative-court-protest", "A1").Status.ShouldBe(Law.DutyStatus.Discharged);
    }

    [Fact]
    public void A_suggestion_on_enforcement_is_adopted() =>
        TestLaw.Book.StageOf(Suits.Replied(false, CourtReply.Adopted, SupervisionDecision.Suggestion).Matter.Proceeding("A1")!).ShouldSatisfyAllConditions(s => s.Id.ShouldBe("adopted"), s => s.Final.ShouldBeTrue());

    [Fact]
    public void An_answer_that_does_not_fit_what_is_supervised_is_refused()
    {
        Suits.InCourt(false, SupervisionDecision.Protest).ShouldRefuse<ReplyDoesNotFit>(new RecordAdministrativeCourtReply(Day("2025-07-28"), CourtReply.Adopted, "复函"), "reply");
        Suits.InCourt(false, SupervisionDecision.Suggestion, SupervisedObject.Enforcement).ShouldRefuse<ReplyDoesNotFit>(new RecordAdministrativeCourtReply(Day("2025-07-28"), CourtReply.Retrial, "裁定"), "reply");
    }

    [Fact]
    public void Before_it_received_anything_and_without_a_document_there_is_none()
    {
        Suits.Administrative().ShouldRefuse<ProceedingOutOfOrder>(new RecordAdministrativeCourtReply(Day("2025-07-28"), CourtReply.Retrial, "裁定"), "proceeding").Basis!.Article.ShouldBe("行诉解释124、126");
        Suits.InCourt(false, SupervisionDecision.Protest).ShouldRefuse<FieldIsEmpty>(new RecordAdministrativeCourtReply(Day("2025-07-28"), CourtReply.Retrial, ""), "document");
    }
}
