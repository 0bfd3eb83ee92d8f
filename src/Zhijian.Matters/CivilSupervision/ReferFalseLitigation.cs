using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>
/// Refer the clue of a crime that the supervision found (移送虚假诉讼犯罪线索; 刑法307-1；法释〔2018〕17号): to the police, or into filing supervision within
/// this matter. It carries the purpose for which it is passed on.
/// </summary>
public sealed record ReferFalseLitigation(
    [Label("移送日期", "Referred on")] DateOnly On,
    [Label("去向", "To")] ReferralWay Way,
    [Label("公安机关", "Police organ")] string Police,
    [Label("移送目的", "Purpose", HintZh = "如 审查是否以虚假诉讼罪立案", HintEn = "e.g. to examine whether to file for false litigation")] string Purpose,
    [Label("事实", "Facts", HintZh = "什么人、什么事、什么证据", HintEn = "who, what, which evidence"), LongText] string Facts,
    [Label("恶意特征", "Signs of bad faith", HintZh = "新发现的；启动时已登记的不必重复", HintEn = "newly found; not those of the start")] IReadOnlyList<string>? Indicators = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ReferFalseLitigation>
{
    public static Decision Decide(Matter matter, ReferFalseLitigation c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
    {
        if ((Guard.Empty(c.Police, "police", "公安机关", "Police organ") ?? Guard.Empty(c.Purpose, "purpose", "移送目的", "Purpose") ?? Guard.Empty(c.Facts, "facts", "事实", "Facts")) is { } empty)
            return empty;
        var (found, no) = BadFaith.Read(c.Indicators, x);
        if (no is not null)
            return no;
        if (found.Count == 0 && p.Fact("indicators").Length == 0)
            return new FalseLitigationNeedsSigns(new LegalRef("法释〔2018〕17号第1条")) { Field = "indicators" };
        var referred = new FalseLitigationReferred(c.On, c.Way, c.Police.Trim(), c.Purpose.Trim(), c.Facts.Trim(), found, p.Id);
        return c.Way == ReferralWay.FilingSupervision
            ? Decision.Of(referred, new FilingSupervisionAccepted(c.On, FilingFault.NotFiled, FilingSource.Found, c.Police.Trim(), $"虚假诉讼（{p.Id}）：{p.Title}"))
            : Decision.Of(referred);
    });
}

/// <summary>Where the clue goes.</summary>
public enum ReferralWay
{
    [Label("移送公安机关", "To the police")]
    Police,

    [Label("公安机关应当立案而未立案，开启立案监督", "Police did not file: open filing supervision here")]
    FilingSupervision,
}

[EventType("civil.false-litigation-referred")]
public sealed record FalseLitigationReferred(DateOnly On, ReferralWay Way, string Police, string Purpose, string Facts, IReadOnlyList<IndicatorFound> Indicators, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Set("referred", Words.Kebab(Way));
        proceeding.Set("referred-for", Purpose);
        BadFaith.WriteTo(proceeding, Indicators);
        matter.Open(Track.Criminal);
    }

    public Text Says(Matter matter) => new(
        $"{Proceeding} 移送虚假诉讼犯罪线索（刑法307-1）：{Police}；目的：{Purpose}{BadFaith.InWords(Indicators).Zh}",
        $"{Proceeding}: clue of false litigation (CL 307-1) referred: {Police}; purpose: {Purpose}{BadFaith.InWords(Indicators).En}");

    Track? IMatterEvent.Track => Track.Civil;
}
