using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class ExtendPenaltyReviewTests
{
    private static readonly ExtendPenaltyReview Extend = new(Day("2025-05-30"), 5, "周检察长", "案情复杂");

    [Fact]
    public void As_many_working_days_as_the_chief_approved()
    {
        Reviewing().Do(Extend).Duty("review-penalty").Count.Due.ShouldBe(Day("2025-06-10"));
        Answered().Do(Extend).Duty("review-penalty").Count.Due.ShouldBe(Day("2025-06-13"));
    }

    [Fact]
    public void Once_by_a_number_that_can_be_by_the_chief()
    {
        Reviewing().Do(Extend).ShouldRefuse<PenaltyReviewExtendedOnce>(Extend, "proceeding").Basis!.Article.ShouldBe("行刑反向衔接工作指引12");
        foreach (var days in new[] { 0, 251 })
            Reviewing().ShouldRefuse<WorkingDaysOutOfRange>(Extend with { Days = days }, "days");
        Reviewing().ShouldRefuse<FieldIsEmpty>(Extend with { Chief = "" }, "chief");
        Reviewing().ShouldRefuse<FieldIsEmpty>(Extend with { Reason = "" }, "reason");
        PassedOn().ShouldRefuse<ProceedingOutOfOrder>(Extend, "proceeding");
        Decided().ShouldRefuse<ProceedingOutOfOrder>(Extend with { On = Day("2025-06-06") }, "proceeding");
    }
}
