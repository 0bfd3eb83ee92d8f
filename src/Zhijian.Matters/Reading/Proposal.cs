using Zhijian.Kernel;

namespace Zhijian.Matters.Reading;

/// <summary>
/// What a text seems to state, with the place where it stands and the rule that saw it. It is a proposal: nothing enters a matter that a
/// person has not ticked.
/// </summary>
/// <param name="Start">In UTF-16 units, as C# and JavaScript count.</param>
/// <param name="Why">Name of the rule.</param>
public abstract record Proposal(int Start, int Length, string Surface, Text Why)
{
    public int End => Start + Length;

    /// <summary>What it says, for a list: 148万余元 is 1,480,000 或更多.</summary>
    public abstract Text Says { get; }
}

/// <param name="To">The upper end of a range.</param>
/// <param name="Kind">Id of the kind of amount, only where the wording states it.</param>
/// <param name="Metric">The measure of a threshold that this kind feeds.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record AmountProposal(
    int Start, int Length, string Surface, Text Why, decimal Value, decimal? To, Approximation Approximation, string Currency, string? Kind = null, string? Metric = null)
    : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => Numbers.Say(Value, To, Approximation, Currency == "CNY" ? new Text(" 元", " yuan") : new Text(" " + Currency, " " + Currency));
}

/// <param name="Relative">The year or the month comes from a date before it: 同年8月14日.</param>
public sealed record DateProposal(int Start, int Length, string Surface, Text Why, PartialDate On, PartialDate? To, bool Relative) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => To is { } to ? new Text($"{On} 至 {to}", $"{On} to {to}") : new Text(On.Value, On.Value);
}

/// <param name="Unit">As written: 件, 吨, ML.</param>
public sealed record QuantityProposal(int Start, int Length, string Surface, Text Why, decimal Value, decimal? To, Approximation Approximation, string Unit) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => Numbers.Say(Value, To, Approximation, new Text(" " + Unit, " " + Unit));
}

/// <summary>What was made or sold, beside a quantity.</summary>
public sealed record GoodsProposal(int Start, int Length, string Surface, Text Why) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => new(Surface, Surface);
}

/// <param name="Name">Without the quotation marks.</param>
public sealed record MarkProposal(int Start, int Length, string Surface, Text Why, string Name) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => new(Name, Name);
}

/// <param name="Start">Of the name, where it stands first.</param>
public sealed record PersonProposal(int Start, int Length, string Surface, Text Why, PersonRole Role, bool IsUnit) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => new($"{Role.Label().Zh} {Surface}", $"{Role.Label().En} {Surface}");
}

/// <summary>Wording that points to an attempt or to goods that were not sold.</summary>
public sealed record AttemptProposal(int Start, int Length, string Surface, Text Why) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => Why;
}

/// <param name="On">The last date of the passage, as a rule that of the decision.</param>
public sealed record PenaltyProposal(int Start, int Length, string Surface, Text Why, PartialDate? On) : Proposal(Start, Length, Surface, Why)
{
    public override Text Says => On is { } on ? new Text($"{on} {Surface}", $"{on} {Surface}") : new Text(Surface, Surface);
}

/// <summary>How a stated number relates to the true one.</summary>
public enum Approximation
{
    [Label("确数", "exact")]
    Exact,

    [Label("约数", "about")]
    About,

    [Label("至少", "at least")]
    AtLeast,

    [Label("至多", "at most")]
    AtMost,

    [Label("区间", "range")]
    Range,
}

/// <summary>The part that a text gives to a person.</summary>
public enum PersonRole
{
    [Label("被告人", "defendant")]
    Defendant,

    [Label("同案人", "accomplice")]
    Accomplice,

    [Label("证人", "witness")]
    Witness,

    [Label("被害人、被害单位", "victim")]
    Victim,

    [Label("权利人", "right holder")]
    RightHolder,
}
