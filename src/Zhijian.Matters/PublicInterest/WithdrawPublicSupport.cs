using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Withdraw the support of another's suit (撤回支持起诉; 公益诉讼办案规则102); the decision goes to the court within three days.</summary>
public sealed record WithdrawPublicSupport(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("理由", "Reasons"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<WithdrawPublicSupport>
{
    public static Decision Decide(Matter matter, WithdrawPublicSupport c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("reason", c.Reason, new Text("理由", "Reasons"))) ?? Decision.Of(new PublicSupportWithdrawn(c.On, c.Reason.Trim(), proceeding.Id));
    }
}

[EventType("public-interest.support-withdrawn")]
public sealed record PublicSupportWithdrawn(DateOnly On, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("another-sued", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-withdrawal-decided", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 撤回支持起诉：{Reason}", $"{Proceeding}: support withdrawn: {Reason}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
