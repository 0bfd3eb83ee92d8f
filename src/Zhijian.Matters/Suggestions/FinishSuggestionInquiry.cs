using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Finish the inquiry (调查终结; 检察建议规定15): a suggestion is to be made, or there is no ground for one.</summary>
public sealed record FinishSuggestionInquiry(
    [Label("终结日期", "Finished on")] DateOnly On,
    [Label("结论", "Result")] SuggestionInquiryResult Result,
    [Label("查明的事实和理由", "Findings and reasons"), LongText] string Findings,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<FinishSuggestionInquiry>
{
    public static Decision Decide(Matter matter, FinishSuggestionInquiry c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("findings", c.Findings, new Text("查明的事实和理由", "Findings and reasons")))
            ?? Decision.Of(new SuggestionInquiryFinished(c.On, c.Result, c.Findings.Trim(), proceeding.Id, proceeding.Track));
    }
}

public enum SuggestionInquiryResult
{
    [Label("提出检察建议", "Make the suggestion")]
    Suggest,

    [Label("不提出检察建议", "Make none")]
    Drop,
}

[EventType("suggestion.inquiry-finished")]
public sealed record SuggestionInquiryFinished(DateOnly On, SuggestionInquiryResult Result, string Findings, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Result == SuggestionInquiryResult.Suggest ? "drafting" : "dropped", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("suggestion-inquiry-finished", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 调查终结：{Result.Label().Zh}（{Findings}）", $"{Proceeding}: inquiry finished: {Result.Label().En} ({Findings})");

    Track? IMatterEvent.Track => Function;
}
