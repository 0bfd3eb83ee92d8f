using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Serve the opinion on the agency together with the non-prosecution decision (送达检察意见书; 刑诉法177第3款; 规则373).</summary>
public sealed record ServePenaltyOpinion(
    [Label("收到日期", "Received on")] DateOnly On,
    [Label("送达回证", "Receipt")] string Receipt,
    [Label("连同不起诉决定书", "With the non-prosecution decision")] bool WithDecision,
    [Label("转送、通知的检察院", "Through, or told", HintZh = "主管机关在异地的，填所在地检察院", HintEn = "the procuratorate of the place where the agency is elsewhere")] string? Through = null,
    [Label("限期回复", "Reply fixed for", HintZh = "紧急时另定；空白为二个月（待核）", HintEn = "only where urgent; empty = two months (unverified)")] DateOnly? ReplyBy = null,
    [Label("紧急的情形", "Why it is urgent"), LongText] string? UrgentReason = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ServePenaltyOpinion>
{
    public static Decision Decide(Matter matter, ServePenaltyOpinion c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        Guard.Empty(c.Receipt, "receipt", "送达回证", "Receipt") is { } empty ? empty
        : !c.WithDecision ? new DecisionGoesWithIt(p.Id) { Field = "withDecision" }
        : c.ReplyBy <= c.On ? new ReplyBeforeReceipt(c.ReplyBy.Value, c.On) { Field = "replyBy" }
        : c.ReplyBy is not null && Guard.Empty(c.UrgentReason, "urgentReason", "紧急的情形", "Why it is urgent") is { } unexplained ? unexplained
        : Decision.Of(new PenaltyOpinionServed(c.On, c.Receipt.Trim(), c.Through?.Trim(), c.ReplyBy, c.UrgentReason, p.Fact("place"), p.Id)));
}

public sealed record DecisionGoesWithIt(string Id)
    : Refusal(
        "decision-goes-with-it",
        new Text($"{Id} 的检察意见须连同不起诉决定书一并移送", $"the opinion of {Id} goes together with the non-prosecution decision"),
        new LegalRef("规则373"),
        new Text("一并送达不起诉决定书后登记", "serve the decision with it, then record"));

public sealed record ReplyBeforeReceipt(DateOnly By, DateOnly On)
    : Refusal("reply-before-receipt", new Text($"限期回复的 {By:yyyy-MM-dd} 不晚于收到的 {On:yyyy-MM-dd}", $"the reply fixed for {By:yyyy-MM-dd} is not after the receipt on {On:yyyy-MM-dd}"), null, new Text("核对日期；不另定的留空", "check the day; leave it empty where none was fixed"));

/// <param name="Place">Where the agency is, as the opinion has it.</param>
[EventType("penalty.opinion-served")]
public sealed record PenaltyOpinionServed(DateOnly On, string Receipt, string? Through, DateOnly? ReplyBy, string? UrgentReason, string Place, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("served", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [ReplyBy is { } by
        ? PenaltyParts.Occurs("penalty-opinion-served", On, Proceeding, ("reply", "fixed"), ("days", (by.DayNumber - On.DayNumber).ToString(CultureInfo.InvariantCulture)))
        : PenaltyParts.Occurs("penalty-opinion-served", On, Proceeding, ("reply", "two-months"))];

    // not a refusal: how an opinion reaches an agency elsewhere stands in a text that was not verified
    IEnumerable<Text> IMatterEvent.Doubts => Place == Words.Kebab(AgencyPlace.Here) || !string.IsNullOrWhiteSpace(Through) ? [] :
        [new Text("主管机关在异地，没有登记由所在地检察院转送或者通知该院（高检发释字〔2021〕4号10，待核）", "the agency is elsewhere, and no procuratorate of that place passed it on or was told (高检发释字〔2021〕4号 art 10, unverified)")];

    public Text Says(Matter matter)
    {
        var agency = matter.KnownProceeding(Proceeding).Fact("agency");
        var (zh, en) = (Through is null ? "" : $"，经{Through}", Through is null ? "" : $" through {Through}");
        return ReplyBy is { } by
            ? new($"{Proceeding} 检察意见书送达{agency}{zh}，限 {by:yyyy-MM-dd} 前回复（{Receipt}）", $"{Proceeding}: opinion served on {agency}{en}, reply by {by:yyyy-MM-dd} ({Receipt})")
            : new($"{Proceeding} 检察意见书送达{agency}{zh}（{Receipt}）", $"{Proceeding}: opinion served on {agency}{en} ({Receipt})");
    }

    Track? IMatterEvent.Track => Track.Administrative;
}
