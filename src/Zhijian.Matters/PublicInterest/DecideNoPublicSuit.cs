using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Decide not to bring the suit (决定不提起公益诉讼; 公益诉讼办案规则47、79), with the reasons.</summary>
public sealed record DecideNoPublicSuit(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("理由", "Reasons"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecideNoPublicSuit>
{
    public static Decision Decide(Matter matter, DecideNoPublicSuit c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("reason", c.Reason, new Text("理由", "Reasons"))) ?? Decision.Of(new NoPublicSuitDecided(c.On, c.Reason.Trim(), proceeding.Id));
    }
}

[EventType("public-interest.no-suit")]
public sealed record NoPublicSuitDecided(DateOnly On, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("no-suit", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-suit-decided", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 决定不提起公益诉讼：{Reason}", $"{Proceeding}: no suit: {Reason}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
