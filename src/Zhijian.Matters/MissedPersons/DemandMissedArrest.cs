using Zhijian.Kernel;

namespace Zhijian.Matters.MissedPersons;

/// <summary>
/// Demand that the police request the arrest of somebody whom they left out (纠正漏捕; 规则288), found while reviewing a request for arrest. Where they do not,
/// or their reasons do not stand, the procuratorate may decide the arrest itself.
/// </summary>
public sealed record DemandMissedArrest(
    [Label("发出日期", "Sent on")] DateOnly On,
    [Label("公安机关", "Police organ")] string Organ,
    [Label("罪名", "Charges")] IReadOnlyList<string> Charges,
    [Label("理由", "Reason", HintZh = "应当逮捕的事实和证据", HintEn = "facts and evidence for an arrest"), LongText] string Reason,
    [Label("遗漏的人员", "Who was left out", HintZh = "不在本案的填姓名", HintEn = "the name, if not in the matter")] string? Name = null,
    [Label("已在本案的编号", "Their id in the matter", HintZh = "如 P2", HintEn = "e.g. P2")] string? Person = null)
    : ICommand<DemandMissedArrest>
{
    public static Decision Decide(Matter matter, DemandMissedArrest c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (matter.Occurrences.FirstOrDefault(o => o.Type == "arrest-review-accepted") is not { } accepted)
            return new NoArrestWasReviewed(x.Procedure.Reference);
        if (c.On < accepted.On.Earliest)
            return new DemandedBeforeReview(c.On, accepted.On) { Field = "on" };
        return c.Person is not null && matter.Person(c.Person) is { IsUnit: true } unit
            ? new Criminal.UnitsAreNotArrested(unit.Name) { Field = "person" }
            : MissedDemands.Demand(matter, c.On, MissedKind.Arrest, c.Organ, c.Name, c.Person, c.Charges, c.Reason, x);
    }
}

public sealed record NoArrestWasReviewed(LegalRef? Article)
    : Refusal("no-arrest-was-reviewed", new Text("本案没有受理过提请批准逮捕", "no request for arrest was accepted in this matter"), Article, new Text("先受理提请批准逮捕；审查起诉中发现的，办理纠正漏诉或者决定逮捕", "accept the request first; where found while reviewing for prosecution, demand the transfer"));

public sealed record DemandedBeforeReview(DateOnly On, PartialDate Accepted)
    : Refusal("demanded-before-review", new Text($"日期 {On:yyyy-MM-dd} 早于受理提请批准逮捕的 {Accepted}", $"{On:yyyy-MM-dd} is before the request for arrest was accepted on {Accepted}"), null, new Text("核对日期", "check the date"));
