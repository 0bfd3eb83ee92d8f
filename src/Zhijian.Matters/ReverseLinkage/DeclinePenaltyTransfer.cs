using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Record that no administrative penalty is called for, with the reason, so that the question of 刑诉法177第3款 was answered.</summary>
public sealed record DeclinePenaltyTransfer(
    [Label("日期", "Date")] DateOnly On,
    [Label("无需行政处罚的理由", "Why no penalty is called for"), LongText] string Reason,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<DeclinePenaltyTransfer>
{
    public static Decision Decide(Matter matter, DeclinePenaltyTransfer c, StepContext x)
    {
        var (_, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        (var persons, no) = TransferForPenalty.Choose(matter, c.Persons, c.On, x);
        if (no is not null)
            return no;
        return Guard.Empty(c.Reason, "reason", "无需行政处罚的理由", "Why no penalty is called for")
            ?? Decision.Of(new PenaltyTransferDeclined(c.On, c.Reason.Trim(), persons.Ids()));
    }
}

[EventType("penalty.transfer-declined")]
public sealed record PenaltyTransferDeclined(DateOnly On, string Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("penalty-transfer-declined", On, p));

    public Text Says(Matter matter) => new($"{matter.Names(Persons)}无需行政处罚：{Reason}", $"No administrative penalty called for: {matter.Names(Persons)} ({Reason})");
}
