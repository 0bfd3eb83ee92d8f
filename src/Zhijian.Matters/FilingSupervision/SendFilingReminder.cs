using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Remind the police of a case that they filed on notice and have not concluded in three months (立案监督案件催办函; 规则564). It may be sent; it is not owed.
/// </summary>
public sealed record SendFilingReminder(
    [Label("发出日期", "Sent on")] DateOnly On,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SendFilingReminder>
{
    public static Decision Decide(Matter matter, SendFilingReminder c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (matter.Clocks("conclude-filed-case", x).GetValueOrDefault(proceeding.Id) is not { } clock)
            return new NothingToRemindOf(proceeding.Id) { Field = "proceeding" };
        if (clock.Status == DutyStatus.Discharged && !proceeding.Facts.ContainsKey("reminded"))
            return new InvestigationIsConcluded(proceeding.Id) { Field = "proceeding" };
        return clock.Count.Due is { } due && c.On <= due
            ? new ReminderIsTooEarly(proceeding.Id, due) { Field = "on" }
            : Decision.Of(new FilingReminderSent(c.On, c.Document, proceeding.Id));
    }
}

public sealed record NothingToRemindOf(string Id)
    : Refusal("nothing-to-remind-of", new Text($"{Id} 不是公安机关按通知立案的案件", $"{Id} is no case that the police filed on notice"), new LegalRef("规则564"), new Text("只对按通知立案的案件催办", "remind only of cases filed on notice"));

public sealed record InvestigationIsConcluded(string Id)
    : Refusal("investigation-is-concluded", new Text($"{Id} 的案件已登记侦查终结", $"the investigation of {Id} is recorded as concluded"), new LegalRef("规则564"), new Text("不必催办", "no reminder is needed"));

public sealed record ReminderIsTooEarly(string Id, DateOnly Until)
    : Refusal("reminder-is-too-early", new Text($"{Id} 立案未满三个月（至 {Until:yyyy-MM-dd}）", $"{Id} was filed less than three months ago (until {Until:yyyy-MM-dd})"), new LegalRef("规则564"), new Text("满三个月仍未侦查终结的再催办", "remind when three months have passed without a conclusion"));

[EventType("filing.reminder-sent")]
public sealed record FilingReminderSent(DateOnly On, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Set("reminded", On.ToString("yyyy-MM-dd"));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("filing-reminder-sent", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 发出立案监督案件催办函", $"{Proceeding}: reminder sent, no conclusion after three months");
}
