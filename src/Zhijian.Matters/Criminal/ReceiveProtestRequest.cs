using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Receive the request of a victim for a protest (被害人请求抗诉; 刑诉法229; 规则588): within five days of receiving the judgment; a later one is taken up only
/// by choice. It is answered within five days.
/// </summary>
public sealed record ReceiveProtestRequest(
    [Label("收到请求日期", "Request received on")] DateOnly On,
    [Label("被害人收到判决书日期", "Judgment received by the victim on")] DateOnly ServedOn,
    [Label("请求的理由", "Grounds"), LongText] string Grounds,
    [Label("逾期仍受理的理由", "Why taken up though late", HintZh = "超过五日的，由检察院决定是否受理", HintEn = "after five days it is for the procuratorate to decide")] string? WhyTaken = null,
    [Label("权利人", "Right holders")] IReadOnlyList<string>? Holders = null)
    : ICommand<ReceiveProtestRequest>
{
    public static Decision Decide(Matter matter, ReceiveProtestRequest c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (matter.RightHolders.Count == 0)
            return new NoRightHolder() { Field = "holders" };
        IReadOnlyList<string> holders = c.Holders is { Count: > 0 } ? [.. c.Holders.Distinct()] : [.. matter.RightHolders.Select(h => h.Id)];
        if (holders.FirstOrDefault(h => matter.RightHolder(h) is null) is { } stranger)
            return new UnknownRightHolder(stranger) { Field = "holders" };
        if (matter.Occurrences.FirstOrDefault(o => o.Type == "judged") is not { } judged)
            return new NothingJudgedYet(x.Procedure.Reference);
        if (string.IsNullOrWhiteSpace(c.Grounds))
            return new FieldIsEmpty("grounds", new Text("请求的理由", "Grounds")) { Field = "grounds" };
        if (c.On < c.ServedOn)
            return new RequestedBeforeServed(c.On, c.ServedOn) { Field = "servedOn" };
        var due = x.Law.Terms["CR-PROTEST-VICREQ"].Count(new CountFrom(c.ServedOn, Custody.Free), x.Law.Calendar).Due;
        return c.On > due && string.IsNullOrWhiteSpace(c.WhyTaken)
            ? new RequestIsLate(due.Value) { Field = "whyTaken" }
            : Decision.Of(new ProtestRequested(c.On, c.ServedOn, c.Grounds.Trim(), c.WhyTaken, holders));
    }
}

public sealed record NothingJudgedYet(LegalRef? Article)
    : Refusal("nothing-judged-yet", new Text("本案尚未收到一审判决", "no first-instance judgment was received yet"), Article, new Text("先登记判决", "record the judgment first"));

public sealed record RequestedBeforeServed(DateOnly On, DateOnly Served)
    : Refusal("requested-before-served", new Text($"请求日期 {On:yyyy-MM-dd} 早于被害人收到判决书的 {Served:yyyy-MM-dd}", $"the request of {On:yyyy-MM-dd} is before the victim received the judgment on {Served:yyyy-MM-dd}"), null, new Text("核对两个日期", "check both dates"));

public sealed record RequestIsLate(DateOnly Due)
    : Refusal("request-is-late", new Text($"被害人请求抗诉的五日已于 {Due:yyyy-MM-dd} 届满", $"the five days of the victim ended on {Due:yyyy-MM-dd}"), new LegalRef("刑诉法229；规则588"), new Text("决定受理的，填写理由；不受理的不登记", "say why it is taken up all the same; where it is not, record nothing"));

[EventType("criminal.protest-requested")]
public sealed record ProtestRequested(DateOnly On, DateOnly ServedOn, string Grounds, string? WhyTaken, IReadOnlyList<string> Holders) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty to answer sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Holders.Select(h => new Occurrence("protest-requested", On, h));

    public Text Says(Matter matter) => new($"{matter.Names(Holders)}请求抗诉：{Grounds}", $"Protest requested by {matter.Names(Holders)}: {Grounds}");
}
