using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Record a change of the coercive measure (变更强制措施). Running clocks follow: in custody the last day does not move (刑诉法105).</summary>
public sealed record ChangeMeasure(
    [Label("变更日期", "Changed on")] DateOnly On,
    [Label("强制措施", "Measure")] Measure Measure,
    [Label("依据文书", "Document", HintZh = "决定书名称、文号", HintEn = "name and number of the decision")] string Document,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ChangeMeasure>
{
    public static Decision Decide(Matter matter, ChangeMeasure c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        IReadOnlyList<string> named = [.. c.Persons is { Count: > 0 } ? c.Persons.Distinct() : matter.Persons.Where(p => !p.IsUnit).Select(p => p.Id)];
        if (named.Count == 0)
            return new NobodyToActOn(x.Procedure.Title, x.Procedure.Reference, x.Procedure.Remedy) { Field = "persons" };
        foreach (var id in named)
        {
            if (matter.Person(id) is not { } person)
                return new UnknownPerson(id) { Field = "persons" };
            if (person.IsUnit)
                return new UnitsAreNotArrested(person.Name) { Field = "persons" };
        }
        return string.IsNullOrWhiteSpace(c.Document)
            ? new FieldIsEmpty("document", new Text("依据文书", "Document")) { Field = "document" }
            : Decision.Of(new MeasureChanged(c.On, c.Measure, c.Document, named));
    }
}

[EventType("criminal.measure-changed")]
public sealed record MeasureChanged(DateOnly On, Measure Measure, string Document, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        foreach (var person in Persons)
            matter.Known(person).Measure = Measure;
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => Occurrence.CustodyOf(p, On, matter.Known(p).Custody));

    public Text Says(Matter matter) => new($"强制措施变更为{Measure.Label().Zh}：{matter.Names(Persons)}", $"Measure changed to {Measure.Label().En}: {matter.Names(Persons)}");
}
