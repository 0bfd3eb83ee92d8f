using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Review whether custody is still needed once a detained suspect pleads (羁押必要性审查; 规则270第2款). Where it is not, they are released or the measure is
/// changed, which is a step of its own.
/// </summary>
public sealed record ReviewCustodyNeed(
    [Label("审查日期", "Reviewed on")] DateOnly On,
    [Label("结论", "Conclusion")] CustodyNeed Outcome,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ReviewCustodyNeed>
{
    public static Decision Decide(Matter matter, ReviewCustodyNeed c, StepContext x)
    {
        var (persons, no) = matter.ChooseNatural(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        if (c.Persons is { Count: > 0 } && persons.FirstOrDefault(p => p.Custody == Custody.Free) is { } free)
            return new NobodyInCustody(free.Name) { Field = "persons" };
        // where nobody is named: those in custody, and those of whom it is not known
        IReadOnlyList<Person> held = [.. persons.Where(p => p.Custody != Custody.Free)];
        return held.Count == 0
            ? new NobodyInCustody(string.Join('、', persons.Select(p => p.Name))) { Field = "persons" }
            : Decision.Of(new CustodyNeedReviewed(c.On, c.Outcome, c.Reason.Trim(), held.Ids()));
    }
}

public enum CustodyNeed
{
    [Label("有继续羁押的必要", "Custody is still needed")]
    Needed,

    [Label("没有继续羁押的必要，释放或者变更强制措施", "Custody is not needed: release or change the measure")]
    NotNeeded,
}

public sealed record NobodyInCustody(string Persons)
    : Refusal("nobody-in-custody", new Text($"{Persons}未在押，没有羁押必要性可审查", $"{Persons} is not in custody; there is no need to review"), new LegalRef("规则270第2款"), new Text("选择在押人员；强制措施有误的，先登记变更", "choose somebody in custody; record the measure first if it is wrong"));

[EventType("plea.custody-need-reviewed")]
public sealed record CustodyNeedReviewed(DateOnly On, CustodyNeed Outcome, string Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the measure changes by a decision of its own
    }

    public Text Says(Matter matter) => new($"羁押必要性审查（{matter.Names(Persons)}）：{Outcome.Label().Zh}", $"Need of custody reviewed ({matter.Names(Persons)}): {Outcome.Label().En.ToLowerInvariant()}");
}
