using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Comparison;

namespace Zhijian.Matters.Documents;

/// <summary>Checks that the steps of a paper share.</summary>
internal static class PaperGuard
{
    /// <summary>The paper, when it stands at one of the states; or the refusal.</summary>
    public static (Paper? Paper, Refusal? No) ChoosePaper(this Matter matter, int n, DateOnly on, StepContext x, params IReadOnlyList<PaperState> states)
    {
        if (Guard.NotAfterToday(on, x) is { } future)
            return (null, future);
        if (matter.Paper(n) is not { } paper)
            return (null, new UnknownPaper(n) { Field = "paper" });
        if (!states.Contains(paper.State))
            return (null, new PaperOutOfOrder(n, paper.State.Label(), x.Procedure.Title, x.Procedure.Reference, x.Procedure.Remedy) { Field = "paper" });
        var since = paper.Notes.Count > 0 ? paper.Notes[^1].On : paper.Latest.On;
        return on < since ? (null, new BeforeThePaper(n, on, since) { Field = "on" }) : (paper, null);
    }

    /// <summary>Null when the comment says something.</summary>
    public static Refusal? NeedsAComment(string? comment) =>
        Guard.Empty(comment, "comment", "意见", "Comment");

    /// <summary>Null when the paper agrees with the record in what matters, or the difference is explained.</summary>
    public static Refusal? Differs(Paper paper, Matter matter, LawBook law, string? explained) =>
        string.IsNullOrWhiteSpace(explained) && PaperDifferences.Blocking(paper, matter, law) is { Count: > 0 } differences ? new PaperDiffersFromRecord(paper.N, [.. differences.Select(d => d.Text)]) { Field = "differences" } : null;

    public static ApprovalRule? RuleOf(this Paper paper, LawBook law) => law.Documents.GetValueOrDefault(paper.Template)?.Approval;
}

public sealed record UnknownPaper(int N)
    : Refusal("unknown-paper", new Text($"本案没有第 {N} 份文书", $"the matter has no paper {N}"), null, new Text("填本案文书的序号，如 1", "give the number of a paper of the matter, e.g. 1"));

public sealed record PaperOutOfOrder(int N, Text State, Text Step, LegalRef? Reference, Text Fix)
    : Refusal("paper-out-of-order", new Text($"第 {N} 份文书现为“{State.Zh}”，不能“{Step.Zh}”", $"paper {N} is “{State.En}”; “{Step.En}” is not open"), Reference, Fix);

public sealed record BeforeThePaper(int N, DateOnly On, DateOnly Since)
    : Refusal(
        "before-the-paper",
        new Text($"日期 {On:yyyy-MM-dd} 早于第 {N} 份文书上一步的日期 {Since:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before the last step of paper {N} on {Since:yyyy-MM-dd}"),
        null,
        new Text("核对日期", "check the date"));

public sealed record PaperIsOutdated(int N)
    : Refusal("paper-is-outdated", new Text($"第 {N} 份文书所依据的事实或者模板已经变化", $"a fact or the wording behind paper {N} has changed"), null, new Text("重新制作后再办", "make it again first"));

public sealed record PaperDiffersFromRecord(int N, IReadOnlyList<Text> Differences)
    : Refusal(
        "paper-differs-from-record",
        new Text(
            $"第 {N} 份文书与案件记录不一致：{string.Join('；', Differences.Select(d => d.Zh))}",
            $"paper {N} differs from the record: {string.Join("; ", Differences.Select(d => d.En))}"),
        null,
        new Text("更正文书或者案件记录；确有理由的，写明“与案件记录不一致的说明”", "correct the paper or the record; if it is right as it is, say why it differs"));
