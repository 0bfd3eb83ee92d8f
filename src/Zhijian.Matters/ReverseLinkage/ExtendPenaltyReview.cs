using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Extend the review with the approval of the chief procurator (延长审查期限; 行刑反向衔接工作指引12), by as many working days as were approved.</summary>
public sealed record ExtendPenaltyReview(
    [Label("批准日期", "Approved on")] DateOnly On,
    [Label("批准延长的工作日数", "Working days approved")] int Days,
    [Label("批准的检察长", "Approved by", HintZh = "检察长姓名", HintEn = "the chief procurator")] string Chief,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ExtendPenaltyReview>
{
    private const int MostDays = 250; // a slip of the finger, not a rule: the guideline leaves the length to the chief

    public static Decision Decide(Matter matter, ExtendPenaltyReview c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        p.Fact("extended").Length > 0 ? new PenaltyReviewExtendedOnce(p.Id) { Field = "proceeding" }
        : c.Days is < 1 or > MostDays ? new WorkingDaysOutOfRange(c.Days, MostDays) { Field = "days" }
        : (Guard.Empty(c.Chief, "chief", "批准的检察长", "Approved by") ?? Guard.Empty(c.Reason, "reason", "理由", "Reason")) is { } empty ? empty
        : Decision.Of(new PenaltyReviewExtended(c.On, c.Days, c.Chief.Trim(), c.Reason.Trim(), p.Id)));
}

public sealed record PenaltyReviewExtendedOnce(string Id)
    : Refusal("penalty-review-extended-once", new Text($"{Id} 的审查期限已延长", $"the review of {Id} was extended already"), new LegalRef("行刑反向衔接工作指引12"), new Text("在延长的期限内审查终结；天数有误的，更正原记录", "finish within the extended time; if the days were wrong, correct the record"));

public sealed record WorkingDaysOutOfRange(int Days, int Most)
    : Refusal("working-days-out-of-range", new Text($"{Days} 不是可以批准的工作日数（1 至 {Most}）", $"{Days} is no number of working days that is approved (1 to {Most})"), null, new Text("填批准书上的工作日数", "give the working days of the approval"));

[EventType("penalty.review-extended")]
public sealed record PenaltyReviewExtended(DateOnly On, int Days, string Chief, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("extended", Days.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [PenaltyParts.Occurs("penalty-review-extended", On, Proceeding, ("days", Days.ToString(CultureInfo.InvariantCulture)))];

    public Text Says(Matter matter) => new($"{Proceeding} 经{Chief}批准延长审查期限 {Days} 个工作日（{Reason}）", $"{Proceeding}: review extended by {Days} working days, approved by {Chief} ({Reason})");

    Track? IMatterEvent.Track => Track.Administrative;
}
