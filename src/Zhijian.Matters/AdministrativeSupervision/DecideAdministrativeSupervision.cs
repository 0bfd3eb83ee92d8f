using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Decide after the review: protest, request to protest, suggestion, no support, or end of the review (行诉法93；行政监督规则56、92至114). Within three months of acceptance.</summary>
public sealed record DecideAdministrativeSupervision(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("决定", "Decision")] SupervisionDecision Decision,
    [Label("理由", "Reason", HintZh = "查明的事实、监督事由和条款", HintEn = "facts, ground, provision"), LongText] string Reason,
    [Label("检察委员会", "Committee", HintZh = "会议日期或者文号；再审检察建议依规定提交", HintEn = "date or number of its meeting; for a retrial suggestion where the rules ask")] string? Committee = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecideAdministrativeSupervision>
{
    public static Decision Decide(Matter matter, DecideAdministrativeSupervision c, StepContext x) =>
        Conclusion.Decide(matter, c.Proceeding, c.On, c.Decision, c.Reason, c.Committee, null, x);
}
