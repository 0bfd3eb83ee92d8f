using Zhijian.Kernel;

namespace Zhijian.Matters.Plea;

/// <summary>Arrange legal help for a plea (值班律师法律帮助; 规则267、268、269): the duty lawyer was notified, a meeting arranged, the file opened to them.</summary>
public sealed record ArrangeLegalHelp(
    [Label("日期", "Date")] DateOnly On,
    [Label("事项", "What")] LegalHelp Kind,
    [Label("律师", "Lawyer")] string Lawyer,
    [Label("身份", "Acting as")] PleaLawyer Role = PleaLawyer.DutyLawyer,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ArrangeLegalHelp>
{
    public static Decision Decide(Matter matter, ArrangeLegalHelp c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        return string.IsNullOrWhiteSpace(c.Lawyer)
            ? new FieldIsEmpty("lawyer", new Text("律师", "Lawyer")) { Field = "lawyer" }
            : Decision.Of(new LegalHelpArranged(c.On, c.Kind, c.Lawyer.Trim(), c.Role, persons.Ids()));
    }
}

public enum LegalHelp
{
    [Label("通知律师提供法律帮助", "Lawyer notified")]
    Notified,

    [Label("安排会见", "Meeting arranged")]
    Meeting,

    [Label("安排查阅案卷", "File opened to the lawyer")]
    FileAccess,
}

public enum PleaLawyer
{
    [Label("值班律师", "Duty lawyer")]
    DutyLawyer,

    [Label("辩护人", "Defender")]
    Defender,
}

[EventType("plea.legal-help-arranged")]
public sealed record LegalHelpArranged(DateOnly On, LegalHelp Help, string Lawyer, PleaLawyer Role, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // a record; no later step depends on it
    }

    public Text Says(Matter matter) => new(
        $"{Help.Label().Zh}：{Role.Label().Zh}{Lawyer}（{matter.Names(Persons)}）", $"{Help.Label().En}: {Role.Label().En} {Lawyer} (for {matter.Names(Persons)})");
}
