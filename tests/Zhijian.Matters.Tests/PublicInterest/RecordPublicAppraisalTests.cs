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
    public void Its_days_do_not_count_towards_the_decision_on_the_suit()
    {
        NotRectified().Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-08-22"));
        NotRectified().Do(Tested).Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-09-03")); // twelve days
        NobodySued().Do(Tested).Duty("decide-civil-suit").Count.ShouldSatisfyAllConditions(
            c => c.UnmovedEnd.ShouldBe(Day("2025-10-01")), c => c.Due.ShouldBe(Day("2025-10-09")), c => c.Steps.ShouldContain(s => s.Basis != null && s.Basis.Article == "公益诉讼办案规则48"));
    }

    [Fact]
    public void Of_one_that_began_before_only_the_days_within_are_excluded() =>
        NotRectified().Do(Tested with { Begun = Day("2025-07-01"), On = Day("2025-07-25") }).Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-08-25")); // 23 to 25 July

    [Fact]
    public void Days_of_two_are_excluded_once() =>
        NotRectified().Do(Tested).Do(Tested with { What = AppraisalKind.Audit, Begun = Day("2025-08-01"), On = Day("2025-08-08") }).Duty("decide-admin-suit").Count.Due.ShouldBe(Day("2025-09-08")); // 25 July to 8 August, the end is a Saturday

    [Fact]
    public void It_does_not_end_before_it_begins() => NotRectified().ShouldRefuse<EndsBeforeItBegins>(Tested with { Begun = Day("2025-08-06") }, "begun");

    [Fact]
    public void Before_the_suit_is_considered_or_without_the_expert_it_is_refused()
    {
        Replied().ShouldRefuse<ProceedingOutOfOrder>(Tested, "proceeding").Basis!.Article.ShouldBe("公益诉讼办案规则48");
        NotRectified().ShouldRefuse<FieldIsEmpty>(Tested with { By = "" }, "by");
    }
}
