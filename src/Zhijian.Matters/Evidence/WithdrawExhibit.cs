using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>Withdraw an exhibit (撤下证据): it proves nothing any more; its number is not given again.</summary>
public sealed record WithdrawExhibit(
    [Label("日期", "Date")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("理由", "Reason"), LongText] string Reason)
    : ICommand<WithdrawExhibit>
{
    public static Decision Decide(Matter matter, WithdrawExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        return exhibit is null ? no!
            : ExhibitGuard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty ? empty
            : Decision.Of(new ExhibitWithdrawn(c.On, exhibit.Id, c.Reason.Trim()));
    }
}

[EventType("evidence.exhibit-withdrawn")]
public sealed record ExhibitWithdrawn(DateOnly On, string Exhibit, string Reason) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Withdraw(On, Reason);

    public Text Says(Matter matter) => new($"撤下 {Exhibit}：{Reason}", $"{Exhibit} withdrawn: {Reason}");
}
