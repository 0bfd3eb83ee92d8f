using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Testing;

/// <summary>Civil and administrative supervision told step by step; the court is a basic one, so that the city office of the tests may protest.</summary>
public static class Suits
{
    public const string Number = "（2024）某0101民初1号";

    public static AcceptCivilSupervision Application(
        string on = "2025-05-19", SupervisedObject what = SupervisedObject.Judgment, CourtLevel level = CourtLevel.Basic, CaseSubject subject = CaseSubject.Other) =>
        new(Day(on), Day(on), "某公司", what, what == SupervisedObject.Judgment ? RetrialRoute.Rejected : RetrialRoute.NotNeeded, "某区人民法院", level, Number, "某公司诉某商行", subject,
            PartialDate.Parse("2024-03-04"), what == SupervisedObject.Judgment ? Day("2024-11-05") : null);

    public static AcceptAdministrativeSupervision AdministrativeApplication(
        string on = "2025-05-19", SupervisedObject what = SupervisedObject.Judgment, CourtLevel level = CourtLevel.Basic, CaseSubject subject = CaseSubject.Other, bool simple = false) =>
        new(Day(on), Day(on), "某公司", what, what == SupervisedObject.Judgment ? RetrialRoute.Rejected : RetrialRoute.NotNeeded, Day("2025-03-03"), "某区人民法院", level, Number, "某公司诉某局",
            ActKind.Penalty, "某市市场监督管理局", "商标侵权行政处罚决定", "某市监罚〔2023〕1号", PartialDate.Parse("2023-06"), subject, PartialDate.Parse("2024-03-04"), simple);

    public static MatterStory Civil(SupervisedObject what = SupervisedObject.Judgment, CourtLevel level = CourtLevel.Basic, CaseSubject subject = CaseSubject.Other) =>
        A.Matter().Do(Application(what: what, level: level, subject: subject));

    public static MatterStory Administrative(
        SupervisedObject what = SupervisedObject.Judgment, CourtLevel level = CourtLevel.Basic, CaseSubject subject = CaseSubject.Other, bool simple = false) =>
        A.Matter().Do(AdministrativeApplication(what: what, level: level, subject: subject, simple: simple));

    /// <summary>A refusal of the office below, to be rechecked.</summary>
    public static AcceptCivilRecheck Recheck(string number = "某区检民监〔2025〕3号", string applied = "2025-08-01") => new(
        Day("2025-08-04"), Day(applied), "某公司", "某区人民检察院", number, Day("2024-08-05"), "某区人民法院", CourtLevel.Basic, Number, "某公司诉某商行", PartialDate.Parse("2024-03-04"));

    public static IDated Decide(bool civil, SupervisionDecision decision, string on = "2025-06-20", string? committee = "2025年第6次") => civil
        ? new DecideCivilSupervision(Day(on), decision, "原判决认定的基本事实缺乏证据证明", committee)
        : new DecideAdministrativeSupervision(Day(on), decision, "原判决适用法律确有错误", committee);

    /// <summary>Decided, and received by the court on 30 June 2025.</summary>
    public static MatterStory InCourt(bool civil, SupervisionDecision decision, SupervisedObject what = SupervisedObject.Judgment)
    {
        var story = (civil ? Civil(what) : Administrative(what)).Do(Decide(civil, decision));
        return civil ? story.Do(new RecordCivilCourtReceipt(Day("2025-06-30"))) : story.Do(new RecordAdministrativeCourtReceipt(Day("2025-06-30")));
    }

    /// <summary>The court answered on 28 July 2025.</summary>
    public static MatterStory Replied(bool civil, CourtReply reply, SupervisionDecision decision = SupervisionDecision.Protest)
    {
        var story = InCourt(civil, decision, decision == SupervisionDecision.Suggestion ? SupervisedObject.Enforcement : SupervisedObject.Judgment);
        return civil
            ? story.Do(new RecordCivilCourtReply(Day("2025-07-28"), reply, "（2025）某民监1号"))
            : story.Do(new RecordAdministrativeCourtReply(Day("2025-07-28"), reply, "（2025）某行监1号"));
    }
}
