using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class NotifyAdministrativeHearingTests
{
    private static MatterStory Arranged() => Suits.Administrative().Do(new ArrangeAdministrativeHearing(Day("2025-06-10"), Day("2025-06-24")));

    [Fact]
    public void The_notice_discharges_the_duty() =>
        Arranged().Do(new NotifyAdministrativeHearing(Day("2025-06-18"), "双方当事人、某局")).Duty("administrative-hearing-notice", "A1").ShouldSatisfyAllConditions(
            d => d.Status.ShouldBe(Law.DutyStatus.Discharged), d => d.Rule.Step.ShouldBe("notify-administrative-hearing"));

    [Fact]
    public void Without_a_hearing_a_name_or_in_time_it_is_refused()
    {
        Suits.Administrative().ShouldRefuse<NoHearingArranged>(new NotifyAdministrativeHearing(Day("2025-06-18"), "当事人"), "proceeding");
        Arranged().ShouldRefuse<FieldIsEmpty>(new NotifyAdministrativeHearing(Day("2025-06-18"), ""), "whom");
        Arranged().ShouldRefuse<NotifiedAfterHearing>(new NotifyAdministrativeHearing(Day("2025-06-25"), "当事人"), "on");
    }

    [Fact]
    public void A_late_notice_before_the_hearing_is_recorded_as_it_was() =>
        Arranged().Do(new NotifyAdministrativeHearing(Day("2025-06-23"), "当事人")).Duty("administrative-hearing-notice", "A1").DischargedOn!.Value.Day.ShouldBe(Day("2025-06-23"));
}
