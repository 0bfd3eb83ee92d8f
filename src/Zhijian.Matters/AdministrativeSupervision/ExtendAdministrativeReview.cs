using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>
/// Extend the review with the approval of the chief procurator (延长审查期限; 行政监督规则56第2款): for inquiry, for settling the dispute, for other special
/// reasons. Once, by as many days as were approved; never in a simple case (79).
/// </summary>
public sealed record ExtendAdministrativeReview(
    [Label("批准日期", "Approved on")] DateOnly On,
    [Label("事由", "Reason")] ReviewExtension Reason,
    [Label("批准延长的天数", "Days approved")] int Days,
    [Label("批准的检察长", "Approved by", HintZh = "检察长姓名", HintEn = "the chief procurator")] string Chief,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ExtendAdministrativeReview>
{
    private const int MostDays = 366; // a slip of the finger, not a rule: the rules leave the length to the chief

    public static Decision Decide(Matter matter, ExtendAdministrativeReview c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        p.Fact("simple") == "yes" ? new SimpleCaseIsNotExtended(p.Id) { Field = "proceeding" }
        : p.Fact("extended").Length > 0 ? new ReviewExtendedOnce(p.Id) { Field = "proceeding" }
        : c.Days is < 1 or > MostDays ? new DaysOutOfRange(c.Days, MostDays) { Field = "days" }
        : Guard.Empty(c.Chief, "chief", "批准的检察长", "Approved by") is { } empty ? empty
        : Decision.Of(new AdministrativeReviewExtended(c.On, c.Reason, c.Days, c.Chief.Trim(), p.Id)));
}

/// <summary>Why the chief may extend (行政监督规则56第2款).</summary>
public enum ReviewExtension
{
    [Label("调查核实", "Inquiry")]
    Inquiry,

    [Label("实质性化解行政争议", "Settling the dispute")]
    Settlement,

    [Label("其他特殊情况", "Other special reason")]
    Other,
}

public sealed record SimpleCaseIsNotExtended(string Id)
    : Refusal("simple-case-is-not-extended", new Text($"{Id} 按简易案件办理，审查期限不得延长", $"{Id} is handled as a simple case; its review is not extended"), new LegalRef("行政监督规则79"), new Text("在三个月内审查终结；不再适合简易程序的，更正受理记录", "finish within three months; if it is no longer simple, correct the acceptance"));

public sealed record ReviewExtendedOnce(string Id)
    : Refusal("review-extended-once", new Text($"{Id} 的审查期限已延长一次", $"the review of {Id} was extended once"), new LegalRef("行政监督规则56第2款"), new Text("在延长的期限内审查终结；天数有误的，更正原记录", "finish within the extended time; if the days were wrong, correct the record"));

public sealed record DaysOutOfRange(int Days, int Most)
    : Refusal("days-out-of-range", new Text($"{Days} 天不是可以批准的天数（1 至 {Most}）", $"{Days} is no number of days that is approved (1 to {Most})"), null, new Text("填批准书上的天数", "give the days of the approval"));

[EventType("administrative.review-extended")]
public sealed record AdministrativeReviewExtended(DateOnly On, ReviewExtension Reason, int Days, string Chief, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("extended", Days.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("review-extended", On, Proceeding, ("days", Days.ToString(CultureInfo.InvariantCulture)))];

    public Text Says(Matter matter) => new($"{Proceeding} 经{Chief}批准延长审查期限 {Days} 日（{Reason.Label().Zh}）", $"{Proceeding}: review extended by {Days} days, approved by {Chief} ({Reason.Label().En})");

    Track? IMatterEvent.Track => Track.Administrative;
}
