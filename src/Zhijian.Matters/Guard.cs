using Zhijian.Kernel;
using Zhijian.Matters.Criminal;

namespace Zhijian.Matters;

/// <summary>Checks that all steps share: who is chosen, in which stage they are, and whether the date can be.</summary>
internal static class Guard
{
    /// <summary>Refuses an empty field, by its name and label.</summary>
    public static Refusal? Empty(string? value, string field, string zh, string en) =>
        string.IsNullOrWhiteSpace(value) ? new FieldIsEmpty(field, new Text(zh, en)) { Field = field } : null;

    /// <summary>The persons for whom the step is taken: the named ones, or all for whom it is open; or the refusal.</summary>
    public static (IReadOnlyList<Person> Persons, Refusal? No) Choose(this Matter matter, IReadOnlyList<string>? named, DateOnly on, StepContext context)
    {
        if (NotAfterToday(on, context) is { } impossible)
            return ([], impossible);
        var procedure = context.Procedure;
        var from = procedure.From.Select(s => Law.Words.Parse<Stage>(s)!.Value).ToHashSet();
        bool IsOpen(Person p) => p.Accusations.Any(a => from.Contains(a.Stage));
        if (named is null or { Count: 0 })
            named = [.. matter.Persons.Where(IsOpen).Select(p => p.Id)];
        if (named.Count == 0)
            return ([], new NobodyToActOn(procedure.Title, procedure.Reference, procedure.Remedy) { Field = "persons" });
        var chosen = new List<Person>();
        foreach (var id in named.Distinct(StringComparer.Ordinal))
        {
            if (matter.Person(id) is not { } person)
                return ([], new UnknownPerson(id) { Field = "persons" });
            if (!IsOpen(person))
                return ([], new OutOfOrder(person.Name, person.Accusations.Count > 0 ? person.Accusations[0].Stage : Stage.Registered, procedure.Title, procedure.Reference, procedure.Remedy) { Field = "persons" });
            var since = person.Accusations.Where(a => from.Contains(a.Stage)).Max(a => a.Since);
            if (since is { } s && PartialDate.Of(on) < s && on < s.Earliest)
                return ([], new BeforeTheStage(person.Name, on, s, person.Accusations.First(a => a.Since == s).Stage) { Field = "on" });
            chosen.Add(person);
        }
        return (chosen, null);
    }

    /// <summary>Like <see cref="Choose"/>, but only natural persons: a unit is passed over, and refused where it was named.</summary>
    public static (IReadOnlyList<Person> Persons, Refusal? No) ChooseNatural(this Matter matter, IReadOnlyList<string>? named, DateOnly on, StepContext context)
    {
        var (persons, no) = matter.Choose(named, on, context);
        if (no is not null || !persons.Any(p => p.IsUnit))
            return (persons, no);
        if (named is { Count: > 0 })
            return ([], new UnitsAreNotArrested(persons.First(p => p.IsUnit).Name) { Field = "persons" });
        IReadOnlyList<Person> natural = [.. persons.Where(p => !p.IsUnit)];
        return natural.Count > 0
            ? (natural, null)
            : ([], new NobodyToActOn(context.Procedure.Title, context.Procedure.Reference, context.Procedure.Remedy) { Field = "persons" });
    }

    /// <summary>The clock of that duty for each subject; the last one where it was opened more than once.</summary>
    public static IReadOnlyDictionary<string, Law.Duty> Clocks(this Matter matter, string rule, StepContext context) =>
        context.Law.Duties.Derive(matter.Occurrences).Where(d => d.Rule.Id == rule && d.Subject is not null).GroupBy(d => d.Subject!).ToDictionary(g => g.Key, g => g.Last());

    /// <summary>A day that an act can have: not in the future, and not in a year that only a slip of the finger gives.</summary>
    public static Refusal? NotAfterToday(DateOnly on, StepContext context) =>
        on > context.Today ? new DateInFuture(on, context.Today) { Field = "on" }
        : on.Year < 1980 ? new DateTooEarly(on) { Field = "on" }
        : null;

    /// <summary>Refuses the first id that is nobody's in the actor's unit.</summary>
    public static Refusal? NotOfTheUnit(IEnumerable<string> ids, string field, StepContext context) =>
        ids.FirstOrDefault(id => !context.Colleagues.Contains(id)) is { } stranger ? new NotAColleague(stranger) { Field = field } : null;

    public static IReadOnlyList<string> Ids(this IReadOnlyList<Person> persons) => [.. persons.Select(p => p.Id)];

    public static string Names(this Matter matter, IReadOnlyList<string> ids) => string.Join('、', ids.Select(id => matter.NameOf(id)));
}
