using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Extend the time in which a public-interest suit is considered by one month, once, with the approval of the chief procurator (公益诉讼办案规则47).</summary>
public sealed record ExtendSuitReview(
    [Label("批准日期", "Approved on")] DateOnly On,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ExtendSuitReview>
{
    public static Decision Decide(Matter matter, ExtendSuitReview c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        var clock = matter.Clock(proceeding, x, proceeding.Line() == PublicLine.Administrative ? "decide-admin-suit" : "decide-civil-suit");
        if (clock?.From?.Extensions is { Count: > 0 })
            return new SuitReviewExtendedBefore(proceeding.Id) { Field = "proceeding" };
        if (clock?.Count.Due is { } due && c.On > due)
            return new SuitReviewHasExpired(proceeding.Id, due) { Field = "on" };
        return PublicLines.Empty(x, ("reason", c.Reason, new Text("理由", "Reason"))) ?? Decision.Of(new SuitReviewExtended(c.On, c.Reason.Trim(), proceeding.Id));
    }
}

public sealed record SuitReviewExtendedBefore(string Id)
    : Refusal(
        "suit-review-extended-before",
        new Text($"{Id} 的审查起诉期限已由检察长批准延长一次", $"the review of {Id} was extended by the chief procurator before"),
        new LegalRef("公益诉讼办案规则47"),
        new Text("还需延长的，报上一级人民检察院批准，批准文书附卷", "more time needs the approval of the higher procuratorate; attach it to the file"));

public sealed record SuitReviewHasExpired(string Id, DateOnly Due)
    : Refusal(
        "suit-review-has-expired",
        new Text($"{Id} 的审查起诉期限已于 {Due:yyyy-MM-dd} 届满，不能再延长", $"the review of {Id} expired on {Due:yyyy-MM-dd} and cannot be extended"),
        new LegalRef("公益诉讼办案规则47"),
        new Text("作出起诉或者不起诉的决定；批准日期有误的，核对后重填", "decide whether to sue; or check the day of the approval"));

[EventType("public-interest.suit-review-extended")]
public sealed record SuitReviewExtended(DateOnly On, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // only the clock changes
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("suit-review-extended", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 审查起诉期限延长一个月（{Reason}）", $"{Proceeding}: review for suit extended by one month ({Reason})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
