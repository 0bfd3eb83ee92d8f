using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Suspend the review while the non-prosecution is under reconsideration, review or complaint (中止审查; 行刑反向衔接工作指引13).</summary>
public sealed record SuspendPenaltyReview(
    [Label("中止日期", "Suspended on")] DateOnly On,
    [Label("事由", "Ground")] PenaltySuspension Ground,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SuspendPenaltyReview>
{
    public static Decision Decide(Matter matter, SuspendPenaltyReview c, StepContext x) =>
        Proceedings.In(matter, c.Proceeding, c.On, x, p => Decision.Of(new PenaltyReviewSuspended(c.On, c.Ground, c.Document, p.Id)));
}

/// <summary>Why the non-prosecution is not settled yet (刑诉法179至181).</summary>
public enum PenaltySuspension
{
    [Label("公安机关要求复议", "Reconsideration asked by the police")]
    Reconsideration,

    [Label("公安机关提请复核", "Review asked by the police")]
    Review,

    [Label("被害人、被不起诉人申诉", "Complaint of the victim or the person")]
    Complaint,
}

[EventType("penalty.review-suspended")]
public sealed record PenaltyReviewSuspended(DateOnly On, PenaltySuspension Ground, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("suspended", On, Ground.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("penalty-review-suspended", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 中止审查：{Ground.Label().Zh}", $"{Proceeding}: review suspended: {Ground.Label().En.ToLowerInvariant()}");

    Track? IMatterEvent.Track => Track.Administrative;
}
