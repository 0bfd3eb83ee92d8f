using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class ArrangeAdministrativeHearingTests
{
    [Fact]
    public void The_notice_is_due_three_days_before_the_hearing() =>
        Suits.Administrative().Do(new ArrangeAdministrativeHearing(Day("2025-06-10"), Day("2025-06-24"))).Duty("administrative-hearing-notice", "A1").Count.Due.ShouldBe(Day("2025-06-21"));

    [Fact]
    public void A_hearing_that_is_moved_moves_its_notice()
    {
        var story = Suits.Administrative().Do(new ArrangeAdministrativeHearing(Day("2025-06-10"), Day("2025-06-24"))).Do(new ArrangeAdministrativeHearing(Day("2025-06-12"), Day("2025-07-04")));

        story.Duties.Where(d => d.Rule.Id == "administrative-hearing-notice").Select(d => (d.Status, d.Count.Due)).ShouldBe([(Law.DutyStatus.Discharged, Day("2025-06-21")), (Law.DutyStatus.Open, Day("2025-07-01"))]);
    }

    [Fact]
    public void A_hearing_is_not_held_before_it_was_decided() => Suits.Administrative().ShouldRefuse<HearingBeforeDecision>(new ArrangeAdministrativeHearing(Day("2025-06-10"), Day("2025-06-09")), "heldOn");

    [Fact]
    public void After_the_decision_there_is_none() =>
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(new ArrangeAdministrativeHearing(Day("2025-06-25"), Day("2025-06-30")), "proceeding").Basis!.Article.ShouldBe("行政监督规则70");
}
