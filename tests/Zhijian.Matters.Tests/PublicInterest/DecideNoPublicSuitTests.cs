using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class DecideNoPublicSuitTests
{
    [Fact]
    public void It_ends_the_case_and_the_clock()
    {
        var story = NobodySued().Do(new DecideNoPublicSuit(Day("2025-07-10"), "损害已由行政处罚填补"));

        story.StageOf().ShouldBe("no-suit");
        story.Duty("decide-civil-suit").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void At_another_stage_or_without_reasons_it_is_refused()
    {
        Replied().ShouldRefuse<ProceedingOutOfOrder>(new DecideNoPublicSuit(Day("2025-08-10"), "无必要"), "proceeding");
        NotRectified().ShouldRefuse<FieldIsEmpty>(new DecideNoPublicSuit(Day("2025-08-10"), ""), "reason");
    }
}
