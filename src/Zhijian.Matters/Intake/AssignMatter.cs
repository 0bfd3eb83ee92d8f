using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Intake;

/// <summary>Assign the matter (分案) to a lead prosecutor and assistants.</summary>
public sealed record AssignMatter(
    [Label("分案日期", "Assigned on")] DateOnly On,
    [Label("承办检察官", "Lead prosecutor", HintZh = "人员编号，如 lu", HintEn = "id of the person, e.g. lu")] string Lead,
    [Label("检察官助理、书记员", "Assistants", HintZh = "人员编号，逗号分隔", HintEn = "ids, separated by commas")] IReadOnlyList<string>? Assistants = null)
    : ICommand<AssignMatter>
{
    public static Decision Decide(Matter matter, AssignMatter c, StepContext x) =>
        Guard.NotAfterToday(c.On, x) is { } future ? future
        : string.IsNullOrWhiteSpace(c.Lead) ? new FieldIsEmpty("lead", new Text("承办检察官", "Lead prosecutor")) { Field = "lead" }
        : Guard.NotOfTheUnit([c.Lead.Trim()], "lead", x) is { } lead ? lead
        : Guard.NotOfTheUnit(c.Assistants ?? [], "assistants", x) is { } assistant ? assistant
        : Decision.Of(new MatterAssigned(c.On, c.Lead.Trim(), c.Assistants ?? []));
}

[EventType("matter.assigned")]
public sealed record MatterAssigned(DateOnly On, string Lead, IReadOnlyList<string> Assistants) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Assign(Lead, Assistants);

    public Text Says(Matter matter) => new($"分案，承办 {Lead}", $"Assigned to {Lead}");

    Track? IMatterEvent.Track => null;
}
