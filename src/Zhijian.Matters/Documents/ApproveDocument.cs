using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Approve a paper (批准) at the level that its template names, or above; or as whoever was entrusted with it. What stands above the office is recorded by its head, with the name of whoever approved.</summary>
public sealed record ApproveDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("审批层级", "Level", HintZh = "空白为模板规定的层级", HintEn = "empty = as the template says")] PaperApprover? By = null,
    [Label("批准人", "Approved by", HintZh = "检察长、副检察长的姓名，或者检委会会议", HintEn = "name of the chief, or the session of the committee")] string? Approver = null,
    [Label("意见", "Comment"), LongText] string? Comment = null)
    : ICommand<ApproveDocument>
{
    public static Decision Decide(Matter matter, ApproveDocument c, StepContext x)
    {
        var (paper, no) = matter.ChoosePaper(c.Paper, c.On, x, PaperState.Submitted);
        if (paper is null)
            return no!;
        var rule = paper.RuleOf(x.Law) ?? new ApprovalRule(ApprovalLevel.OfficeHead, null);
        var by = c.By ?? (PaperApprover)rule.Level;
        if ((int)by < (int)rule.Level)
            return new ApprovalLevelTooLow(((PaperApprover)rule.Level).Label(), rule.Basis) { Field = "by" };
        // what a law gives to a level stays there; what the office has set may be entrusted
        var entrusted = rule.Basis is null && by == (PaperApprover)rule.Level && by > PaperApprover.Prosecutor && !x.Actor.Is(Role.OfficeHead) && x.Entrusted.Contains(paper.Template);
        if (!entrusted && (by == PaperApprover.Prosecutor ? !x.Actor.Is(Role.Prosecutor) : !x.Actor.Is(Role.OfficeHead)))
            return new ApprovalIsNotYours(by.Label(), rule.Basis) { Field = "by" };
        if (!entrusted && by > PaperApprover.OfficeHead && string.IsNullOrWhiteSpace(c.Approver))
            return new ApproverNeedsAName(by.Label(), rule.Basis) { Field = "approver" };
        if ((entrusted || by == PaperApprover.OfficeHead) && paper.Notes[^1].By == x.Actor.Id)
            return new OwnPaperIsNotApproved(c.Paper) { Field = "paper" };
        return paper.IsOutdated(matter, x.Law)
            ? new PaperIsOutdated(c.Paper) { Field = "paper" }
            : Decision.Of(new PaperApproved(c.On, c.Paper, paper.Latest.N, by, entrusted || string.IsNullOrWhiteSpace(c.Approver) ? x.Actor.Name : c.Approver.Trim(), c.Comment?.Trim(), paper.Track, entrusted));
    }
}

/// <summary>The levels of approval as people read them, in the order of <see cref="ApprovalLevel"/>.</summary>
public enum PaperApprover
{
    [Label("检察官", "Prosecutor")]
    Prosecutor,

    [Label("部门负责人", "Head of the office")]
    OfficeHead,

    [Label("副检察长", "Deputy chief procurator")]
    DeputyChief,

    [Label("检察长", "Chief procurator")]
    Chief,

    [Label("检察委员会", "Procuratorial committee")]
    Committee,
}

public sealed record ApprovalLevelTooLow(Text Level, LegalRef? Reference)
    : Refusal("approval-level-too-low", new Text($"本文书由{Level.Zh}批准", $"this paper is approved by the {Level.En.ToLowerInvariant()}"), Reference, new Text("报请有权的层级批准后登记", "put it to that level, then record the approval"));

public sealed record ApprovalIsNotYours(Text Level, LegalRef? Reference)
    : Refusal(
        "approval-is-not-yours",
        new Text($"{Level.Zh}的批准不由你登记", $"an approval by the {Level.En.ToLowerInvariant()} is not yours to record"),
        Reference,
        new Text("检察官决定的由检察官登记，其余由部门负责人登记", "a prosecutor records their own decision, the head of the office the others"));

public sealed record ApproverNeedsAName(Text Level, LegalRef? Reference)
    : Refusal("approver-needs-a-name", new Text($"{Level.Zh}批准的，须写明批准人", $"an approval by the {Level.En.ToLowerInvariant()} needs a name"), Reference, new Text("填批准人姓名或者会议", "give the name or the session"));

public sealed record OwnPaperIsNotApproved(int N)
    : Refusal("own-paper-is-not-approved", new Text($"第 {N} 份文书是你提交的", $"paper {N} was submitted by you"), null, new Text("由另一人批准", "somebody else approves it"));

[EventType("document.approved")]
public sealed record PaperApproved(DateOnly On, int Paper, int Version, PaperApprover By, string Approver, string? Comment, Track? Function, bool Entrusted = false) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownPaper(Paper).Move(PaperState.Approved, new PaperNote(PaperState.Approved, On, recorded.Actor, new Text($"{Who.Zh}批准", $"Approved by {Who.En}")));

    public Text Says(Matter matter) => new(
        $"文书 {Paper} 第 {Version} 版：{Who.Zh}批准{(string.IsNullOrEmpty(Comment) ? "" : $"：{Comment}")}",
        $"Paper {Paper}, version {Version}, approved by {Who.En}{(string.IsNullOrEmpty(Comment) ? "" : $": {Comment}")}");

    private Text Who => Entrusted
        ? new Text($"{Approver}（受{By.Label().Zh}授权）", $"{Approver}, entrusted by the {By.Label().En.ToLowerInvariant()},")
        : new Text($"{By.Label().Zh}（{Approver}）", $"the {By.Label().En.ToLowerInvariant()} ({Approver})");

    Track? IMatterEvent.Track => Function;
}
