using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>
/// Record what became of the administrative act behind the suit (穿透式监督): lawful, defective, suggestion made to the organ, corrected. It has its own
/// outcome, whatever the court does.
/// </summary>
public sealed record AssessAdministrativeAct(
    [Label("日期", "Date")] DateOnly On,
    [Label("结论", "Outcome")] ActOutcome Outcome,
    [Label("理由", "Reason", HintZh = "职权、程序、事实、适用法律", HintEn = "power, procedure, facts, law"), LongText] string Reason,
    [Label("文书文号", "Document number", HintZh = "检察建议、行政机关回复或者新决定", HintEn = "suggestion, reply or new decision")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<AssessAdministrativeAct>
{
    public static Decision Decide(Matter matter, AssessAdministrativeAct c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        Guard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty ? empty
        : c.Outcome is ActOutcome.SuggestionMade or ActOutcome.Corrected && AdministrativeAct.OutcomeOf(p) is null or ActOutcome.Lawful ? new NoDefectFound(c.Outcome) { Field = "outcome" }
        : c.Outcome is ActOutcome.SuggestionMade && Guard.Empty(c.Document, "document", "文书文号", "Document number") is { } unnumbered ? unnumbered
        : AdministrativeAct.OutcomeOf(p) == ActOutcome.Corrected ? new ActCorrectedAlready(p.Id) { Field = "outcome" }
        : Decision.Of(new AdministrativeActAssessed(c.On, c.Outcome, c.Reason.Trim(), c.Document, p.Id)));
}

public sealed record NoDefectFound(ActOutcome Outcome)
    : Refusal("no-defect-found", new Text($"尚未认定行政行为有违法或者瑕疵，不能登记“{Outcome.Label().Zh}”", $"no defect of the act was found yet; “{Outcome.Label().En}” cannot follow"), null, new Text("先登记“有违法或者瑕疵”及理由", "record the defect and its reason first"));

public sealed record ActCorrectedAlready(string Id)
    : Refusal("act-corrected-already", new Text($"{Id} 的行政行为已登记为已纠正", $"the act of {Id} is recorded as corrected"), null, new Text("如有误，提出更正", "if that is wrong, propose a correction"));

[EventType("administrative.act-assessed")]
public sealed record AdministrativeActAssessed(DateOnly On, ActOutcome Outcome, string Reason, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("act-outcome", Words.Kebab(Outcome));

    public Text Says(Matter matter)
    {
        var act = AdministrativeAct.Of(matter.KnownProceeding(Proceeding)).Name;
        var document = Document is null ? "" : $"（{Document}）";
        return new($"{Proceeding} 行政行为 {act.Zh}：{Outcome.Label().Zh}{document}。{Reason}", $"{Proceeding}: the act {act.En}: {Outcome.Label().En}{document}. {Reason}");
    }

    Track? IMatterEvent.Track => Track.Administrative;
}
