using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Transfer the case to the procuratorate that has jurisdiction (改变管辖; 规则328). The period runs anew there from receipt (规则351), and
/// the returns so far go with it (规则350).
/// </summary>
public sealed record ChangeJurisdiction(
    [Label("移送日期", "Transferred on")] DateOnly On,
    [Label("接收院", "Receiving procuratorate")] string To,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ChangeJurisdiction>
{
    public static Decision Decide(Matter matter, ChangeJurisdiction c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        return string.IsNullOrWhiteSpace(c.To) ? new FieldIsEmpty("to", new Text("接收院", "Receiving procuratorate")) { Field = "to" }
            : string.IsNullOrWhiteSpace(c.Reason) ? new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" }
            : Decision.Of(new JurisdictionChanged(c.On, c.To, c.Reason, persons.Ids()));
    }
}

[EventType("criminal.jurisdiction-changed")]
public sealed record JurisdictionChanged(DateOnly On, string To, string Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.ArrestReview, Stage.ProsecutionReview], Stage.TransferredOut, On, new Text($"移送{To}", $"to {To}"));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("jurisdiction-changed", On, p));

    public Text Says(Matter matter) => new($"改变管辖，移送{To}：{matter.Names(Persons)}", $"Transferred to {To}: {matter.Names(Persons)}");
}
