using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Decide the reconsideration, or record the decision of the next higher procuratorate (复议、复核决定; 规则565): the notice to withdraw stands, or it is
/// revoked at once and the supervision ends.
/// </summary>
public sealed record DecideFilingObjection(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("决定", "Decision")] ObjectionOutcome Outcome,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecideFilingObjection>
{
    public static Decision Decide(Matter matter, DecideFilingObjection c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Reason)
            ? new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" }
            : Decision.Of(new FilingObjectionDecided(c.On, c.Outcome, proceeding.Stage == "higher-review", c.Reason.Trim(), proceeding.Id));
    }
}

public enum ObjectionOutcome
{
    [Label("维持撤销案件通知", "The notice stands")]
    Upheld,

    [Label("撤销案件通知有错误，予以撤销", "The notice is revoked")]
    Revoked,
}

/// <param name="Higher">Decided by the next higher procuratorate.</param>
[EventType("filing.objection-decided")]
public sealed record FilingObjectionDecided(DateOnly On, ObjectionOutcome Outcome, bool Higher, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        if (Outcome == ObjectionOutcome.Upheld)
            proceeding.Set("upheld", Higher ? "review" : "reconsideration");
        proceeding.Move(Outcome == ObjectionOutcome.Upheld ? "notified" : "notice-revoked", On, Outcome.Label());
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence(Outcome == ObjectionOutcome.Upheld ? "filing-notice-upheld" : "filing-notice-revoked", On, Proceeding)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["notice"] = FilingFacts.NoticeToWithdraw },
        }];

    public Text Says(Matter matter) => Higher
        ? new($"{Proceeding} 上一级检察院复核：{Outcome.Label().Zh}", $"{Proceeding}: review by the next higher procuratorate: {Outcome.Label().En}")
        : new($"{Proceeding} 复议：{Outcome.Label().Zh}", $"{Proceeding}: reconsidered: {Outcome.Label().En}");
}
