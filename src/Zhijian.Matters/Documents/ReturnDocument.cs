using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Send a paper back to be changed (退回修改), with the reason.</summary>
public sealed record ReturnDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("意见", "Comment"), LongText] string Comment)
    : ICommand<ReturnDocument>
{
    public static Decision Decide(Matter matter, ReturnDocument c, StepContext x)
    {
        var (paper, no) = matter.ChoosePaper(c.Paper, c.On, x, PaperState.Submitted, PaperState.Approved);
        if (paper is null)
            return no!;
        return PaperGuard.NeedsAComment(c.Comment) ?? Decision.Of(new PaperReturned(c.On, c.Paper, paper.Latest.N, c.Comment.Trim(), paper.Track));
    }
}

[EventType("document.returned")]
public sealed record PaperReturned(DateOnly On, int Paper, int Version, string Comment, Track? Function) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownPaper(Paper).Move(PaperState.Draft, new PaperNote(PaperState.Draft, On, recorded.Actor, new Text($"退回：{Comment}", $"Sent back: {Comment}")));

    public Text Says(Matter matter) => new($"文书 {Paper} 第 {Version} 版退回：{Comment}", $"Paper {Paper}, version {Version}, sent back: {Comment}");

    Track? IMatterEvent.Track => Function;
}
