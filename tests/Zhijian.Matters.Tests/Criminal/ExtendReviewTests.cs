using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ExtendReviewTests
{
    private static MatterStory UnderReview() => A.Matter(m => m.Suspect("张某")).Transferred("2026-09-03");

    [Fact]
    public void Fifteen_days_are_added_to_the_end_before_it_moved()
    {
        var story = UnderReview().ReviewExtended("2026-09-28");

        story.Duty("decide-prosecution").Count.ShouldSatisfyAllConditions(c => c.UnmovedEnd.ShouldBe(Day("2026-10-18")), c => c.Due.ShouldBe(Day("2026-10-19")));
        story.StageOf("P1").ShouldBe(Stage.ProsecutionReview);
    }

    [Fact]
    public void In_custody_the_supervisors_of_the_term_are_told_and_free_they_are_not()
    {
        A.Matter(m => m.Suspect("张某").Arrested()).Transferred("2026-09-03").ReviewExtended("2026-09-28").Duty("custody-term-notice").Count.Due.ShouldBe(Day("2026-10-08"));
        UnderReview().ReviewExtended("2026-09-28").Duties.ShouldNotContain(d => d.Rule.Id == "custody-term-notice");
    }

    [Fact]
    public void A_second_extension_is_refused() =>
        UnderReview().ReviewExtended("2026-09-28").ShouldRefuse<AlreadyExtended>(new ExtendReview(Day("2026-10-09"), "复杂"), "persons").Basis.ShouldBe(new LegalRef("刑诉法172；规则351"));

    [Fact]
    public void After_the_term_has_expired_it_is_refused()
    {
        UnderReview().Do(new ExtendReview(Day("2026-10-08"), "复杂")); // 3 October, moved by the holiday

        UnderReview().ShouldRefuse<TermHasExpired>(new ExtendReview(Day("2026-10-09"), "复杂"), "on").Code.ShouldBe("term-has-expired");
    }

    [Fact]
    public void In_custody_it_expires_on_the_holiday_itself() =>
        A.Matter(m => m.Suspect("张某").Arrested()).Transferred("2026-09-03").ShouldRefuse<TermHasExpired>(new ExtendReview(Day("2026-10-04"), "复杂"), "on");

    [Fact]
    public void After_a_resubmission_the_new_period_may_be_extended_again() =>
        UnderReview().ReviewExtended("2026-09-10").Returned("2026-09-14").Resubmitted("2026-10-12").ReviewExtended("2026-11-02")
            .Duties.Where(d => d.Rule.Id == "decide-prosecution").Select(d => (d.Status, d.From!.Extensions.Count)).ShouldBe([(DutyStatus.Discharged, 1), (DutyStatus.Open, 1)]);

    [Fact]
    public void It_may_be_for_one_of_two() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-09-03").ReviewExtended("2026-09-28", "P2")
            .Duties.Where(d => d.Rule.Id == "decide-prosecution").Select(d => d.Count.Due).ShouldBe([Day("2026-10-08"), Day("2026-10-19")]);

    [Fact]
    public void Without_a_reason_it_is_refused() => UnderReview().ShouldRefuse<FieldIsEmpty>(new ExtendReview(Day("2026-09-28"), ""), "reason");
}
