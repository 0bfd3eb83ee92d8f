using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Tell the participants of the hearing (听证通知; 行政监督规则70), three days before it.</summary>
public sealed record NotifyAdministrativeHearing(
    [Label("通知日期", "Told on")] DateOnly On,
    [Label("通知了谁", "Who was told")] string Whom,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<NotifyAdministrativeHearing>
{
    public static Decision Decide(Matter matter, NotifyAdministrativeHearing c, StepContext x) =>
        Review.NotifyHearing(matter, c.Proceeding, c.On, c.Whom, x);
}
