using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Serve the suggestion with a receipt (送达; 检察建议规定17—21). The addressee has two months (19), or a shorter period fixed because of urgency.</summary>
public sealed record ServeSuggestion(
    [Label("收到日期", "Received on")] DateOnly On,
    [Label("送达回证", "Receipt")] string Receipt,
    [Label("限期回复", "Reply fixed for", HintZh = "紧急时另定的期限；空白为两个月", HintEn = "only where urgent; empty = two months")] DateOnly? ReplyBy = null,
    [Label("紧急", "Urgent", HintZh = "公益诉讼检察建议：十五日以内回复", HintEn = "public interest: fifteen days")] bool Urgent = false,
    [Label("紧急的情形", "Why it is urgent"), LongText] string? UrgentReason = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ServeSuggestion>
{
    public static Decision Decide(Matter matter, ServeSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if ((c.Urgent || c.ReplyBy is not null) && string.IsNullOrWhiteSpace(c.UrgentReason))
            return new SuggestionUrgencyUnexplained() { Field = "urgentReason" };
        if (c.ReplyBy is { } fix && (proceeding.RulesOf() == "public" || fix <= c.On || (TwoMonths(c.On, x) is { } due && fix > due)))
            return new FixedReplyIsShorter(fix) { Field = "replyBy" };
        if (c.Urgent && proceeding.RulesOf() != "public")
            return new UrgentNeedsItsDay() { Field = "urgent" };
        return SuggestionParts.Empty(("receipt", c.Receipt, new Text("送达回证", "Receipt")))
            ?? Decision.Of(new SuggestionServed(c.On, c.Receipt.Trim(), c.ReplyBy, c.Urgent, c.UrgentReason, proceeding.Id, proceeding.Track));
    }

    private static DateOnly? TwoMonths(DateOnly from, StepContext x) => x.Law.Terms["SG-REPLY"].Count(new CountFrom(from, Custody.Free), x.Law.Calendar).Due;
}

public sealed record SuggestionUrgencyUnexplained()
    : Refusal("suggestion-urgency-unexplained", new Text("缩短回复期限须写明紧急的情形", "a shorter period needs the urgency that calls for it"), new LegalRef("检察建议规定19"), new Text("写明紧急的情形，或者适用两个月", "say why it is urgent, or leave it at two months"));

public sealed record FixedReplyIsShorter(DateOnly Fixed)
    : Refusal(
        "fixed-reply-is-shorter",
        new Text($"另定的回复期限 {Fixed:yyyy-MM-dd} 须在收到之后、两个月以内；公益诉讼检察建议的紧急期限是十五日，不另定", $"{Fixed:yyyy-MM-dd} must lie after the receipt and within two months; a public-interest suggestion has its fifteen days"),
        new LegalRef("检察建议规定19；检察公益诉讼解释21"),
        new Text("改期限，或者留空适用两个月；公益诉讼的勾选“紧急”", "change the day or leave it empty; for the public interest tick “urgent”"));

public sealed record UrgentNeedsItsDay()
    : Refusal("urgent-needs-its-day", new Text("十五日的紧急期限只用于公益诉讼检察建议", "the fifteen days are for public-interest suggestions only"), new LegalRef("检察建议规定19；检察公益诉讼解释21"), new Text("在“限期回复”填另定的日期", "fix a day for the reply instead"));

[EventType("suggestion.served")]
public sealed record SuggestionServed(DateOnly On, string Receipt, DateOnly? ReplyBy, bool Urgent, string? UrgentReason, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move("served", On, ReplyBy is { } by ? new Text($"限 {by:yyyy-MM-dd} 前回复", $"reply fixed for {by:yyyy-MM-dd}") : null);
        proceeding.Set("reply-by", ReplyBy is { } day ? $"{day:yyyy-MM-dd}" : "");
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter)
    {
        var rules = matter.KnownProceeding(Proceeding).RulesOf();
        return [new Occurrence("suggestion-served", On, Proceeding) { Facts = SuggestionParts.Facts(("rules", rules), ("reply", ReplyBy is not null ? "fixed" : rules == "general" ? "two-months" : Urgent ? "public-urgent" : "public"), ("days", $"{ReplyBy?.DayNumber - On.DayNumber}")) }];
    }

    public Text Says(Matter matter)
    {
        var to = matter.KnownProceeding(Proceeding).Facts["addressee"];
        var (zh, en) = ReplyBy is { } by ? ($"限 {by:yyyy-MM-dd} 前回复", $"reply by {by:yyyy-MM-dd}") : Urgent ? ("十五日以内回复", "reply within fifteen days") : ("两个月以内回复", "reply within two months");
        return new($"{Proceeding} 检察建议书送达{to}，{zh}（{Receipt}）", $"{Proceeding}: suggestion served on {to}, {en} ({Receipt})");
    }

    Track? IMatterEvent.Track => Function;
}
