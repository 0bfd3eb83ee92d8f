using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Register the case on the administrative side (登记受理; 行刑反向衔接工作指引12): from that day the review has ten working days.</summary>
public sealed record RegisterPenaltyReview(
    [Label("登记日期", "Registered on")] DateOnly On,
    [Label("受理编号", "Number")] string? Number = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RegisterPenaltyReview>
{
    public static Decision Decide(Matter matter, RegisterPenaltyReview c, StepContext x) =>
        Proceedings.In(matter, c.Proceeding, c.On, x, p => Decision.Of(new PenaltyReviewRegistered(c.On, c.Number, p.Id)));
}

[EventType("penalty.review-registered")]
public sealed record PenaltyReviewRegistered(DateOnly On, string? Number, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("reviewing", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [PenaltyParts.Occurs("penalty-registered", On, Proceeding, ("not-prosecuted", matter.KnownProceeding(Proceeding).Fact("not-prosecuted")))];

    public Text Says(Matter matter) => new($"{Proceeding} 行政检察部门登记受理{(Number is null ? "" : $"（{Number}）")}", $"{Proceeding}: registered by the administrative side{(Number is null ? "" : $" ({Number})")}");

    Track? IMatterEvent.Track => Track.Administrative;
}
