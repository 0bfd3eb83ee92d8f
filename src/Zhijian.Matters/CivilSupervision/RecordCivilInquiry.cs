using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Record what was inquired into and found: evidence, questions, similar cases, a hearing (调查核实; 民诉法221).</summary>
public sealed record RecordCivilInquiry(
    [Label("日期", "Date")] DateOnly On,
    [Label("方式", "By")] InquiryMeans Means,
    [Label("查明的情况", "What was found"), LongText] string Content,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordCivilInquiry>
{
    public static Decision Decide(Matter matter, RecordCivilInquiry c, StepContext x) =>
        Review.Inquire(matter, c.Proceeding, c.On, c.Means, c.Content, x);
}
