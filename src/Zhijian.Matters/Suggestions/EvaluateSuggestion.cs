using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Evaluate what the addressee has done (评估落实), on a follow-up visit and not on its own word.</summary>
public sealed record EvaluateSuggestion(
    [Label("评估日期", "Evaluated on")] DateOnly On,
    [Label("结论", "Result")] SuggestionEffect Result,
    [Label("回访情况", "Follow-up visit", HintZh = "何时、走访了谁、看到什么", HintEn = "when, whom, what was seen"), LongText] string Visit,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<EvaluateSuggestion>
{
    public static Decision Decide(Matter matter, EvaluateSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Result == SuggestionEffect.HandledAbove && proceeding.Stage != "escalated")
            return new NotEscalatedYet(proceeding.Id, x.Procedure.Reference!) { Field = "result" };
        return SuggestionParts.Empty(("visit", c.Visit, new Text("回访情况", "Follow-up visit")))
            ?? Decision.Of(new SuggestionEvaluated(c.On, c.Result, c.Visit.Trim(), proceeding.Id, proceeding.Track));
    }
}

public enum SuggestionEffect
{
    [Label("已落实", "Done")]
    Done,

    [Label("未落实", "Not done")]
    NotDone,

    [Label("上级机关已处理", "Handled by the superior organ")]
    HandledAbove,
}

public sealed record NotEscalatedYet(string Id, LegalRef Reference)
    : Refusal("not-escalated-yet", new Text($"{Id} 还没有报告上级、通报上级机关", $"{Id} was not put to anybody above"), Reference, new Text("先登记报告、通报；或者选择已落实、未落实", "escalate it first, or choose done or not done"));

[EventType("suggestion.evaluated")]
public sealed record SuggestionEvaluated(DateOnly On, SuggestionEffect Result, string Visit, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Result == SuggestionEffect.NotDone ? "unaccepted" : "ended", On, Result.Label());

    public Text Says(Matter matter) => new($"{Proceeding} 评估：{Result.Label().Zh}（{Visit}）", $"{Proceeding}: {Result.Label().En} ({Visit})");

    Track? IMatterEvent.Track => Function;
}
