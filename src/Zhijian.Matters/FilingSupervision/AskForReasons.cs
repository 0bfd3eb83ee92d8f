using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Ask the police to explain in writing why they did not file, why they filed, or why they have not decided (要求说明理由; 规则559、560、562). They
/// answer within seven days.
/// </summary>
public sealed record AskForReasons(
    [Label("公安机关收到日期", "Received by the police on")] DateOnly On,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<AskForReasons>
{
    public static Decision Decide(Matter matter, AskForReasons c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        return proceeding is null ? no!
            : proceeding.Fault() == FilingFault.NotTransferred ? new AgencyIsAdvised(proceeding.Id) { Field = "proceeding" }
            : Decision.Of(new ReasonsAsked(c.On, c.Document, proceeding.Id));
    }
}

[EventType("filing.reasons-asked")]
public sealed record ReasonsAsked(DateOnly On, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("reasons-asked", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence(matter.KnownProceeding(Proceeding).Fault() == FilingFault.Undecided ? "filing-delay-asked" : "filing-reasons-asked", On, Proceeding)];

    public Text Says(Matter matter) => matter.KnownProceeding(Proceeding).Fault() switch
    {
        FilingFault.WronglyFiled => new($"{Proceeding} 要求公安机关说明立案理由", $"{Proceeding}: police asked why they filed"),
        FilingFault.Undecided => new($"{Proceeding} 要求公安机关说明逾期不作决定的理由", $"{Proceeding}: police asked why they have not decided"),
        _ => new($"{Proceeding} 要求公安机关说明不立案理由", $"{Proceeding}: police asked why they did not file"),
    };
}
