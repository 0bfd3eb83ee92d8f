using Zhijian.Kernel;

namespace Zhijian.Matters.Criminal;

/// <summary>Record an incidental civil action and how it ended (附带民事诉讼; 刑诉法101; 规则339): of the victim, or of the procuratorate for state or collective property.</summary>
public sealed record RecordIncidentalAction(
    [Label("日期", "Date")] DateOnly On,
    [Label("事项", "What happened")] IncidentalEvent What,
    [Label("原告", "Claimant")] IncidentalClaimant Claimant,
    [Label("请求或者结果", "Claim or result"), LongText] string Detail,
    [Label("金额（元）", "Amount (yuan)")] Money? Yuan = null,
    [Label("权利人", "Right holders")] IReadOnlyList<string>? Holders = null)
    : ICommand<RecordIncidentalAction>
{
    public static Decision Decide(Matter matter, RecordIncidentalAction c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Detail))
            return new FieldIsEmpty("detail", new Text("请求或者结果", "Claim or result")) { Field = "detail" };
        if (c.Holders?.FirstOrDefault(h => matter.RightHolder(h) is null) is { } stranger)
            return new UnknownRightHolder(stranger) { Field = "holders" };
        var filed = matter.Timeline.Select(t => t.Event).OfType<IncidentalActionRecorded>().Where(e => e.What == IncidentalEvent.Filed && e.Claimant == c.Claimant).Select(e => (DateOnly?)e.On).Min();
        if (c.What != IncidentalEvent.Filed && filed is null)
            return new NoIncidentalAction(c.Claimant.Label()) { Field = "what" };
        return c.What != IncidentalEvent.Filed && c.On < filed
            ? new EndedBeforeItWasFiled(c.On, filed.Value) { Field = "on" }
            : Decision.Of(new IncidentalActionRecorded(c.On, c.What, c.Claimant, c.Detail.Trim(), c.Yuan, c.Holders is { Count: > 0 } ? [.. c.Holders.Distinct()] : []));
    }
}

public enum IncidentalEvent
{
    [Label("提起附带民事诉讼", "Incidental civil action filed")]
    Filed,

    [Label("调解、和解", "Settled")]
    Settled,

    [Label("判决", "Judged")]
    Judged,

    [Label("撤回", "Withdrawn")]
    Withdrawn,
}

public enum IncidentalClaimant
{
    [Label("被害人", "Victim")]
    Victim,

    [Label("人民检察院（国家、集体财产）", "Procuratorate, for state or collective property")]
    Procuratorate,

    [Label("人民检察院（附带民事公益诉讼）", "Procuratorate, in the public interest")]
    PublicInterest,
}

public sealed record NoIncidentalAction(Text Claimant)
    : Refusal("no-incidental-action", new Text($"没有登记{Claimant.Zh}提起的附带民事诉讼", $"no incidental action is recorded ({Claimant.En})"), new LegalRef("刑诉法101；规则339", RefStatus.Unverified), new Text("先登记提起", "record that it was filed first"));

public sealed record EndedBeforeItWasFiled(DateOnly On, DateOnly Filed)
    : Refusal("ended-before-it-was-filed", new Text($"日期 {On:yyyy-MM-dd} 早于提起的 {Filed:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before it was filed on {Filed:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));

[EventType("criminal.incidental-action-recorded")]
public sealed record IncidentalActionRecorded(DateOnly On, IncidentalEvent What, IncidentalClaimant Claimant, string Detail, Money? Yuan, IReadOnlyList<string> Holders) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the civil claim follows the criminal case and changes no stage of it
    }

    public Text Says(Matter matter)
    {
        var yuan = Yuan is { } amount ? (Zh: $"，{amount} 元", En: $", {amount} yuan") : (Zh: "", En: "");
        return new($"附带民事诉讼（{Claimant.Label().Zh}）{What.Label().Zh}：{Detail}{yuan.Zh}", $"{What.Label().En} ({Claimant.Label().En}): {Detail}{yuan.En}");
    }
}
