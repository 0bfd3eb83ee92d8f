using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>How amounts are computed, compared and turned into ranges: data/law/rules/. Each figure with its article.</summary>
public sealed record Rules
{
    public required IReadOnlyList<PriceRule> Prices { get; init; }

    /// <summary>Kinds of cost that are deducted from proceeds to find the gains; all others are not.</summary>
    public required IReadOnlyList<string> Deducted { get; init; }

    public required IReadOnlyList<string> NotDeducted { get; init; }

    public required LegalRef Gains { get; init; }

    /// <summary>What held before the rule on gains.</summary>
    public required string GainsBefore { get; init; }

    public required IReadOnlyDictionary<LossCase, LossRule> Losses { get; init; }

    public required LegalRef LostProfit { get; init; }

    public required IReadOnlyList<FineRange> Fines { get; init; }

    public required IReadOnlyList<LimitationStep> Limitation { get; init; }

    public required LimitationStep LimitationForLife { get; init; }

    /// <summary>What is open about the day on which the limitation ends.</summary>
    public required string LimitationOpen { get; init; }

    public required YearsRule Recidivism { get; init; }

    /// <summary>Years within which an earlier penalty lowers the figures.</summary>
    public required int RepeatYears { get; init; }

    public required string RepeatOpen { get; init; }

    public required PleaRule Plea { get; init; }

    public required (int MaxMonths, LegalRef Reference) FastTrack { get; init; }

    public required (LegalRef Reference, Text Says) Attempt { get; init; }

    public required LegalRef SetOff { get; init; }

    /// <summary>What the interpretations said about probation (缓刑), by the day of the handling.</summary>
    public required IReadOnlyList<DatedRemark> Probation { get; init; }

    /// <summary>Severer and lenient circumstances to go through one by one; whether one is given, people decide.</summary>
    public required IReadOnlyList<Circumstance> Circumstances { get; init; }

    public required IReadOnlyList<ConcurrenceRule> Concurrence { get; init; }

    /// <summary>The price rule of an instrument; the oldest where none names it.</summary>
    public PriceRule PricesOf(string instrument) => Prices.FirstOrDefault(p => p.Instruments.Contains(instrument)) ?? Prices[^1];
}

/// <summary>By which price goods are valued that were not sold.</summary>
/// <param name="AnyOf">Bases that stand beside each other: the result is a range.</param>
/// <param name="Order">Bases of which the next counts only where the one before is missing.</param>
public sealed record PriceRule(
    IReadOnlyList<string> Instruments, IReadOnlyList<PriceBasis> AnyOf, IReadOnlyList<PriceBasis> Order, LegalRef Reference, string? Note);

/// <summary>What a price rests on.</summary>
public enum PriceBasis
{
    /// <summary>已查清的实际销售平均价格</summary>
    AverageActual,

    /// <summary>标价</summary>
    Label,

    /// <summary>被侵权产品的市场中间价格</summary>
    MarketMiddle,
}

/// <summary>How a trade secret was acquired and used; the method of its loss follows (法释〔2025〕5号第18条).</summary>
public enum LossCase
{
    [Label("不正当取得，尚未使用", "Acquired improperly, not used")]
    AcquiredNotUsed,

    [Label("不正当取得后使用", "Acquired improperly and used")]
    AcquiredThenUsed,

    [Label("违反保密义务使用", "Used in breach of duty")]
    BreachUsed,

    [Label("第三人明知而使用", "Used by a knowing third party")]
    ThirdParty,

    [Label("为公众所知悉或者灭失", "Made public or lost")]
    BecamePublic,
}

/// <summary>How the loss of a trade secret is computed (法释〔2025〕5号第18条).</summary>
public enum LossMethod
{
    LicenceFee,
    LostProfit,
    LostProfitAtLeastLicenceFee,
    CommercialValue,
}

public sealed record LossRule(LossMethod Method, Text Says, LegalRef Reference);

/// <summary>The range of a fine under one instrument.</summary>
/// <param name="Ordered">Turnover counts only where the gains are unknown.</param>
/// <param name="Unknown">Yuan where neither is known: up to three years (or fine only), and above.</param>
public sealed record FineRange(
    string Instrument, DateOnly From, DateOnly? To, (decimal From, decimal To) Gains, (decimal From, decimal To) Turnover, bool Ordered,
    ((decimal From, decimal To) UpTo3Years, (decimal From, decimal To) Over3Years)? Unknown, LegalRef Reference, string? Note);

/// <param name="BelowMonths">For a statutory maximum below these months; null: for all above.</param>
public sealed record LimitationStep(int? BelowMonths, int Years, LegalRef Reference);

public sealed record YearsRule(int Years, LegalRef Reference, string Needs);

/// <summary>Upper ends of the reduction for a guilty plea, in percent of the base sentence.</summary>
public sealed record PleaRule(int Alone, int WithOthers, string Others, LegalRef Reference, string Note);

/// <summary>A remark that holds for handlings in a period.</summary>
public sealed record DatedRemark(DateOnly From, DateOnly? To, Remark Remark)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A circumstance that makes the sentence severer or more lenient.</summary>
public sealed record Circumstance(string Id, CircumstanceKind Kind, DateOnly From, Text Title, LegalRef Reference);

/// <summary>Whether a circumstance aggravates or mitigates (从重、从宽).</summary>
public enum CircumstanceKind
{
    Severer,
    Lenient,
}

/// <param name="OwnProduct">Whether the goods sold were made by the same person; null where it does not matter.</param>
public sealed record ConcurrenceRule(IReadOnlyList<string> Charges, ConcurrenceKind Kind, bool? OwnProduct, LegalRef Reference);

/// <summary>What becomes of two charges of one person.</summary>
public enum ConcurrenceKind
{
    /// <summary>从一重处断</summary>
    Heavier,

    /// <summary>吸收，只定前一罪</summary>
    Absorbed,

    /// <summary>数罪并罚</summary>
    Plural,
}
