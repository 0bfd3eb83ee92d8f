using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>
/// Start administrative supervision ex officio (依职权启动; 行诉法93), among others of the enforcement of an administrative act without a suit (非诉执行). The
/// ground is named; which grounds there are was not read in the rules.
/// </summary>
public sealed record StartAdministrativeSupervision(
    [Label("启动日期", "Started on")] DateOnly On,
    [Label("情形和理由", "Ground and reason", HintZh = "依职权的情形，怎样发现，有什么事实", HintEn = "the ground, how it was found, which facts"), LongText] string Reason,
    [Label("监督对象", "What is supervised")] SupervisedObject Object,
    [Label("法院", "Court")] string Court,
    [Label("法院层级", "Level of the court")] CourtLevel Level,
    [Label("案号", "Case number")] string CaseNumber,
    [Label("当事人", "Parties", HintZh = "非诉执行填申请执行的机关和被执行人", HintEn = "without a suit: the organ that applies and the party")] string Parties,
    [Label("行政行为种类", "Kind of act")] ActKind Kind,
    [Label("行政机关", "Organ")] string Organ,
    [Label("行政行为", "Administrative act", HintZh = "如 商标侵权行政处罚决定", HintEn = "e.g. penalty for infringing a mark")] string Act,
    [Label("行政行为文号", "Number of the act")] string? ActNumber = null,
    [Label("作出日期", "Date of the act")] PartialDate? ActOn = null,
    [Label("案件类型", "Kind of case")] CaseSubject Subject = CaseSubject.Other,
    [Label("生效日期", "Effective on")] PartialDate? EffectiveOn = null,
    [Label("简易案件", "Simple case")] bool Simple = false,
    [Label("特征", "Signs")] IReadOnlyList<string>? Indicators = null,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<StartAdministrativeSupervision>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, StartAdministrativeSupervision c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var supervised = new SupervisedCase(c.Object, c.Subject, c.Court.Trim(), c.Level, c.CaseNumber.Trim(), c.Parties.Trim(), c.EffectiveOn);
        var act = new AdministrativeAct(c.Kind, c.Organ.Trim(), c.Act.Trim(), c.ActNumber, c.ActOn);
        if ((supervised.Wrong(c.On) ?? act.Wrong(c.EffectiveOn) ?? Guard.Empty(c.Reason, "reason", "情形和理由", "Ground and reason")) is { } wrong)
            return wrong;
        var (found, no) = BadFaith.Read(c.Indicators, x);
        return no is not null ? no : Decision.Of(new AdministrativeSupervisionStarted(c.On, c.Reason.Trim(), supervised, act, c.Simple, found));
    }
}

[EventType("administrative.started")]
public sealed record AdministrativeSupervisionStarted(DateOnly On, string Reason, SupervisedCase Case, AdministrativeAct Act, bool Simple, IReadOnlyList<IndicatorFound> Indicators) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.AdministrativeSupervision, Case.Name.Zh, "accepted", On);
        Case.WriteTo(proceeding);
        Act.WriteTo(proceeding);
        proceeding.Set("origin", "ex-officio");
        proceeding.Set("simple", Simple ? "yes" : "no");
        BadFaith.WriteTo(proceeding, Indicators);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("accepted", On, matter.Proceedings[^1].Id, ("origin", "ex-officio"))];

    public Text Says(Matter matter) => new(
        $"依职权启动行政监督：{Case.Name.Zh}；行政行为：{Act.Name.Zh}{BadFaith.InWords(Indicators).Zh}。{Reason}",
        $"Administrative supervision started ex officio: {Case.Name.En}; the act: {Act.Name.En}{BadFaith.InWords(Indicators).En}. {Reason}");

    Track? IMatterEvent.Track => Track.Administrative;
}
