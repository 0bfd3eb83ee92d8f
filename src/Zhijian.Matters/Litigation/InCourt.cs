using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>What the court does with a protest or a suggestion: it receives it, answers, retries.</summary>
internal static class InCourt
{
    public static Decision Received(Matter matter, string? proceeding, DateOnly on, string? receipt, StepContext x) =>
        Proceedings.In(matter, proceeding, on, x, p => Decision.Of(new CourtReceived(on, receipt, p.Id)));

    public static Decision Replied(Matter matter, string? proceeding, DateOnly on, CourtReply reply, string document, string? content, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        reply == (SupervisedCase.Of(p).Object == SupervisedObject.Judgment ? CourtReply.Adopted : CourtReply.Retrial) ? new ReplyDoesNotFit(reply, SupervisedCase.Of(p).Object) { Field = "reply" }
        : Guard.Empty(document, "document", "法院文书", "Document of the court") is { } empty ? empty
        : Decision.Of(new CourtReplied(on, reply, document.Trim(), content, p.Id)));

    public static Decision Retried(Matter matter, string? proceeding, DateOnly on, RetrialResult result, string document, string? content, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        Guard.Empty(document, "document", "再审裁判文书", "Retrial judgment") is { } empty ? empty : Decision.Of(new RetrialEnded(on, result, document.Trim(), content, p.Id)));
}

public sealed record ReplyDoesNotFit(CourtReply Reply, SupervisedObject Object)
    : Refusal("reply-does-not-fit", new Text($"监督对象是“{Object.Label().Zh}”，法院的处理不会是“{Reply.Label().Zh}”", $"“{Reply.Label().En}” is no answer where “{Object.Label().En}” is supervised"), new LegalRef("民诉法219、222；行诉法93"), new Text("对裁判：裁定再审或者不采纳；对审判人员违法、执行活动：采纳或者不采纳", "judgments: retrial or not adopted; conduct and enforcement: adopted or not adopted"));

[EventType("litigation.court-received")]
public sealed record CourtReceived(DateOnly On, string? Receipt, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("with-court", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        return [Suit.Occurs("court-received", On, Proceeding, ("decision", proceeding.Fact("decision")), ("object", proceeding.Fact("object")))];
    }

    public Text Says(Matter matter) => new($"{Proceeding} 人民法院收到监督文书{(Receipt is null ? "" : $"（{Receipt}）")}", $"{Proceeding}: received by the court{(Receipt is null ? "" : $" ({Receipt})")}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.court-replied")]
public sealed record CourtReplied(DateOnly On, CourtReply Reply, string Document, string? Content, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(
        Reply switch { CourtReply.Retrial => "retrial", CourtReply.Adopted => "adopted", _ => "not-adopted" }, On, Reply.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("court-replied", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 人民法院：{Reply.Label().Zh}（{Document}）{Content}", $"{Proceeding}: the court: {Reply.Label().En} ({Document}) {Content}".TrimEnd());

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.retrial-ended")]
public sealed record RetrialEnded(DateOnly On, RetrialResult Result, string Document, string? Content, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Result == RetrialResult.Upheld ? "not-adopted" : "retried", On, Result.Label());

    public Text Says(Matter matter) => new($"{Proceeding} 再审结果：{Result.Label().Zh}（{Document}）{Content}", $"{Proceeding}: retrial: {Result.Label().En} ({Document}) {Content}".TrimEnd());

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}
