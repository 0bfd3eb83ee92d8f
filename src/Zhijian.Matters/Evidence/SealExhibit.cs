using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Seal an exhibit, or open its seal (封存、启封), with the number of the seal and who was there.</summary>
public sealed record SealExhibit(
    [Label("日期", "Date")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("封存或者启封", "Seal or open")] SealAct Act,
    [Label("封条编号", "Number of the seal")] string SealNumber,
    [Label("在场人", "In the presence of")] string Presence)
    : ICommand<SealExhibit>
{
    public static Decision Decide(Matter matter, SealExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.InHand(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if ((ExhibitGuard.Empty(c.SealNumber, "sealNumber", "封条编号", "Number of the seal") ?? ExhibitGuard.Empty(c.Presence, "presence", "在场人", "In the presence of")) is { } empty)
            return empty;
        if (c.On < exhibit.Custody[^1].On)
            return new CustodyGoesOn(exhibit.Id, exhibit.Custody[^1].On) { Field = "on" };
        return c.Act == SealAct.Seal && exhibit.Seal is { } there ? new SealedAlready(exhibit.Id, there) { Field = "act" }
            : c.Act == SealAct.Open && exhibit.Seal != c.SealNumber.Trim() ? new AnotherSeal(exhibit.Id, exhibit.Seal) { Field = "sealNumber" }
            : Decision.Of(new ExhibitSealed(c.On, exhibit.Id, c.Act, c.SealNumber.Trim(), c.Presence.Trim()));
    }
}

/// <summary>What is done with a seal.</summary>
public enum SealAct
{
    [Label("封存", "Seal")]
    Seal,

    [Label("启封", "Open the seal")]
    Open,
}

public sealed record SealedAlready(string Id, string Seal)
    : Refusal("sealed-already", new Text($"{Id} 已有封条 {Seal}", $"{Id} bears the seal {Seal}"), null, new Text("先登记启封", "record the opening first"));

public sealed record AnotherSeal(string Id, string? Seal)
    : Refusal(
        "another-seal", Seal is null ? new Text($"{Id} 没有封条", $"{Id} bears no seal") : new Text($"{Id} 的封条是 {Seal}", $"the seal of {Id} is {Seal}"), null,
        new Text("核对封条编号；不一致的，查明原因并记录", "check the number; where it differs, find out why and record it"));

[EventType("evidence.exhibit-sealed")]
public sealed record ExhibitSealed(DateOnly On, string Exhibit, SealAct Act, string SealNumber, string Presence) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var exhibit = matter.KnownExhibit(Exhibit);
        exhibit.Sealed(Act == SealAct.Seal ? SealNumber : null);
        exhibit.Say(On, Says(matter), recorded.Actor);
    }

    public Text Says(Matter matter) => Act == SealAct.Seal
        ? new($"{Exhibit} 封存，封条 {SealNumber}，在场人{Presence}", $"{Exhibit} sealed with {SealNumber} before {Presence}")
        : new($"{Exhibit} 启封，封条 {SealNumber}，在场人{Presence}", $"{Exhibit}: seal {SealNumber} opened before {Presence}");
}
