using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Extend the review for prosecution by 15 days in a major or complex case (延长审查起诉期限; 刑诉法172、规则351). Once in each period.</summary>
public sealed record ExtendReview(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("理由", "Reason", HintZh = "重大、复杂案件的具体情况", HintEn = "what makes the case major or complex"), LongText] string Reason,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ExtendReview>
{
    public static Decision Decide(Matter matter, ExtendReview c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        var clocks = matter.Clocks("decide-prosecution", x);
        foreach (var person in persons)
        {
            if (clocks.GetValueOrDefault(person.Id) is not { } clock)
                continue;
            if (clock.From?.Extensions is { Count: > 0 })
                return new AlreadyExtended(person.Name, x.Procedure.Reference!) { Field = "persons" };
            if (clock.Count.Due is { } due && c.On > due)
                return new TermHasExpired(person.Name, due, x.Procedure.Reference!) { Field = "on" };
        }
        return Decision.Of(new ReviewExtended(c.On, c.Reason, persons.Ids()));
    }
}

[EventType("criminal.review-extended")]
public sealed record ReviewExtended(DateOnly On, string Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // only the clock changes
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("review-extended", On, p));

    public Text Says(Matter matter) => new($"审查起诉期限延长 15 日：{matter.Names(Persons)}", $"Review for prosecution extended by 15 days: {matter.Names(Persons)}");
}
