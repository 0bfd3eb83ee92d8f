using Zhijian.Matters;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

/// <summary>Civil and administrative supervision: every step of the one beside the same step of the other.</summary>
internal sealed class LitigationScenarios : IScenarios
{
    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        var day = Day("2025-06-10");
        string[] signs = ["batch-suits"];

        yield return (A.Matter(), Suits.Application());
        yield return (A.Matter(), new StartCivilSupervision(day, OfficeGround.FalseLitigation, "批量起诉", SupervisedObject.Judgment, "某区人民法院", CourtLevel.Basic, Suits.Number, "某公司诉某商行", EffectiveOn: day, Indicators: signs));
        yield return (A.Matter(), Suits.Recheck());
        yield return (A.Matter().Do(Suits.Recheck()), new DecideCivilRecheck(Day("2025-09-01"), RecheckOutcome.Stands, "原决定正确"));
        yield return (A.Matter().Do(Suits.Recheck()), new DecideCivilRecheck(Day("2025-09-01"), RecheckOutcome.Supervise, "原决定不当"));
        yield return (Suits.Civil(), new ReferFalseLitigation(day, ReferralWay.Police, "某市公安局", "审查是否立案", "捏造著作权", signs));
        yield return (A.Matter(), Suits.AdministrativeApplication());
        yield return (A.Matter(), new StartAdministrativeSupervision(day, "非诉执行不当", SupervisedObject.Enforcement, "某区人民法院", CourtLevel.Basic, Suits.Number, "某局、某公司", ActKind.Penalty, "某局", "处罚决定"));
        yield return (Suits.Administrative(), new ExtendAdministrativeReview(day, ReviewExtension.Settlement, 30, "检察长某"));
        yield return (Suits.Administrative(), new AssessAdministrativeAct(day, ActOutcome.Lawful, "程序合法"));
        yield return (Suits.Administrative(), new SettleAdministrativeDispute(day, "某公司、某局", "促成和解", true, "变更处罚数额"));
        yield return (Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.RetrialSuggestion)), new FileAdministrativeSuggestion(Day("2025-06-23"), "某省人民检察院"));

        yield return (Suits.Civil(), new NotifyCivilParties(day, day));
        foreach (var reason in Enum.GetValues<PauseReason>())
        {
            yield return (Suits.Civil(), new PauseCivilReview(day, reason));
            yield return (Suits.Civil().Do(new PauseCivilReview(day, reason)), new ResumeCivilReview(day));
        }
        yield return (Suits.Civil(), new RecordCivilInquiry(day, InquiryMeans.SimilarCases, "检得类案十二件"));
        yield return (Suits.Civil(), new ArrangeCivilHearing(day, Day("2025-06-24")));
        yield return (Suits.Civil().Do(new ArrangeCivilHearing(day, Day("2025-06-24"))), new NotifyCivilHearing(day, "双方当事人"));
        foreach (var decision in Enum.GetValues<SupervisionDecision>())
            yield return (decision == SupervisionDecision.Suggestion ? Suits.Civil(SupervisedObject.Enforcement) : Suits.Civil(), Suits.Decide(true, decision));
        yield return (Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.Protest)), new SendCivilDocuments(Day("2025-06-23"), "某检民监〔2025〕1号", "某市中级人民法院"));
        yield return (Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.RequestProtest)), new RecordCivilHigherAnswer(Day("2025-07-23"), HigherAnswer.Protested, "某省人民检察院"));
        yield return (Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.RequestProtest)), new RecordCivilHigherAnswer(Day("2025-07-23"), HigherAnswer.Declined, "某省人民检察院"));
        foreach (var (decision, what) in new[] { (SupervisionDecision.Protest, SupervisedObject.Judgment), (SupervisionDecision.RetrialSuggestion, SupervisedObject.Judgment), (SupervisionDecision.Suggestion, SupervisedObject.Enforcement) })
            yield return (Suits.Civil(what).Do(Suits.Decide(true, decision)), new RecordCivilCourtReceipt(Day("2025-06-30")));
        foreach (var reply in new[] { CourtReply.Retrial, CourtReply.NotAdopted })
            yield return (Suits.InCourt(true, SupervisionDecision.Protest), new RecordCivilCourtReply(Day("2025-07-28"), reply, "裁定书"));
        yield return (Suits.InCourt(true, SupervisionDecision.Suggestion, SupervisedObject.Enforcement), new RecordCivilCourtReply(Day("2025-07-28"), CourtReply.Adopted, "复函"));
        foreach (var result in Enum.GetValues<RetrialResult>())
            yield return (Suits.Replied(true, CourtReply.Retrial), new RecordCivilRetrial(Day("2025-12-01"), result, "再审判决书"));
        foreach (var what in Enum.GetValues<FollowUp>())
            yield return (Suits.Replied(true, CourtReply.NotAdopted), new FollowUpCivilOpinion(Day("2025-08-04"), what, "处理结果错误"));

        yield return (Suits.Administrative(), new NotifyAdministrativeParties(day, day));
        foreach (var reason in Enum.GetValues<PauseReason>())
        {
            yield return (Suits.Administrative(), new PauseAdministrativeReview(day, reason));
            yield return (Suits.Administrative().Do(new PauseAdministrativeReview(day, reason)), new ResumeAdministrativeReview(day));
        }
        yield return (Suits.Administrative(), new RecordAdministrativeInquiry(day, InquiryMeans.SimilarCases, "检得类案十二件"));
        yield return (Suits.Administrative(), new ArrangeAdministrativeHearing(day, Day("2025-06-24")));
        yield return (Suits.Administrative().Do(new ArrangeAdministrativeHearing(day, Day("2025-06-24"))), new NotifyAdministrativeHearing(day, "双方当事人"));
        foreach (var decision in Enum.GetValues<SupervisionDecision>())
            yield return (decision == SupervisionDecision.Suggestion ? Suits.Administrative(SupervisedObject.Enforcement) : Suits.Administrative(), Suits.Decide(false, decision));
        yield return (Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.Protest)), new SendAdministrativeDocuments(Day("2025-06-23"), "某检民监〔2025〕1号", "某市中级人民法院"));
        yield return (Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.RequestProtest)), new RecordAdministrativeHigherAnswer(Day("2025-07-23"), HigherAnswer.Protested, "某省人民检察院"));
        yield return (Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.RequestProtest)), new RecordAdministrativeHigherAnswer(Day("2025-07-23"), HigherAnswer.Declined, "某省人民检察院"));
        foreach (var (decision, what) in new[] { (SupervisionDecision.Protest, SupervisedObject.Judgment), (SupervisionDecision.RetrialSuggestion, SupervisedObject.Judgment), (SupervisionDecision.Suggestion, SupervisedObject.Enforcement) })
            yield return (Suits.Administrative(what).Do(Suits.Decide(false, decision)), new RecordAdministrativeCourtReceipt(Day("2025-06-30")));
        foreach (var reply in new[] { CourtReply.Retrial, CourtReply.NotAdopted })
            yield return (Suits.InCourt(false, SupervisionDecision.Protest), new RecordAdministrativeCourtReply(Day("2025-07-28"), reply, "裁定书"));
        yield return (Suits.InCourt(false, SupervisionDecision.Suggestion, SupervisedObject.Enforcement), new RecordAdministrativeCourtReply(Day("2025-07-28"), CourtReply.Adopted, "复函"));
        foreach (var result in Enum.GetValues<RetrialResult>())
            yield return (Suits.Replied(false, CourtReply.Retrial), new RecordAdministrativeRetrial(Day("2025-12-01"), result, "再审判决书"));
        foreach (var what in Enum.GetValues<FollowUp>())
            yield return (Suits.Replied(false, CourtReply.NotAdopted), new FollowUpAdministrativeOpinion(Day("2025-08-04"), what, "处理结果错误"));
    }
}
