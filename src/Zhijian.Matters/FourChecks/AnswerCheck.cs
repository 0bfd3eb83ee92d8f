using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FourChecks;

/// <summary>
/// Answer a question that a rule put to a function (回答核查事项), with the reason. Where a proceeding carries it on, that is named; a proceeding that is
/// opened from the question answers it by itself.
/// </summary>
public sealed record AnswerCheck(
    [Label("日期", "Date")] DateOnly On,
    [Label("核查事项", "Question")] string Check,
    [Label("结论", "Outcome")] CheckOutcome Outcome,
    [Label("理由", "Reason", HintZh = "查了什么、查明什么", HintEn = "what was looked into and found"), LongText] string Reason,
    [Label("承接的程序", "Carried on in", HintZh = "已成案的填程序编号，如 C1", HintEn = "where opened: the id of the proceeding, e.g. C1")] string? Into = null)
    : ICommand<AnswerCheck>
{
    public static Decision Decide(Matter matter, AnswerCheck c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var (question, no) = CheckQuestions.Open(matter, x.Law, c.Check);
        if (question is null)
            return no!;
        if (Guard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty)
            return empty;
        if (c.On < question.On.Earliest)
            return new AnsweredBeforeAsked(c.On, question.On) { Field = "on" };
        var into = string.IsNullOrWhiteSpace(c.Into) ? null : c.Into.Trim();
        // the criminal function has no proceeding for everything: persons who are added, papers that are asked for
        if (c.Outcome == CheckOutcome.Opened && into is null && question.Function != Track.Criminal)
            return new NothingOpened(TrackNames.Of(question.Function), question.Rule.Reference) { Field = "into" };
        if (into is not null && (c.Outcome != CheckOutcome.Opened || matter.Proceeding(into)?.Track != question.Function))
            return new NotCarriedOnThere(into, TrackNames.Of(question.Function)) { Field = "into" };
        return Decision.Of(new CheckAnswered(c.On, question.Key, question.Rule.Title, question.Function, c.Outcome, c.Reason.Trim(), into));
    }
}

public sealed record AnsweredBeforeAsked(DateOnly On, PartialDate Asked)
    : Refusal("check-answered-before-asked", new Text($"日期 {On:yyyy-MM-dd} 早于事项产生的 {Asked}", $"{On:yyyy-MM-dd} is before the question arose on {Asked}"), null, new Text("核对日期", "check the date"));

public sealed record NothingOpened(Text Function, LegalRef? Article)
    : Refusal(
        "nothing-opened", new Text($"{Function.Zh}没有程序，不能填“已成案”", $"there is no proceeding in the function {Function.En}; it cannot be “opened”"), Article,
        new Text("先从四查板立案，或者填承接的程序编号；没有成案的选其他结论", "open it from the board first, or name the proceeding that carries it on; else choose another outcome"));

public sealed record NotCarriedOnThere(string Proceeding, Text Function)
    : Refusal(
        "not-carried-on-there", new Text($"“{Proceeding}”不是本案{Function.Zh}的程序，或者结论不是“已成案”", $"“{Proceeding}” is no proceeding of the function {Function.En}, or the outcome is not “opened”"), null,
        new Text("填该职能的程序编号，结论选“已成案”", "name a proceeding of that function, and choose “opened”"));

/// <param name="Title">The name of the question as it was then.</param>
[EventType("checks.answered")]
public sealed record CheckAnswered(DateOnly On, string Check, Text Title, Track Function, CheckOutcome Outcome, string Reason, string? Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Answer(Check, new CheckAnswer(Outcome, Reason, Proceeding, recorded.Actor, On, matter.Occurrences.Count));

    public Text Says(Matter matter) => new(
        $"核查事项“{Title.Zh}”：{Outcome.Label().Zh}{(Proceeding is null ? "" : $"，{Proceeding}")}（{Reason}）",
        $"Question “{Title.En}”: {Outcome.Label().En}{(Proceeding is null ? "" : $", {Proceeding}")} ({Reason})");

    Track? IMatterEvent.Track => Function;
}
