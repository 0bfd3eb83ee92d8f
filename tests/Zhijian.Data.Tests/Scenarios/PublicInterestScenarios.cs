using Zhijian.Matters;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class PublicInterestScenarios : IScenarios
{
    private static readonly FinishPublicInquiry Inquiry = new(Day("2025-05-19"), "走访", "属实");
    private static readonly DecidePublicSuggestion Decide = new(Day("2025-05-20"), "依法查处");
    private static readonly ServePublicSuggestion Serve = new(Day("2025-05-22"), "签收");
    private static readonly RecordOrganReply Reply = new(Day("2025-07-10"), OrganReply.Acted, "已查处");
    private static readonly EvaluateRectification Done = new(Day("2025-07-15"), Rectification.Done, "回访");
    private static readonly EvaluateRectification NotDone = new(Day("2025-06-09"), Rectification.NotDone, "回访");
    private static readonly AnnouncePublicSuit Announce = new(Day("2025-05-20"), "正义网", true);
    private static readonly RecordAnnouncementResult Nobody = new(Day("2025-06-20"), AnnouncementResult.NobodySues);
    private static readonly RecordAnnouncementResult Body = new(Day("2025-06-03"), AnnouncementResult.BodySues, "某协会");
    private static readonly SupportPublicSuit Support = new(Day("2025-06-10"), "某协会", "某法院");
    private static readonly BringPublicSuit Suit = new(Day("2025-08-15"), "某法院", "依法履职");
    private static readonly WithdrawPublicSuit Withdraw = new(Day("2025-09-10"), ClaimsMet.All, "已纠正");
    private static readonly WithdrawPublicSupport WithdrawSupport = new(Day("2025-07-01"), "原告撤诉");
    private static readonly SettlePublicSuit Settle = new(Day("2025-10-10"), "停止冒用", "请求全部写入");
    private static readonly RecordPublicJudgment Judgment = new(Day("2025-11-10"), "某法院", PublicOutcome.Granted, "履职");
    private static readonly RecordPublicEffect Effect = new(Day("2025-12-01"), "停止冒用", "回访笔录", PublicEffect.Full);
    private static readonly EndPublicInterest End = new(Day("2025-12-02"), "整改到位");

    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        yield return (A.Matter(), File(PublicLine.Administrative));
        yield return (A.Matter(), new DeclinePublicInterest(Day("2025-05-06"), PublicLine.Administrative, "某线索", "没有损害"));
        foreach (var (line, steps) in Lines())
            for (var i = 0; i < steps.Length; i++)
                yield return (steps.Take(i).Aggregate(A.Matter().Do(File(line)), (story, step) => story.Do(step)), steps[i]);
    }

    private static FilePublicInterest File(PublicLine line) => new(Day("2025-05-06"), line, PublicField.GeographicalIndication, "冒用地理标志", "某局", "某地理标志");

    private static SendPublicPaper Send(string on, PublicPaper paper) => new(Day(on), paper, "回执");

    private static IEnumerable<(PublicLine Line, IDated[] Steps)> Lines()
    {
        yield return (PublicLine.Administrative, [Send("2025-05-07", PublicPaper.FilingDecision), Inquiry, Decide, Serve, Send("2025-05-23", PublicPaper.Suggestion), Reply, Done, Effect, End]);
        yield return (PublicLine.Administrative, [Inquiry, Decide, Serve with { Urgent = true, UrgentReason = "损害扩大" }, NotDone, new RecordPublicAppraisal(Day("2025-06-20"), Day("2025-06-12"), AppraisalKind.Testing, "某中心"),
            new ExtendSuitReview(Day("2025-06-30"), "复杂"), Suit, Send("2025-08-18", PublicPaper.Indictment), Withdraw, Send("2025-09-11", PublicPaper.Withdrawal)]);
        yield return (PublicLine.Civil, [Inquiry, Announce, Nobody, Suit, Judgment, Send("2025-11-11", PublicPaper.Judgment)]);
        yield return (PublicLine.Civil, [Inquiry, Announce, Nobody, new DecideNoPublicSuit(Day("2025-07-10"), "无必要")]);
        yield return (PublicLine.Civil, [Inquiry, Announce, Body, Support, WithdrawSupport]);
        yield return (PublicLine.Civil, [Inquiry, Announce, Body, Support, Settle]);
    }
}
