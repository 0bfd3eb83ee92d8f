using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Stop the three months of the review while the file is called in or an expert is at work (调卷、鉴定等不计入审查期限; 行政监督规则56).</summary>
public sealed record PauseAdministrativeReview(
    [Label("开始日期", "From", HintZh = "当日起不计入", HintEn = "that day does not count")] DateOnly On,
    [Label("事由", "Reason")] PauseReason Reason,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<PauseAdministrativeReview>
{
    public static Decision Decide(Matter matter, PauseAdministrativeReview c, StepContext x) =>
        Pause.Begin(matter, c.Proceeding, c.On, c.Reason, c.Document, x);
}
