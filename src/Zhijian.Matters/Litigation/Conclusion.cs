using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>The decision after the review, its documents, and the answer of the office above.</summary>
internal static class Conclusion
{
    /// <param name="committeeNeeded">The article by which the committee decides on a retrial suggestion; null where none was read.</param>
    public static Decision Decide(Matter matter, string? proceeding, DateOnly on, SupervisionDecision decision, string reason, string? committee, LegalRef? committeeNeeded, StepContext x) =>
        Proceedings.In(matter, proceeding, on, x, p =>
        {
            var law = Suit.ByKind(p.Id, "民诉法219", "行诉法93");
            if (p.Fact("paused").Length > 0)
                return new DecidedWhilePaused(p.Id, p.Fact("paused-since")) { Field = "on" };
            if (Competence.Obstacle(decision, SupervisedCase.Of(p), x.Actor, law) is { } obstacle)
                return obstacle;
            if (decision == SupervisionDecision.NotSupported && p.Fact("origin") == "ex-officio")
                return new NothingWasAppliedFor(p.Id, Suit.ByKind(p.Id, "民事监督规则37、89", "行诉法93")) { Field = "decision" };
            if (decision == SupervisionDecision.RetrialSuggestion && committeeNeeded is not null && string.IsNullOrWhiteSpace(committee))
                return new CommitteeDecides(committeeNeeded) { Field = "committee" };
            return Guard.Empty(reason, "reason", "理由", "Reason") is { } empty ? empty : Decision.Of(new SupervisionDecided(on, decision, reason.Trim(), committee, p.Id));
        });

    public static Decision Send(Matter matter, string? proceeding, DateOnly on, string document, string to, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        (Guard.Empty(document, "document", "文书文号", "Document number") ?? Guard.Empty(to, "to", "送往", "Sent to")) is { } empty ? empty : Decision.Of(new SupervisionSent(on, document.Trim(), to.Trim(), p.Id)));

    public static Decision Answered(Matter matter, string? proceeding, DateOnly on, HigherAnswer answer, string office, string? document, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        Guard.Empty(office, "office", "上级院", "Office above") is { } empty ? empty : Decision.Of(new HigherOfficeAnswered(on, answer, office.Trim(), document, p.Id)));

    public static Decision FollowUp(Matter matter, string? proceeding, DateOnly on, FollowUp what, string reason, StepContext x) => Proceedings.In(matter, proceeding, on, x, p =>
        what == Litigation.FollowUp.Higher && Competence.LevelOf(x.Actor) == CourtLevel.Supreme ? new NobodyAbove(Suit.ByKind(p.Id, "民诉法219", "行诉法93")) { Field = "what" }
        : Guard.Empty(reason, "reason", "理由", "Reason") is { } empty ? empty
        : Decision.Of(new OpinionFollowedUp(on, what, reason.Trim(), p.Id)));
}

public sealed record DecidedWhilePaused(string Id, string Since)
    : Refusal("decided-while-paused", new Text($"{Id} 的审查期限自 {Since} 起在扣除，尚未恢复", $"the review of {Id} is paused since {Since}"), null, new Text("先登记调卷、鉴定等的结束", "record the end of that time first"));

public sealed record NothingWasAppliedFor(string Id, LegalRef Article)
    : Refusal("nothing-was-applied-for", new Text($"{Id} 依职权启动，没有申请可以不支持", $"{Id} was started ex officio; there is no application to refuse"), Article, new Text("选择终结审查", "choose the end of the review"));

public sealed record CommitteeDecides(LegalRef Article)
    : Refusal("committee-decides", new Text("再审检察建议须经检察委员会决定", "a retrial suggestion is decided by the procuratorial committee"), Article, new Text("填写检察委员会会议的日期或者文号", "give the date or number of the committee's meeting"));

[EventType("litigation.decided")]
public sealed record SupervisionDecided(DateOnly On, SupervisionDecision Decision, string Reason, string? Committee, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Set("decision", Words.Kebab(Decision));
        proceeding.Move(
            Decision switch
            {
                SupervisionDecision.Protest => "protested",
                SupervisionDecision.RequestProtest => "requested",
                SupervisionDecision.RetrialSuggestion or SupervisionDecision.Suggestion => "suggested",
                SupervisionDecision.NotSupported => "not-supported",
                _ => "ended",
            },
            On,
            Decision.Label());
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("decided", On, Proceeding, ("decision", Words.Kebab(Decision)))];

    public Text Says(Matter matter) => new(
        $"{Proceeding} 决定：{Decision.Label().Zh}{(Committee is null ? "" : $"（检委会 {Committee}）")}。{Reason}",
        $"{Proceeding}: {Decision.Label().En}{(Committee is null ? "" : $" (committee {Committee})")}. {Reason}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.sent")]
public sealed record SupervisionSent(DateOnly On, string Document, string To, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("document", Document);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("sent", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 文书 {Document} 送往{To}", $"{Proceeding}: {Document} sent to {To}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.higher-answered")]
public sealed record HigherOfficeAnswered(DateOnly On, HigherAnswer Answer, string Office, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        if (Answer == HigherAnswer.Protested)
            proceeding.Set("decision", Words.Kebab(proceeding.Fact("object") == "judgment" ? SupervisionDecision.Protest : SupervisionDecision.Suggestion));
        proceeding.Move(Answer == HigherAnswer.Protested ? "protested" : "declined", On, Answer.Label());
    }

    public Text Says(Matter matter) => new($"{Proceeding} {Office}：{Answer.Label().Zh}{(Document is null ? "" : $"（{Document}）")}", $"{Proceeding}: {Office}: {Answer.Label().En}{(Document is null ? "" : $" ({Document})")}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}

[EventType("litigation.followed-up")]
public sealed record OpinionFollowedUp(DateOnly On, FollowUp What, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(What == FollowUp.Higher ? "requested" : "left", On, What.Label());

    public Text Says(Matter matter) => new($"{Proceeding} 跟进监督：{What.Label().Zh}。{Reason}", $"{Proceeding}: follow-up: {What.Label().En}. {Reason}");

    Track? IMatterEvent.Track => Suit.TrackOf(Proceeding);
}
