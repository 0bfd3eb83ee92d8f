using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Withdraw a suggestion (撤回检察建议), with the reasons; its clocks end.</summary>
public sealed record WithdrawSuggestion(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("撤回理由", "Why it is withdrawn"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<WithdrawSuggestion>
{
    public static Decision Decide(Matter matter, WithdrawSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("reason", c.Reason, new Text("撤回理由", "Why it is withdrawn")))
            ?? Decision.Of(new SuggestionWithdrawn(c.On, c.Reason.Trim(), proceeding.Id, proceeding.Track));
    }
}

[EventType("suggestion.withdrawn")]
public sealed record SuggestionWithdrawn(DateOnly On, string Reason, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("withdrawn", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("suggestion-recalled", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 撤回检察建议：{Reason}", $"{Proceeding}: withdrawn: {Reason}");

    Track? IMatterEvent.Track => Function;
}
