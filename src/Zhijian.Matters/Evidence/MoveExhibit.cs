using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Hand an exhibit over within custody (移交保管): who holds it from now on, and where.</summary>
public sealed record MoveExhibit(
    [Label("移交日期", "Handed over on")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("现保管人", "Held by")] string Holder,
    [Label("存放地点", "Where")] string Place,
    [Label("事由", "Why")] string? Why = null)
    : ICommand<MoveExhibit>
{
    public static Decision Decide(Matter matter, MoveExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.InHand(matter, c.Exhibit, c.On, x);
        return exhibit is null ? no!
            : (ExhibitGuard.Empty(c.Holder, "holder", "现保管人", "Held by") ?? ExhibitGuard.Empty(c.Place, "place", "存放地点", "Where")) is { } empty ? empty
            : c.On < exhibit.Custody[^1].On ? new CustodyGoesOn(exhibit.Id, exhibit.Custody[^1].On) { Field = "on" }
            : Decision.Of(new ExhibitMoved(c.On, exhibit.Id, c.Holder.Trim(), c.Place.Trim(), ExhibitGuard.Clean(c.Why)));
    }
}

public sealed record CustodyGoesOn(string Id, DateOnly Last)
    : Refusal("custody-goes-on", new Text($"{Id} 的保管记录已到 {Last:yyyy-MM-dd}", $"the custody of {Id} is recorded up to {Last:yyyy-MM-dd}"), null, new Text("核对日期；保管链按时间登记", "check the date; custody is recorded in its order"));

[EventType("evidence.exhibit-moved")]
public sealed record ExhibitMoved(DateOnly On, string Exhibit, string Holder, string Place, string? Why) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Say(On, Says(matter), recorded.Actor);

    public Text Says(Matter matter) => new($"{Exhibit} 移交{Holder}保管，存放于{Place}", $"{Exhibit} handed to {Holder}, kept at {Place}");
}
