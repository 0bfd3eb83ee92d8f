using Zhijian.Kernel;
using Zhijian.Matters.Criminal;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Hear one opinion on facts, charge, leniency and procedure (听取意见; 刑诉法173; 规则269): of the suspect, the defender or duty lawyer, the victim, the
/// right holder. A lawyer whose opinion is not adopted is told why.
/// </summary>
public sealed record HearPleaOpinion(
    [Label("听取日期", "Heard on")] DateOnly On,
    [Label("谁的意见", "Whose")] PleaVoice Voice,
    [Label("意见内容", "Opinion", HintZh = "事实、罪名和适用法律，从宽建议，审理程序", HintEn = "facts, charge and law, leniency, procedure"), LongText] string Opinion,
    [Label("是否采纳", "Adopted")] OpinionTaken Taken,
    [Label("不采纳的理由", "Why not"), LongText] string? Why = null,
    [Label("权利人", "Right holders", HintZh = "听取权利人、被害人意见时选择", HintEn = "for the right holder or victim")] IReadOnlyList<string>? Holders = null,
    [Label("人员", "Persons", HintZh = "关于谁的认罪认罚", HintEn = "whose plea it concerns")] IReadOnlyList<string>? Persons = null)
    : ICommand<HearPleaOpinion>
{
    public static Decision Decide(Matter matter, HearPleaOpinion c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Opinion))
            return new FieldIsEmpty("opinion", new Text("意见内容", "Opinion")) { Field = "opinion" };
        if (c.Voice == PleaVoice.Suspect && persons.Select(p => PleaGuard.NotToldYet(p, c.On)).FirstOrDefault(r => r is not null) is { } notTold)
            return notTold;
        if (c.Taken != OpinionTaken.Adopted && c.Voice is PleaVoice.Defender or PleaVoice.DutyLawyer && string.IsNullOrWhiteSpace(c.Why))
            return new LawyersAreToldWhy(c.Voice.Label()) { Field = "why" };
        if (c.Voice is PleaVoice.RightHolder && matter.RightHolders.Count == 0)
            return new NoRightHolder() { Field = "holders" };
        if (c.Holders?.FirstOrDefault(h => matter.RightHolder(h) is null) is { } stranger)
            return new UnknownRightHolder(stranger) { Field = "holders" };
        IReadOnlyList<string> holders = c.Holders is { Count: > 0 } ? [.. c.Holders.Distinct()] : c.Voice == PleaVoice.RightHolder ? [.. matter.RightHolders.Select(h => h.Id)] : [];
        return Decision.Of(new PleaOpinionHeard(c.On, c.Voice, c.Opinion.Trim(), c.Taken, c.Why, holders, persons.Ids()));
    }
}

public enum PleaVoice
{
    [Label("犯罪嫌疑人（单位）", "Suspect or unit")]
    Suspect,

    [Label("辩护人", "Defender")]
    Defender,

    [Label("值班律师", "Duty lawyer")]
    DutyLawyer,

    [Label("被害人及其诉讼代理人", "Victim or their agent")]
    Victim,

    [Label("权利人", "Right holder")]
    RightHolder,
}

public enum OpinionTaken
{
    [Label("采纳", "Adopted")]
    Adopted,

    [Label("部分采纳", "Partly adopted")]
    Partly,

    [Label("不采纳", "Not adopted")]
    NotAdopted,
}

public sealed record LawyersAreToldWhy(Text Voice)
    : Refusal("lawyers-are-told-why", new Text($"不采纳{Voice.Zh}的意见，应当向其说明理由", $"the {Voice.En.ToLowerInvariant()} is told why an opinion is not adopted"), new LegalRef("规则269第3款"), new Text("填写不采纳的理由", "give the reason"));

[EventType("plea.opinion-heard")]
public sealed record PleaOpinionHeard(
    DateOnly On, PleaVoice Voice, string Opinion, OpinionTaken Taken, string? Why, IReadOnlyList<string> Holders, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the timeline keeps it
    }

    public Text Says(Matter matter)
    {
        var who = Holders.Count == 0 ? "" : $"（{matter.Names(Holders)}）";
        return new(
            $"听取{Voice.Label().Zh}{who}对{matter.Names(Persons)}认罪认罚的意见，{Taken.Label().Zh}：{Opinion}",
            $"{Voice.Label().En}{who} heard on the plea of {matter.Names(Persons)}, {Taken.Label().En.ToLowerInvariant()}: {Opinion}");
    }
}
