using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class SendPublicPaperTests
{
    private static SendPublicPaper Send(PublicPaper paper, string on) => new(Day(on), paper, "回执");

    [Fact]
    public void Each_paper_ends_its_own_clock()
    {
        Filed().Do(Send(PublicPaper.FilingDecision, "2025-05-08")).Duty("serve-filing-decision").Status.ShouldBe(DutyStatus.Discharged);
        var story = Sued().Do(Send(PublicPaper.Indictment, "2025-08-18"));
        story.Duty("register-public-indictment").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("register-public-suggestion").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void It_may_be_recorded_when_the_case_has_moved_on() =>
        Replied().Do(Send(PublicPaper.Suggestion, "2025-05-26")).Duty("register-public-suggestion").DischargedOn.ShouldBe(Kernel.PartialDate.Of(Day("2025-05-26")));

    [Fact]
    public void What_is_not_owed_or_was_sent_before_is_refused_with_the_article()
    {
        Filed(PublicLine.Civil).ShouldRefuse<PaperIsNotOwed>(Send(PublicPaper.FilingDecision, "2025-05-08"), "paper").Basis!.Article.ShouldContain("70");
        Filed().Do(Send(PublicPaper.FilingDecision, "2025-05-08")).ShouldRefuse<PaperIsNotOwed>(Send(PublicPaper.FilingDecision, "2025-05-09"), "paper");
    }

    [Fact]
    public void Before_it_was_owed_tomorrow_or_without_proof_it_is_refused()
    {
        Filed().ShouldRefuse<Matters.Intake.DoneBeforeOwed>(Send(PublicPaper.FilingDecision, "2025-05-05"), "on");
        Filed().ShouldRefuse<DateInFuture>(Send(PublicPaper.FilingDecision, "2026-11-23"), "on");
        Filed().ShouldRefuse<FieldIsEmpty>(Send(PublicPaper.FilingDecision, "2025-05-08") with { Proof = "" }, "proof");
        A.Matter().ShouldRefuse<NoProceeding>(Send(PublicPaper.Suggestion, "2025-05-08"), "proceeding");
    }

    [Fact]
    public void A_withdrawal_is_handed_to_the_court_and_a_judgment_goes_up()
    {
        Sued().Do(new WithdrawPublicSuit(Day("2025-09-10"), ClaimsMet.All, "已纠正")).Do(Send(PublicPaper.Withdrawal, "2025-09-11")).Duty("submit-public-withdrawal").Status.ShouldBe(DutyStatus.Discharged);
        Sued().Do(new RecordPublicJudgment(Day("2025-11-10"), "某法院", PublicOutcome.Dismissed, "驳回")).Do(Send(PublicPaper.Judgment, "2025-11-12")).Duty("register-public-judgment").Status.ShouldBe(DutyStatus.Discharged);
    }
}
