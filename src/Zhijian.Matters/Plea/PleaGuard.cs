using Zhijian.Kernel;

namespace Zhijian.Matters.Plea;

/// <summary>Checks that the steps of the leniency for guilty pleas share.</summary>
internal static class PleaGuard
{
    /// <summary>A plea is one person's own act: where it is open for several, one is named.</summary>
    public static (Person? Person, Refusal? No) ChooseOne(this Matter matter, IReadOnlyList<string>? named, DateOnly on, StepContext x)
    {
        var (persons, no) = matter.Choose(named, on, x);
        return no is not null ? (null, no)
            : persons.Count > 1 ? (null, new OnePersonAtATime([.. persons.Select(p => p.Name)]) { Field = "persons" })
            : (persons[0], null);
    }

    /// <summary>Refuses what comes before rights and consequences were told.</summary>
    public static Refusal? NotToldYet(Person person, DateOnly on) =>
        person.Leniency.RightsToldOn is not { } told ? new PleaRightsFirst(person.Name) { Field = "persons" }
        : on < told.Earliest ? new BeforeTheRightsWereTold(person.Name, on, told) { Field = "on" }
        : null;
}

public sealed record OnePersonAtATime(IReadOnlyList<string> Names)
    : Refusal("one-person-at-a-time", new Text($"逐人办理：{string.Join('、', Names)}", $"one at a time: {string.Join(", ", Names)}"), new LegalRef("刑诉法15、174"), new Text("选择一人（或一个单位）", "choose one person or unit"));

public sealed record PleaRightsFirst(string Person)
    : Refusal("plea-rights-first", new Text($"尚未告知{Person}认罪认罚的诉讼权利和法律规定", $"{Person} was not told the rights and consequences of a plea yet"), new LegalRef("刑诉法173；规则269"), new Text("先办理“告知认罪认罚权利和后果”", "take the step “Tell the rights of a plea” first"));

public sealed record BeforeTheRightsWereTold(string Person, DateOnly On, PartialDate Told)
    : Refusal("before-the-rights-were-told", new Text($"日期 {On:yyyy-MM-dd} 早于告知{Person}的日期 {Told}", $"{On:yyyy-MM-dd} is before {Person} was told on {Told}"), new LegalRef("刑诉法173；规则269"), new Text("核对日期；如原记录有误，先提出更正", "check the date; if the earlier record is wrong, propose a correction first"));
