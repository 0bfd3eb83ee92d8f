using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Decide the recheck (复查决定; 民事监督规则126): the refusal stands, or the case is taken up and decided like any other.</summary>
public sealed record DecideCivilRecheck(
    [Label("日期", "Date")] DateOnly On,
    [Label("结论", "Outcome")] RecheckOutcome Outcome,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecideCivilRecheck>
{
    public static Decision Decide(Matter matter, DecideCivilRecheck c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        Guard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty ? empty : Decision.Of(new CivilRecheckDecided(c.On, c.Outcome, c.Reason.Trim(), p.Id)));
}

/// <summary>What the recheck found.</summary>
public enum RecheckOutcome
{
    [Label("维持不支持监督申请决定", "The refusal stands")]
    Stands,

    [Label("应当监督，继续作出监督决定", "To be supervised; the decision follows")]
    Supervise,
}

[EventType("civil.recheck-decided")]
public sealed record CivilRecheckDecided(DateOnly On, RecheckOutcome Outcome, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Outcome == RecheckOutcome.Stands ? "recheck-upheld" : "accepted", On, Outcome.Label());

    // while the decision to supervise is not made the three months of the recheck run on
    public IEnumerable<Occurrence> Occurrences(Matter matter) => Outcome == RecheckOutcome.Stands ? [Suit.Occurs("recheck-decided", On, Proceeding)] : [];

    public Text Says(Matter matter) => new($"{Proceeding} 复查结论：{Outcome.Label().Zh}。{Reason}", $"{Proceeding}: recheck: {Outcome.Label().En}. {Reason}");

    Track? IMatterEvent.Track => Track.Civil;
}
