using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Let an exhibit go (发还、移送、销毁): to whom, and against which paper. It leaves custody for good.</summary>
public sealed record ReturnExhibit(
    [Label("日期", "Date")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("去向", "What became of it")] Release Release,
    [Label("接收人", "To whom")] string Receiver,
    [Label("凭据", "Paper", HintZh = "发还清单、移送清单、销毁笔录的编号", HintEn = "number of the list or record")] string Receipt)
    : ICommand<ReturnExhibit>
{
    public static Decision Decide(Matter matter, ReturnExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.InHand(matter, c.Exhibit, c.On, x);
        return exhibit is null ? no!
            : (ExhibitGuard.Empty(c.Receiver, "receiver", "接收人", "To whom") ?? ExhibitGuard.Empty(c.Receipt, "receipt", "凭据", "Paper")) is { } empty ? empty
            : c.On < exhibit.Custody[^1].On ? new CustodyGoesOn(exhibit.Id, exhibit.Custody[^1].On) { Field = "on" }
            : Decision.Of(new ExhibitReturned(c.On, exhibit.Id, c.Release, c.Receiver.Trim(), c.Receipt.Trim()));
    }
}

/// <summary>Where an exhibit went.</summary>
public enum Release
{
    [Label("发还", "Returned")]
    Returned,

    [Label("随案移送", "Passed on with the case")]
    PassedOn,

    [Label("销毁", "Destroyed")]
    Destroyed,
}

[EventType("evidence.exhibit-returned")]
public sealed record ExhibitReturned(DateOnly On, string Exhibit, Release Release, string Receiver, string Receipt) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var exhibit = matter.KnownExhibit(Exhibit);
        exhibit.Gone(On);
        exhibit.Say(On, Says(matter), recorded.Actor);
    }

    public Text Says(Matter matter) => new($"{Exhibit} {Release.Label().Zh}：{Receiver}（{Receipt}）", $"{Exhibit} {Release.Label().En.ToLowerInvariant()}: {Receiver} ({Receipt})");
}
