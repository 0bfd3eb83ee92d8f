using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Take back a paper that one has submitted (撤回), before it is finished.</summary>
public sealed record WithdrawDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("意见", "Comment"), LongText] string Comment)
    : ICommand<WithdrawDocument>
{
    public static Decision Decide(Matter matter, WithdrawDocument c, StepContext x)
    {
        var (paper, no) = matter.ChoosePaper(c.Paper, c.On, x, PaperState.Submitted, PaperState.Approved);
        if (paper is null)
            return no!;
        if (paper.Notes.Last(n => n.State == PaperState.Submitted).By != x.Actor.Id)
            return new NotYourPaper(c.Paper) { Field = "paper" };
        return PaperGuard.NeedsAComment(c.Comment) ?? Decision.Of(new PaperWithdrawn(c.On, c.Paper, paper.Latest.N, c.Comment.Trim(), paper.Track));
    }
}

public sealed record NotYourPaper(int N)
    : Refusal("not-your-paper", new Text($"第 {N} 份文书不是你提交的", $"paper {N} was submitted by somebody else"), null, new Text("由提交人撤回，或者由审批人退回", "the one who submitted it withdraws it; who approves sends it back"));

[EventType("document.withdrawn")]
public sealed record PaperWithdrawn(DateOnly On, int Paper, int Version, string Comment, Track? Function) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownPaper(Paper).Move(PaperState.Draft, new PaperNote(PaperState.Draft, On, recorded.Actor, new Text($"撤回：{Comment}", $"Withdrawn: {Comment}")));

    public Text Says(Matter matter) => new($"文书 {Paper} 第 {Version} 版撤回：{Comment}", $"Paper {Paper}, version {Version}, withdrawn: {Comment}");

    Track? IMatterEvent.Track => Function;
}
