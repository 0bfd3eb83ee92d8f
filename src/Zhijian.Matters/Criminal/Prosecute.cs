using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Indict (提起公诉; 刑诉法176).</summary>
public sealed record Prosecute(
    [Label("起诉日期", "Indicted on")] DateOnly On,
    [Label("受理法院", "Court")] string Court,
    [Label("罪名", "Charges", HintZh = "空白为在审全部罪名", HintEn = "empty = all under review")] IReadOnlyList<string>? Charges = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<Prosecute>
{
    public static Decision Decide(Matter matter, Prosecute c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Court))
            return new FieldIsEmpty("court", new Text("受理法院", "Court")) { Field = "court" };
        (persons, var charges, no) = ChargeChoice.Of(persons, c.Persons, c.Charges, x);
        if (no is null && persons.FirstOrDefault(p => p.Ended is { How: UnitEnd.Revoked or UnitEnd.Deregistered }) is { } gone)
            return new UnitIsGone(gone.Name, gone.Ended!.Value.How.Label(), gone.Ended.Value.On) { Field = "persons" };
        return no is not null ? no : Decision.Of(new Prosecuted(c.On, c.Court, charges, persons.Ids()));
    }
}

/// <summary>The charges that a decision ending the review names, and the persons who are under review for one of them.</summary>
internal static class ChargeChoice
{
    /// <param name="asked">The persons whom the command names; who was not named and has none of the charges is left out, who was named is refused.</param>
    public static (IReadOnlyList<Person> Persons, IReadOnlyList<string>? Charges, Refusal? No) Of(
        IReadOnlyList<Person> persons, IReadOnlyList<string>? asked, IReadOnlyList<string>? named, StepContext x)
    {
        if (named is null or { Count: 0 })
            return (persons, null, null);
        var charges = new List<ChargeName>();
        foreach (var name in named)
        {
            if (x.Law.Vocabulary.Charge(name) is not { } charge)
                return ([], null, new UnknownCharge(name) { Field = "charges" });
            if (!persons.Any(p => IsUnderReview(p, charge)))
                return ([], null, new NotAccusedOf(charge.Title) { Field = "charges" });
            charges.Add(charge);
        }
        var accused = persons.Where(p => charges.Any(c => IsUnderReview(p, c))).ToList();
        return asked is { Count: > 0 } && accused.Count < persons.Count
            ? ([], null, new NotAccusedOf(charges[0].Title) { Field = "persons" })
            : (accused, [.. charges.Select(c => c.Article).Distinct()], null);
    }

    private static bool IsUnderReview(Person person, ChargeName charge) =>
        person.Accusations.Any(a => a.Charge == charge.Article && a.Stage == Stage.ProsecutionReview);

    /// <summary>What was decided on some charges; the review of a person has ended only when none of their charges is left in it.</summary>
    public static IEnumerable<Occurrence> Occurrences(Matter matter, IReadOnlyList<string> persons, PartialDate on, Func<string, Occurrence> decided)
    {
        foreach (var person in persons)
        {
            yield return decided(person);
            if (matter.Known(person).Accusations.All(a => a.Stage != Stage.ProsecutionReview))
                yield return new Occurrence("review-ended", on, person);
        }
    }
}

public sealed record NotAccusedOf(Text Charge)
    : Refusal("not-accused-of", new Text($"所选人员没有在审的“{Charge.Zh}”", $"none of the chosen persons is under review for “{Charge.En}”"), null, new Text("先增加罪名，或选择在审罪名", "add the charge first, or choose one under review"));

public sealed record UnitIsGone(string Unit, Text How, DateOnly On)
    : Refusal(
        "unit-is-gone",
        new Text($"{Unit}已于 {On:yyyy-MM-dd} {How.Zh}，对该单位不再追诉", $"{Unit} is no more ({How.En.ToLowerInvariant()} on {On:yyyy-MM-dd}); the unit is not prosecuted any longer"),
        new LegalRef("高检发释字〔2002〕4号；刑法30、31", RefStatus.Secondary),
        new Text("选择直接负责的主管人员和其他直接责任人员；对单位作出不起诉决定", "choose the persons in charge and others directly responsible; decide not to prosecute the unit"));

/// <param name="Charges">Articles; null = all that were under review.</param>
[EventType("criminal.prosecuted")]
public sealed record Prosecuted(DateOnly On, string Court, IReadOnlyList<string>? Charges, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.ProsecutionReview], Stage.Indicted, On, new Text($"起诉至{Court}", $"indicted at {Court}"), Charges);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => ChargeChoice.Occurrences(matter, Persons, On, p => new Occurrence("prosecuted", On, p));

    public Text Says(Matter matter) => new($"提起公诉：{matter.Names(Persons)}（{Court}）", $"Indicted: {matter.Names(Persons)} ({Court})");
}
