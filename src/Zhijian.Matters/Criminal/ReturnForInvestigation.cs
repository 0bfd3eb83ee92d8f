using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Return the case to the police for supplementary investigation (退回补充侦查): one month, twice at most (刑诉法175、规则346).</summary>
public sealed record ReturnForInvestigation(
    [Label("退回日期", "Returned on")] DateOnly On,
    [Label("补充侦查提纲", "What is to be investigated", HintZh = "逐项列明需要补充的证据", HintEn = "item by item"), LongText] string Outline,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ReturnForInvestigation>
{
    public static Decision Decide(Matter matter, ReturnForInvestigation c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Outline))
            return new FieldIsEmpty("outline", new Text("补充侦查提纲", "Outline")) { Field = "outline" };
        return persons.FirstOrDefault(p => p.Returns >= 2) is { } twice
            ? new ThirdReturn(twice.Name) { Field = "persons" }
            : Decision.Of(new ReturnedForInvestigation(c.On, c.Outline, persons.Ids()));
    }
}

public sealed record ThirdReturn(string Person)
    : Refusal(
        "third-return",
        new Text($"{Person}的案件已退回补充侦查 2 次，不能第三次退回", $"the case of {Person} was returned twice; a third return is not allowed"),
        new LegalRef("刑诉法175；规则346、350"),
        new Text("证据仍不足的作出不起诉决定，或者自行补充侦查", "decide not to prosecute for insufficient evidence, or investigate in the procuratorate itself"));

[EventType("criminal.returned")]
public sealed record ReturnedForInvestigation(DateOnly On, string Outline, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        matter.Move(Persons, [Stage.ProsecutionReview], Stage.Returned, On);
        foreach (var person in Persons)
            matter.Known(person).Returns++;
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("returned", On, p));

    public Text Says(Matter matter) => new($"退回补充侦查：{matter.Names(Persons)}", $"Returned for supplementary investigation: {matter.Names(Persons)}");
}
