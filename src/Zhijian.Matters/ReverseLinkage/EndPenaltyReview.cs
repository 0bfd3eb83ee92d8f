using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>End the review without an opinion (终结审查; 行刑反向衔接工作指引13、15), with its reason.</summary>
public sealed record EndPenaltyReview(
    [Label("终结日期", "Ended on")] DateOnly On,
    [Label("事由", "Ground")] PenaltyReviewEnd Ground,
    [Label("事实和理由", "Facts and reasons"), LongText] string Reason,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<EndPenaltyReview>
{
    public static Decision Decide(Matter matter, EndPenaltyReview c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        p.Stage == "suspended" && c.Ground is not (PenaltyReviewEnd.Revoked or PenaltyReviewEnd.Gone) ? new SuspendedReviewEndsOnlyIfSettled(p.Id) { Field = "ground" }
        : c.Ground == PenaltyReviewEnd.LimitationRun && PenaltyParts.DiscoveredInTime(matter) ? new LimitationHasNotRun(PenaltyParts.ActsEnded(matter)!.Value, matter.RegisteredOn!.Value) { Field = "ground" }
        : Guard.Empty(c.Reason, "reason", "事实和理由", "Facts and reasons") is { } empty ? empty
        : Decision.Of(new PenaltyReviewEnded(c.On, c.Ground, c.Reason.Trim(), c.Document, p.Id)));
}

/// <summary>Why no opinion is made.</summary>
public enum PenaltyReviewEnd
{
    [Label("不需要行政处罚（轻微并及时改正、初次违法等，行政处罚法33）", "No penalty needed (minor and put right, first time; 行政处罚法33)")]
    NotNeeded,

    [Label("没有行政违法行为", "No administrative offence")]
    NoOffence,

    [Label("超过处罚时效（行政处罚法36）", "The limitation of the penalty has run out (行政处罚法36)")]
    LimitationRun,

    [Label("同一违法行为已受行政处罚（行政处罚法29）", "Already punished for the same act (行政处罚法29)")]
    AlreadyPunished,

    [Label("法院已判处罚金，不再罚款，已缴罚款折抵（行政处罚法35）", "Fined by a court: no second fine, one that was paid is set off (行政处罚法35)")]
    FinedByCourt,

    [Label("人员死亡、单位终止", "The person died, the unit ceased to exist")]
    Gone,

    [Label("不起诉决定被撤销", "The non-prosecution was revoked")]
    Revoked,

    [Label("其他", "Other")]
    Other,
}

public sealed record SuspendedReviewEndsOnlyIfSettled(string Id)
    : Refusal(
        "suspended-review-ends-only-if-settled",
        new Text($"{Id} 已中止审查，复议、复核、申诉没有结果", $"{Id} is suspended; the reconsideration, review or complaint has no result yet"),
        new LegalRef("行刑反向衔接工作指引13"),
        new Text("先恢复审查；不起诉决定被撤销或者人员死亡的，选该事由", "resume the review first; where the non-prosecution was revoked or the person died, choose that ground"));

public sealed record LimitationHasNotRun(PartialDate Ended, PartialDate Registered)
    : Refusal(
        "limitation-has-not-run",
        new Text($"行为终了于 {Ended}，本案 {Registered} 已登记，二年内已被发现", $"the act ended on {Ended} and the matter was registered on {Registered}: it was discovered within two years"),
        new LegalRef("行政处罚法36", RefStatus.Secondary),
        new Text("核对行为终了的日期；或者选择其他事由", "check when the act ended, or choose another ground"));

[EventType("penalty.review-ended")]
public sealed record PenaltyReviewEnded(DateOnly On, PenaltyReviewEnd Ground, string Reason, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("no-opinion", On, Ground.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("penalty-review-ended", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 终结审查：{Ground.Label().Zh}（{Reason}）", $"{Proceeding}: review ended: {Ground.Label().En} ({Reason})");

    Track? IMatterEvent.Track => Track.Administrative;
}
