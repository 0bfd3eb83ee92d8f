using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class AcceptResubmissionTests
{
    [Fact]
    public void The_review_is_counted_anew_and_the_work_of_the_police_ends()
    {
        var story = Stories.At(Stage.Returned).Resubmitted("2026-04-02");

        story.StageOf("P1").ShouldBe(Stage.ProsecutionReview);
        story.Duty("supplementary-investigation").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("decide-prosecution").ShouldSatisfyAllConditions(d => d.Key.ShouldBe("decide-prosecution.P1.2"), d => d.Count.Due.ShouldBe(Day("2026-05-06")));
    }

    [Fact]
    public void The_notices_are_not_owed_again() =>
        Stories.At(Stage.Returned).Resubmitted("2026-04-02").Duties.Count(d => d.Rule.Id == "notify-suspect").ShouldBe(1);

    [Fact]
    public void It_keeps_the_number_of_returns() => Stories.At(Stage.Returned).Resubmitted("2026-04-02").Matter.Person("P1")!.Returns.ShouldBe(1);

    [Fact]
    public void It_may_be_later_than_the_month_of_the_police() =>
        Stories.At(Stage.Returned).Resubmitted("2026-05-20").Duty("supplementary-investigation").ShouldSatisfyAllConditions(
            d => d.Status.ShouldBe(DutyStatus.Discharged), d => (d.DischargedOn!.Value.Day > d.Count.Due).ShouldBeTrue());
}
