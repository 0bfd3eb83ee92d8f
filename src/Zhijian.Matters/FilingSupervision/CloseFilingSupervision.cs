using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Close a filing supervision without a notice that was followed (终结立案监督): the decision of the police was right or not overdue (规则558、562), or it was
/// reported upward and not corrected (规则564). The reason is recorded.
/// </summary>
public sealed record CloseFilingSupervision(
    [Label("终结日期", "Closed on")] DateOnly On,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<CloseFilingSupervision>
{
    public static Decision Decide(Matter matter, CloseFilingSupervision c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Reason)
            ? new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" }
            : Decision.Of(new FilingSupervisionClosed(c.On, proceeding.Stage == "reported", c.Reason.Trim(), proceeding.Id));
    }
}

/// <param name="Unheeded">The notice was not followed, and the report upward did not change that.</param>
[EventType("filing.closed")]
public sealed record FilingSupervisionClosed(DateOnly On, bool Unheeded, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Unheeded ? "unheeded" : "no-supervision", On, new Text(Reason, Reason));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("filing-closed", On, Proceeding)];

    public Text Says(Matter matter) => Unheeded
        ? new($"{Proceeding} 未获纠正，终结（{Reason}）", $"{Proceeding}: closed, not corrected ({Reason})")
        : new($"{Proceeding} 审查后不监督（{Reason}）", $"{Proceeding}: not supervised after review ({Reason})");
}
