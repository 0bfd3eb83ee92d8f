using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>Ask the police to explain in writing why they did not file, or why they filed (要求说明理由; 规则560). They answer within seven days.</summary>
public sealed record AskForReasons(
    [Label("公安机关收到日期", "Received by the police on")] DateOnly On,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<AskForReasons>
{
    public static Decision Decide(Matter matter, AskForReasons c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        return proceeding is null ? no! : Decision.Of(new ReasonsAsked(c.On, c.Document, proceeding.Id));
    }
}

[EventType("filing.reasons-asked")]
public sealed record ReasonsAsked(DateOnly On, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("reasons-asked", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("filing-reasons-asked", On, Proceeding)];

    public Text Says(Matter matter)
    {
        var wrongly = matter.KnownProceeding(Proceeding).Facts["fault"] == "wrongly-filed";
        return new($"{Proceeding} 要求公安机关说明{(wrongly ? "立案" : "不立案")}理由", $"{Proceeding}: police asked why they {(wrongly ? "filed" : "did not file")}");
    }
}
