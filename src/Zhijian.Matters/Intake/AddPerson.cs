using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Intake;

/// <summary>Add a suspect or unit to the matter (追加犯罪嫌疑人), e.g. one whom the police transfer later.</summary>
public sealed record AddPerson(
    [Label("日期", "Date")] DateOnly On,
    [Label("姓名或单位名称", "Name")] string Name,
    [Label("罪名", "Charges", HintZh = "罪名或条号，逗号分隔，如 213, 214", HintEn = "names or articles, e.g. 213, 214")] IReadOnlyList<string> Charges,
    [Label("强制措施", "Measure")] Measure Measure = Measure.Unknown,
    [Label("是单位", "Is a unit")] bool IsUnit = false)
    : ICommand<AddPerson>
{
    public static Decision Decide(Matter matter, AddPerson c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Name))
            return new FieldIsEmpty("name", new Text("姓名或单位名称", "Name")) { Field = "name" };
        if (c.Charges.Count == 0)
            return new FieldIsEmpty("charges", new Text("罪名", "Charges")) { Field = "charges" };
        if (c.IsUnit && c.Measure is not (Measure.Unknown or Measure.None))
            return new Criminal.UnitsAreNotArrested(c.Name.Trim()) { Field = "measure" };
        foreach (var charge in c.Charges)
            if (x.Law.Vocabulary.Charge(charge) is null)
                return new UnknownCharge(charge) { Field = "charges" };
        return matter.Persons.Any(p => p.Name == c.Name.Trim())
            ? new PersonIsThere(c.Name.Trim()) { Field = "name" }
            : Decision.Of(new PersonAdded(c.On, c.Name.Trim(), [.. c.Charges.Select(n => x.Law.Vocabulary.Charge(n)!.Article).Distinct()], c.Measure, c.IsUnit));
    }
}

public sealed record PersonIsThere(string Name)
    : Refusal("person-is-there", new Text($"本案已有“{Name}”", $"“{Name}” is in the matter already"), null, new Text("同名不同人时在姓名后加标记，如“张某乙”；加罪名用“增加罪名”", "add a mark to the name of a namesake; to add a charge use “add a charge”"));

[EventType("matter.person-added")]
public sealed record PersonAdded(DateOnly On, string Name, IReadOnlyList<string> Charges, Measure Measure, bool IsUnit) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var person = matter.AddPerson(Name, IsUnit);
        person.Measure = IsUnit ? Measure.None : Measure;
        foreach (var charge in Charges)
            person.Accuse(charge);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Occurrence.CustodyOf(matter.Persons[^1].Id, On, matter.Persons[^1].Custody)];

    public Text Says(Matter matter) => new($"追加{Name}", $"{Name} added");
}
