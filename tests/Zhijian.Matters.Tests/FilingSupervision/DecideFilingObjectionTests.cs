using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class DecideFilingObjectionTests
{
    [Fact]
    public void Upheld_the_notice_is_to_be_followed()
    {
        var story = Objected().Do(Decision("2025-06-03"));

        story.Stage().ShouldBe("notified");
        story.Duty("decide-filing-reconsideration", "F1").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("withdraw-on-notice", "F1").ShouldSatisfyAllConditions(d => d.Status.ShouldBe(DutyStatus.Open), d => d.Count.Due.ShouldBe(Day("2025-06-18")));
    }

    [Fact]
    public void Revoked_the_supervision_has_ended()
    {
        var story = Objected().Do(Decision("2025-06-03", ObjectionOutcome.Revoked));

        story.Stage().ShouldBe("notice-revoked");
        story.Duties.Where(d => d.Status == DutyStatus.Open).ShouldBeEmpty();
        story.LastLine().Zh.ShouldStartWith("F1 复议：");
    }

    [Fact]
    public void The_next_higher_procuratorate_may_revoke_it_too()
    {
        var story = Objected().Do(Decision("2025-05-28")).Do(Objection("2025-06-03", FilingObjection.Review)).Do(Decision("2025-06-10", ObjectionOutcome.Revoked));

        story.Stage().ShouldBe("notice-revoked");
        story.LastLine().En.ShouldContain("next higher procuratorate");
        story.Duty("decide-filing-review", "F1").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void There_must_be_an_objection() => Notified(FilingFault.WronglyFiled).ShouldRefuse<ProceedingOutOfOrder>(Decision("2025-05-26"), "proceeding").Basis!.Article.ShouldBe("规则565");

    [Fact]
    public void With_a_reason() => Objected().ShouldRefuse<FieldIsEmpty>(new DecideFilingObjection(Day("2025-05-28"), ObjectionOutcome.Upheld, ""), "reason");
}
