using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Tell the participants of the hearing (听证通知; 民事监督规则56), three days before it.</summary>
public sealed record NotifyCivilHearing(
    [Label("通知日期", "Told on")] DateOnly On,
    [Label("通知了谁", "Who was told")] string Whom,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<NotifyCivilHearing>
{
    public static Decision Decide(Matter matter, NotifyCivilHearing c, StepContext x) =>
        Review.NotifyHearing(matter, c.Proceeding, c.On, c.Whom, x);
}
