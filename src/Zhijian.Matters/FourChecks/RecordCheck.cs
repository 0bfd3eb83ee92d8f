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
        return c.Function == Track.Criminal && c.Outcome is CheckOutcome.NotApplicable && matter.Persons.Count > 0
            ? new CriminalTrackIsThere(matter.Persons.Count) { Field = "outcome" }
            : Decision.Of(new CheckRecorded(c.On, c.Function, c.Outcome, c.Reason.Trim()));
    }
}

public sealed record CriminalTrackIsThere(int Persons)
    : Refusal("criminal-track-is-there", new Text($"本案刑事检察有 {Persons} 人在案，不能填“不适用”", $"{Persons} persons are in the criminal track; it cannot be “not applicable”"), null, new Text("选择已成案、已移送或未发现问题", "choose opened, transferred or no issue"));

[EventType("checks.recorded")]
public sealed record CheckRecorded(DateOnly On, Track Function, CheckOutcome Outcome, string Reason) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        matter.Check(Function, new CheckResult(Outcome, Reason, recorded.Actor, On));
        if (Outcome == CheckOutcome.Opened)
            matter.Open(Function);
    }

    public Text Says(Matter matter) => new($"四查结论：{Outcome.Label().Zh}（{Reason}）", $"Check: {Outcome.Label().En} ({Reason})");

    Track? IMatterEvent.Track => Function;
}
