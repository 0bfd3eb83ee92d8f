using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// The facts of a case as the law asks for them (事实). What is absent is unknown: an empty list or a zero must be said. Amounts are in
/// yuan with at most two decimals; quantities are pieces.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>The day on which the case is decided (handled): the second of the two dates (刑法12).</summary>
    public required DateOnly HandledOn { get; init; }

    public required IReadOnlyList<PersonFacts> Persons { get; init; }

    public required IReadOnlyList<ActFacts> Acts { get; init; }
}

/// <summary>A person or unit accused.</summary>
public sealed record PersonFacts
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public bool IsUnit { get; init; }

    /// <summary>Earlier penalties and liabilities; absent: not yet looked up, empty: none.</summary>
    public IReadOnlyList<EarlierSanction>? EarlierSanctions { get; init; }

    /// <summary>For a unit: set up for the crime, or crime is its main business since (法释〔1999〕14号第2条).</summary>
    public bool? ExistsForCrime { get; init; }

    /// <summary>For a unit: its name was used but the gains were shared among persons (法释〔1999〕14号第3条).</summary>
    public bool? GainsWentToPersons { get; init; }

    /// <summary>Pleads guilty and accepts punishment (认罪认罚).</summary>
    public bool? PleadsGuilty { get; init; }

    /// <summary>Surrender, full restitution, forgiveness and the like (自首、退赔、谅解).</summary>
    public bool? FurtherLeniency { get; init; }
}

/// <summary>An earlier penalty or liability.</summary>
public sealed record EarlierSanction
{
    public required SanctionKind Kind { get; init; }

    /// <summary>The articles whose conduct it punished: 213, 214 …</summary>
    public required IReadOnlyList<string> Charges { get; init; }

    /// <summary>The day of the decision; absent: unknown.</summary>
    public DateOnly? On { get; init; }

    /// <summary>For a criminal penalty: fixed-term imprisonment or heavier (刑法65).</summary>
    public bool? Imprisonment { get; init; }

    /// <summary>The last day served, or the pardon.</summary>
    public DateOnly? ServedOn { get; init; }

    public string? Source { get; init; }
}

public enum SanctionKind
{
    [Label("行政处罚", "Administrative penalty")]
    Administrative,

    [Label("刑事处罚", "Criminal penalty")]
    Criminal,

    [Label("民事责任", "Civil liability")]
    Civil,
}

/// <summary>One act, or a series of acts of one kind, of one or several persons.</summary>
public sealed record ActFacts
{
    public required string Id { get; init; }

    /// <summary>The articles under which it is looked at; several where charges compete (214 and 140).</summary>
    public required IReadOnlyList<string> Charges { get; init; }

    public required IReadOnlyList<string> Persons { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day; for continuing acts the day on which they ended (刑法89).</summary>
    public DateOnly? To { get; init; }

    /// <summary>goods, services, labels, copies, online, circumvention, publications (data/vocabulary/standards.yaml).</summary>
    public string? Object { get; init; }

    /// <summary>Marks or patents that identify different sources (法释〔2025〕5号第7条).</summary>
    public int? Marks { get; init; }

    /// <summary>Continuing or consecutive (连续、继续); false: separate acts.</summary>
    public bool? Continuing { get; init; }

    /// <summary>Already punished or decided: not added up again (法释〔2025〕5号第29条).</summary>
    public bool AlreadyHandled { get; init; }

    /// <summary>Whether the goods sold were made by the same person (法释〔2025〕5号第8条、第15条).</summary>
    public bool? OwnProduct { get; init; }

    public IReadOnlyList<StatedAmount> Amounts { get; init; } = [];

    /// <summary>Goods sold at their actual price; absent: unknown, empty: nothing was sold.</summary>
    public IReadOnlyList<SoldLine>? Sold { get; init; }

    /// <summary>Goods not sold; absent: unknown, empty: none.</summary>
    public IReadOnlyList<StockLine>? Stock { get; init; }

    /// <summary>Proceeds beside the goods in <see cref="Sold"/>: service, member, advertising fees.</summary>
    public IReadOnlyList<MoneyLine>? Proceeds { get; init; }

    /// <summary>Costs by kind; raw_materials and purchase_price are deducted, others are not (法释〔2025〕5号第28条第4款).</summary>
    public IReadOnlyList<MoneyLine>? Costs { get; init; }

    public LossFacts? Loss { get; init; }

    /// <summary>What has to be proved, by the id of the element; absent: unknown.</summary>
    public IReadOnlyDictionary<string, ElementFact> Elements { get; init; } = new Dictionary<string, ElementFact>(StringComparer.Ordinal);
}

/// <summary>An amount or count as the file states it, with its source.</summary>
/// <param name="Metric">A metric of data/vocabulary/standards.yaml; a flag is 1 or 0.</param>
public sealed record StatedAmount(string Metric, decimal Value, Certainty Certainty = Certainty.Exact, string? Source = null);

public enum Certainty
{
    [Label("准确", "Exact")]
    Exact,

    [Label("约", "About")]
    About,

    [Label("至少（余、以上）", "At least")]
    AtLeast,

    [Label("至多", "At most")]
    AtMost,
}

public sealed record SoldLine(decimal Quantity, decimal Price, string? Source = null);

/// <param name="Labelled">False: finished but not yet labelled; it counts if proved to be meant for counterfeiting (法释〔2025〕5号第29条).</param>
public sealed record StockLine(
    decimal Quantity, decimal? AverageActual = null, decimal? Label = null, decimal? MarketMiddle = null, bool Labelled = true, bool? MeantForCounterfeiting = null, string? Source = null)
{
    public decimal? Price(PriceBasis basis) => basis switch
    {
        PriceBasis.AverageActual => AverageActual,
        PriceBasis.Label => Label,
        _ => MarketMiddle,
    };
}

public sealed record MoneyLine(string Kind, decimal Amount, string? Source = null);

/// <summary>What the loss of a trade secret is computed from, in yuan; absent values are unknown.</summary>
public sealed record LossFacts
{
    public required LossCase Case { get; init; }

    public decimal? LicenceFee { get; init; }

    /// <summary>Units that the right holder sold less.</summary>
    public decimal? LostUnits { get; init; }

    public decimal? InfringingUnits { get; init; }

    /// <summary>Profit of the right holder per unit.</summary>
    public decimal? UnitProfit { get; init; }

    /// <summary>Lost profit, where it was established as a sum.</summary>
    public decimal? LostProfit { get; init; }

    public decimal? CommercialValue { get; init; }

    /// <summary>Costs of repair that are added.</summary>
    public decimal? Remedial { get; init; }
}

public sealed record ElementFact(Answer Answer, string? Source = null);
