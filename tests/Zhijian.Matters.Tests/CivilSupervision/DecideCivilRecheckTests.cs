using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class DecideCivilRecheckTests
{
    [Fact]
    public void Where_the_refusal_stands_it_ends()
    {
        var story = A.Matter().Do(Suits.Recheck()).Do(new DecideCivilRecheck(Day("2025-09-01"), RecheckOutcome.Stands, "原决定正确"));

        TestLaw.Book.StageOf(story.Matter.Proceeding("C1")!).Final.ShouldBeTrue();
        story.Duty("civil-recheck", "C1").Status.ShouldBe(Law.DutyStatus.Discharged);
    }

    [Fact]
    public void Where_it_is_taken_up_the_clock_runs_until_the_decision()
    {
        var story = A.Matter().Do(Suits.Recheck()).Do(new DecideCivilRecheck(Day("2025-09-01"), RecheckOutcome.Supervise, "原决定不当"));
        story.Duty("civil-recheck", "C1").Status.ShouldBe(Law.DutyStatus.Open);

        story.Do(Suits.Decide(true, SupervisionDecision.Protest, "2025-10-15"));
        story.Duty("civil-recheck", "C1").Status.ShouldBe(Law.DutyStatus.Discharged);
    }

    [Fact]
    public void A_review_is_no_recheck_and_a_reason_is_needed()
    {
        Suits.Civil().ShouldRefuse<ProceedingOutOfOrder>(new DecideCivilRecheck(Day("2025-09-01"), RecheckOutcome.Stands, "理由"), "proceeding").Basis!.Article.ShouldBe("民事监督规则126");
        A.Matter().Do(Suits.Recheck()).ShouldRefuse<FieldIsEmpty>(new DecideCivilRecheck(Day("2025-09-01"), RecheckOutcome.Stands, " "), "reason");
    }
}
