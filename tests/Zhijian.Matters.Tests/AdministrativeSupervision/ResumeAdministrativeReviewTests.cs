using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class ResumeAdministrativeReviewTests
{
    [Fact]
    public void The_clock_runs_on_for_as_many_days_as_it_stood()
    {
        var story = Suits.Administrative().Do(new PauseAdministrativeReview(Day("2025-06-02"), PauseReason.File)).Do(new ResumeAdministrativeReview(Day("2025-06-11")));

        story.Duty("administrative-review", "A1").Count.ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2025-08-29")), c => c.Steps.ShouldContain(s => s.What.Zh.Contains("调卷") && s.Basis!.Article == "行政监督规则56"));
    }

    [Fact]
    public void It_can_stop_again_for_another_reason() =>
        Suits.Administrative().Do(new PauseAdministrativeReview(Day("2025-06-02"), PauseReason.File)).Do(new ResumeAdministrativeReview(Day("2025-06-11")))
            .Do(new PauseAdministrativeReview(Day("2025-07-01"), PauseReason.Appraisal)).Do(new ResumeAdministrativeReview(Day("2025-07-20")))
            .Duty("administrative-review", "A1").Count.Due.ShouldBe(Day("2025-09-18"));

    [Fact]
    public void What_does_not_stand_is_not_resumed() => Suits.Administrative().ShouldRefuse<ReviewNotPaused>(new ResumeAdministrativeReview(Day("2025-06-11")), "proceeding");

    [Fact]
    public void It_does_not_end_before_it_began() =>
        Suits.Administrative().Do(new PauseAdministrativeReview(Day("2025-06-02"), PauseReason.File)).ShouldRefuse<ResumedBeforePaused>(new ResumeAdministrativeReview(Day("2025-06-01")), "on");
}
