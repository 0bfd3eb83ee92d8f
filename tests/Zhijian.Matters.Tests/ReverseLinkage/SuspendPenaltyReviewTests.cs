using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class SuspendPenaltyReviewTests
{
    [Theory]
    [InlineData(PenaltySuspension.Reconsideration)]
    [InlineData(PenaltySuspension.Review)]
    [InlineData(PenaltySuspension.Complaint)]
    public void While_the_non_prosecution_is_not_settled_the_clock_stands_still(PenaltySuspension ground)
    {
        var story = Reviewing().Do(new SuspendPenaltyReview(Day("2025-05-22"), ground));

        story.StageIn().ShouldBe("suspended");
        story.Duty("review-penalty").Count.Due.ShouldBeNull();
        story.LastLine().Zh.ShouldContain(ground.Label().Zh);
    }

    [Fact]
    public void Only_a_review_that_runs_is_suspended()
    {
        foreach (var story in new[] { PassedOn(), Consulting(), Suspended(), Decided() })
            story.ShouldRefuse<ProceedingOutOfOrder>(new SuspendPenaltyReview(Day("2025-06-06"), PenaltySuspension.Complaint), "proceeding").Basis!.Article.ShouldBe("行刑反向衔接工作指引13");
    }
}
