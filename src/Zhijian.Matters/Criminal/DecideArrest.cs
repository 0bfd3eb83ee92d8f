using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Approve or refuse the arrest (决定是否批准逮捕; 刑诉法81、90).</summary>
public sealed record DecideArrest(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("决定", "Decision")] ArrestOutcome Outcome,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("不批准后的强制措施", "Measure after refusal", HintZh = "公安执行回执载明的措施；未知则空", HintEn = "as the police receipt says; empty while unknown")] Measure? MeasureAfter = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<DecideArrest>
{
    public static Decision Decide(Matter matter, DecideArrest c, StepContext x)
    {
        var (persons, no) = matter.ChooseNatural(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        if (c.Outcome != ArrestOutcome.Approved && c.MeasureAfter is Measure.Detained or Measure.Arrested)
            return new RefusalEndsCustody() { Field = "measureAfter" };
        return Decision.Of(new ArrestDecided(c.On, c.Outcome, c.Reason, c.MeasureAfter, persons.Ids()));
    }
}

public enum ArrestOutcome
{
    [Label("批准逮捕", "Approve")]
    Approved,

    [Label("不批准：不构成犯罪", "Refuse: no crime")]
    NoCrime,

    [Label("不批准：证据不足", "Refuse: insufficient evidence")]
    InsufficientEvidence,

    [Label("不批准：无社会危险性", "Refuse: no danger to society")]
    NoDanger,
}

public sealed record UnitsAreNotArrested(string Name)
    : Refusal("units-are-not-arrested", new Text($"{Name}是单位，不适用逮捕", $"{Name} is a unit and cannot be arrested"), new LegalRef("刑诉法81"), new Text("选择自然人", "choose natural persons"));

public sealed record RefusalEndsCustody()
    : Refusal("refusal-ends-custody", new Text("不批准逮捕后不能继续羁押", "custody ends when arrest is refused"), new LegalRef("刑诉法91"), new Text("填取保候审、监视居住、未采取，或留空待公安回执", "give bail, residential surveillance or none, or leave it empty until the receipt comes"));

[EventType("criminal.arrest-decided")]
public sealed record ArrestDecided(DateOnly On, ArrestOutcome Outcome, string Reason, Measure? MeasureAfter, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        matter.Move(Persons, [Stage.ArrestReview], Stage.Investigation, On, Outcome.Label());
        foreach (var person in Persons.Select(p => matter.Known(p)))
            // a refusal ends custody at once, but what took its place is only known from the receipt (刑诉法91)
            person.Measure = Outcome == ArrestOutcome.Approved ? Measure.Arrested : MeasureAfter ?? (person.Custody == Custody.Detained ? Measure.Unknown : person.Measure);
    }

    // the decision ends the clock of the review under the custody in which it ran; only then does the custody change
    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.SelectMany(p => new[]
    {
        new Occurrence("arrest-decided", On, p)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["approved"] = Outcome == ArrestOutcome.Approved ? "yes" : "no" },
        },
        Occurrence.CustodyOf(p, On, matter.Known(p).Custody),
    });

    public Text Says(Matter matter) => new($"{Outcome.Label().Zh}：{matter.Names(Persons)}", $"{Outcome.Label().En}: {matter.Names(Persons)}");
}
