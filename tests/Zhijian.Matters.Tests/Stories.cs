using Zhijian.Matters.Criminal;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Matters.Parties;
using Zhijian.Matters.MissedPersons;
using Zhijian.Matters.Plea;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests;

/// <summary>One suspect on bail, 张某 (213), brought to a stage; and every step that acts on persons, ready to be tried in the wrong one.</summary>
internal static class Stories
{
    public static MatterStory At(Stage stage) => stage switch
    {
        Stage.Registered => Registered(),
        Stage.ArrestReview => Registered().AcceptedForArrest("2026-03-02"),
        Stage.Investigation => At(Stage.ArrestReview).ArrestApproved("2026-03-05"),
        Stage.ProsecutionReview => Registered().Transferred("2026-03-02"),
        Stage.Returned => At(Stage.ProsecutionReview).Returned("2026-03-10"),
        Stage.Indicted => At(Stage.ProsecutionReview).Prosecuted("2026-03-10"),
        Stage.NotProsecuted => At(Stage.ProsecutionReview).NotProsecuted("2026-03-10"),
        Stage.Judged => At(Stage.Indicted).Judged("2026-03-20"),
        _ => At(Stage.ProsecutionReview).JurisdictionChanged("2026-03-10"),
    };

    private static MatterStory Registered() => A.Matter(m => m.Suspect("张某", "213").RightHolder("某公司").RegisteredOn("2026-03-02"));

    /// <summary>A matter in which everything is done but the closing.</summary>
    public static MatterStory Finished() =>
        Registered().Transferred("2026-03-02").Noticed("2026-03-03").Prosecuted("2026-03-10").Judged("2026-03-20").JudgmentReviewed("2026-03-23").FourChecks("2026-03-24");

    /// <summary>Every step that depends on a stage, for the named persons or for whomever it is open.</summary>
    public static IReadOnlyDictionary<string, Func<DateOnly, IReadOnlyList<string>?, IDated>> PersonSteps { get; } = new Dictionary<string, Func<DateOnly, IReadOnlyList<string>?, IDated>>
    {
        ["accept-arrest-review"] = (on, p) => new AcceptArrestReview(on, "某市公安局", p),
        ["extend-arrest-review"] = (on, p) => new ExtendArrestReview(on, "涉案人员多", p),
        ["decide-arrest"] = (on, p) => new DecideArrest(on, ArrestOutcome.Approved, "有逮捕必要", null, p),
        ["accept-transfer"] = (on, p) => new AcceptTransfer(on, "某市公安局", 0, p),
        ["extend-review"] = (on, p) => new ExtendReview(on, "涉案人员多", p),
        ["return-for-investigation"] = (on, p) => new ReturnForInvestigation(on, "补充鉴定", p),
        ["accept-resubmission"] = (on, p) => new AcceptResubmission(on, null, p),
        ["change-jurisdiction"] = (on, p) => new ChangeJurisdiction(on, "某市人民检察院", "主要犯罪地在外市", p),
        ["notify-suspect"] = (on, p) => new NotifySuspect(on, NoticeMode.Written, p),
        ["prosecute"] = (on, p) => new Prosecute(on, "某区人民法院", null, p),
        ["decide-non-prosecution"] = (on, p) => new DecideNonProsecution(on, NonProsecution.Discretionary, "情节轻微", Persons: p),
        ["decline-penalty-transfer"] = (on, p) => new DeclinePenaltyTransfer(on, "没有违法行为", p),
        ["record-judgment"] = (on, p) => new RecordJudgment(on, "某区人民法院", Verdict.Guilty, Persons: p),
        ["review-judgment"] = (on, p) => new ReviewJudgment(on, JudgmentReview.Accepted, "量刑适当", p),
        ["record-ruling"] = (on, p) => new RecordRuling(on, "某区人民法院", "终止审理", null, p),
        ["record-protest-review"] = (on, p) => new RecordProtestReview(on, ProtestSupport.Supported, "抗诉正确", null, p),
        ["tell-plea-rights"] = (on, p) => new TellPleaRights(on, NoticeMode.Written, p),
        ["arrange-legal-help"] = (on, p) => new ArrangeLegalHelp(on, LegalHelp.Notified, "王律师", PleaLawyer.DutyLawyer, p),
        ["hear-plea-opinion"] = (on, p) => new HearPleaOpinion(on, PleaVoice.DutyLawyer, "没有异议", OpinionTaken.Adopted, Persons: p),
        ["review-voluntariness"] = (on, p) => new ReviewVoluntariness(on, PleaWill.Voluntary, "自愿", p),
        ["sign-plea-statement"] = (on, p) => new SignPleaStatement(on, "王律师", Persons: p),
        ["propose-sentence"] = (on, p) => new ProposeSentence(on, Penalty.Imprisonment, 10, Persons: p),
        ["review-custody-need"] = (on, p) => new ReviewCustodyNeed(on, CustodyNeed.NotNeeded, "无社会危险性", p),
        ["check-fast-track"] = (on, p) => new CheckFastTrack(on, ExpectedSentence.UpToOneYear, Known.Yes, Known.Yes, FastTrackExclusion.None, p),
        ["record-plea-adoption"] = (on, p) => new RecordPleaAdoption(on, PleaAdoption.Adopted, Persons: p),
    };

