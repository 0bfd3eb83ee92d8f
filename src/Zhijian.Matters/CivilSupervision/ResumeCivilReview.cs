using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>End the time that does not count: the file is here, the opinion was given (民事监督规则52).</summary>
public sealed record ResumeCivilReview(
    [Label("结束日期", "Until", HintZh = "案卷、意见收到之日，当日仍不计入", HintEn = "the day on which it came; that day does not count yet")] DateOnly On,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ResumeCivilReview>
{
    public static Decision Decide(Matter matter, ResumeCivilReview c, StepContext x) =>
        Pause.End(matter, c.Proceeding, c.On, x);
}
