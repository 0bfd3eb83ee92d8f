using Zhijian.Kernel;
using Zhijian.Matters.Intake;

namespace Zhijian.Matters.Parties;

/// <summary>What a person says of two parties in two matters. It outranks every score.</summary>
public enum PartyIs
{
    [Label("同一", "The same")]
    Same,

    [Label("不是同一", "Not the same")]
    Different,

    [Label("不能确定", "Cannot be told")]
    Unsure,

    [Label("撤回判断", "Judgement withdrawn")]
    Withdrawn,
}

/// <summary>A judgement that stands.</summary>
public sealed record PartyJudged(string Party, string OtherMatter, string OtherParty, PartyIs Judgement, string By, DateOnly On, string? Note);

/// <summary>Say whether a party of this matter and one of another are the same (判断是否同一主体). Nothing is merged by it; both matters show it to whoever may see both.</summary>
public sealed record JudgeParty(
    [Label("日期", "Date")] DateOnly On,
    [Label("本案主体", "Party of this matter", HintZh = "编号，如 P1、R1", HintEn = "id, e.g. P1, R1")] string Party,
    [Label("另一案号", "The other matter", HintZh = "如 MS-2026-0002", HintEn = "e.g. MS-2026-0002")] string OtherMatter,
    [Label("另一案的主体", "Party of the other matter", HintZh = "编号，如 P1、R1", HintEn = "id, e.g. P1, R1")] string OtherParty,
    [Label("判断", "Judgement")] PartyIs Judgement,
    [Label("说明", "Note"), LongText] string? Note = null)
    : ICommand<JudgeParty>
{
    public static Decision Decide(Matter matter, JudgeParty c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (MatterParties.Of(matter).All(p => p.Id != c.Party))
            return new NoSuchParty(c.Party) { Field = "party" };
        // whether the other matter is there is not said: the answer would tell of one that the person may not see
        if (MatterId.TryParse(c.OtherMatter) is not { } other || other == matter.Id)
            return new OtherMatterExpected(c.OtherMatter) { Field = "otherMatter" };
        if (string.IsNullOrWhiteSpace(c.OtherParty))
            return new FieldIsEmpty("otherParty", new Text("另一案的主体", "Party of the other matter")) { Field = "otherParty" };
        if (c.Judgement == PartyIs.Withdrawn && !matter.PartyJudgements.Any(j => (j.Party, j.OtherMatter, j.OtherParty) == (c.Party, other.Value, c.OtherParty.Trim())))
            return new NoJudgementToWithdraw() { Field = "judgement" };
        return Decision.Of(new PartyWasJudged(c.On, c.Party, other.Value, c.OtherParty.Trim(), c.Judgement, c.Note));
    }
}

public sealed record NoSuchParty(string Party)
    : Refusal("no-such-party", new Text($"本案没有主体“{Party}”", $"the matter has no party “{Party}”"), null, new Text("填写人员、权利人、品牌或者网址的编号", "give the id of a person, right holder, brand or web address"));

public sealed record OtherMatterExpected(string Given)
    : Refusal("other-matter-expected", new Text($"“{Given}”不是另一案件的案号", $"“{Given}” is no number of another matter"), null, new Text("填写另一案件的案号", "give the number of the other matter"));

public sealed record NoJudgementToWithdraw()
    : Refusal("no-judgement-to-withdraw", new Text("没有可以撤回的判断", "there is no judgement to withdraw"), null, new Text("只能撤回在本案作出的判断", "only a judgement made in this matter can be withdrawn"));

[EventType("matter.party-judged")]
public sealed record PartyWasJudged(DateOnly On, string Party, string OtherMatter, string OtherParty, PartyIs Judgement, string? Note) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Judge(new PartyJudged(Party, OtherMatter, OtherParty, Judgement, recorded.Actor, On, Note));

    // the other matter is not named: who may see this one need not know of that one
    public Text Says(Matter matter) => new($"判断主体 {Party} 与另一案的主体：{Judgement.Label().Zh}", $"Party {Party} and one of another matter: {Judgement.Label().En}");

    Law.Track? IMatterEvent.Track => null;
}
