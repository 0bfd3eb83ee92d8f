using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Submit a draft for approval (提交审批). What has changed since it was made must be in it.</summary>
public sealed record SubmitDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("说明", "Comment"), LongText] string? Comment = null)
    : ICommand<SubmitDocument>
{
    public static Decision Decide(Matter matter, SubmitDocument c, StepContext x)
    {
        var (paper, no) = matter.ChoosePaper(c.Paper, c.On, x, PaperState.Draft);
        if (paper is null)
            return no!;
        return paper.IsOutdated(matter, x.Law)
            ? new PaperIsOutdated(c.Paper) { Field = "paper" }
            : Decision.Of(new PaperSubmitted(c.On, c.Paper, paper.Latest.N, c.Comment?.Trim(), paper.Track));
    }
}

[EventType("document.submitted")]
public sealed record PaperSubmitted(DateOnly On, int Paper, int Version, string? Comment, Track? Function) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownPaper(Paper).Move(PaperState.Submitted, new PaperNote(PaperState.Submitted, On, recorded.Actor, new Text($"提交审批{Suffix("：")}", $"Submitted{Suffix(": ")}")));

    public Text Says(Matter matter) => new($"文书 {Paper} 第 {Version} 版提交审批{Suffix("：")}", $"Paper {Paper}, version {Version}, submitted{Suffix(": ")}");

    private string Suffix(string colon) => string.IsNullOrEmpty(Comment) ? "" : colon + Comment;

    Track? IMatterEvent.Track => Function;
}
