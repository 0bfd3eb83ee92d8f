using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Decide to hold a hearing; the participants are told three days before (听证; 行政监督规则70).</summary>
public sealed record ArrangeAdministrativeHearing(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("听证日期", "Hearing on")] DateOnly HeldOn,
    [Label("地点", "Place")] string? Place = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ArrangeAdministrativeHearing>
{
    public static Decision Decide(Matter matter, ArrangeAdministrativeHearing c, StepContext x) =>
        Review.Arrange(matter, c.Proceeding, c.On, c.HeldOn, c.Place, x);
}
