using Zhijian.Kernel;

namespace Zhijian.Matters.MissedPersons;

/// <summary>
/// Record what came of a demand for a person left out (漏捕漏诉的回复; 规则288、356): followed, refused with reasons, or decided by the procuratorate itself.
/// Reasons alone do not end it.
/// </summary>
public sealed record RecordMissedReply(
    [Label("日期", "Date")] DateOnly On,
    [Label("结果", "Result")] MissedOutcome Outcome,
    [Label("说明", "Detail", HintZh = "文书文号、不提请或者不移送的理由", HintEn = "number of the document, reasons given"), LongText] string Detail,
    [Label("要求的编号", "Demand", HintZh = "如 M1；只有一件的可不填", HintEn = "e.g. M1; empty where there is only one")] string? Demand = null)
    : ICommand<RecordMissedReply>
{
    public static Decision Decide(Matter matter, RecordMissedReply c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var open = MissedDemands.Open(matter);
        if (open.Count == 0)
            return new NoDemandIsOpen(x.Procedure.Reference) { Field = "demand" };
        if (c.Demand is null && open.Count > 1)
            return new ChooseOneDemand([.. open.Select(d => d.Id)]) { Field = "demand" };
        if ((c.Demand is null ? open[0] : open.FirstOrDefault(d => d.Id == c.Demand)) is not { } demand)
            return new UnknownDemand(c.Demand!, [.. open.Select(d => d.Id)]) { Field = "demand" };
        if (c.On < demand.On)
            return new RepliedBeforeDemanded(c.On, demand.Id, demand.On) { Field = "on" };
        if ((c.Outcome, demand.Kind) is (MissedOutcome.ArrestDecided, MissedKind.Prosecution) or (MissedOutcome.Indicted, MissedKind.Arrest))
            return new NotForThisDemand(demand.Id, demand.Kind.Label(), c.Outcome.Label()) { Field = "outcome" };
        return string.IsNullOrWhiteSpace(c.Detail)
            ? new FieldIsEmpty("detail", new Text("说明", "Detail")) { Field = "detail" }
            : Decision.Of(new MissedReplied(c.On, demand.Id, c.Outcome, c.Detail.Trim()));
    }
}

public enum MissedOutcome
{
    [Label("已提请逮捕（已移送起诉）", "Followed: requested or transferred")]
    Followed,

    [Label("公安机关说明理由", "Reasons given by the police")]
    ReasonsGiven,

    [Label("理由成立，终结", "The reasons stand, ended")]
    ReasonsStand,

    [Label("本院直接决定逮捕", "Arrest decided by the procuratorate")]
    ArrestDecided,

    [Label("本院直接提起公诉", "Indicted by the procuratorate")]
    Indicted,
}

public sealed record NoDemandIsOpen(LegalRef? Article)
    : Refusal("no-demand-is-open", new Text("没有待回复的纠正漏捕、漏诉", "no demand for a person left out is open"), Article, new Text("先要求提请逮捕或者补充移送", "send the demand first"));

public sealed record ChooseOneDemand(IReadOnlyList<string> Ids)
    : Refusal("choose-one-demand", new Text($"有数件待回复：{string.Join('、', Ids)}", $"several are open: {string.Join(", ", Ids)}"), null, new Text("填写其中一个编号", "give the id of one"));

public sealed record UnknownDemand(string Id, IReadOnlyList<string> Ids)
    : Refusal("unknown-demand", new Text($"没有待回复的“{Id}”", $"no open demand “{Id}”"), null, new Text($"填 {string.Join('、', Ids)}", $"give one of {string.Join(", ", Ids)}"));

public sealed record RepliedBeforeDemanded(DateOnly On, string Id, DateOnly Demanded)
    : Refusal("replied-before-demanded", new Text($"日期 {On:yyyy-MM-dd} 早于 {Id} 发出的 {Demanded:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before {Id} was sent on {Demanded:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));

public sealed record NotForThisDemand(string Id, Text Kind, Text Outcome)
    : Refusal("not-for-this-demand", new Text($"{Id} 是{Kind.Zh}，不能“{Outcome.Zh}”", $"{Id} ({Kind.En}) does not end with “{Outcome.En}”"), new LegalRef("规则288、356", RefStatus.Unverified), new Text("漏捕的可以直接决定逮捕，漏诉的可以直接提起公诉", "an arrest may be decided for the one, an indictment for the other"));

[EventType("missed.replied")]
public sealed record MissedReplied(DateOnly On, string Demand, MissedOutcome Outcome, string Detail) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the steps of the criminal track move the persons
    }

    public Text Says(Matter matter)
    {
        var name = MissedDemands.Of(matter).FirstOrDefault(d => d.Id == Demand)?.Name ?? "";
        return new($"{Demand} {name}：{Outcome.Label().Zh}（{Detail}）", $"{Demand} {name}: {Outcome.Label().En} ({Detail})");
    }
}
