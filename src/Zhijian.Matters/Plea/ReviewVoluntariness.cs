using Zhijian.Kernel;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Review whether a plea made during the investigation was voluntary (自愿性审查; 规则271): will, state of mind, understanding, rights told. A plea against
/// the will may be begun anew.
/// </summary>
public sealed record ReviewVoluntariness(
    [Label("审查日期", "Reviewed on")] DateOnly On,
    [Label("结论", "Conclusion")] PleaWill Outcome,
    [Label("审查情况", "Findings", HintZh = "自愿性、认知能力、对后果的理解、公安是否告知并听取意见、悔罪", HintEn = "will, state of mind, understanding, rights told by the police, remorse"), LongText] string Findings,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ReviewVoluntariness>
{
    public static Decision Decide(Matter matter, ReviewVoluntariness c, StepContext x)
    {
        var (person, no) = matter.ChooseOne(c.Persons, c.On, x);
        if (person is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Findings)
            ? new FieldIsEmpty("findings", new Text("审查情况", "Findings")) { Field = "findings" }
            : Decision.Of(new VoluntarinessReviewed(c.On, c.Outcome, c.Findings.Trim(), [person.Id]));
    }
}

public enum PleaWill
{
    [Label("自愿", "Voluntary")]
    Voluntary,

    [Label("违背意愿", "Against the will")]
    AgainstTheWill,
}

[EventType("plea.voluntariness-reviewed")]
public sealed record VoluntarinessReviewed(DateOnly On, PleaWill Outcome, string Findings, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        foreach (var person in Persons)
            matter.Known(person).Leniency.Voluntary = Outcome == PleaWill.Voluntary;
    }

    public Text Says(Matter matter) => new($"审查{matter.Names(Persons)}侦查阶段认罪认罚：{Outcome.Label().Zh}", $"Earlier plea of {matter.Names(Persons)} reviewed: {Outcome.Label().En.ToLowerInvariant()}");
}
