using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class ExtendSuitReviewTests
{
    [Fact]
    public void A_month_is_added_on_either_line()
    {
        NotRectified().Do(new ExtendSuitReview(Day("2025-08-20"), "案情复杂")).Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-09-22"));
        NobodySued().Do(new ExtendSuitReview(Day("2025-09-10"), "案情复杂")).Duty("decide-civil-suit").Count.Due.ShouldBe(Day("2025-10-20")); // 19 October is a Sunday
    }

    [Fact]
    public void Twice_or_late_it_is_refused_with_the_article()
    {
        NotRectified().Do(new ExtendSuitReview(Day("2025-08-20"), "复杂")).ShouldRefuse<SuitReviewExtendedBefore>(new ExtendSuitReview(Day("2025-09-01"), "复杂"), "proceeding").Basis!.Article.ShouldBe("公益诉讼办案规则47");
        NotRectified().ShouldRefuse<SuitReviewHasExpired>(new ExtendSuitReview(Day("2025-08-25"), "复杂"), "on").Says.Zh.ShouldContain("2025-08-22");
    }

    [Fact]
    public void Before_the_suit_is_considered_or_without_reason_it_is_refused()
    {
        Replied().ShouldRefuse<ProceedingOutOfOrder>(new ExtendSuitReview(Day("2025-08-20"), "复杂"), "proceeding");
        NotRectified().ShouldRefuse<FieldIsEmpty>(new ExtendSuitReview(Day("2025-08-20"), ""), "reason");
    }
}
