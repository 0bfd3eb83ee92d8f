using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Record a mediation or settlement of a civil public-interest suit (调解、和解): what the wrongdoer undertook, and that the public interest is kept.</summary>
public sealed record SettlePublicSuit(
    [Label("日期", "Date")] DateOnly On,
    [Label("内容", "Terms"), LongText] string Terms,
    [Label("公益没有受损的理由", "Why the public interest is kept"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SettlePublicSuit>
{
    public static Decision Decide(Matter matter, SettlePublicSuit c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseOfLine(PublicLine.Civil, c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("terms", c.Terms, new Text("内容", "Terms")), ("reason", c.Reason, new Text("公益没有受损的理由", "Why the public interest is kept")))
            ?? Decision.Of(new PublicSuitSettled(c.On, c.Terms.Trim(), c.Reason.Trim(), proceeding.Id));
    }
}

[EventType("public-interest.suit-settled")]
public sealed record PublicSuitSettled(DateOnly On, string Terms, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("settled", On);

    public Text Says(Matter matter) => new($"{Proceeding} 调解、和解：{Terms}", $"{Proceeding}: settled: {Terms}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