    /// <summary>Every step that concerns the matter as a whole.</summary>
    public static IReadOnlyDictionary<string, Func<DateOnly, IDated>> MatterSteps { get; } = new Dictionary<string, Func<DateOnly, IDated>>
    {
        ["register-matter"] = on => new RegisterMatter("另一案", on, "TM", [], []),
        ["add-person"] = on => new AddPerson(on, "李某", ["214"]),
        ["add-charge"] = on => new AddCharge(on, "P1", "214"),
        ["add-right-holder"] = on => new AddRightHolder(on, "另一公司"),
        ["assign-matter"] = on => new AssignMatter(on, "shen"),
        ["attach-document"] = on => new AttachDocument(on, "ab12", "起诉意见书.pdf", 1, "application/pdf"),
        ["judge-party"] = on => new JudgeParty(on, "P1", "MS-2025-0099", "P1", PartyIs.Same),
        ["change-circle"] = on => new ChangeCircle(on, Kernel.Secrecy.Circle, "涉及商业秘密"),
        ["propose-correction"] = on => new ProposeCorrection(on, 1, "goods", "运动服", "录入有误"),
        ["confirm-correction"] = on => new ConfirmCorrection(on, 1),
        ["record-amount"] = on => new RecordAmount(on, "违法所得", new Kernel.Money(30_000), "审计报告第3页"),
        ["record-facts"] = on => new RecordFacts(on, "P1", "213", new EstablishedFacts { Object = "goods" }),
        ["record-performance"] = on => new RecordPerformance(on, "execution-receipt.P1.1", "回执"),
        ["record-finding"] = on => FourChecks.RecordFindingTests.Of("harm-gi") with { On = on },
        ["answer-check"] = on => new AnswerCheck(on, "harm-gi.D1.1", CheckOutcome.NoIssue, "已审查"),
        ["use-material"] = on => new UseMaterial(on, "D1", Law.Material.Object, Law.Track.Criminal, Law.Track.Civil, Law.Purpose.Clue, "核查"),
        ["record-check"] = on => new RecordCheck(on, Law.Track.Civil, CheckOutcome.NoIssue, "已审查"),
        ["change-measure"] = on => new ChangeMeasure(on, Measure.Bail, "决定书1号"),
        ["notify-victim"] = on => new NotifyVictim(on),
        ["notify-right-holder"] = on => new NotifyRightHolder(on),
        ["record-unit-end"] = on => new RecordUnitEnd(on, "P1", UnitEnd.Deregistered, "注销登记证明"),
        ["close-matter"] = on => new CloseMatter(on),
        ["receive-protest-request"] = on => new ReceiveProtestRequest(on, on, "量刑畸轻"),
        ["answer-protest-request"] = on => new AnswerProtestRequest(on, ProtestAnswer.NoProtest, "量刑适当"),
        ["record-incidental-action"] = on => new RecordIncidentalAction(on, IncidentalEvent.Filed, IncidentalClaimant.Victim, "赔偿损失"),
        ["demand-missed-arrest"] = on => new DemandMissedArrest(on, "某市公安局", ["213"], "共同犯罪", "李某"),
        ["demand-missed-prosecution"] = on => new DemandMissedProsecution(on, "某市公安局", ["213"], "共同犯罪", "李某"),
        ["make-document"] = on => new Matters.Documents.MakeDocument(on, "service-receipt", Values: new Dictionary<string, string> { ["paper"] = "通知", ["to"] = "某公司", ["where"] = "本院" }),
        ["submit-document"] = on => new Matters.Documents.SubmitDocument(on, 1),
        ["approve-document"] = on => new Matters.Documents.ApproveDocument(on, 1),
        ["return-document"] = on => new Matters.Documents.ReturnDocument(on, 1, "再写"),
        ["withdraw-document"] = on => new Matters.Documents.WithdrawDocument(on, 1, "补写"),
        ["finish-document"] = on => new Matters.Documents.FinishDocument(on, 1),
        ["serve-document"] = on => new Matters.Documents.ServeDocument(on, 1, "某公司", Matters.Documents.ServiceChannel.Post, "回证"),
        ["cancel-document"] = on => new Matters.Documents.CancelDocument(on, 1, "写错"),
        ["take-in-exhibit"] = on => Evidence.TakeInExhibitTests.Shoes() with { On = on },
        ["record-undertaking"] = on => new RecordUndertaking(on, "E1", "shen", "承诺书1号"),
        ["move-exhibit"] = on => new MoveExhibit(on, "E1", "案件管理部门", "涉案财物库"),
        ["seal-exhibit"] = on => new SealExhibit(on, "E1", SealAct.Seal, "0417", "王某"),
        ["return-exhibit"] = on => new ReturnExhibit(on, "E1", Release.Returned, "某公司", "发还清单1号"),
        ["examine-exhibit"] = on => new ExamineExhibit(on, "E1", Quality.Stands, Quality.Stands, Quality.Stands, ExhibitVerdict.Admitted),
        ["withdraw-exhibit"] = on => new WithdrawExhibit(on, "E1", "重复"),
        ["record-goods"] = on => new RecordGoods(on, "E1", "运动鞋", 120, "双"),
        ["record-capture"] = on => new RecordCapture(on, "E1", "https://shop.example/item/7", "2026-03-01 15:04", "取证软件"),
        ["tie-exhibit"] = on => new TieExhibit(on, "E1", "P1", "213", "no-licence", ProofStrength.Direct),
        ["untie-exhibit"] = on => new UntieExhibit(on, "E1", "P1", "213", "no-licence", "有误"),
        ["freeze-catalogue"] = on => new FreezeCatalogue(on),
        ["record-missed-reply"] = on => new RecordMissedReply(on, MissedOutcome.Followed, "提请批准逮捕书1号"),
    };

    public static readonly DateOnly Later = Day("2026-04-01");
}
