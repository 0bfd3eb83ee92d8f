using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class RecordCivilCourtReceiptTests
{
    [Theory]
    [InlineData(SupervisionDecision.Protest, "civil-court-protest", "2025-07-30")]
    [InlineData(SupervisionDecision.RetrialSuggestion, "civil-court-suggestion", "2025-09-30")]
    public void The_time_of_the_court_runs_from_that_day(SupervisionDecision decision, string duty, string due)
    {
        var story = Suits.InCourt(true, decision);

        story.Matter.Proceeding("C1")!.Stage.ShouldBe("with-court");
        story.Duty(duty, "C1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day(due)), d => d.Rule.Holder.ShouldBe(Law.Holder.Court));
        story.Duties.Count(d => d.Rule.Holder == Law.Holder.Court).ShouldBe(1);
    }

    [Fact]
    public void A_suggestion_on_the_conduct_of_judges_has_no_verified_time() =>
        Suits.InCourt(true, SupervisionDecision.Suggestion, SupervisedObject.TrialConduct).Duties.ShouldNotContain(d => d.Rule.Holder == Law.Holder.Court);

    [Fact]
    public void Nothing_is_received_before_a_protest_or_suggestion()
    {
        Suits.Civil().ShouldRefuse<ProceedingOutOfOrder>(new RecordCivilCourtReceipt(Day("2025-06-30")), "proceeding").Basis!.Article.ShouldBe("民诉法222；民诉解释415、417");
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.NotSupported)).ShouldRefuse<ProceedingOutOfOrder>(new RecordCivilCourtReceipt(Day("2025-06-30")), "proceeding");
    }
}
