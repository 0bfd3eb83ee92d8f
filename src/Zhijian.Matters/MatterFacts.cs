using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;

namespace Zhijian.Matters;

/// <summary>What a matter says about itself, as the law book asks for it: one act per person and charge, with the amounts that concern them. Pure.</summary>
public static class MatterFacts
{
    public static CaseFacts Of(Matter matter, LawBook law, DateOnly today) => new()
    {
        HandledOn = today,
        Persons = [.. matter.Persons.Select(p => new PersonFacts { Id = p.Id, Name = p.Name, IsUnit = p.IsUnit })],
        Acts = [.. matter.Accusations.Where(a => law.Charges.ContainsKey(a.Accusation.Charge)).Select(a => Act(matter, a.Person, a.Accusation.Charge, law.Vocabulary))],
    };

    private static ActFacts Act(Matter matter, Person person, string charge, Vocabulary words) => new()
    {
        Id = $"{person.Id}-{charge}",
        Charges = [charge],
        Persons = [person.Id],
        From = matter.ActsFrom is { IsKnown: true } from ? from.Earliest : null,
        To = (matter.ActsTo ?? matter.ActsFrom) is { IsKnown: true } to ? to.Latest : null,
        Amounts = AmountsOf(matter, person, words),
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
