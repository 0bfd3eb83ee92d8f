using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Accept a request to recheck a refusal to supervise (受理复查; 民事监督规则126): once, within one year, by the next higher office, which opens a proceeding of its own.</summary>
public sealed record AcceptCivilRecheck(
    [Label("受理日期", "Accepted on")] DateOnly On,
    [Label("申请日期", "Applied on")] DateOnly AppliedOn,
    [Label("申请人", "Applicant")] string Applicant,
    [Label("原决定院", "Office that refused")] string Office,
    [Label("不支持监督申请决定书文号", "Number of the refusal")] string Refusal,
    [Label("收到决定日期", "Refusal received on")] DateOnly RefusedOn,
    [Label("法院", "Court")] string Court,
    [Label("法院层级", "Level of the court")] CourtLevel Level,
    [Label("案号", "Case number")] string CaseNumber,
    [Label("当事人", "Parties")] string Parties,
    [Label("生效日期", "Effective on")] PartialDate EffectiveOn,
    [Label("案件类型", "Kind of case")] CaseSubject Subject = CaseSubject.Other)
    : ICommand<AcceptCivilRecheck>
{
    public static Decision Decide(Matter matter, AcceptCivilRecheck c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if ((Guard.Empty(c.Applicant, "applicant", "申请人", "Applicant") ?? Guard.Empty(c.Office, "office", "原决定院", "Office that refused")
            ?? Guard.Empty(c.Refusal, "refusal", "不支持监督申请决定书文号", "Number of the refusal")) is { } empty)
            return empty;
        var supervised = new SupervisedCase(SupervisedObject.Judgment, c.Subject, c.Court.Trim(), c.Level, c.CaseNumber.Trim(), c.Parties.Trim(), c.EffectiveOn);
        if (supervised.Wrong(c.On) is { } wrong)
            return wrong;
        if (c.AppliedOn > c.On)
            return new AcceptedBeforeApplied(c.On, c.AppliedOn) { Field = "appliedOn" };
        if (matter.Proceedings.FirstOrDefault(p => p.Fact("rechecks") == c.Refusal.Trim()) is { } earlier)
            return new RecheckedOnce(c.Refusal, earlier.Id) { Field = "refusal" };
        var due = x.Law.Terms["CV-RECHECK"].Count(new CountFrom(c.RefusedOn, Custody.Free), x.Law.Calendar).Due;
        return c.AppliedOn < c.RefusedOn ? new AppliedTooEarly(c.AppliedOn, c.RefusedOn) { Field = "appliedOn" }
            : due is { } last && c.AppliedOn > last ? new RecheckTooLate(c.RefusedOn, last) { Field = "appliedOn" }
            : Decision.Of(new CivilRecheckAccepted(c.On, c.AppliedOn, c.Applicant.Trim(), c.Office.Trim(), c.Refusal.Trim(), c.RefusedOn, supervised));
    }
}

public sealed record RecheckedOnce(string Number, string Id)
    : Refusal("rechecked-once", new Text($"{Number} 已在 {Id} 复查；只能复查一次", $"{Number} was rechecked in {Id}; it is rechecked once only"), new LegalRef("民事监督规则126"), new Text("不予受理；符合依职权监督情形的，依职权启动", "do not accept it; where a ground of office exists, start ex officio"));

public sealed record RecheckTooLate(DateOnly From, DateOnly Last)
    : Refusal("recheck-too-late", new Text($"自 {From:yyyy-MM-dd} 收到决定起，申请复查的一年已于 {Last:yyyy-MM-dd} 届满", $"the year from the refusal of {From:yyyy-MM-dd} ended on {Last:yyyy-MM-dd}"), new LegalRef("民事监督规则126"), new Text("不予受理；符合依职权监督情形的，依职权启动", "do not accept it; where a ground of office exists, start ex officio"));

[EventType("civil.recheck-accepted")]
public sealed record CivilRecheckAccepted(DateOnly On, DateOnly AppliedOn, string Applicant, string Office, string Refusal, DateOnly RefusedOn, SupervisedCase Case) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.CivilSupervision, $"复查 {Refusal}", "rechecking", On);
        Case.WriteTo(proceeding);
        proceeding.Set("origin", "application");
        proceeding.Set("applicant", Applicant);
        proceeding.Set("rechecks", Refusal);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("recheck-accepted", On, matter.Proceedings[^1].Id)];

    public Text Says(Matter matter) => new($"受理{Applicant}的复查申请：{Office} {Refusal}", $"Recheck accepted at the request of {Applicant}: {Office} {Refusal}");

    Track? IMatterEvent.Track => Track.Civil;
}
