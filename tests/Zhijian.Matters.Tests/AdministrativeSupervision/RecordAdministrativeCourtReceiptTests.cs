using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class RecordAdministrativeCourtReceiptTests
{
    [Theory]
    [InlineData(SupervisionDecision.Protest, "administrative-court-protest", "2025-07-30")]
    [InlineData(SupervisionDecision.RetrialSuggestion, "administrative-court-suggestion", "2025-09-30")]
    public void The_time_of_the_court_runs_from_that_day(SupervisionDecision decision, string duty, string due)
    {
        var story = Suits.InCourt(false, decision);

        story.Matter.Proceeding("A1")!.Stage.ShouldBe("with-court");
        story.Duty(duty, "A1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day(due)), d => d.Rule.Holder.ShouldBe(Law.Holder.Court));
        story.Duties.Count(d => d.Rule.Holder == Law.Holder.Court).ShouldBe(1);
    }

    [Fact]
    public void A_suggestion_on_the_conduct_of_judges_has_no_verified_time() =>
        Suits.InCourt(false, SupervisionDecision.Suggestion, SupervisedObject.TrialConduct).Duties.ShouldNotContain(d => d.Rule.Holder == Law.Holder.Court);

    [Fact]
    public void Nothing_is_received_before_a_protest_or_suggestion()
    {
        Suits.Administrative().ShouldRefuse<ProceedingOutOfOrder>(new RecordAdministrativeCourtReceipt(Day("2025-06-30")), "proceeding").Basis!.Article.ShouldBe("行诉解释124、126");
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.NotSupported)).ShouldRefuse<ProceedingOutOfOrder>(new RecordAdministrativeCourtReceipt(Day("2025-06-30")), "proceeding");
    }
}
