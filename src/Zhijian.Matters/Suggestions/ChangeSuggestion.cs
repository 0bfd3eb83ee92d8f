using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Take a suggestion back to the draft because it must be changed (变更检察建议): it is reviewed, approved and served anew.</summary>
public sealed record ChangeSuggestion(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("变更理由", "Why it is changed"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ChangeSuggestion>
{
    public static Decision Decide(Matter matter, ChangeSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("reason", c.Reason, new Text("变更理由", "Why it is changed")))
            ?? Decision.Of(new SuggestionChanged(c.On, c.Reason.Trim(), proceeding.Id, proceeding.Track));
    }
}

[EventType("suggestion.changed")]
public sealed record SuggestionChanged(DateOnly On, string Reason, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("drafting", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("suggestion-recalled", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 变更检察建议，重新起草：{Reason}", $"{Proceeding}: changed, drafted anew: {Reason}");

    Track? IMatterEvent.Track => Function;
}
