using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class SuggestionScenarios : IScenarios
{
    private static readonly StartSuggestionInquiry Inquire = new(Day("2025-05-07"), "走访");
    private static readonly FinishSuggestionInquiry Found = new(Day("2025-05-20"), SuggestionInquiryResult.Suggest, "属实");
    private static readonly DraftSuggestion Draft = new(Day("2025-05-21"), "问题", "内容");
    private static readonly ReviewSuggestion Review = new(Day("2025-05-23"), SuggestionReviewResult.Passed, "同意");
    private static readonly ApproveSuggestion Approve = new(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved);
    private static readonly ServeSuggestion Serve = new(Day("2025-05-28"), "签收");
    private static readonly RegisterSuggestion Register = new(Day("2025-05-30"), "回执");
    private static readonly RecordSuggestionReply Reply = new(Day("2025-07-21"), SuggestionReply.Partly, "已整改部分");
    private static readonly EvaluateSuggestion NotDone = new(Day("2025-08-01"), SuggestionEffect.NotDone, "无变化");
    private static readonly EscalateSuggestion Escalate = new(Day("2025-08-05"), EscalatedTo.SuperiorOrgan, "某省局", "拒不整改");
    private static readonly EvaluateSuggestion Done = new(Day("2025-10-10"), SuggestionEffect.Done, "已整改");
    private static readonly RecordSuggestionVisit Visit = new(Day("2026-03-10"), "没有反弹");

    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        yield return (A.Matter(), Open(SuggestionKind.Other));
        foreach (var (kind, steps) in Lines())
            for (var i = 0; i < steps.Length; i++)
                yield return (steps.Take(i).Aggregate(A.Matter().Do(Open(kind)), (story, step) => story.Do(step)), steps[i]);
    }

    private static OpenSuggestion Open(SuggestionKind kind) => new(Day("2025-05-06"), kind, Track.Criminal, "某局", "某事项");

    private static IEnumerable<(SuggestionKind Kind, IDated[] Steps)> Lines()
    {
        yield return (SuggestionKind.SocialGovernance, [Inquire, Found, Draft, Review, Approve, Serve, Register, Reply, NotDone, Escalate, Done, Visit]);
        yield return (SuggestionKind.PublicInterest, [Draft, Approve, Serve, Reply, Done]);
        yield return (SuggestionKind.PublicInterest, [Draft, Approve, Serve with { Urgent = true, UrgentReason = "损害扩大" }]);
        yield return (SuggestionKind.Other, [Draft, Approve, Serve with { ReplyBy = Day("2025-06-20"), UrgentReason = "节前整治" }]);
        yield return (SuggestionKind.Correction, [Draft, Approve, Serve, new ChangeSuggestion(Day("2025-06-10"), "有变")]);
        yield return (SuggestionKind.Correction, [Draft, Approve, new WithdrawSuggestion(Day("2025-06-10"), "已自行纠正")]);
        yield return (SuggestionKind.Other, [Inquire, Found with { Result = SuggestionInquiryResult.Drop }]);
        yield return (SuggestionKind.Other, [Draft, Review with { Result = SuggestionReviewResult.SentBack }, Draft with { On = Day("2025-05-24") }, Approve with { Approval = SuggestionApproval.SentBack }]);
    }
}
