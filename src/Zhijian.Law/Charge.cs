using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>An offence (罪名) with its texts and standards through time.</summary>
public sealed record Charge
{
    /// <summary>The article of the Criminal Law: 213, 219-1.</summary>
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>Who can commit it.</summary>
    public required Text Who { get; init; }

    /// <summary>The article by which a unit answers for it (刑法30、220); null where a unit cannot.</summary>
    public required LegalRef? UnitReference { get; init; }

    public bool UnitPossible => UnitReference is not null;

    public required IReadOnlyList<StatuteText> Texts { get; init; }

    public required IReadOnlyList<Threshold> Thresholds { get; init; }

    /// <summary>The object of all standards where they know only one (214: goods); null where they distinguish.</summary>
    public string? OnlyObject => Thresholds.Count > 0 && Thresholds[0].Object is { } o && Thresholds.All(t => t.Object == o) ? o : null;

    /// <summary>The text in force on a day; null before the first and after the last.</summary>
    public StatuteText? TextOn(DateOnly day) => Texts.FirstOrDefault(t => t.From <= day && (t.To is null || day <= t.To));
}

/// <summary>One text of the article, in force from a day (to a day, inclusive). Bands stand from the lightest to the heaviest.</summary>
/// <param name="Excludes">Objects that this text did not cover: services before 2021-03-01.</param>
public sealed record StatuteText(
    string Version, DateOnly From, DateOnly? To, LegalRef Reference, IReadOnlyList<Element> Elements, IReadOnlyList<Band> Bands, IReadOnlyList<string> Excludes, string? Note)
{
    public Band Base => Bands[0];

    public Band? Aggravated => Bands.Count > 1 ? Bands[1] : null;
}

/// <summary>One thing to prove.</summary>
/// <param name="ByStandards">Answered by the standards, not by a person.</param>
public sealed record Element(string Id, Text Title, bool ByStandards);

/// <summary>A sentencing band in months of fixed-term imprisonment. <paramref name="Detention"/>: 拘役; <paramref name="Control"/>: 管制.</summary>
/// <param name="Life">Life imprisonment (无期徒刑) stands beside the months.</param>
/// <param name="FineOf">The fine is a share of an amount; null where the article leaves it open.</param>
public sealed record Band(int MinMonths, int MaxMonths, bool Detention, bool Control, FineRule Fine, bool Life = false, FineShare? FineOf = null)
{
    /// <summary>The heavier of two bands (法释〔1997〕12号): the higher maximum, then the higher minimum.</summary>
    public static int CompareWeight(Band? a, Band? b) => Weight(a).CompareTo(Weight(b));

    /// <summary>No band (no crime) weighs nothing; life weighs more than any months.</summary>
    public static (int Max, int Min) Weight(Band? band) => band is null ? (0, 0) : (band.Life ? int.MaxValue : band.MaxMonths, band.MinMonths);
}

/// <summary>A fine as a share of an amount: from half to twice the sales amount.</summary>
public sealed record FineShare(string Metric, decimal From, decimal To);

/// <summary>How the fine stands beside the imprisonment.</summary>
public enum FineRule
{
    /// <summary>并处罚金</summary>
    And,

    /// <summary>并处或者单处罚金</summary>
    AndOrOnly,
}

/// <summary>For whom a figure holds: until 2007-04-04 a unit had three times that of an individual.</summary>
public enum ThresholdSubject
{
    Any,
    Individual,
    Unit,
}

/// <summary>Whether what reaches the figure is an attempt (未遂，刑法23).</summary>
public enum AttemptRule
{
    No,
    Yes,

    /// <summary>The text does not say; the prosecutor decides.</summary>
    Unsettled,
}

/// <summary>
/// A figure from which an act is an offence (base) or falls into the next band (aggravated). Inclusive: “以上” includes the figure
/// (刑法99). Amounts are in yuan, counts in pieces; the metric says which (data/vocabulary/standards.yaml).
/// </summary>
public sealed record Threshold
{
    /// <summary>Composed of charge, instrument, subject, object, variant and metric.</summary>
    public required string Id { get; init; }

    public required string Charge { get; init; }

    public required string Instrument { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>The texts of the article to which it belongs (1997, 2020).</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    public required ThresholdSubject Subject { get; init; }

    /// <summary>On what the act was done; null where the standard does not distinguish.</summary>
    public string? Object { get; init; }

    /// <summary>The situation in which it holds: general, two-kinds, repeat-2y, unsold …</summary>
    public required string Variant { get; init; }

    /// <summary>What is measured: illegal_turnover, sales_amount, illegal_gains, unsold_value …</summary>
    public required string Metric { get; init; }

    /// <summary>Null where the base band knows no figure of this kind.</summary>
    public decimal? Base { get; init; }

    public decimal? Aggravated { get; init; }

    /// <summary>Upper end of a range within which each province fixes the base figure (法释〔1998〕30号第18条).</summary>
    public decimal? BaseTo { get; init; }

    public decimal? AggravatedTo { get; init; }

    /// <summary>The band, from 1, that the base figure opens; the aggravated one opens the next.</summary>
    public int Band { get; init; } = 1;

    /// <summary>It holds only while another amount stays below its own figure: sold goods below the sales figure.</summary>
    public OnlyBelow? OnlyBelow { get; init; }

    public AttemptRule Attempt { get; init; }

    /// <summary>For half-of-two: the standards of which two must be reached by half.</summary>
    public IReadOnlyList<Half> Halves { get; init; } = [];

    /// <summary>Whether two counts of one item are two standards.</summary>
    public RefStatus SameItem { get; init; }

    /// <summary>Whether the upper figure of half-of-two is settled.</summary>
    public RefStatus Upper { get; init; }

    public string? Note { get; init; }

    public bool AppliesTo(bool unit) => Subject == ThresholdSubject.Any || Subject == (unit ? ThresholdSubject.Unit : ThresholdSubject.Individual);

    public bool IsInForce(DateOnly day) => From <= day && (To is null || day <= To);

    public bool NeedsTwoKinds => Variant.EndsWith("two-kinds", StringComparison.Ordinal);

    public bool NeedsRepeat => Variant.EndsWith("repeat-2y", StringComparison.Ordinal);
}

public sealed record OnlyBelow(string Metric, decimal Figure);

/// <param name="Item">The item of the article in which it stands; two counts of one item may be one standard.</param>
public sealed record Half(string Metric, string Item, decimal Base, decimal Aggravated);
