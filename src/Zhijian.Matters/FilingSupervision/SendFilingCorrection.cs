using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Send the police a correction notice (纠正违法通知书): they gave no reasons within seven days (规则552、560、562), or did not follow the notice within
/// fifteen (规则564). Not before those days are over.
/// </summary>
public sealed record SendFilingCorrection(
    [Label("发出日期", "Sent on")] DateOnly On,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SendFilingCorrection>
{
    private static readonly LegalRef Silence = new("规则552、560、562");

    private static readonly LegalRef Disobedience = new("规则564");

    public static Decision Decide(Matter matter, SendFilingCorrection c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        var notified = proceeding.Stage == "notified";
        var rule = notified
            ? proceeding.Notice() == FilingFacts.NoticeToWithdraw ? "withdraw-on-notice" : "file-on-notice"
            : proceeding.Fault() == FilingFault.Undecided ? "explain-overdue-filing" : "explain-filing";
        return matter.Clocks(rule, x).GetValueOrDefault(proceeding.Id)?.Count.Due is { } due && c.On <= due
            ? new PoliceStillHaveTime(proceeding.Id, due, notified ? Disobedience : Silence) { Field = "on" }
            : Decision.Of(new FilingCorrectionSent(c.On, c.Document, proceeding.Id));
    }
}

public sealed record PoliceStillHaveTime(string Id, DateOnly Due, LegalRef Article)
    : Refusal("police-still-have-time", new Text($"{Id} 公安机关的期限到 {Due:yyyy-MM-dd} 才届满", $"{Id}: the police have until {Due:yyyy-MM-dd}"), Article, new Text("期满后仍不说明、不执行的再发出", "send it when the days are over and nothing came"));

[EventType("filing.correction-sent")]
public sealed record FilingCorrectionSent(DateOnly On, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move(proceeding.Notice() is null ? "reasons-overdue" : "correction", On);
    }

    public Text Says(Matter matter) => matter.KnownProceeding(Proceeding).Notice() is null
        ? new($"{Proceeding} 公安机关逾期不说明理由，发出纠正违法通知书", $"{Proceeding}: correction notice, no reasons came in time")
        : new($"{Proceeding} 公安机关逾期不执行通知，发出纠正违法通知书", $"{Proceeding}: correction notice, the notice was not followed in time");
}
