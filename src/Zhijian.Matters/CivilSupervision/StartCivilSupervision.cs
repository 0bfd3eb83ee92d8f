using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>
/// Start civil supervision ex officio (依职权启动; 民事监督规则37), for example of false litigation: no application, no time limit, but a named ground.
/// </summary>
public sealed record StartCivilSupervision(
    [Label("启动日期", "Started on")] DateOnly On,
    [Label("情形", "Ground")] OfficeGround Ground,
    [Label("理由", "Reason", HintZh = "怎样发现，有什么事实", HintEn = "how it was found, which facts"), LongText] string Reason,
    [Label("监督对象", "What is supervised")] SupervisedObject Object,
    [Label("法院", "Court")] string Court,
    [Label("法院层级", "Level of the court")] CourtLevel Level,
    [Label("案号", "Case number", HintZh = "系列案填首案和件数", HintEn = "of a series the first, and how many")] string CaseNumber,
    [Label("当事人", "Parties")] string Parties,
    [Label("案件类型", "Kind of case")] CaseSubject Subject = CaseSubject.Other,
    [Label("生效日期", "Effective on")] PartialDate? EffectiveOn = null,
    [Label("恶意特征", "Signs of bad faith", HintZh = "虚假诉讼必填，如 批量起诉、骗取权利基础", HintEn = "needed for false litigation, e.g. batch-suits, fraudulent-title")] IReadOnlyList<string>? Indicators = null,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<StartCivilSupervision>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, StartCivilSupervision c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var supervised = new SupervisedCase(c.Object, c.Subject, c.Court.Trim(), c.Level, c.CaseNumber.Trim(), c.Parties.Trim(), c.EffectiveOn);
        if ((supervised.Wrong(c.On) ?? Guard.Empty(c.Reason, "reason", "理由", "Reason")) is { } wrong)
            return wrong;
        var (found, no) = BadFaith.Read(c.Indicators, x);
        if (no is not null)
            return no;
        return c.Ground == OfficeGround.FalseLitigation && found.Count == 0
            ? new FalseLitigationNeedsSigns(new LegalRef("民事监督规则37")) { Field = "indicators" }
            : Decision.Of(new CivilSupervisionStarted(c.On, c.Ground, c.Reason.Trim(), supervised, found));
    }
}

/// <summary>Why the procuratorate acts without an application (民事监督规则37).</summary>
public enum OfficeGround
{
    [Label("损害国家利益或者社会公共利益", "Harm to the interest of the state or the public")]
    PublicInterest,

    [Label("审判、执行人员有贪污受贿、徇私舞弊、枉法裁判等行为", "Corruption or perversion of justice by judges or enforcement officers")]
    Corruption,

    [Label("当事人存在虚假诉讼等妨害司法秩序行为", "False litigation or other obstruction of justice by the parties")]
    FalseLitigation,

    [Label("民事公益诉讼裁判、审判、执行有错误或者违法", "Public-interest suit: wrong judgment, unlawful trial or enforcement")]
    PublicInterestSuit,

    [Label("依照规定需要跟进监督", "Follow-up that the rules ask for")]
    FollowUp,

    [Label("重大社会影响等确有必要监督的情形", "Major impact on society, or other need")]
    MajorImpact,
}

[EventType("civil.started")]
public sealed record CivilSupervisionStarted(DateOnly On, OfficeGround Ground, string Reason, SupervisedCase Case, IReadOnlyList<IndicatorFound> Indicators) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.CivilSupervision, Case.Name.Zh, "accepted", On);
        Case.WriteTo(proceeding);
        proceeding.Set("origin", "ex-officio");
        proceeding.Set("ground", Words.Kebab(Ground));
        BadFaith.WriteTo(proceeding, Indicators);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("accepted", On, matter.Proceedings[^1].Id, ("origin", "ex-officio"))];

    public Text Says(Matter matter) => new(
        $"依职权启动民事监督：{Case.Name.Zh}，{Ground.Label().Zh}{BadFaith.InWords(Indicators).Zh}。{Reason}",
        $"Civil supervision started ex officio: {Case.Name.En}, {Ground.Label().En}{BadFaith.InWords(Indicators).En}. {Reason}");

    Track? IMatterEvent.Track => Track.Civil;
}
