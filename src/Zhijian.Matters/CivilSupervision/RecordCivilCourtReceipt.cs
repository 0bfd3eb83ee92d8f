using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Record the day on which the court received the protest or the suggestion; its time runs from it (民诉法222；民诉解释415、417).</summary>
public sealed record RecordCivilCourtReceipt(
    [Label("法院收到日期", "Received by the court on")] DateOnly On,
    [Label("回执", "Receipt")] string? Receipt = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordCivilCourtReceipt>
{
    public static Decision Decide(Matter matter, RecordCivilCourtReceipt c, StepContext x) =>
        InCourt.Received(matter, c.Proceeding, c.On, c.Receipt, x);
}
