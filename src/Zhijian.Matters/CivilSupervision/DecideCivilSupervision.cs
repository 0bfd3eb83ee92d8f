using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Decide after the review: protest, request to protest, suggestion, no support, or end of the review (民诉法219；民事监督规则52、87至109). Within three months of acceptance.</summary>
public sealed record DecideCivilSupervision(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("决定", "Decision")] SupervisionDecision Decision,
    [Label("理由", "Reason", HintZh = "查明的事实、监督事由和条款", HintEn = "facts, ground, provision"), LongText] string Reason,
    [Label("检察委员会", "Committee", HintZh = "会议日期或者文号；再审检察建议必填", HintEn = "date or number of its meeting; for a retrial suggestion it is needed")] string? Committee = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecideCivilSupervision>
{
    public static Decision Decide(Matter matter, DecideCivilSupervision c, StepContext x) =>
        Conclusion.Decide(matter, c.Proceeding, c.On, c.Decision, c.Reason, c.Committee, new LegalRef("民事监督规则87"), x);
}
