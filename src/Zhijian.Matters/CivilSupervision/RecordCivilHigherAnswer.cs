using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Record whether the office above protested on our request (民诉法219；民事监督规则88).</summary>
public sealed record RecordCivilHigherAnswer(
    [Label("日期", "Date")] DateOnly On,
    [Label("结果", "Answer")] HigherAnswer Answer,
    [Label("上级院", "Office above")] string Office,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordCivilHigherAnswer>
{
    public static Decision Decide(Matter matter, RecordCivilHigherAnswer c, StepContext x) =>
        Conclusion.Answered(matter, c.Proceeding, c.On, c.Answer, c.Office, c.Document, x);
}
