using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class ResumePenaltyReviewTests
{
    private static readonly ResumePenaltyReview Resume = new(Day("2025-05-28"), "申诉复查维持不起诉决定");

    [Fact]
    public void The_days_in_between_do_not_count()
    {
        var story = Suspended().Do(Resume);

        story.StageIn().ShouldBe("reviewing");
        story.Duty("review-penalty").Count.Due.ShouldBe(Day("2025-06-10")); // 22, 23, 26, 27 and 28 May: five working days
    }

    [Fact]
    public void Not_without_a_suspension_and_not_without_its_outcome()
    {
        Reviewing().ShouldRefuse<ProceedingOutOfOrder>(Resume, "proceeding").Remedy.Zh.ShouldContain("终结审查");
        Suspended().ShouldRefuse<FieldIsEmpty>(Resume with { Outcome = "" }, "outcome");
    }
}
