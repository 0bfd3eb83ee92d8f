using Zhijian.Kernel;

namespace Zhijian.Matters.Intake;

/// <summary>Add a charge against a person of the matter (增加罪名). It joins their other charges up to the review; nobody is indicted by adding one.</summary>
public sealed record AddCharge(
    [Label("日期", "Date")] DateOnly On,
    [Label("人员", "Person", HintZh = "编号，如 P1", HintEn = "id, e.g. P1")] string Person,
    [Label("罪名", "Charge", HintZh = "罪名或条号，如 214", HintEn = "name or article")] string Charge)
    : ICommand<AddCharge>
{
    public static Decision Decide(Matter matter, AddCharge c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (matter.Person(c.Person) is not { } person)
            return new UnknownPerson(c.Person) { Field = "person" };
        if (x.Law.Vocabulary.Charge(c.Charge) is not { } charge)
            return new UnknownCharge(c.Charge) { Field = "charge" };
        return person.Accusations.Any(a => a.Charge == charge.Article)
            ? new ChargeIsThere(person.Name, charge.Title) { Field = "charge" }
            : Decision.Of(new ChargeAdded(c.On, person.Id, charge.Article));
    }
}

public sealed record ChargeIsThere(string Person, Text Charge)
    : Refusal("charge-is-there", new Text($"{Person}已有罪名“{Charge.Zh}”", $"{Person} is accused of “{Charge.En}” already"), null, new Text("选择其他罪名", "choose another charge"));

[EventType("matter.charge-added")]
public sealed record ChargeAdded(DateOnly On, string Person, string Charge) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var person = matter.Known(Person);
        var beside = person.Accusations.FirstOrDefault(a => a.Stage != Stage.Indicted && !a.Stage.IsFinal());
        person.Accuse(Charge);
        if (beside is not null)
            person.Accusations[^1].Move(beside.Stage, On, null);
    }

    public Text Says(Matter matter) => new($"{matter.NameOf(Person)}增加罪名（刑法{Charge}）", $"{matter.NameOf(Person)}: charge added (art {Charge})");
}
