using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Support the suit that a qualified body has brought (支持起诉; 公益诉讼办案规则101), by a written opinion to the court.</summary>
public sealed record SupportPublicSuit(
    [Label("支持起诉日期", "Supported on")] DateOnly On,
    [Label("起诉的机关、组织", "Body that sues")] string Plaintiff,
    [Label("法院", "Court")] string Court,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SupportPublicSuit>
{
    public static Decision Decide(Matter matter, SupportPublicSuit c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("plaintiff", c.Plaintiff, new Text("起诉的机关、组织", "Body that sues")), ("court", c.Court, new Text("法院", "Court")))
            ?? Decision.Of(new PublicSuitSupported(c.On, c.Plaintiff.Trim(), c.Court.Trim(), c.Document, proceeding.Id));
    }
}

[EventType("public-interest.suit-supported")]
public sealed record PublicSuitSupported(DateOnly On, string Plaintiff, string Court, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("supporting", On);

    public Text Says(Matter matter) => new($"{Proceeding} 支持{Plaintiff}起诉（{Court}）", $"{Proceeding}: the suit of {Plaintiff} is supported ({Court})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
