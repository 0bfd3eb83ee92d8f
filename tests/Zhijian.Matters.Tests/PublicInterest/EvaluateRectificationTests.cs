using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class EvaluateRectificationTests
{
    [Fact]
    public void Who_has_replied_and_acted_is_found_so_before_the_period_ends() => Rectified().StageOf().ShouldBe("rectified");

    [Fact]
    public void The_month_runs_from_the_end_of_the_reply_period()
    {
        NotRectified().StageOf().ShouldBe("suit-review");
        NotRectified().Duty("decide-admin-suit", "G1").Count.Due.ShouldBe(Day("2025-08-22"));
        Served().Do(new EvaluateRectification(Day("2025-08-06"), Rectification.NotDone, "回访")).Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-08-22")); // evaluated late, ends as early
    }

    [Theory]
    [InlineData("2025-07-21")]
    [InlineData("2025-07-22")]
    public void Until_the_last_day_of_the_period_nothing_shows_that_it_does_not_act(string on)
    {
        var step = new EvaluateRectification(Day(on), Rectification.NotDone, "回访");
        Replied().ShouldRefuse<ReplyPeriodRuns>(step, "on").ShouldSatisfyAllConditions(r => r.Basis!.Article.ShouldContain("检察公益诉讼解释21"), r => r.Says.Zh.ShouldContain("2025-07-22"));
        Served().ShouldRefuse<ReplyPeriodRuns>(step with { Result = Rectification.Done }, "on");
    }

    [Fact]
    public void An_urgent_period_ends_earlier() =>
        Served(urgent: true).Do(new EvaluateRectification(Day("2025-06-09"), Rectification.NotDone, "回访")).Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-07-07")); // 6 July is a Sunday

    [Fact]
    public void Before_service_or_without_a_check_it_is_refused()
    {
        Decided().ShouldRefuse<ProceedingOutOfOrder>(new EvaluateRectification(Day("2025-07-23"), Rectification.Done, "回访"), "proceeding");
        Replied().ShouldRefuse<FieldIsEmpty>(new EvaluateRectification(Day("2025-07-15"), Rectification.Done, " "), "checked");
    }
}
