using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class RecordAdministrativeRetrialTests
{
    [Theory]
    [InlineData(RetrialResult.Changed, "retried", true)]
    [InlineData(RetrialResult.Remanded, "retried", true)]
    [InlineData(RetrialResult.Settled, "retried", true)]
    [InlineData(RetrialResult.Upheld, "not-adopted", false)]
    public void A_changed_judgment_ends_the_proceeding_and_an_upheld_one_asks_for_a_follow_up(RetrialResult result, string stage, bool final)
    {
        var proceeding = Suits.Replied(false, CourtReply.Retrial).Do(new RecordAdministrativeRetrial(Day("2025-12-01"), result, "（2025）某再1号", "改判")).Matter.Proceeding("A1")!;

        proceeding.Stage.ShouldBe(stage);
        TestLaw.Book.StageOf(proceeding).Final.ShouldBe(final);
        proceeding.Outcome.ShouldBe(result.Label());
    }

    [Fact]
    public void Without_an_order_of_retrial_or_a_document_it_is_refused()
    {
        Suits.InCourt(false, SupervisionDecision.Protest).ShouldRefuse<ProceedingOutOfOrder>(new RecordAdministrativeRetrial(Day("2025-12-01"), RetrialResult.Changed, "判决"), "proceeding").Basis.ShouldNotBeNull();
        Suits.Replied(false, CourtReply.Retrial).ShouldRefuse<FieldIsEmpty>(new RecordAdministrativeRetrial(Day("2025-12-01"), RetrialResult.Changed, ""), "document");
    }

    [Fact]
    public void It_does_not_come_before_the_order() => Suits.Replied(false, CourtReply.Retrial).ShouldRefuse<BeforeTheProceedingStage>(new RecordAdministrativeRetrial(Day("2025-07-27"), RetrialResult.Changed, "判决"), "on");
}
