using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class PauseCivilReviewTests
{
    [Theory]
    [InlineData(PauseReason.File, "调卷")]
    [InlineData(PauseReason.Appraisal, "鉴定")]
    [InlineData(PauseReason.Assessment, "评估")]
    [InlineData(PauseReason.Audit, "审计")]
    [InlineData(PauseReason.Consultation, "专家咨询")]
    public void The_clock_stops_and_asks_until_it_is_resumed(PauseReason reason, string word)
    {
        var story = Suits.Civil();
        story.Duty("civil-review", "C1").Count.Due.ShouldBe(Day("2025-08-19"));

        story.Do(new PauseCivilReview(Day("2025-06-02"), reason, "调卷函1号"));

        story.Duty("civil-review", "C1").Count.ShouldSatisfyAllConditions(c => c.Due.ShouldBeNull(), c => c.Question!.Value.Zh.ShouldContain(word));
    }

    [Fact]
    public void It_is_not_paused_twice_and_nothing_is_decided_meanwhile()
    {
        var story = Suits.Civil().Do(new PauseCivilReview(Day("2025-06-02"), PauseReason.File));

        story.ShouldRefuse<ReviewPausedAlready>(new PauseCivilReview(Day("2025-06-03"), PauseReason.Audit), "proceeding").Says.Zh.ShouldContain("2025-06-02");
        story.ShouldRefuse<DecidedWhilePaused>(Suits.Decide(true, SupervisionDecision.Protest), "on");
    }

    [Fact]
    public void After_the_decision_nothing_is_paused() =>
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(new PauseCivilReview(Day("2025-06-25"), PauseReason.File), "proceeding").Basis!.Article.ShouldBe("民事监督规则52");

    [Fact]
    public void Of_two_proceedings_only_the_named_one_stops()
    {
        var story = Suits.Civil().Do(Suits.Application("2025-05-20"));
        story.ShouldRefuse<ChooseOneProceeding>(new PauseCivilReview(Day("2025-06-02"), PauseReason.File), "proceeding");

        story.Do(new PauseCivilReview(Day("2025-06-02"), PauseReason.File, Proceeding: "C2"));

        story.Duty("civil-review", "C1").Count.Due.ShouldBe(Day("2025-08-19"));
        story.Duty("civil-review", "C2").Count.Due.ShouldBeNull();
    }
}
