using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Take back what an exhibit was said to prove (解除证明关系).</summary>
public sealed record UntieExhibit(
    [Label("日期", "Date")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("人员", "Person")] string Person,
    [Label("罪名", "Charge")] string Charge,
    [Label("要素", "Element")] string Element,
    [Label("理由", "Reason"), LongText] string Reason)
    : ICommand<UntieExhibit>
{
    public static Decision Decide(Matter matter, UntieExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x, standing: false);
        return exhibit is null ? no!
            : exhibit.Ties.All(t => (t.Person, t.Charge, t.Element) != (c.Person.Trim(), c.Charge.Trim(), c.Element.Trim())) ? new NotTied(exhibit.Id, c.Element.Trim()) { Field = "element" }
            : ExhibitGuard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty ? empty
            : Decision.Of(new ExhibitUntied(c.On, exhibit.Id, c.Person.Trim(), c.Charge.Trim(), c.Element.Trim(), c.Reason.Trim()));
    }
}

public sealed record NotTied(string Id, string Element)
    : Refusal("not-tied", new Text($"{Id} 没有用于证明“{Element}”", $"{Id} is not tied to “{Element}”"), null, new Text("核对人员、罪名和要素", "check person, charge and element"));

[EventType("evidence.exhibit-untied")]
public sealed record ExhibitUntied(DateOnly On, string Exhibit, string Person, string Charge, string Element, string Reason) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Untie(Person, Charge, Element);

    public Text Says(Matter matter) => new($"{Exhibit} 不再证明 {matter.NameOf(Person)} {Charge} 的“{Element}”", $"{Exhibit} untied from “{Element}” of {matter.NameOf(Person)}, {Charge}");
}
