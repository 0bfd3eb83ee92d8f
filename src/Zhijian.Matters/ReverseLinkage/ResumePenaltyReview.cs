using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Resume the review because the non-prosecution stands (恢复审查; 行刑反向衔接工作指引13). Where it was revoked, the review is ended instead.</summary>
public sealed record ResumePenaltyReview(
    [Label("恢复日期", "Resumed on")] DateOnly On,
    [Label("复议、复核、申诉的结果", "How it ended", HintZh = "维持不起诉决定的文书", HintEn = "the decision by which the non-prosecution stands"), LongText] string Outcome,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ResumePenaltyReview>
{
    public static Decision Decide(Matter matter, ResumePenaltyReview c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        Guard.Empty(c.Outcome, "outcome", "复议、复核、申诉的结果", "How it ended") is { } empty ? empty : Decision.Of(new PenaltyReviewResumed(c.On, c.Outcome.Trim(), p.Id)));
}

[EventType("penalty.review-resumed")]
public sealed record PenaltyReviewResumed(DateOnly On, string Outcome, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("reviewing", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("penalty-review-resumed", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 恢复审查（{Outcome}）", $"{Proceeding}: review resumed ({Outcome})");

    Track? IMatterEvent.Track => Track.Administrative;
}
