using Zhijian.Kernel;

namespace Zhijian.Matters.Intake;

/// <summary>Change who may know the matter (调整知悉范围): for everyone outside a circle it does not exist.</summary>
public sealed record ChangeCircle(
    [Label("日期", "Date")] DateOnly On,
    [Label("知悉范围", "Secrecy")] Secrecy Secrecy,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("准入", "Admit", HintZh = "人员编号，逗号分隔", HintEn = "ids, separated by commas")] IReadOnlyList<string>? Admit = null,
    [Label("移出", "Exclude", HintZh = "人员编号，逗号分隔", HintEn = "ids, separated by commas")] IReadOnlyList<string>? Exclude = null)
    : ICommand<ChangeCircle>
{
    public static Decision Decide(Matter matter, ChangeCircle c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        if (Guard.NotOfTheUnit(c.Admit ?? [], "admit", x) is { } stranger)
            return stranger;
        // somebody must be left who can act in the matter
        return matter.Lead is { } lead && c.Exclude?.Contains(lead) == true
            ? new LeadStaysInside(lead) { Field = "exclude" }
            : Decision.Of(new CircleChanged(c.On, c.Secrecy, c.Reason, c.Admit ?? [], c.Exclude ?? []));
    }
}

public sealed record LeadStaysInside(string Lead)
    : Refusal("lead-stays-inside", new Text($"{Lead} 是承办检察官，不能移出知悉范围", $"{Lead} leads the matter and cannot be excluded"), null, new Text("先改变承办人", "assign another lead first"));

[EventType("matter.circle-changed")]
public sealed record CircleChanged(DateOnly On, Secrecy Secrecy, string Reason, IReadOnlyList<string> Admit, IReadOnlyList<string> Exclude) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        matter.Secrecy = Secrecy;
        foreach (var person in Admit)
            matter.Admit(person);
        foreach (var person in Exclude)
            matter.Exclude(person);
    }

    public Text Says(Matter matter) => new("调整知悉范围", "Circle changed");

    Law.Track? IMatterEvent.Track => null;
}
