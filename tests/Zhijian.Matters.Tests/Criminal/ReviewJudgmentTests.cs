using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ReviewJudgmentTests
{
    private static MatterStory Judged() => Stories.At(Stage.Indicted).Judged("2026-06-09");

    private static ReviewJudgment Protest(string on) => new(Day(on), JudgmentReview.Protest, "量刑畸轻");

    [Fact]
    public void The_duty_is_done_and_the_judgment_stands()
    {
        var story = Judged().JudgmentReviewed("2026-06-12");

        story.Duty("review-judgment").Status.ShouldBe(DutyStatus.Discharged);
        story.StageOf("P1").ShouldBe(Stage.Judged);
    }

    [Fact]
    public void A_protest_on_the_last_day_is_in_time_and_on_the_next_it_is_not()
    {
        Judged().Do(Protest("2026-06-22")); // 19 June, moved by the holiday

        Judged().ShouldRefuse<TermHasExpired>(Protest("2026-06-23"), "on").Basis.ShouldBe(new LegalRef("刑诉法228、230；规则586"));
    }

    [Fact]
    public void To_find_nothing_wrong_late_is_recorded_late() => Judged().JudgmentReviewed("2026-07-20").Duty("review-judgment").ShouldSatisfyAllConditions(
        d => d.Status.ShouldBe(DutyStatus.Discharged), d => (d.DischargedOn!.Value.Day > d.Count.Due).ShouldBeTrue());

    [Fact]
    public void Who_found_nothing_wrong_may_still_protest_within_the_ten_days_but_not_after()
    {
        Judged().JudgmentReviewed("2026-06-12").Do(Protest("2026-06-15"));
        Judged().JudgmentReviewed("2026-06-12").ShouldRefuse<TermHasExpired>(Protest("2026-06-23"), "on");
    }

    [Fact]
    public void Of_two_judgments_the_days_of_the_later_one_count()
    {
        var story = A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02").ProsecutedFor("213", "2026-03-10").ProsecutedFor("214", "2026-03-11");
        // both are judged together here; a later charge is judged on its own
        story.Judged("2026-04-01").Do(new Matters.Intake.AddCharge(Day("2026-04-02"), "P1", "215")).Transferred("2026-04-07").Prosecuted("2026-04-20").Judged("2026-06-09");

        story.Do(Protest("2026-06-15"));
    }

    [Fact]
    public void Without_a_reason_it_is_refused() => Judged().ShouldRefuse<FieldIsEmpty>(new ReviewJudgment(Day("2026-06-12"), JudgmentReview.Accepted, ""), "reason");
}
