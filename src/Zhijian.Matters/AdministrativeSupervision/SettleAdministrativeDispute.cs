using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>
/// Record what was done to settle the dispute itself (实质性化解行政争议; 行政监督规则56第2款): who took part, what was agreed, and whether it is settled.
/// The supervision is decided apart from it.
/// </summary>
public sealed record SettleAdministrativeDispute(
    [Label("日期", "Date")] DateOnly On,
    [Label("参加人", "Who took part", HintZh = "当事人、行政机关、法院等", HintEn = "parties, organ, court")] string Who,
    [Label("做了什么", "What was done", HintZh = "如 公开听证、释法说理、促成和解", HintEn = "e.g. hearing, explanation, settlement"), LongText] string What,
    [Label("已化解", "Settled")] bool Settled = false,
    [Label("协议内容", "Agreement", HintZh = "已化解的必填", HintEn = "needed where it is settled"), LongText] string? Agreement = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SettleAdministrativeDispute>
{
    public static Decision Decide(Matter matter, SettleAdministrativeDispute c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        (Guard.Empty(c.Who, "who", "参加人", "Who took part") ?? Guard.Empty(c.What, "what", "做了什么", "What was done")
        ?? (c.Settled ? Guard.Empty(c.Agreement, "agreement", "协议内容", "Agreement") : null)) is { } empty
            ? empty
            : Decision.Of(new AdministrativeDisputeHandled(c.On, c.Who.Trim(), c.What.Trim(), c.Settled, c.Agreement?.Trim(), p.Id)));
}

[EventType("administrative.dispute-handled")]
public sealed record AdministrativeDisputeHandled(DateOnly On, string Who, string What, bool Settled, string? Agreement, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("settlement", Settled ? "settled" : "tried");

    public Text Says(Matter matter) => Settled
        ? new($"{Proceeding} 行政争议实质性化解：{Who}；{What}；协议：{Agreement}", $"{Proceeding}: dispute settled: {Who}; {What}; agreement: {Agreement}")
        : new($"{Proceeding} 争议化解工作：{Who}；{What}", $"{Proceeding}: work towards a settlement: {Who}; {What}");

    Track? IMatterEvent.Track => Track.Administrative;
}
