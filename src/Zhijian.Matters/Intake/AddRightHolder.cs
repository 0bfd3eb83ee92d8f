using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Intake;

/// <summary>Add a right holder who was found later (追加权利人); their notices run from the day on which they were found.</summary>
public sealed record AddRightHolder(
    [Label("查明日期", "Found on")] DateOnly On,
    [Label("权利人名称", "Name")] string Name,
    [Label("联系方式", "Contact")] string? Contact = null)
    : ICommand<AddRightHolder>
{
    public static Decision Decide(Matter matter, AddRightHolder c, StepContext x) =>
        Guard.NotAfterToday(c.On, x) is { } future ? future
        : string.IsNullOrWhiteSpace(c.Name) ? new FieldIsEmpty("name", new Text("权利人名称", "Name")) { Field = "name" }
        : matter.RightHolders.Any(h => h.Name == c.Name.Trim()) ? new PersonIsThere(c.Name.Trim()) { Field = "name" }
        : Decision.Of(new RightHolderAdded(c.On, c.Name.Trim(), c.Contact));
}

[EventType("matter.right-holder-added")]
public sealed record RightHolderAdded(DateOnly On, string Name, string? Contact) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.AddRightHolder(Name, Contact);

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        matter.Accusations.Any(a => a.Accusation.Stage is Stage.ProsecutionReview or Stage.Returned) ? [new Occurrence("right-holder-found", On, matter.RightHolders[^1].Id)] : [];

    public Text Says(Matter matter) => new($"追加权利人{Name}", $"Right holder {Name} added");
}
