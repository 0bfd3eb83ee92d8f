using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>Decide what follows where the court did not adopt the opinion: ask the office above, or leave it (跟进监督; 行诉法93).</summary>
public sealed record FollowUpAdministrativeOpinion(
    [Label("日期", "Date")] DateOnly On,
    [Label("怎样跟进", "What follows")] FollowUp What,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<FollowUpAdministrativeOpinion>
{
    public static Decision Decide(Matter matter, FollowUpAdministrativeOpinion c, StepContext x) =>
        Conclusion.FollowUp(matter, c.Proceeding, c.On, c.What, c.Reason, x);
}
