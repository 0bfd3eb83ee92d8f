using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FourChecks;

/// <summary>Record the outcome of the check of one function (一案四查), with its reason.</summary>
public sealed record RecordCheck(
    [Label("日期", "Date")] DateOnly On,
    [Label("职能", "Function")] Track Function,
    [Label("结论", "Outcome")] CheckOutcome Outcome,
    [Label("理由", "Reason", HintZh = "查了什么、查明什么", HintEn = "what was checked and found"), LongText] string Reason)
    : ICommand<RecordCheck>
{
    public static Decision Decide(Matter matter, RecordCheck c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        // where there are suspects, the criminal function applies, whatever it found
        if (c.Function == Track.Criminal && c.Outcome is CheckOutcome.NotApplicable && matter.Persons.Count > 0)
            return new CriminalTrackIsThere(matter.Persons.Count) { Field = "outcome" };
        var proceedings = matter.Proceedings.Where(p => p.Track == c.Function).ToList();
        if (c.Outcome == CheckOutcome.Opened && proceedings.Count == 0 && !(c.Function == Track.Criminal && matter.Persons.Count > 0))
            return new NothingOpened(TrackNames.Of(c.Function), null) { Field = "outcome" };
        if (c.Outcome != CheckOutcome.Opened && proceedings.Find(p => !x.Law.StageOf(p).Final) is { } running)
            return new ProceedingIsRunning(running.Id, x.Law.StageOf(running).Title) { Field = "outcome" };
        var open = CheckQuestions.Of(matter, x.Law).Where(q => q.Function == c.Function && q.Answer is null).Select(q => q.Rule.Title).ToList();
        return open.Count > 0 ? new ChecksUnanswered(open) { Field = "function" } : Decision.Of(new CheckRecorded(c.On, c.Function, c.Outcome, c.Reason.Trim()));
    }
}

public sealed record CriminalTrackIsThere(int Persons)
    : Refusal("criminal-track-is-there", new Text($"本案刑事检察有 {Persons} 人在案，不能填“不适用”", $"{Persons} persons are in the criminal track; it cannot be “not applicable”"), null, new Text("选择已成案、已移送或未发现问题", "choose opened, transferred or no issue"));

public sealed record ProceedingIsRunning(string Id, Text Stage)
    : Refusal("proceeding-is-running", new Text($"本职能的 {Id} 正在办理（{Stage.Zh}），结论只能是“已成案”", $"{Id} of this function is running ({Stage.En}); the outcome can only be “opened”"), null, new Text("选择已成案", "choose opened"));

public sealed record ChecksUnanswered(IReadOnlyList<Text> Questions)
    : Refusal("checks-unanswered", new Text($"核查事项未答：{string.Join('、', Questions.Select(q => q.Zh))}", $"questions are open: {string.Join(", ", Questions.Select(q => q.En))}"), null, new Text("先逐项回答，或者从核查事项立案", "answer each, or open a proceeding from it"));

[EventType("checks.recorded")]
public sealed record CheckRecorded(DateOnly On, Track Function, CheckOutcome Outcome, string Reason) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        matter.Check(Function, new CheckResult(Outcome, Reason, recorded.Actor, On, matter.Occurrences.Count));
        if (Outcome == CheckOutcome.Opened)
            matter.Open(Function);
    }

    public Text Says(Matter matter) => new($"四查结论：{Outcome.Label().Zh}（{Reason}）", $"Check: {Outcome.Label().En} ({Reason})");

    Track? IMatterEvent.Track => Function;
}
