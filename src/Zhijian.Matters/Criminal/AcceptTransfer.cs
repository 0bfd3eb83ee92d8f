using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Accept a case transferred for review for prosecution (受理移送审查起诉; 刑诉法172). Opens the decision within one month, the notices
/// to suspect and victim (3 days) and to the right holder (10 days).
/// </summary>
public sealed record AcceptTransfer(
    [Label("收到案卷日期", "File received on")] DateOnly On,
    [Label("移送机关", "Transferring organ", HintZh = "公安机关，或改变管辖前的检察院", HintEn = "the police, or the procuratorate before a change of jurisdiction")] string TransferredBy,
    [Label("此前已退回补充侦查次数", "Earlier returns", HintZh = "改变管辖的案件累计计算（规则350）", HintEn = "counted across a change of jurisdiction")] int EarlierReturns = 0,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<AcceptTransfer>
{
    public static Decision Decide(Matter matter, AcceptTransfer c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.TransferredBy))
            return new FieldIsEmpty("transferredBy", new Text("移送机关", "Transferring organ")) { Field = "transferredBy" };
        return c.EarlierReturns is < 0 or > 2
            ? new TwoReturnsAtMost(c.EarlierReturns) { Field = "earlierReturns" }
            : Decision.Of(new TransferAccepted(c.On, c.TransferredBy, c.EarlierReturns, persons.Ids()));
    }
}

public sealed record TwoReturnsAtMost(int Given)
    : Refusal("two-returns-at-most", new Text($"退回次数 {Given} 不可能：最多 2 次", $"{Given} returns cannot be: two at most"), new LegalRef("刑诉法175；规则346、350"), new Text("填 0、1 或 2", "give 0, 1 or 2"));

[EventType("criminal.transfer-accepted")]
public sealed record TransferAccepted(DateOnly On, string TransferredBy, int EarlierReturns, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        matter.Move(Persons, [Stage.Registered, Stage.Investigation], Stage.ProsecutionReview, On);
        foreach (var person in Persons)
            matter.Known(person).Returns = EarlierReturns;
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        Persons.Concat(matter.RightHolders.Select(h => h.Id)).Select(s => new Occurrence("transfer-accepted", On, s));

    public Text Says(Matter matter) => new($"收到移送审查起诉：{matter.Names(Persons)}（{TransferredBy}）", $"Transfer for prosecution received: {matter.Names(Persons)} ({TransferredBy})");
}
