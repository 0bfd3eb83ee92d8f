using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;

namespace Zhijian.Matters;

/// <summary>
/// What a matter says about itself, as the law book asks for it: one act per person and charge. What was established comes first; the dates
/// and amounts of the matter fill what was not. Pure.
/// </summary>
public static class MatterFacts
{
    public static CaseFacts Of(Matter matter, LawBook law, DateOnly today) => new()
    {
        HandledOn = today,
        Persons = [.. matter.Persons.Select(p => PersonOf(p, [.. matter.Facts.Where(f => f.Person == p.Id).Select(f => f.Facts).Reverse()]))],
        Acts = [.. matter.Accusations.Where(a => law.Charges.ContainsKey(a.Accusation.Charge)).Select(a => Act(matter, a.Person, law.Charges[a.Accusation.Charge], law.Vocabulary))],
    };

    /// <summary>The facts of one person and charge, without what the matter would fill in.</summary>
    public static CaseFacts Case(EstablishedFacts facts, Person person, string charge, DateOnly on) => new()
    {
        HandledOn = on,
        Persons = [PersonOf(person, [facts])],
        Acts = [ActOf(facts, person, charge)],
    };

    public static EstablishedFacts? Established(this Matter matter, string person, string charge) =>
        matter.Facts.FirstOrDefault(f => f.Person == person && f.Charge == charge)?.Facts;

    /// <param name="records">The latest first: what stands in none is unknown.</param>
    private static PersonFacts PersonOf(Person person, IReadOnlyList<EstablishedFacts> records) => new()
    {
        Id = person.Id,
        Name = person.Name,
        IsUnit = person.IsUnit,
        EarlierSanctions = records.Select(r => r.EarlierSanctions).FirstOrDefault(v => v is not null),
        PleadsGuilty = records.Select(r => r.PleadsGuilty).FirstOrDefault(v => v is not null),
        FurtherLeniency = records.Select(r => r.FurtherLeniency).FirstOrDefault(v => v is not null),
        ExistsForCrime = records.Select(r => r.ExistsForCrime).FirstOrDefault(v => v is not null),
        GainsWentToPersons = records.Select(r => r.GainsWentToPersons).FirstOrDefault(v => v is not null),
    };

    private static ActFacts ActOf(EstablishedFacts f, Person person, string charge) => new()
    {
        Id = $"{person.Id}-{charge}",
        Charges = [charge],
        Persons = [person.Id],
        From = f.From,
        To = f.To,
        Object = f.Object,
        Marks = f.Marks,
        Continuing = f.Continuing,
        OwnProduct = f.OwnProduct,
        Amounts = f.Amounts,
        Sold = f.Sold,
        Stock = f.Stock,
        Proceeds = f.Proceeds,
        Costs = f.Costs,
        Loss = f.Loss,
        Elements = f.Elements,
    };

    private static ActFacts Act(Matter matter, Person person, Charge charge, Vocabulary words)
    {
        var facts = matter.Established(person.Id, charge.Id) ?? new EstablishedFacts();
        var act = ActOf(facts, person, charge.Id);
        // a day of the record and one of the matter may contradict each other: those of the record stand alone
        var dated = facts.From is not null || facts.To is not null;
        return act with
        {
            // goods that the matter names are goods; whether a mark was used for services only a record says
            Object = facts.Object ?? charge.OnlyObject ?? (charge.Id == "213" && !string.IsNullOrWhiteSpace(matter.Goods) ? "goods" : null),
            From = dated ? facts.From : matter.ActsFrom is { IsKnown: true } from ? from.Earliest : null,
            To = dated ? facts.To : (matter.ActsTo ?? matter.ActsFrom) is { IsKnown: true } to ? to.Latest : null,
            Amounts = [.. act.Amounts, .. AmountsOf(matter, person, words).Where(a => !IsEstablished(facts, a.Metric))],
        };
    }

    /// <summary>The record says it itself, or its goods, prices and costs do.</summary>
    private static bool IsEstablished(EstablishedFacts f, string metric) => f.Amounts.Any(a => a.Metric == metric) || metric switch
    {
        "sales_amount" => f.Sold is not null,
        "unsold_value" => f.Stock is not null,
        "illegal_turnover" or "sold_plus_unsold" => f.Sold is not null && f.Stock is not null,
        "illegal_gains" => f.Costs is not null && (f.Sold is not null || f.Proceeds is not null),
        "rightholder_loss" => f.Loss is not null,
        _ => false,
    };

    /// <summary>By metric: the person's own amounts before those of the whole matter; of several the largest, for they may contain each other.</summary>
    private static List<StatedAmount> AmountsOf(Matter matter, Person person, Vocabulary words) =>
    [
        .. matter.Amounts
            .Where(a => a.Person is null || a.Person == person.Id)
            .Select(a => (Amount: a, words.AmountKind(a.Kind)?.Metric))
            .Where(a => a.Metric is not null)
            .GroupBy(a => a.Metric!, StringComparer.Ordinal)
            .Select(g => (g.Key, Top: (g.Any(a => a.Amount.Person is not null) ? g.Where(a => a.Amount.Person is not null) : g).MaxBy(a => a.Amount.Yuan).Amount))
            .Select(g => new StatedAmount(g.Key, g.Top.Yuan.Yuan, g.Top.Approximate ? Certainty.About : Certainty.Exact, g.Top.Source)),
    ];
}
