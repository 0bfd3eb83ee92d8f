using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Record the day on which the court received the protest or the suggestion; its time runs from it (行诉解释124、126).</summary>
public sealed record RecordAdministrativeCourtReceipt(
    [Label("法院收到日期", "Received by the court on")] DateOnly On,
    [Label("回执", "Receipt")] string? Receipt = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordAdministrativeCourtReceipt>
{
    public static Decision Decide(Matter matter, RecordAdministrativeCourtReceipt c, StepContext x) =>
        InCourt.Received(matter, c.Proceeding, c.On, c.Receipt, x);
}
