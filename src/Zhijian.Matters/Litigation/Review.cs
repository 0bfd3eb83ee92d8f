using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>What is done during the review: notices to the parties, inquiry, hearing.</summary>
internal static class Review
{
    public static Decision Notify(Matter matter, string? proceeding, DateOnly on, DateOnly? received, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        received > x.Today ? new DateInFuture(received.Value, x.Today) { Field = "receivedOn" }
        : received < on ? new ReceivedBeforeSent(received.Value, on) { Field = "receivedOn" }
        : Decision.Of(new PartiesNotified(on, received, p.Id)));

    public static Decision Inquire(Matter matter, string? proceeding, DateOnly on, InquiryMeans means, string content, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        Guard.Empty(content, "content", "查明的情况", "What was found") is { } empty ? empty : Decision.Of(new InquiryRecorded(on, means, content.Trim(), p.Id)));

    public static Decision Arrange(Matter matter, string? proceeding, DateOnly on, DateOnly heldOn, string? place, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        heldOn < on ? new HearingBeforeDecision(heldOn, on) { Field = "heldOn" } : Decision.Of(new HearingArranged(on, heldOn, place, p.Id)));

    public static Decision NotifyHearing(Matter matter, string? proceeding, DateOnly on, string whom, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        p.Fact("hearing").Length == 0 ? new NoHearingArranged(p.Id) { Field = "proceeding" }
        : Guard.Empty(whom, "whom", "通知了谁", "Who was told") is { } empty ? empty
        : string.CompareOrdinal($"{on:yyyy-MM-dd}", p.Fact("hearing")) > 0 ? new NotifiedAfterHearing(on, p.Fact("hearing")) { Field = "on" }
        : Decision.Of(new HearingNotified(on, whom.Trim(), p.Id)));
}

public sealed record ReceivedBeforeSent(DateOnly Received, DateOnly Sent)
    : Refusal("received-before-sent", new Text($"收到日期 {Received:yyyy-MM-dd} 早于发送的 {Sent:yyyy-MM-dd}", $"received on {Received:yyyy-MM-dd}, before it was sent on {Sent:yyyy-MM-dd}"), null, new Text("核对两个日期", "check both dates"));

public sealed record HearingBeforeDecision(DateOnly Held, DateOnly On)
    : Refusal("hearing-before-decision", new Text($"听证日期 {Held:yyyy-MM-dd} 早于决定听证的 {On:yyyy-MM-dd}", $"the hearing of {Held:yyyy-MM-dd} is before the decision of {On:yyyy-MM-dd} to hold it"), null, new Text("核对两个日期", "check both dates"));

public sealed record NoHearingArranged(string Id)
    : Refusal("no-hearing-arranged", new Text($"{Id} 没有决定听证", $"no hearing was arranged in {Id}"), null, new Text("先登记决定听证和听证日期", "arrange the hearing first"));

public sealed record NotifiedAfterHearing(DateOnly On, string Held)
    : Refusal("notified-after-hearing", new Text($"通知日期 {On:yyyy-MM-dd} 晚于听证的 {Held}", $"the notice of {On:yyyy-MM-dd} is after the hearing of {Held}"), null, new Text("核对日期；听证改期的，重新登记听证", "check the date; if the hearing was moved, arrange it anew"));

/// <param name="ReceivedOn">When the other party received the copy of the application; null while that is not known.</param>
[EventType("litigation.parties-notified")]
public sealed record PartiesNotified(DateOnly On, DateOnly? ReceivedOn, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("notified", $"{On:yyyy-MM-dd}");

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        ReceivedOn is { } received ? [Suit.Occurs("parties-notified", On, Proceeding), Suit.Occurs("copy-received", received, Proceeding)] : [Suit.Occurs("parties-notified", On, Proceeding)];

    public Text Says(Matter matter) => new(
        $"{Proceeding} 向当事人发送受理通知书{(ReceivedOn is { } r ? $"，其他当事人 {r:yyyy-MM-dd} 收到副本" : "")}",
        $"{Proceeding}: notice of acceptance sent to the parties{(ReceivedOn is { } e ? $", the other party has the copy since {e:yyyy-MM-dd}" : "")}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.inquiry-recorded")]
public sealed record InquiryRecorded(DateOnly On, InquiryMeans Means, string Content, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => _ = matter.KnownProceeding(Proceeding);

    public Text Says(Matter matter) => new($"{Proceeding} 调查核实（{Means.Label().Zh}）：{Content}", $"{Proceeding}: inquiry ({Means.Label().En}): {Content}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.hearing-arranged")]
public sealed record HearingArranged(DateOnly On, DateOnly HeldOn, string? Place, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("hearing", $"{HeldOn:yyyy-MM-dd}");

    // the notice is counted backwards from the hearing
    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("hearing-arranged", HeldOn, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 决定于 {HeldOn:yyyy-MM-dd} 听证", $"{Proceeding}: hearing on {HeldOn:yyyy-MM-dd}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.hearing-notified")]
public sealed record HearingNotified(DateOnly On, string Whom, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => _ = matter.KnownProceeding(Proceeding);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("hearing-notified", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 已通知听证参加人：{Whom}", $"{Proceeding}: told of the hearing: {Whom}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}
