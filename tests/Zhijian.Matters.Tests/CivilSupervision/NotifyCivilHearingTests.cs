using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class NotifyCivilHearingTests
{
    private static MatterStory Arranged() => Suits.Civil().Do(new ArrangeCivilHearing(Day("2025-06-10"), Day("2025-06-24")));

    [Fact]
    public void The_notice_discharges_the_duty() =>
        Arranged().Do(new NotifyCivilHearing(Day("2025-06-18"), "双方当事人、某局")).Duty("civil-hearing-notice", "C1").ShouldSatisfyAllConditions(
            d => d.Status.ShouldBe(Law.DutyStatus.Discharged), d => d.Rule.Step.ShouldBe("notify-civil-hearing"));

    [Fact]
    public void Without_a_hearing_a_name_or_in_time_it_is_refused()
    {
        Suits.Civil().ShouldRefuse<NoHearingArranged>(new NotifyCivilHearing(Day("2025-06-18"), "当事人"), "proceeding");
        Arranged().ShouldRefuse<FieldIsEmpty>(new NotifyCivilHearing(Day("2025-06-18"), ""), "whom");
        Arranged().ShouldRefuse<NotifiedAfterHearing>(new NotifyCivilHearing(Day("2025-06-25"), "当事人"), "on");
    }

    [Fact]
    public void A_late_notice_before_the_hearing_is_recorded_as_it_was() =>
        Arranged().Do(new NotifyCivilHearing(Day("2025-06-23"), "当事人")).Duty("civil-hearing-notice", "C1").DischargedOn!.Value.Day.ShouldBe(Day("2025-06-23"));
}
