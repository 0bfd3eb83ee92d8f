using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class EvaluatePenaltyReplyTests
{
    [Fact]
    public void A_non_prosecution_answered_by_a_fine_in_another_province()
    {
        var story = NotProsecuted();
        story.Duty("transfer-for-penalty", "P1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-05-21")), d => Length(d).ShouldBe((3, TermUnit.WorkingDay)));
        story.Do(Pass("P1")).Do(new DeclinePenaltyTransfer(Day("2025-05-19"), "没有参与销售", ["P2"])).Do(new RegisterPenaltyReview(Day("2025-05-19")));
        story.Duty("review-penalty", "L1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-03")), d => Length(d).ShouldBe((10, TermUnit.WorkingDay)));
        story.Do(Ask()).Do(Answer()).Duty("review-penalty", "L1").Count.Due.ShouldBe(Day("2025-06-06"));
        story.Do(Opinion()).Duty("review-penalty", "L1").Status.ShouldBe(DutyStatus.Discharged);
        story.Do(Serve()).Duty("answer-penalty-opinion", "L1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-08-09")), d => Length(d).ShouldBe((2, TermUnit.Month)));
        story.Do(Fined()).Do(Evaluate(PenaltyEvaluation.Agree));

        story.StageIn().ShouldBe("ended");
        story.FourChecks("2025-08-13").Closed("2025-08-14").Matter.ClosedOn.ShouldNotBeNull();
    }

    private static (int, TermUnit) Length(Duty duty) => (duty.Count.Value!.Length, duty.Count.Value.Unit);

    [Fact]
    public void While_it_runs_the_matter_stays_open() =>
        Replied().Do(new DeclinePenaltyTransfer(Day("2025-08-01"), "没有违法行为", ["P2"])).FourChecks("2025-08-13").ShouldRefuse<ProceedingsOpen>(new CloseMatter(Day("2025-08-14"))).Says.Zh.ShouldContain("L1");

    [Fact]
    public void Silence_cannot_be_agreed_with()
    {
        Silent().ShouldRefuse<NoAnswerToAgreeWith>(Evaluate(PenaltyEvaluation.Agree), "result").ShouldSatisfyAllConditions(r => r.Says.Zh.ShouldContain("张某"), r => r.Basis!.Article.ShouldBe("刑诉法177第3款"));
        Following().StageIn().ShouldBe("following");
    }

    [Fact]
    public void It_is_left_there_only_after_a_follow_up()
    {
        Replied().ShouldRefuse<FollowUpComesFirst>(Evaluate(PenaltyEvaluation.Leave), "result");
        Following().ShouldRefuse<FollowUpComesFirst>(Evaluate(PenaltyEvaluation.Leave, "2025-09-01"), "result");
        Following().Do(new FollowUpPenaltyOpinion(Day("2025-08-20"), PenaltyFollowUp.Urge, "函告")).Do(Evaluate(PenaltyEvaluation.Leave, "2025-09-01")).StageIn().ShouldBe("left");
    }

    [Fact]
    public void Not_before_a_reply_and_not_without_reason()
    {
        Served().ShouldRefuse<ProceedingOutOfOrder>(Evaluate(PenaltyEvaluation.Agree), "proceeding");
        Replied().ShouldRefuse<FieldIsEmpty>(Evaluate(PenaltyEvaluation.Agree) with { Reason = "" }, "reason");
    }
}
