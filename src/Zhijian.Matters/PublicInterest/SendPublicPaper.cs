using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Record that a paper of a public-interest case was served, filed upward or handed to the court (送达、报备、提交), with its receipt.</summary>
public sealed record SendPublicPaper(
    [Label("日期", "Sent on")] DateOnly On,
    [Label("文书", "Paper")] PublicPaper Paper,
    [Label("凭据", "Proof", HintZh = "送达回证、备案回执", HintEn = "receipt")] string Proof,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SendPublicPaper>
{
    public static Decision Decide(Matter matter, SendPublicPaper c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        // sent on its day, but often recorded when the proceeding has moved on: only the day on which it was owed bounds it
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, x.Today, x);
        if (proceeding is null)
            return no!;
        var duty = matter.Clock(proceeding, x, PublicPapers.Of(c.Paper).Duty);
        if (duty is not { Status: not DutyStatus.Discharged })
            return new PaperIsNotOwed(proceeding.Id, c.Paper, x.Procedure.Reference!) { Field = "paper" };
        if (duty.OpenedOn.Day is { } opened && c.On < opened)
            return new Intake.DoneBeforeOwed(c.On, opened) { Field = "on" };
        return PublicLines.Empty(x, ("proof", c.Proof, new Text("凭据", "Proof"))) ?? Decision.Of(new PublicPaperSent(c.On, c.Paper, c.Proof.Trim(), proceeding.Id));
    }
}

/// <summary>The papers that a rule wants sent within days.</summary>
public enum PublicPaper
{
    [Label("立案决定书送达行政机关", "Filing decision, to the organ")]
    FilingDecision,

    [Label("检察建议书报上级备案", "Suggestion, to the higher procuratorate")]
    Suggestion,

    [Label("起诉书报上级备案", "Indictment, to the higher procuratorate")]
    Indictment,

    [Label("一审裁判报上级备案", "Judgment, to the higher procuratorate")]
    Judgment,

    [Label("撤回决定提交法院", "Withdrawal, to the court")]
    Withdrawal,
}

internal static class PublicPapers
{
    public static (string Duty, string Occurrence) Of(PublicPaper paper) => paper switch
    {
        PublicPaper.FilingDecision => ("serve-filing-decision", "public-filing-served"),
        PublicPaper.Suggestion => ("register-public-suggestion", "public-suggestion-registered"),
        PublicPaper.Indictment => ("register-public-indictment", "public-indictment-registered"),
        PublicPaper.Judgment => ("register-public-judgment", "public-judgment-registered"),
        _ => ("submit-public-withdrawal", "public-withdrawal-submitted"),
    };
}

public sealed record PaperIsNotOwed(string Id, PublicPaper Paper, LegalRef Reference)
    : Refusal(
        "paper-is-not-owed",
        new Text($"{Id} 现在没有待办的“{Paper.Label().Zh}”", $"{Id} owes no such paper now: {Paper.Label().En}"),
        Reference,
        new Text("从案件页“期限”选择待办的文书；已登记的不重复", "choose a paper that is owed, see the clocks of the matter; it is recorded once"));

[EventType("public-interest.paper-sent")]
public sealed record PublicPaperSent(DateOnly On, PublicPaper Paper, string Proof, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty is derived; this is what discharges it
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence(PublicPapers.Of(Paper).Occurrence, On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} {Paper.Label().Zh}（{Proof}）", $"{Proceeding}: {Paper.Label().En} ({Proof})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
