using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>End the time that does not count: the file is here, the opinion was given (行政监督规则56).</summary>
public sealed record ResumeAdministrativeReview(
    [Label("结束日期", "Until", HintZh = "案卷、意见收到之日，当日仍不计入", HintEn = "the day on which it came; that day does not count yet")] DateOnly On,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ResumeAdministrativeReview>
{
    public static Decision Decide(Matter matter, ResumeAdministrativeReview c, StepContext x) =>
        Pause.End(matter, c.Proceeding, c.On, x);
}
