using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class ResumeCivilReviewTests
{
    [Fact]
    public void The_clock_runs_on_for_as_many_days_as_it_stood()
    {
        var story = Suits.Civil().Do(new PauseCivilReview(Day("2025-06-02"), PauseReason.File)).Do(new ResumeCivilReview(Day("2025-06-11")));

        story.Duty("civil-review", "C1").Count.ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2025-08-29")), c => c.Steps.ShouldContain(s => s.What.Zh.Contains("调卷") && s.Basis!.Article == "民事监督规则52"));
    }

    [Fact]
    public void It_can_stop_again_for_another_reason() =>
        Suits.Civil().Do(new PauseCivilReview(Day("2025-06-02"), PauseReason.File)).Do(new ResumeCivilReview(Day("2025-06-11")))
            .Do(new PauseCivilReview(Day("2025-07-01"), PauseReason.Appraisal)).Do(new ResumeCivilReview(Day("2025-07-20")))
            .Duty("civil-review", "C1").Count.Due.ShouldBe(Day("2025-09-18"));

    [Fact]
    public void What_does_not_stand_is_not_resumed() => Suits.Civil().ShouldRefuse<ReviewNotPaused>(new ResumeCivilReview(Day("2025-06-11")), "proceeding");

    [Fact]
    public void It_does_not_end_before_it_began() =>
        Suits.Civil().Do(new PauseCivilReview(Day("2025-06-02"), PauseReason.File)).ShouldRefuse<ResumedBeforePaused>(new ResumeCivilReview(Day("2025-06-01")), "on");
}
