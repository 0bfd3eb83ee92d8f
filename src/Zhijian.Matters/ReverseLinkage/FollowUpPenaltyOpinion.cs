using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Follow up an opinion (跟进督促): urge the agency, report to the office above, tell the agency's superior, or link the suggestion that was made.</summary>
public sealed record FollowUpPenaltyOpinion(
    [Label("日期", "Date")] DateOnly On,
    [Label("方式", "Means")] PenaltyFollowUp Means,
    [Label("内容", "What was said or asked"), LongText] string Detail,
    [Label("机关名称", "Name", HintZh = "报告、通报的对象", HintEn = "to whom it was reported or told")] string? Name = null,
    [Label("检察建议", "Suggestion", HintZh = "本案检察建议的编号，如 S1", HintEn = "id of a suggestion of this matter, e.g. S1")] string? Suggestion = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<FollowUpPenaltyOpinion>
{
    public static Decision Decide(Matter matter, FollowUpPenaltyOpinion c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        Guard.Empty(c.Detail, "detail", "内容", "What was said or asked") is { } empty ? empty
        : c.Means is PenaltyFollowUp.ReportHigher or PenaltyFollowUp.TellSuperior && Guard.Empty(c.Name, "name", "机关名称", "Name") is { } nobody ? nobody
        : c.Means == PenaltyFollowUp.Suggest && matter.Proceeding(c.Suggestion?.Trim() ?? "") is not { Kind: Proceedings.Suggestion } ? new SuggestionIsLinked(c.Suggestion ?? "") { Field = "suggestion" }
        : Decision.Of(new PenaltyOpinionFollowedUp(c.On, c.Means, c.Detail.Trim(), c.Name?.Trim(), c.Means == PenaltyFollowUp.Suggest ? c.Suggestion!.Trim() : null, p.Id)));
}

public enum PenaltyFollowUp
{
    [Label("督促主管机关", "Urge the agency")]
    Urge,

    [Label("报告上级人民检察院", "Report to the procuratorate above")]
    ReportHigher,

    [Label("通报主管机关的上级机关", "Tell the organ above the agency")]
    TellSuperior,

    [Label("提出检察建议（另立检察建议程序）", "Make a suggestion, in its own proceeding")]
    Suggest,
}

public sealed record SuggestionIsLinked(string Id)
    : Refusal("suggestion-is-linked", new Text($"本案没有检察建议“{Id}”", $"the matter has no suggestion “{Id}”"), null, new Text("先立项检察建议，再填其编号，如 S1", "open the suggestion first, then give its id, e.g. S1"));

[EventType("penalty.followed-up")]
public sealed record PenaltyOpinionFollowedUp(DateOnly On, PenaltyFollowUp Means, string Detail, string? Name, string? Suggestion, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Set("followed", Words.Kebab(Means));
        if (Means is PenaltyFollowUp.ReportHigher or PenaltyFollowUp.TellSuperior)
            proceeding.Move("escalated", On, Means.Label());
    }

    public Text Says(Matter matter)
    {
        var to = string.Concat(Name, Suggestion);
        return new($"{Proceeding} {Means.Label().Zh}{(to.Length > 0 ? $" {to}" : "")}：{Detail}", $"{Proceeding}: {Means.Label().En.ToLowerInvariant()}{(to.Length > 0 ? $" {to}" : "")}: {Detail}");
    }

    Track? IMatterEvent.Track => Track.Administrative;
}
