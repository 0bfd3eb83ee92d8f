using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Record how the retrial ended; where the judgment was upheld, follow up or leave it (行诉解释124).</summary>
public sealed record RecordAdministrativeRetrial(
    [Label("再审裁判日期", "Decided on")] DateOnly On,
    [Label("结果", "Result")] RetrialResult Result,
    [Label("再审裁判文书", "Retrial judgment")] string Document,
    [Label("内容", "Content"), LongText] string? Content = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordAdministrativeRetrial>
{
    public static Decision Decide(Matter matter, RecordAdministrativeRetrial c, StepContext x) =>
        InCourt.Retried(matter, c.Proceeding, c.On, c.Result, c.Document, c.Content, x);
}
