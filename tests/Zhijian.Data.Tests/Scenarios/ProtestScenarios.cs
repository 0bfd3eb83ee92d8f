using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.MissedPersons;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

/// <summary>Protests and what goes with them, and the demands for persons left out.</summary>
internal sealed class ProtestScenarios : IScenarios
{
    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        static MatterStory Indicted() => A.Matter(m => m.Suspect("张某", "213").OnBail().RightHolder("某公司").RegisteredOn("2026-03-02")).Transferred("2026-03-02").Prosecuted("2026-03-10");
        static MatterStory Judged() => Indicted().Judged("2026-03-20");
        static MatterStory Requested() => Judged().Do(new ReceiveProtestRequest(Day("2026-03-24"), Day("2026-03-20"), "量刑畸轻"));
        static MatterStory ArrestReviewed() => A.Matter(m => m.Suspect("张某", "213").RegisteredOn("2026-03-02")).AcceptedForArrest("2026-03-02");
        var day = Day("2026-03-25");

        yield return (Indicted(), new RecordRuling(day, "某区人民法院", "终止审理"));
        yield return (Judged(), new ReceiveProtestRequest(day, Day("2026-03-20"), "量刑畸轻"));
        yield return (Requested(), new AnswerProtestRequest(day, ProtestAnswer.NoProtest, "量刑适当"));
        yield return (Judged().Do(new ReviewJudgment(Day("2026-03-23"), JudgmentReview.Protest, "量刑畸轻")), new RecordProtestReview(day, ProtestSupport.Supported, "抗诉正确"));
        yield return (Indicted(), new RecordIncidentalAction(day, IncidentalEvent.Filed, IncidentalClaimant.Victim, "赔偿损失", new Money(50_000)));
        yield return (ArrestReviewed(), new DemandMissedArrest(day, "某市公安局", ["213"], "共同犯罪", "李某"));
        yield return (Indicted(), new DemandMissedProsecution(day, "某市公安局", ["213"], "单位犯罪", "某贸易公司"));
        yield return (Indicted().Do(new DemandMissedProsecution(Day("2026-03-12"), "某市公安局", ["213"], "单位犯罪", "某贸易公司")), new RecordMissedReply(day, MissedOutcome.Followed, "补充起诉意见书1号"));
    }
}
