using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Record the review of the draft by the legal-policy department (法律政策研究部门审核), which social governance cannot do without.</summary>
public sealed record ReviewSuggestion(
    [Label("审核日期", "Reviewed on")] DateOnly On,
    [Label("结论", "Result")] SuggestionReviewResult Result,
    [Label("意见", "Opinion", HintZh = "必要性、合法性、说理性", HintEn = "need, legality, reasoning"), LongText] string Opinion,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ReviewSuggestion>
{
    public static Decision Decide(Matter matter, ReviewSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("opinion", c.Opinion, new Text("意见", "Opinion")))
            ?? Decision.Of(new SuggestionReviewed(c.On, c.Result, c.Opinion.Trim(), proceeding.Id, proceeding.Track));
    }
}

public enum SuggestionReviewResult
{
    [Label("审核通过", "Passed")]
    Passed,

    [Label("退回修改", "Sent back")]
    SentBack,
}

[EventType("suggestion.reviewed")]
public sealed record SuggestionReviewed(DateOnly On, SuggestionReviewResult Result, string Opinion, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Result == SuggestionReviewResult.Passed ? "reviewed" : "drafting", On);

    public Text Says(Matter matter) => new($"{Proceeding} 法律政策研究部门审核：{Result.Label().Zh}（{Opinion}）", $"{Proceeding}: legal-policy review: {Result.Label().En} ({Opinion})");

    Track? IMatterEvent.Track => Function;
}
