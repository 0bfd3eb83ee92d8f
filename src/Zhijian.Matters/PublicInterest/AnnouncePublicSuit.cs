using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>
/// Announce for thirty days in national media that qualified bodies may sue (诉前公告; 检察公益诉讼解释13；公益诉讼办案规则91). A suit incidental to
/// criminal proceedings needs it too (法释〔2019〕18号, not read in full here).
/// </summary>
public sealed record AnnouncePublicSuit(
    [Label("公告日期", "Published on")] DateOnly On,
    [Label("媒体", "Medium")] string Medium,
    [Label("全国性媒体", "National medium")] bool National,
    [Label("版面或者网址", "Page or address")] string? Where = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<AnnouncePublicSuit>
{
    public static Decision Decide(Matter matter, AnnouncePublicSuit c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseOfLine(PublicLine.Civil, c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (!c.National)
            return new AnnouncementIsNational(c.Medium) { Field = "national" };
        return PublicLines.Empty(x, ("medium", c.Medium, new Text("媒体", "Medium")))
            ?? Decision.Of(new PublicSuitAnnounced(c.On, c.Medium.Trim(), c.Where, proceeding.Id));
    }
}

public sealed record AnnouncementIsNational(string Medium)
    : Refusal(
        "announcement-is-national",
        new Text($"“{Medium}”不是全国性媒体，公告不算", $"“{Medium}” is no national medium; the announcement does not count"),
        new LegalRef("检察公益诉讼解释13；公益诉讼办案规则91"),
        new Text("在全国性媒体公告后登记", "announce in a national medium, then record it"));

[EventType("public-interest.announced")]
public sealed record PublicSuitAnnounced(DateOnly On, string Medium, string? Where, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("announced", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-suit-announced", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 诉前公告三十日：{Medium}", $"{Proceeding}: announced for thirty days in {Medium}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
