using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class ReverseLinkageScenarios : IScenarios
{
    private static readonly TransferForPenalty Pass = new(Day("2025-05-19"), "数额未达追诉标准");
    private static readonly RegisterPenaltyReview Register = new(Day("2025-05-19"), "行检1号");
    private static readonly ConsultOnPenalty Ask = new(Day("2025-05-21"), PenaltyAdviser.Procuratorate, "某省某市人民检察院", "是否提出检察意见");
    private static readonly RecordPenaltyConsultation Answer = new(Day("2025-05-23"), PenaltyAdvice.Agrees, "复函1号");
    private static readonly SuspendPenaltyReview Suspend = new(Day("2025-05-26"), PenaltySuspension.Complaint, "中止1号");
    private static readonly ResumePenaltyReview Resume = new(Day("2025-05-28"), "维持不起诉决定");
    private static readonly ExtendPenaltyReview Extend = new(Day("2025-05-30"), 5, "周检察长", "案情复杂");
    private static readonly DecidePenaltyOpinion Opinion = new(
        Day("2025-06-05"), "某省某市市场监督管理局", AgencyPlace.OtherProvince, "依商标法给予行政处罚", "周检察长", Day("2025-04-01"), true, "假药，已致人伤害", "已征求", "检意1号");

    private static readonly ServePenaltyOpinion Serve = new(Day("2025-06-09"), "签收", true, "某省某市人民检察院");
    private static readonly RecordPenaltyReply Silence = new(Day("2025-08-11"), PenaltyResult.NoReply);
    private static readonly RecordPenaltyReply Fined = new(
        Day("2025-09-10"), PenaltyResult.Punished, AdministrativePenalty.Fine, "市监罚12号", Day("2025-09-05"), new Money(30_000.50m), new Money(8_000), "某分局", "从轻");

    private static readonly EvaluatePenaltyReply Insist = new(Day("2025-08-12"), PenaltyEvaluation.FollowUp, "没有回复");
    private static readonly FollowUpPenaltyOpinion Urge = new(Day("2025-08-20"), PenaltyFollowUp.Urge, "函告");
    private static readonly FollowUpPenaltyOpinion Report = new(Day("2025-08-25"), PenaltyFollowUp.ReportHigher, "函告", "某市人民检察院");

    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        yield return (NotProsecuted(), new DeclinePenaltyTransfer(Day("2025-05-19"), "没有违法行为"));
        yield return (NotProsecuted(), Pass);
        foreach (var steps in Lines())
            for (var i = 0; i < steps.Length; i++)
                yield return (steps.Take(i).Aggregate(NotProsecuted().Do(Pass), (story, step) => story.Do(step)), steps[i]);
    }

    private static MatterStory NotProsecuted() => A.Matter(m => m.Suspect("张某", "213").RegisteredOn("2025-05-06")).Transferred("2025-05-07").NotProsecuted("2025-05-16");

    private static IEnumerable<IDated[]> Lines()
    {
        yield return [Register, Ask, Answer, Suspend, Resume, Extend, Opinion, Serve, Silence, Insist, Urge, Report, Fined, new EvaluatePenaltyReply(Day("2025-09-12"), PenaltyEvaluation.Agree, "处罚适当")];
        yield return [Register, Opinion, Serve with { ReplyBy = Day("2025-06-30"), UrgentReason = "货物将被转移" }, Silence, Insist,
            new OpenSuggestion(Day("2025-08-13"), SuggestionKind.Other, Track.Administrative, "某局", "规范程序"),
            new FollowUpPenaltyOpinion(Day("2025-08-20"), PenaltyFollowUp.Suggest, "另行建议", "某局", "S1"), new EvaluatePenaltyReply(Day("2025-09-12"), PenaltyEvaluation.Leave, "已建议")];
        yield return [Register, new EndPenaltyReview(Day("2025-06-02"), PenaltyReviewEnd.NotNeeded, "轻微并及时改正", "终结1号")];
    }
}
