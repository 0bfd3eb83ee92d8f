using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>End the public-interest case (终结案件; 公益诉讼办案规则74、78、80), with the ground; what was rectified, judged or settled only with its effect.</summary>
public sealed record EndPublicInterest(
    [Label("终结日期", "Ended on")] DateOnly On,
    [Label("理由", "Reasons"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<EndPublicInterest>
{
    public static Decision Decide(Matter matter, EndPublicInterest c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (PublicLines.Empty(x, ("reason", c.Reason, new Text("理由", "Reasons"))) is { } empty)
            return empty;
        return proceeding.Stage is "rectified" or "settled" or "judged" or "withdrawn" && !proceeding.Facts.ContainsKey("effect")
            ? new EffectNotSeen(proceeding.Id) { Field = "proceeding" }
            : Decision.Of(new PublicInterestEnded(c.On, c.Reason.Trim(), proceeding.Id));
    }
}

public sealed record EffectNotSeen(string Id)
    : Refusal(
        "effect-not-seen",
        new Text($"{Id} 还没有登记修复效果，不能终结", $"what was restored in {Id} was not recorded; it does not end yet"),
        null,
        new Text("先“登记公益修复效果”：修复了什么、何时核实、凭据", "first record what was restored, when it was seen, and the proof"));

[EventType("public-interest.ended")]
public sealed record PublicInterestEnded(DateOnly On, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("ended", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-interest-ended", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 终结公益诉讼案件：{Reason}", $"{Proceeding}: case ended: {Reason}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
