using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

/// <summary>The criminal track and the matter itself, with a detained suspect and a right holder, so that whatever a step opens is opened.</summary>
internal sealed class CriminalScenarios : IScenarios
{
    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        static MatterStory Registered() => A.Matter(m => m.Suspect("张某", "213").Detained().RightHolder("某公司").RegisteredOn("2026-03-02"));
        static MatterStory Transferred() => Registered().Transferred("2026-03-02");
        static MatterStory Indicted() => Transferred().Noticed("2026-03-03").Prosecuted("2026-03-20");
        var day = Day("2026-03-25");

        yield return (Registered(), new AcceptArrestReview(day, "某市公安局"));
        yield return (Registered().AcceptedForArrest("2026-03-20"), new DecideArrest(day, ArrestOutcome.Approved, "有逮捕必要"));
        yield return (Registered().AcceptedForArrest("2026-03-20"), new DecideArrest(day, ArrestOutcome.InsufficientEvidence, "证据不足"));
        yield return (Registered().MeasureChanged("2026-03-02", Measure.Bail).AcceptedForArrest("2026-03-20"), new ExtendArrestReview(day, "涉案人员多"));
        yield return (Registered(), new AcceptTransfer(day, "某市公安局"));
        yield return (Transferred(), new ExtendReview(day, "涉案人员多"));
        yield return (Transferred(), new ReturnForInvestigation(day, "补充鉴定"));
        yield return (Transferred().Returned("2026-03-20"), new AcceptResubmission(day));
        yield return (Transferred(), new ChangeJurisdiction(day, "某市人民检察院", "主要犯罪地在外市"));
        yield return (Transferred(), new ChangeMeasure(day, Measure.Bail, "决定书1号"));
        yield return (Transferred(), new NotifySuspect(day));
        yield return (Transferred(), new NotifyVictim(day));
        yield return (Transferred(), new NotifyRightHolder(day));
        yield return (Transferred(), new Prosecute(day, "某区人民法院"));
        yield return (Transferred(), new DecideNonProsecution(day, NonProsecution.Discretionary, "情节轻微"));
        yield return (Indicted(), new RecordJudgment(day, "某区人民法院", Verdict.Guilty, Months: 12));
        yield return (Indicted().Judged("2026-03-24"), new ReviewJudgment(day, JudgmentReview.Accepted, "量刑适当"));
        yield return (A.Matter(m => m.Unit("某公司").RegisteredOn("2026-03-02")), new RecordUnitEnd(day, "P1", UnitEnd.Deregistered, "注销登记证明"));
        yield return (Transferred(), new AddRightHolder(day, "另一公司"));
        yield return (Transferred(), new AddPerson(day, "李某", ["214"]));
        yield return (Transferred(), new AddCharge(day, "P1", "214"));
        yield return (Transferred(), new AssignMatter(day, "lu"));
        yield return (Transferred(), new AttachDocument(day, "ab12", "起诉意见书.pdf", 1, "application/pdf"));
        yield return (Transferred(), new ChangeCircle(day, Secrecy.Circle, "涉及商业秘密"));
        yield return (Transferred(), new RecordAmount(day, "违法所得", new Money(30_000), "审计报告第3页"));
        yield return (Transferred(), new RecordFacts(day, "P1", "213", new EstablishedFacts { Marks = 1 }));
        yield return (Transferred(), new RecordCheck(day, Law.Track.Civil, CheckOutcome.NoIssue, "已审查"));
        yield return (Transferred().Returned("2026-03-20"), new RecordPerformance(day, "custody-term-notice.P1.1", "通知书1号"));
        yield return (Transferred(), new ProposeCorrection(day, 2, "on", "2026-03-03", "录入有误"));
        yield return (
            Transferred().Do(new ProposeCorrection(day, 2, "on", "2026-03-03", "录入有误")).By(An.Actor("wu")),
            new ConfirmCorrection(day, 3));
        yield return (Indicted().Judged("2026-03-23").JudgmentReviewed("2026-03-24").FourChecks("2026-03-24"), new CloseMatter(day));
    }
}
