using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Record a follow-up visit (回访) at any time after the reply, also when the suggestion has ended.</summary>
public sealed record RecordSuggestionVisit(
    [Label("回访日期", "Visited on")] DateOnly On,
    [Label("看到什么", "What was seen"), LongText] string Seen,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordSuggestionVisit>
{
    public static Decision Decide(Matter matter, RecordSuggestionVisit c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("seen", c.Seen, new Text("看到什么", "What was seen")))
            ?? Decision.Of(new SuggestionVisited(c.On, c.Seen.Trim(), proceeding.Id, proceeding.Track));
    }
}

[EventType("suggestion.visited")]
public sealed record SuggestionVisited(DateOnly On, string Seen, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // told in the timeline; the evaluation draws the conclusion
    }

    public Text Says(Matter matter) => new($"{Proceeding} 回访：{Seen}", $"{Proceeding}: visit: {Seen}");

    Track? IMatterEvent.Track => Function;
}
