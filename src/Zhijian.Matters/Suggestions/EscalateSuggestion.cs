using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Report a suggestion that was not accepted to the higher procuratorate or to the organ above the addressee (报告上级、通报上级机关).</summary>
public sealed record EscalateSuggestion(
    [Label("日期", "Date")] DateOnly On,
    [Label("报告、通报对象", "To")] EscalatedTo To,
    [Label("机关名称", "Name")] string Name,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<EscalateSuggestion>
{
    public static Decision Decide(Matter matter, EscalateSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return SuggestionParts.Empty(("name", c.Name, new Text("机关名称", "Name")), ("reason", c.Reason, new Text("理由", "Reason")))
            ?? Decision.Of(new SuggestionEscalated(c.On, c.To, c.Name.Trim(), c.Reason.Trim(), proceeding.Id, proceeding.Track));
    }
}

public enum EscalatedTo
{
    [Label("报告上级人民检察院", "Higher procuratorate")]
    HigherProcuratorate,

    [Label("通报被建议单位的上级机关", "Organ above the addressee")]
    SuperiorOrgan,

    [Label("通报主管部门", "Competent authority")]
    Authority,
}

[EventType("suggestion.escalated")]
public sealed record SuggestionEscalated(DateOnly On, EscalatedTo To, string Name, string Reason, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("escalated", On, To.Label());

    public Text Says(Matter matter) => new($"{Proceeding} 未采纳，{To.Label().Zh}：{Name}（{Reason}）", $"{Proceeding}: not accepted, put to {Name} ({To.Label().En.ToLowerInvariant()}): {Reason}");

    Track? IMatterEvent.Track => Function;
}
