using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>
/// Serve the suggestion on the organ (送达检察建议书; 公益诉讼办案规则76). From that day it has two months to act and reply, or fifteen days where the
/// damage is growing (检察公益诉讼解释21).
/// </summary>
public sealed record ServePublicSuggestion(
    [Label("行政机关收到日期", "Received by the organ on")] DateOnly On,
    [Label("送达回证", "Receipt", HintZh = "签收人或者回证编号", HintEn = "who signed, or its number")] string Receipt,
    [Label("紧急", "Urgent", HintZh = "损害继续扩大等，十五日以内回复", HintEn = "the damage is growing: fifteen days")] bool Urgent = false,
    [Label("紧急的情形", "Why it is urgent"), LongText] string? UrgentReason = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ServePublicSuggestion>
{
    public static Decision Decide(Matter matter, ServePublicSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Urgent && string.IsNullOrWhiteSpace(c.UrgentReason))
            return new UrgencyNeedsAReason() { Field = "urgentReason" };
        return PublicLines.Empty(x, ("receipt", c.Receipt, new Text("送达回证", "Receipt")))
            ?? Decision.Of(new PublicSuggestionServed(c.On, c.Receipt.Trim(), c.Urgent, c.Urgent ? c.UrgentReason!.Trim() : null, proceeding.Id));
    }
}

public sealed record UrgencyNeedsAReason()
    : Refusal(
        "urgency-needs-a-reason",
        new Text("十五日的回复期只用于损害继续扩大等紧急情形，须写明", "the fifteen days are only for damage that is growing and the like; say which"),
        new LegalRef("检察公益诉讼解释21"),
        new Text("写明紧急的情形，或者改为不紧急（两个月）", "say why it is urgent, or leave it at two months"));

[EventType("public-interest.suggestion-served")]
public sealed record PublicSuggestionServed(DateOnly On, string Receipt, bool Urgent, string? UrgentReason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("suggestion-served", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-suggestion-served", On, Proceeding) { Facts = PublicLines.Facts("urgent", Urgent ? "yes" : "no") }];

    public Text Says(Matter matter) => new(
        $"{Proceeding} 检察建议书送达{matter.KnownProceeding(Proceeding).Facts["against"]}（{(Urgent ? "紧急，十五日" : "两个月")}以内回复）",
        $"{Proceeding}: suggestion served on {matter.KnownProceeding(Proceeding).Facts["against"]} (reply within {(Urgent ? "fifteen days, urgent" : "two months")})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
