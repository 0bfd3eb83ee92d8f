using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Draft the suggestion (起草检察建议书): the problem, its ground and what the addressee should do.</summary>
public sealed record DraftSuggestion(
    [Label("起草日期", "Drafted on")] DateOnly On,
    [Label("问题和依据", "Problem and ground"), LongText] string Problem,
    [Label("建议内容", "What is suggested"), LongText] string Content,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DraftSuggestion>
{
    public static Decision Decide(Matter matter, DraftSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("problem", c.Problem, new Text("问题和依据", "Problem and ground")), ("content", c.Content, new Text("建议内容", "What is suggested")))
            ?? Decision.Of(new SuggestionDrafted(c.On, c.Problem.Trim(), c.Content.Trim(), proceeding.Id, proceeding.Track));
    }
}

[EventType("suggestion.drafted")]
public sealed record SuggestionDrafted(DateOnly On, string Problem, string Content, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("drafted", On);

    public Text Says(Matter matter) => new($"{Proceeding} 起草检察建议书：{Content}", $"{Proceeding}: suggestion drafted: {Content}");

    Track? IMatterEvent.Track => Function;
}
