using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Cancel a paper (作废). A number that it had is not given again.</summary>
public sealed record CancelDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("理由", "Reason"), LongText] string Comment)
    : ICommand<CancelDocument>
{
    public static Decision Decide(Matter matter, CancelDocument c, StepContext x)
    {
        var (paper, no) = matter.ChoosePaper(c.Paper, c.On, x, PaperState.Draft, PaperState.Submitted, PaperState.Approved, PaperState.Finished);
        if (paper is null)
            return no!;
        if (paper.State == PaperState.Finished && !x.Actor.Is(Role.OfficeHead))
            return new FinishedIsCancelledByTheHead(c.Paper) { Field = "paper" };
        return PaperGuard.NeedsAComment(c.Comment) ?? Decision.Of(new PaperCancelled(c.On, c.Paper, c.Comment.Trim(), paper.Track));
    }
}

public sealed record FinishedIsCancelledByTheHead(int N)
    : Refusal("finished-is-cancelled-by-the-head", new Text($"第 {N} 份文书已经完成，由部门负责人作废", $"paper {N} is finished; the head of the office cancels it"), null, new Text("请部门负责人办理", "ask the head of the office"));

[EventType("document.cancelled")]
public sealed record PaperCancelled(DateOnly On, int Paper, string Reason, Track? Function) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownPaper(Paper).Move(PaperState.Cancelled, new PaperNote(PaperState.Cancelled, On, recorded.Actor, new Text($"作废：{Reason}", $"Cancelled: {Reason}")));

    public Text Says(Matter matter) => new(
        $"文书 {Paper} 作废：{Reason}{(matter.KnownPaper(Paper).Number is { } n ? $"（{n.Text} 不再使用）" : "")}",
        $"Paper {Paper} cancelled: {Reason}{(matter.KnownPaper(Paper).Number is { } m ? $" ({m.Text} is not used again)" : "")}");

    Track? IMatterEvent.Track => Function;
}
