using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Record the first-instance judgment on the public interest (公益诉讼判决); one on our own suit goes up within three days (公益诉讼办案规则58).</summary>
public sealed record RecordPublicJudgment(
    [Label("收到裁判日期", "Received on")] DateOnly On,
    [Label("法院", "Court")] string Court,
    [Label("结果", "Outcome")] PublicOutcome Outcome,
    [Label("判决内容", "What it orders"), LongText] string Orders,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordPublicJudgment>
{
    public static Decision Decide(Matter matter, RecordPublicJudgment c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("court", c.Court, new Text("法院", "Court")), ("orders", c.Orders, new Text("判决内容", "What it orders")))
            ?? Decision.Of(new PublicJudgmentRecorded(c.On, c.Court.Trim(), c.Outcome, c.Orders.Trim(), proceeding.Id));
    }
}

public enum PublicOutcome
{
    [Label("支持全部请求", "Granted")]
    Granted,

    [Label("支持部分请求", "Granted in part")]
    GrantedInPart,

    [Label("驳回", "Dismissed")]
    Dismissed,
}

[EventType("public-interest.judged")]
public sealed record PublicJudgmentRecorded(DateOnly On, string Court, PublicOutcome Outcome, string Orders, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("judged", On, Outcome.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence("public-suit-judged", On, Proceeding) { Facts = PublicLines.Facts("own", matter.KnownProceeding(Proceeding).Facts.ContainsKey("own-suit") ? "yes" : "no") }];

    public Text Says(Matter matter) => new($"{Proceeding} 公益诉讼判决：{Outcome.Label().Zh}（{Court}：{Orders}）", $"{Proceeding}: judgment, {Outcome.Label().En.ToLowerInvariant()} ({Court}: {Orders})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
