using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Record how the court dealt with the protest or the suggestion: retrial, adopted, not adopted (民诉法222；民诉解释415、417).</summary>
public sealed record RecordCivilCourtReply(
    [Label("日期", "Date")] DateOnly On,
    [Label("处理", "What the court did")] CourtReply Reply,
    [Label("法院文书", "Document of the court")] string Document,
    [Label("内容", "Content"), LongText] string? Content = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordCivilCourtReply>
{
    public static Decision Decide(Matter matter, RecordCivilCourtReply c, StepContext x) =>
        InCourt.Replied(matter, c.Proceeding, c.On, c.Reply, c.Document, c.Content, x);
}
