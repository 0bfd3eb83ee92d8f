using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class ReceiveFilingObjectionTests
{
    [Fact]
    public void The_reconsideration_is_decided_within_seven_days_and_the_withdrawal_waits()
    {
        var story = Notified(FilingFault.WronglyFiled).Do(Objection("2025-05-19"));

        story.Stage().ShouldBe("reconsideration");
        story.Duty("decide-filing-reconsideration", "F1").Count.Due.ShouldBe(Day("2025-05-26"));
        story.Duty("withdraw-on-notice", "F1").Status.ShouldBe(Law.DutyStatus.Discharged);
    }

    [Fact]
    public void The_next_higher_procuratorate_has_fifteen()
    {
        var story = Objected().Do(Decision("2025-05-28")).Do(Objection("2025-06-03", FilingObjection.Review));

        story.Stage().ShouldBe("higher-review");
        story.Duty("decide-filing-review", "F1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-18")), d => d.Rule.Holder.ShouldBe(Law.Holder.HigherProcuratorate));
        story.LastLine().Zh.ShouldContain("提请上一级检察院复核");
    }

    [Fact]
    public void A_notice_to_file_is_followed() => Notified().ShouldRefuse<OnlyWithdrawalIsObjectedTo>(Objection("2025-05-26"), "proceeding").Basis!.Article.ShouldBe("规则565");

    [Fact]
    public void No_review_before_the_reconsideration() =>
        Notified(FilingFault.WronglyFiled).ShouldRefuse<ReconsiderationComesFirst>(Objection("2025-05-26", FilingObjection.Review), "kind").Basis!.Article.ShouldBe("规则565");

    [Fact]
    public void After_the_review_nothing_is_left() =>
        Objected().Do(Decision("2025-05-28")).Do(Objection("2025-06-03", FilingObjection.Review)).Do(Decision("2025-06-10"))
            .ShouldRefuse<ReviewWasTheLast>(Objection("2025-06-12", FilingObjection.Review), "kind");

    [Fact]
    public void There_are_grounds() => Notified(FilingFault.WronglyFiled).ShouldRefuse<FieldIsEmpty>(new ReceiveFilingObjection(Day("2025-05-26"), FilingObjection.Reconsideration, ""), "grounds");

    [Fact]
    public void Not_before_there_is_a_notice() => Failed(FilingFault.WronglyFiled).ShouldRefuse<ProceedingOutOfOrder>(Objection("2025-05-26"), "proceeding");
}
