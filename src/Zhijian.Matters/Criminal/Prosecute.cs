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
        var (charges, unknown) = ChargeChoice.Of(persons, c.Charges, x);
        return unknown is not null ? unknown : Decision.Of(new Prosecuted(c.On, c.Court, charges, persons.Ids()));
    }
}

/// <summary>The charges that a decision names: articles that at least one chosen person is accused of.</summary>
internal static class ChargeChoice
{
    public static (IReadOnlyList<string>? Charges, Refusal? No) Of(IReadOnlyList<Person> persons, IReadOnlyList<string>? named, StepContext x)
    {
        if (named is null or { Count: 0 })
            return (null, null);
        var articles = new List<string>();
        foreach (var name in named)
        {
            if (x.Law.Vocabulary.Charge(name) is not { } charge)
                return (null, new UnknownCharge(name) { Field = "charges" });
            if (!persons.Any(p => p.Accusations.Any(a => a.Charge == charge.Article && !a.Stage.IsFinal())))
                return (null, new NotAccusedOf(charge.Title) { Field = "charges" });
            articles.Add(charge.Article);
        }
        return (articles, null);
    }
}

public sealed record NotAccusedOf(Text Charge)
    : Refusal("not-accused-of", new Text($"所选人员没有在审的“{Charge.Zh}”", $"none of the chosen persons is under review for “{Charge.En}”"), null, new Text("先增加罪名，或选择在审罪名", "add the charge first, or choose one under review"));

/// <param name="Charges">Articles; null = all that were under review.</param>
[EventType("criminal.prosecuted")]
public sealed record Prosecuted(DateOnly On, string Court, IReadOnlyList<string>? Charges, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, Stage.Indicted, On, new Text($"起诉至{Court}", $"indicted at {Court}"), Charges);

    // a person leaves the review only when none of their charges is left in it
    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons
        .Where(p => matter.Person(p)!.Accusations.All(a => a.Stage != Stage.ProsecutionReview))
        .Select(p => new Occurrence("prosecuted", On, p));

    public Text Says(Matter matter) => new($"提起公诉：{matter.Names(Persons)}（{Court}）", $"Indicted: {matter.Names(Persons)} ({Court})");
}
