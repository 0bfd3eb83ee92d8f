using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Begin the inquiry that the chief procurator has approved (调查核实; 检察建议规定15). It ends within two months.</summary>
public sealed record StartSuggestionInquiry(
    [Label("批准日期", "Approved on")] DateOnly On,
    [Label("调查什么", "What is inquired into"), LongText] string Plan,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<StartSuggestionInquiry>
{
    public static Decision Decide(Matter matter, StartSuggestionInquiry c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("plan", c.Plan, new Text("调查什么", "What is inquired into")))
            ?? Decision.Of(new SuggestionInquiryStarted(c.On, c.Plan.Trim(), proceeding.Id, proceeding.Track));
    }
}

[EventType("suggestion.inquiry-started")]
public sealed record SuggestionInquiryStarted(DateOnly On, string Plan, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("inquiry", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("suggestion-inquiry-started", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 开始调查核实：{Plan}", $"{Proceeding}: inquiry begun: {Plan}");

    Track? IMatterEvent.Track => Function;
}
