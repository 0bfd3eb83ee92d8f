using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Withdraw the suit because all its claims are met (撤回起诉; 公益诉讼办案规则84、99); the decision goes to the court within three days.</summary>
public sealed record WithdrawPublicSuit(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("诉讼请求", "The claims")] ClaimsMet Claims,
    [Label("怎样纠正、怎样核实", "What was corrected, and how it was checked"), LongText] string Corrected,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<WithdrawPublicSuit>
{
    public static Decision Decide(Matter matter, WithdrawPublicSuit c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Claims == ClaimsMet.Partly)
            return new ClaimsAreNotMet(proceeding.Id, x.Procedure.Reference!) { Field = "claims" };
        return PublicLines.Empty(x, ("corrected", c.Corrected, new Text("怎样纠正、怎样核实", "What was corrected, and how it was checked")))
            ?? Decision.Of(new PublicSuitWithdrawn(c.On, c.Corrected.Trim(), proceeding.Id));
    }
}

public enum ClaimsMet
{
    [Label("全部实现", "All met")]
    All,

    [Label("部分实现", "Met in part")]
    Partly,
}

public sealed record ClaimsAreNotMet(string Id, LegalRef Reference)
    : Refusal(
        "claims-are-not-met",
        new Text($"{Id} 的诉讼请求没有全部实现，不撤回起诉", $"not all claims of {Id} are met; the suit is not withdrawn"),
        Reference,
        new Text("等全部实现后撤回；部分实现的，变更诉讼请求并附卷", "withdraw when all are met; where some are, change the claims and attach the decision"));

[EventType("public-interest.suit-withdrawn")]
public sealed record PublicSuitWithdrawn(DateOnly On, string Corrected, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("withdrawn", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-withdrawal-decided", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 诉讼请求全部实现，撤回起诉：{Corrected}", $"{Proceeding}: all claims met, suit withdrawn: {Corrected}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
