using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>
/// Accept a party's application for administrative supervision (受理行政监督申请; 行诉法91、93；行政监督规则20、32), within six months; the administrative act
/// behind the judgment is recorded with it.
/// </summary>
public sealed record AcceptAdministrativeSupervision(
    [Label("受理日期", "Accepted on")] DateOnly On,
    [Label("申请日期", "Applied on")] DateOnly AppliedOn,
    [Label("申请人", "Applicant")] string Applicant,
    [Label("监督对象", "What is supervised")] SupervisedObject Object,
    [Label("再审申请的结果", "Answer to the application for retrial")] RetrialRoute Retrial,
    [Label("起算日", "Counted from", HintZh = "驳回裁定送达、再审裁判生效、审查期限届满之日；审判人员违法、执行活动为知道之日", HintEn = "rejection served, retrial judgment effective, time of the court over; for conduct and enforcement the day of knowledge")] DateOnly CountedFrom,
    [Label("法院", "Court")] string Court,
    [Label("法院层级", "Level of the court")] CourtLevel Level,
    [Label("案号", "Case number")] string CaseNumber,
    [Label("当事人", "Parties")] string Parties,
    [Label("行政行为种类", "Kind of act")] ActKind Kind,
    [Label("行政机关", "Organ")] string Organ,
    [Label("行政行为", "Administrative act", HintZh = "如 商标无效宣告请求裁定", HintEn = "e.g. decision on the invalidity of a mark")] string Act,
    [Label("行政行为文号", "Number of the act")] string? ActNumber = null,
    [Label("作出日期", "Date of the act")] PartialDate? ActOn = null,
    [Label("案件类型", "Kind of case", HintZh = "专利、植物新品种等由最高检抗诉", HintEn = "patents, plant varieties etc. are protested by the SPP")] CaseSubject Subject = CaseSubject.Other,
    [Label("生效日期", "Effective on")] PartialDate? EffectiveOn = null,
    [Label("简易案件", "Simple case", HintZh = "简易案件不得延长审查期限", HintEn = "the review of a simple case is not extended")] bool Simple = false,
    [Label("特征", "Signs", HintZh = "如 类案异判", HintEn = "e.g. inconsistent-judgments")] IReadOnlyList<string>? Indicators = null,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<AcceptAdministrativeSupervision>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, AcceptAdministrativeSupervision c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (Guard.Empty(c.Applicant, "applicant", "申请人", "Applicant") is { } empty)
            return empty;
        var supervised = new SupervisedCase(c.Object, c.Subject, c.Court.Trim(), c.Level, c.CaseNumber.Trim(), c.Parties.Trim(), c.EffectiveOn);
        var act = new AdministrativeAct(c.Kind, c.Organ.Trim(), c.Act.Trim(), c.ActNumber, c.ActOn);
        if ((supervised.Wrong(c.On) ?? act.Wrong(c.EffectiveOn)) is { } wrong)
            return wrong;
        if (c.AppliedOn > c.On)
            return new CivilSupervision.AcceptedBeforeApplied(c.On, c.AppliedOn) { Field = "appliedOn" };
        if ((Application.CourtFirst(c.Object, c.Retrial, new LegalRef("行政监督规则20")) ?? Application.TooLate("AD-APPLY", c.CountedFrom, c.AppliedOn, x)) is { } no)
            return no;
        var (found, unknown) = BadFaith.Read(c.Indicators, x);
        return unknown is not null ? unknown
            : Decision.Of(new AdministrativeSupervisionAccepted(c.On, c.AppliedOn, c.Applicant.Trim(), supervised, act, c.Retrial, c.CountedFrom, c.Simple, found));
    }
}

[EventType("administrative.accepted")]
public sealed record AdministrativeSupervisionAccepted(
    DateOnly On, DateOnly AppliedOn, string Applicant, SupervisedCase Case, AdministrativeAct Act, RetrialRoute Retrial, DateOnly CountedFrom, bool Simple,
    IReadOnlyList<IndicatorFound> Indicators) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.AdministrativeSupervision, Case.Name.Zh, "accepted", On);
        Case.WriteTo(proceeding);
        Act.WriteTo(proceeding);
        proceeding.Set("origin", "application");
        proceeding.Set("applicant", Applicant);
        proceeding.Set("simple", Simple ? "yes" : "no");
        BadFaith.WriteTo(proceeding, Indicators);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("accepted", On, matter.Proceedings[^1].Id, ("origin", "application"))];

    public Text Says(Matter matter) => new(
        $"受理{Applicant}的行政监督申请：{Case.Name.Zh}；行政行为：{Act.Name.Zh}{BadFaith.InWords(Indicators).Zh}",
        $"Application of {Applicant} for administrative supervision accepted: {Case.Name.En}; the act: {Act.Name.En}{BadFaith.InWords(Indicators).En}");

    Track? IMatterEvent.Track => Track.Administrative;
}
