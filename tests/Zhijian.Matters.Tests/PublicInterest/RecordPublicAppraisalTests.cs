using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class RecordPublicAppraisalTests
{
    private static readonly RecordPublicAppraisal Tested = new(Day("2025-08-05"), Day("2025-07-25"), AppraisalKind.Testing, "某检测中心2025-31号");

    [Fact]
    public void Its_days_are_told_and_the_stage_stays()
    {
        var story = NotRectified().Do(Tested);

        story.StageOf().ShouldBe("suit-review");
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("检测：2025-07-25 至 2025-08-05");
    }

    [Fact]
    public void It_does_not_end_before_it_begins() => NotRectified().ShouldRefuse<EndsBeforeItBegins>(Tested with { Begun = Day("2025-08-06") }, "begun");

    [Fact]
    public void Before_the_suit_is_considered_or_without_the_expert_it_is_refused()
    {
        Replied().ShouldRefuse<ProceedingOutOfOrder>(Tested, "proceeding").Basis!.Article.ShouldBe("公益诉讼办案规则48");
        NotRectified().ShouldRefuse<FieldIsEmpty>(Tested with { By = "" }, "by");
    }
}
