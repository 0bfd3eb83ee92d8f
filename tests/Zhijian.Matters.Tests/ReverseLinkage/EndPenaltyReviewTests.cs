using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class EndPenaltyReviewTests
{
    private static EndPenaltyReview End(PenaltyReviewEnd ground) => new(Day("2025-06-02"), ground, "已查明", "终结1号");

    [Theory]
    [InlineData(PenaltyReviewEnd.NotNeeded)]
    [InlineData(PenaltyReviewEnd.AlreadyPunished)]
    [InlineData(PenaltyReviewEnd.FinedByCourt)]
    [InlineData(PenaltyReviewEnd.Gone)]
    public void It_ends_with_its_ground(PenaltyReviewEnd ground)
    {
        var story = Reviewing().Do(End(ground));

        story.StageIn().ShouldBe("no-opinion");
        story.Duty("review-penalty").Status.ShouldBe(DutyStatus.Discharged);
        story.Matter.Proceeding("L1")!.Outcome.ShouldBe(ground.Label());
    }

    [Fact]
    public void A_fine_is_set_off_by_the_article_that_the_ground_names() => PenaltyReviewEnd.FinedByCourt.Label().Zh.ShouldContain("行政处罚法35");

    [Fact]
    public void The_limitation_has_not_run_where_the_matter_was_here_in_time()
    {
        Reviewing().ShouldRefuse<LimitationHasNotRun>(End(PenaltyReviewEnd.LimitationRun), "ground").Basis!.Article.ShouldBe("行政处罚法36");
        Reviewing("2022-01-01").Do(End(PenaltyReviewEnd.LimitationRun)).StageIn().ShouldBe("no-opinion");
        Reviewing(null).Do(End(PenaltyReviewEnd.LimitationRun)).StageIn().ShouldBe("no-opinion");
    }

    [Fact]
    public void While_suspended_it_ends_only_because_the_decision_fell_or_the_person_died()
    {
        Suspended().ShouldRefuse<SuspendedReviewEndsOnlyIfSettled>(End(PenaltyReviewEnd.NotNeeded), "ground").Basis!.Article.ShouldBe("行刑反向衔接工作指引13");
        Suspended().Do(End(PenaltyReviewEnd.Revoked)).StageIn().ShouldBe("no-opinion");
    }

    [Fact]
    public void Not_before_the_registration_not_after_the_opinion_not_without_reason()
    {
        foreach (var story in new[] { PassedOn(), Decided(), Served() })
            story.ShouldRefuse<ProceedingOutOfOrder>(End(PenaltyReviewEnd.NotNeeded) with { On = Day("2025-06-10") }, "proceeding").Basis!.Article.ShouldBe("行刑反向衔接工作指引13、15");
        Reviewing().ShouldRefuse<FieldIsEmpty>(End(PenaltyReviewEnd.Other) with { Reason = "" }, "reason");
    }

    [Fact]
    public void Who_was_ended_may_be_passed_on_again() => Reviewing().Do(End(PenaltyReviewEnd.Other)).Do(Pass() with { On = Day("2025-06-03") }).StageIn("L2").ShouldBe("transferred");
}
