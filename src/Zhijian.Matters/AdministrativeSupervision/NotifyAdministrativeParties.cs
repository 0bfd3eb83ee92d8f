using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Send the notice of acceptance to the parties and the copy of the application to the other party (受理通知书; 行政监督规则32、33), who may answer within fifteen days.</summary>
public sealed record NotifyAdministrativeParties(
    [Label("发送日期", "Sent on")] DateOnly On,
    [Label("其他当事人收到副本日期", "Other party received the copy on", HintZh = "尚不知道的不填，收到回执后再登记一次", HintEn = "leave empty while not known, and record it again")] DateOnly? ReceivedOn = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<NotifyAdministrativeParties>
{
    public static Decision Decide(Matter matter, NotifyAdministrativeParties c, StepContext x) =>
        Review.Notify(matter, c.Proceeding, c.On, c.ReceivedOn, x);
}
