using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>Times that do not count towards the review: from the day on which the file is called in to the day on which it is here.</summary>
internal static class Pause
{
    public static Decision Begin(Matter matter, string? proceeding, DateOnly on, PauseReason reason, string? document, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        p.Fact("paused").Length > 0
            ? new ReviewPausedAlready(p.Id, p.Fact("paused-since")) { Field = "proceeding" }
            : Decision.Of(new ReviewPaused(on, reason, document, p.Id)));

    public static Decision End(Matter matter, string? proceeding, DateOnly on, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        p.Fact("paused").Length == 0 ? new ReviewNotPaused(p.Id) { Field = "proceeding" }
        : DateOnly.ParseExact(p.Fact("paused-since"), "yyyy-MM-dd") is var since && on < since ? new ResumedBeforePaused(on, since) { Field = "on" }
        : Decision.Of(new ReviewResumed(on, p.Id)));
}

public sealed record ReviewPausedAlready(string Id, string Since)
    : Refusal("review-paused-already", new Text($"{Id} 的审查期限自 {Since} 起已在扣除", $"the review of {Id} does not count since {Since} already"), null, new Text("先登记上一次扣除的结束", "record the end of that time first"));

public sealed record ReviewNotPaused(string Id)
    : Refusal("review-not-paused", new Text($"{Id} 的审查期限没有在扣除", $"the review of {Id} is not paused"), null, new Text("先登记调卷、鉴定等的开始", "record the beginning (calling in the file, expert opinion) first"));

public sealed record ResumedBeforePaused(DateOnly On, DateOnly Since)
    : Refusal("resumed-before-paused", new Text($"结束日期 {On:yyyy-MM-dd} 早于开始的 {Since:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before its beginning on {Since:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));

[EventType("litigation.review-paused")]
public sealed record ReviewPaused(DateOnly On, PauseReason Reason, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Set("paused", Words.Kebab(Reason));
        proceeding.Set("paused-since", $"{On:yyyy-MM-dd}");
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("review-paused", On, Proceeding, ("reason", Words.Kebab(Reason)))];

    public Text Says(Matter matter) => new($"{Proceeding} {Reason.Label().Zh}，此间不计入审查期限", $"{Proceeding}: {Reason.Label().En}; the review does not count");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.review-resumed")]
public sealed record ReviewResumed(DateOnly On, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("paused", "");

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("review-resumed", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 审查期限恢复计算", $"{Proceeding}: the review counts again");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}
