using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Decide whether the reasons of the police stand (审查理由; 规则561): where they stand, whoever asked is told within ten days; where not, the police are
/// told to file or to withdraw.
/// </summary>
public sealed record JudgeReasons(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("审查结论", "Conclusion")] ReasonsOutcome Outcome,
    [Label("依据和理由", "Why"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<JudgeReasons>
{
    public static Decision Decide(Matter matter, JudgeReasons c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("依据和理由", "Why")) { Field = "reason" };
        return c.Outcome == ReasonsOutcome.Stand && proceeding.Stage == "reasons-overdue"
            ? new NoReasonsWereGiven(proceeding.Id) { Field = "outcome" }
            : Decision.Of(new ReasonsJudged(c.On, c.Outcome, c.Reason.Trim(), proceeding.Id));
    }
}

public enum ReasonsOutcome
{
    [Label("理由成立", "The reasons stand")]
    Stand,

    [Label("理由不能成立", "The reasons do not stand")]
    Fail,
}

public sealed record NoReasonsWereGiven(string Id)
    : Refusal("no-reasons-were-given", new Text($"{Id} 公安机关尚未说明理由，不能认定理由成立", $"{Id}: the police gave no reasons that could stand"), new LegalRef("规则561"), new Text("先登记收到的理由；或认定不能成立；或不监督终结", "record the reasons first, or find that none stands, or close it without supervision"));

[EventType("filing.reasons-judged")]
public sealed record ReasonsJudged(DateOnly On, ReasonsOutcome Outcome, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownProceeding(Proceeding).Move(Outcome == ReasonsOutcome.Stand ? "reasons-stand" : "reasons-fail", On, new Text(Reason, Reason));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Outcome != ReasonsOutcome.Stand ? [] : [new Occurrence("filing-reasons-stand", On, Proceeding)
    {
        Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["asked"] = matter.KnownProceeding(Proceeding).WasAskedFor() ? "yes" : "no" },
    }];

    public Text Says(Matter matter) => new($"{Proceeding} 审查公安机关的理由：{Outcome.Label().Zh}（{Reason}）", $"{Proceeding}: {Outcome.Label().En} ({Reason})");
}
