using Zhijian.Kernel;

namespace Zhijian.Matters.MissedPersons;

/// <summary>Demand that the police transfer for prosecution somebody whom they left out (纠正漏诉; 规则356): a person, or a unit of a unit crime.</summary>
public sealed record DemandMissedProsecution(
    [Label("发出日期", "Sent on")] DateOnly On,
    [Label("公安机关", "Police organ")] string Organ,
    [Label("罪名", "Charges")] IReadOnlyList<string> Charges,
    [Label("理由", "Reason", HintZh = "应当移送起诉的事实和证据", HintEn = "facts and evidence for a transfer"), LongText] string Reason,
    [Label("遗漏的人员（单位）", "Who was left out", HintZh = "不在本案的填姓名、名称", HintEn = "the name, if not in the matter")] string? Name = null,
    [Label("已在本案的编号", "Their id in the matter", HintZh = "如 P2", HintEn = "e.g. P2")] string? Person = null)
    : ICommand<DemandMissedProsecution>
{
    public static Decision Decide(Matter matter, DemandMissedProsecution c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        return MissedDemands.Demand(matter, c.On, MissedKind.Prosecution, c.Organ, c.Name, c.Person, c.Charges, c.Reason, x);
    }
}
