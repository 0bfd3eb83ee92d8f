using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Record how the retrial ended; where the judgment was upheld, follow up or leave it (民诉法222).</summary>
public sealed record RecordCivilRetrial(
    [Label("再审裁判日期", "Decided on")] DateOnly On,
    [Label("结果", "Result")] RetrialResult Result,
    [Label("再审裁判文书", "Retrial judgment")] string Document,
    [Label("内容", "Content"), LongText] string? Content = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordCivilRetrial>
{
    public static Decision Decide(Matter matter, RecordCivilRetrial c, StepContext x) =>
        InCourt.Retried(matter, c.Proceeding, c.On, c.Result, c.Document, c.Content, x);
}
