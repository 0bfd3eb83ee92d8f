using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Decide to put a suggestion to the organ (决定提出检察建议; 公益诉讼办案规则75), the step before an administrative public-interest suit.</summary>
public sealed record DecidePublicSuggestion(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("建议内容", "What is suggested"), LongText] string Content,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecidePublicSuggestion>
{
    public static Decision Decide(Matter matter, DecidePublicSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseOfLine(PublicLine.Administrative, c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("content", c.Content, new Text("建议内容", "What is suggested")))
            ?? Decision.Of(new PublicSuggestionDecided(c.On, c.Content.Trim(), c.Document, proceeding.Id));
    }
}

[EventType("public-interest.suggestion-decided")]
public sealed record PublicSuggestionDecided(DateOnly On, string Content, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("suggestion-decided", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-suggestion-decided", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 决定提出检察建议：{Content}", $"{Proceeding}: suggestion decided: {Content}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
