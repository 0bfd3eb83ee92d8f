using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>
/// Evaluate whether the organ has done its duty (评估整改; 检察公益诉讼解释21). If not, the month in which the suit is considered runs from the end of
/// the reply period (公益诉讼办案规则47), not from this day.
/// </summary>
public sealed record EvaluateRectification(
    [Label("评估日期", "Evaluated on")] DateOnly On,
    [Label("结论", "Result")] Rectification Result,
    [Label("怎样核实", "How it was checked", HintZh = "现场、走访、检测", HintEn = "visit, questions, tests"), LongText] string Checked,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<EvaluateRectification>
{
    public static Decision Decide(Matter matter, EvaluateRectification c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        var due = matter.Clock(proceeding, x, "answer-public-suggestion", "answer-public-suggestion-urgent")?.Count.Due;
        // who has replied may be found to have acted at any time; that it did not act shows only when its time is over
        if ((proceeding.Stage == "suggestion-served" || c.Result == Rectification.NotDone) && due is { } end && c.On <= end)
            return new ReplyPeriodRuns(proceeding.Id, end) { Field = "on" };
        return PublicLines.Empty(x, ("checked", c.Checked, new Text("怎样核实", "How it was checked")))
            ?? Decision.Of(new RectificationEvaluated(c.On, c.Result, c.Checked.Trim(), c.Result == Rectification.NotDone ? due ?? c.On : null, proceeding.Id));
    }
}

public enum Rectification
{
    [Label("已依法履职，整改到位", "Done: the organ has acted")]
    Done,

    [Label("未依法履职，公益仍受侵害", "Not done: the public interest still suffers")]
    NotDone,
}

public sealed record ReplyPeriodRuns(string Id, DateOnly End)
    : Refusal(
        "reply-period-runs",
        new Text($"{Id} 的回复期到 {End:yyyy-MM-dd} 才届满，此前不能认定未依法履职", $"the reply period of {Id} ends on {End:yyyy-MM-dd}; before that nothing shows that the organ does not act"),
        new LegalRef("检察公益诉讼解释21；公益诉讼办案规则47"),
        new Text($"收到书面回复并核实整改到位的，可以先行评估；否则等 {End:yyyy-MM-dd} 以后", $"record the reply where it came and the organ has acted; else wait until after {End:yyyy-MM-dd}"));

/// <param name="PeriodEnded">The end of the reply period; null where the organ has acted.</param>
[EventType("public-interest.rectification-evaluated")]
public sealed record RectificationEvaluated(DateOnly On, Rectification Result, string Checked, DateOnly? PeriodEnded, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Result == Rectification.Done ? "rectified" : "suit-review", On, Result.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) => PeriodEnded is { } ended ? [new Occurrence("public-rectification-ended", ended, Proceeding)] : [];

    public Text Says(Matter matter) => new($"{Proceeding} 评估：{Result.Label().Zh}（{Checked}）", $"{Proceeding}: {Result.Label().En} ({Checked})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
