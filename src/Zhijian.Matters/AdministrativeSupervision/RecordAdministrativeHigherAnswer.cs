using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Record whether the office above protested on our request (行诉法93).</summary>
public sealed record RecordAdministrativeHigherAnswer(
    [Label("日期", "Date")] DateOnly On,
    [Label("结果", "Answer")] HigherAnswer Answer,
    [Label("上级院", "Office above")] string Office,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordAdministrativeHigherAnswer>
{
    public static Decision Decide(Matter matter, RecordAdministrativeHigherAnswer c, StepContext x) =>
        Conclusion.Answered(matter, c.Proceeding, c.On, c.Answer, c.Office, c.Document, x);
}
