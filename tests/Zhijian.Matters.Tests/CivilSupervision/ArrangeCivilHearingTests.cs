using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class ArrangeCivilHearingTests
{
    [Fact]
    public void The_notice_is_due_three_days_before_the_hearing() =>
        Suits.Civil().Do(new ArrangeCivilHearing(Day("2025-06-10"), Day("2025-06-24"))).Duty("civil-hearing-notice", "C1").Count.Due.ShouldBe(Day("2025-06-21"));

    [Fact]
    public void A_hearing_that_is_moved_moves_its_notice()
    {
        var story = Suits.Civil().Do(new ArrangeCivilHearing(Day("2025-06-10"), Day("2025-06-24"))).Do(new ArrangeCivilHearing(Day("2025-06-12"), Day("2025-07-04")));

        story.Duties.Where(d => d.Rule.Id == "civil-hearing-notice").Select(d => (d.Status, d.Count.Due)).ShouldBe([(Law.DutyStatus.Discharged, Day("2025-06-21")), (Law.DutyStatus.Open, Day("2025-07-01"))]);
    }

    [Fact]
    public void A_hearing_is_not_held_before_it_was_decided() => Suits.Civil().ShouldRefuse<HearingBeforeDecision>(new ArrangeCivilHearing(Day("2025-06-10"), Day("2025-06-09")), "heldOn");

    [Fact]
    public void After_the_decision_there_is_none() =>
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(new ArrangeCivilHearing(Day("2025-06-25"), Day("2025-06-30")), "proceeding").Basis!.Article.ShouldBe("民事监督规则56");
}
