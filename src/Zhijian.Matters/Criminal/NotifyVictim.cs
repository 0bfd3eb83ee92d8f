using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Tell the victim (the right holder) of the right to an agent ad litem within three days of receiving the file (告知被害人; 刑诉法46、规则55).</summary>
public sealed record NotifyVictim(
    [Label("告知日期", "Told on")] DateOnly On,
    [Label("方式", "How")] NoticeMode Mode = NoticeMode.Written,
    [Label("被害人（权利人）", "Victims (right holders)")] IReadOnlyList<string>? Holders = null)
    : ICommand<NotifyVictim>
{
    public static Decision Decide(Matter matter, NotifyVictim c, StepContext x)
    {
        var (holders, no) = Recipients.Choose(matter, c.Holders, c.On, x);
        return no is not null ? no : Decision.Of(new VictimNotified(c.On, c.Mode, holders));
    }
}

[EventType("criminal.victim-notified")]
public sealed record VictimNotified(DateOnly On, NoticeMode Mode, IReadOnlyList<string> Holders) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Holders.Select(h => new Occurrence("victim-notified", On, h));

    public Text Says(Matter matter) => new($"告知被害人诉讼权利义务：{matter.Names(Holders)}", $"Victim told of their rights: {matter.Names(Holders)}");
}

/// <summary>Right holders to whom a notice goes: they must be in the matter, and a transfer must have been accepted.</summary>
internal static class Recipients
{
    public static (IReadOnlyList<string> Holders, Refusal? No) Choose(Matter matter, IReadOnlyList<string>? named, DateOnly on, StepContext x)
    {
        if (Guard.NotAfterToday(on, x) is { } future)
            return ([], future);
        if (matter.RightHolders.Count == 0)
            return ([], new NoRightHolder() { Field = "holders" });
        named = named is { Count: > 0 } ? named : [.. matter.RightHolders.Select(h => h.Id)];
        foreach (var id in named)
            if (matter.RightHolder(id) is null)
                return ([], new UnknownRightHolder(id) { Field = "holders" });
        var accepted = matter.Occurrences.FirstOrDefault(o => o.Type is "transfer-accepted" or "arrest-review-accepted");
        if (accepted is null)
            return ([], new NothingAcceptedYet(x.Procedure.Reference));
        return accepted.On.Day is { } day && on < day ? ([], new DoneBeforeTransfer(on, day) { Field = "on" }) : (named, null);
    }
}

public sealed record NoRightHolder()
    : Refusal("no-right-holder", new Text("本案没有登记权利人", "no right holder is recorded"), null, new Text("先追加权利人", "add the right holder first"));

public sealed record UnknownRightHolder(string Id)
    : Refusal("unknown-right-holder", new Text($"本案没有编号为“{Id}”的权利人", $"the matter has no right holder “{Id}”"), null, new Text("选择本案权利人，如 R1", "choose one of the matter, e.g. R1"));

public sealed record NothingAcceptedYet(LegalRef? Article)
    : Refusal("nothing-accepted-yet", new Text("本案尚未受理移送，告知义务尚未产生", "no transfer was accepted yet; the notice is not due"), Article, new Text("先受理移送审查起诉", "accept the transfer first"));

public sealed record DoneBeforeTransfer(DateOnly On, DateOnly Accepted)
    : Refusal("done-before-transfer", new Text($"告知日期 {On:yyyy-MM-dd} 早于受理日期 {Accepted:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before the acceptance on {Accepted:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));
