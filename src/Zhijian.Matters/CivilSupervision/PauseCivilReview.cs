using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Stop the three months of the review while the file is called in or an expert is at work (调卷、鉴定等不计入审查期限; 民事监督规则52).</summary>
public sealed record PauseCivilReview(
    [Label("开始日期", "From", HintZh = "当日起不计入", HintEn = "that day does not count")] DateOnly On,
    [Label("事由", "Reason")] PauseReason Reason,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<PauseCivilReview>
{
    public static Decision Decide(Matter matter, PauseCivilReview c, StepContext x) =>
        Pause.Begin(matter, c.Proceeding, c.On, c.Reason, c.Document, x);
}
