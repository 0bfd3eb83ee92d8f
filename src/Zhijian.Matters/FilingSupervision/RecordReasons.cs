using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>Record the written reasons of the police (收到理由说明; 规则560): why they did not file, why they filed, or why they have not decided.</summary>
public sealed record RecordReasons(
    [Label("收到日期", "Received on")] DateOnly On,
    [Label("理由", "Reasons", HintZh = "情况、依据和理由", HintEn = "what happened, the basis and the reasons"), LongText] string Reasons,
    [Label("所附证据材料", "Evidence attached")] string? Evidence = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordReasons>
{
    public static Decision Decide(Matter matter, RecordReasons c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Reasons)
            ? new FieldIsEmpty("reasons", new Text("理由", "Reasons")) { Field = "reasons" }
            : Decision.Of(new ReasonsReceived(c.On, c.Reasons.Trim(), c.Evidence, proceeding.Id));
    }
}

[EventType("filing.reasons-received")]
public sealed record ReasonsReceived(DateOnly On, string Reasons, string? Evidence, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("reasons-received", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("filing-reasons-received", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 收到公安机关的理由说明", $"{Proceeding}: the police gave their reasons");
}
