using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Tell the police to file, or to withdraw the case (通知立案书、通知撤销案件书; 规则561、563). They file within fifteen days of receipt; a case is withdrawn
/// at once, unless they ask for reconsideration.
/// </summary>
public sealed record NotifyPolice(
    [Label("公安机关收到日期", "Received by the police on")] DateOnly On,
    [Label("依据和理由", "Basis and reasons"), LongText] string Reason,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<NotifyPolice>
{
    public static Decision Decide(Matter matter, NotifyPolice c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Reason)
            ? new FieldIsEmpty("reason", new Text("依据和理由", "Basis and reasons")) { Field = "reason" }
            : Decision.Of(new PoliceNotified(c.On, FilingFacts.NoticeFor(proceeding.Fault()), c.Reason.Trim(), c.Document, proceeding.Id));
    }
}

/// <param name="Notice">file or withdraw.</param>
[EventType("filing.police-notified")]
public sealed record PoliceNotified(DateOnly On, string Notice, string Reason, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Set("notice", Notice);
        proceeding.Move("notified", On, FilingFacts.NoticeName(Notice));
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence("filing-notified", On, Proceeding) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["notice"] = Notice } }];

    public Text Says(Matter matter)
    {
        var name = FilingFacts.NoticeName(Notice);
        return new($"{Proceeding} 公安机关收到{name.Zh}", $"{Proceeding}: the police received a {name.En}");
    }
}
