using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Record the reply of the addressee (回复; 检察建议规定19), or after its period that there is none.</summary>
public sealed record RecordSuggestionReply(
    [Label("日期", "Date")] DateOnly On,
    [Label("回复", "Reply")] SuggestionReply Reply,
    [Label("内容", "What it says"), LongText] string? Content = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordSuggestionReply>
{
    public static Decision Decide(Matter matter, RecordSuggestionReply c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Reply == SuggestionReply.None)
            return matter.ReplyDue(proceeding, x) is { } due && c.On <= due
                ? new SuggestionReplyRuns(proceeding.Id, due) { Field = "on" }
                : Decision.Of(new SuggestionReplied(c.On, c.Reply, null, proceeding.Id, proceeding.Track));
        return SuggestionParts.Empty(("content", c.Content, new Text("内容", "What it says")))
            ?? Decision.Of(new SuggestionReplied(c.On, c.Reply, c.Content!.Trim(), proceeding.Id, proceeding.Track));
    }
}

public enum SuggestionReply
{
    [Label("采纳", "Accepted")]
    Accepted,

    [Label("部分采纳", "Accepted in part")]
    Partly,

    [Label("不采纳", "Refused")]
    Refused,

    [Label("逾期未回复", "No reply")]
    None,
}

public sealed record SuggestionReplyRuns(string Id, DateOnly Due)
    : Refusal(
        "suggestion-reply-runs",
        new Text($"{Id} 的回复期到 {Due:yyyy-MM-dd} 才届满", $"the addressee of {Id} has until {Due:yyyy-MM-dd}"),
        new LegalRef("检察建议规定19"),
        new Text($"{Due:yyyy-MM-dd} 以后再登记逾期未回复", $"record that there is no reply after {Due:yyyy-MM-dd}"));

[EventType("suggestion.replied")]
public sealed record SuggestionReplied(DateOnly On, SuggestionReply Reply, string? Content, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("replied", On, Reply.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Reply == SuggestionReply.None ? [] : [new Occurrence("suggestion-replied", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 被建议单位：{Reply.Label().Zh}{(Content is null ? "" : $"（{Content}）")}", $"{Proceeding}: addressee: {Reply.Label().En}{(Content is null ? "" : $" ({Content})")}");

    Track? IMatterEvent.Track => Function;
}
