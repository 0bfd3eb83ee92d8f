using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Decide not to file a clue of harm to the public interest (公益诉讼不立案; 公益诉讼办案规则30), with the reasons.</summary>
public sealed record DeclinePublicInterest(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("类型", "Line")] PublicLine Line,
    [Label("事项", "About")] string About,
    [Label("理由", "Reasons"), LongText] string Reason)
    : ICommand<DeclinePublicInterest>
{
    public static Decision Decide(Matter matter, DeclinePublicInterest c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        return PublicLines.Empty(x, ("about", c.About, new Text("事项", "About")), ("reason", c.Reason, new Text("理由", "Reasons")))
            ?? Decision.Of(new PublicInterestDeclined(c.On, c.Line, c.About.Trim(), c.Reason.Trim()));
    }
}

[EventType("public-interest.declined")]
public sealed record PublicInterestDeclined(DateOnly On, PublicLine Line, string About, string Reason) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Open(Proceedings.PublicInterest, About, "not-filed", On).Set("line", Words.Kebab(Line));

    public Text Says(Matter matter) => new($"{Line.Label().Zh}不立案：{About}（{Reason}）", $"Not filed, {Line.Label().En.ToLowerInvariant()}: {About} ({Reason})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
