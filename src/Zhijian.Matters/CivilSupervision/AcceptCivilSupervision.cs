using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>
/// Accept a party's application for civil supervision (受理民事监督申请; 民诉法220；民事监督规则20、33): of a judgment after the court was asked, within two years.
/// </summary>
public sealed record AcceptCivilSupervision(
    [Label("受理日期", "Accepted on")] DateOnly On,
    [Label("申请日期", "Applied on")] DateOnly AppliedOn,
    [Label("申请人", "Applicant")] string Applicant,
    [Label("监督对象", "What is supervised")] SupervisedObject Object,
    [Label("再审申请的结果", "Answer to the application for retrial")] RetrialRoute Retrial,
    [Label("法院", "Court")] string Court,
    [Label("法院层级", "Level of the court")] CourtLevel Level,
    [Label("案号", "Case number")] string CaseNumber,
    [Label("当事人", "Parties", HintZh = "原告、被告、第三人", HintEn = "plaintiff, defendant, third party")] string Parties,
    [Label("案件类型", "Kind of case", HintZh = "专利、技术秘密、垄断等由最高检抗诉", HintEn = "patents, technical secrets, antitrust are protested by the SPP")] CaseSubject Subject = CaseSubject.Other,
    [Label("生效日期", "Effective on")] PartialDate? EffectiveOn = null,
    [Label("起算日", "Counted from", HintZh = "驳回再审申请裁定作出，或者再审裁判生效之日", HintEn = "day of the rejection, or on which the retrial judgment took effect")] DateOnly? CountedFrom = null,
    [Label("恶意特征", "Signs of bad faith", HintZh = "如 批量起诉、骗取权利基础", HintEn = "e.g. batch-suits, fraudulent-title")] IReadOnlyList<string>? Indicators = null,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<AcceptCivilSupervision>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, AcceptCivilSupervision c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (Guard.Empty(c.Applicant, "applicant", "申请人", "Applicant") is { } empty)
            return empty;
        var supervised = new SupervisedCase(c.Object, c.Subject, c.Court.Trim(), c.Level, c.CaseNumber.Trim(), c.Parties.Trim(), c.EffectiveOn);
        if (supervised.Wrong(c.On) is { } wrong)
            return wrong;
        if (c.AppliedOn > c.On)
            return new AcceptedBeforeApplied(c.On, c.AppliedOn) { Field = "appliedOn" };
        if (Application.CourtFirst(c.Object, c.Retrial, new LegalRef("民诉法220")) is { } first)
            return first;
        // from when the two years run where the court gave no ruling at all is not read anywhere: there the person gives the day, or none
        if (c.Retrial is RetrialRoute.Rejected or RetrialRoute.RetrialJudgment && c.CountedFrom is null)
            return new FieldIsEmpty("countedFrom", new Text("起算日", "Counted from")) { Field = "countedFrom" };
        if (c.Object == SupervisedObject.Judgment && c.CountedFrom is { } from && Application.TooLate("CV-APPLY", from, c.AppliedOn, x) is { } late)
            return late;
        var (found, no) = BadFaith.Read(c.Indicators, x);
        return no is not null ? no : Decision.Of(new CivilSupervisionAccepted(c.On, c.AppliedOn, c.Applicant.Trim(), supervised, c.Retrial, c.CountedFrom, found));
    }
}

public sealed record AcceptedBeforeApplied(DateOnly Accepted, DateOnly Applied)
    : Refusal("accepted-before-applied", new Text($"申请日期 {Applied:yyyy-MM-dd} 晚于受理的 {Accepted:yyyy-MM-dd}", $"applied on {Applied:yyyy-MM-dd}, after the acceptance of {Accepted:yyyy-MM-dd}"), null, new Text("核对两个日期", "check both dates"));

[EventType("civil.accepted")]
public sealed record CivilSupervisionAccepted(
    DateOnly On, DateOnly AppliedOn, string Applicant, SupervisedCase Case, RetrialRoute Retrial, DateOnly? CountedFrom, IReadOnlyList<IndicatorFound> Indicators) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.CivilSupervision, Case.Name.Zh, "accepted", On);
        Case.WriteTo(proceeding);
        proceeding.Set("origin", "application");
        proceeding.Set("applicant", Applicant);
        BadFaith.WriteTo(proceeding, Indicators);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("accepted", On, matter.Proceedings[^1].Id, ("origin", "application"))];

    public Text Says(Matter matter) => new(
        $"受理{Applicant}的民事监督申请：{Case.Name.Zh}{BadFaith.InWords(Indicators).Zh}",
        $"Application of {Applicant} for civil supervision accepted: {Case.Name.En}{BadFaith.InWords(Indicators).En}");

    Track? IMatterEvent.Track => Track.Civil;
}
