using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Evaluate what the agency did (评估处理结果; 刑诉法177第3款): agree and end, follow up, or leave it there after the follow-up.</summary>
public sealed record EvaluatePenaltyReply(
    [Label("评估日期", "Evaluated on")] DateOnly On,
    [Label("结论", "Result")] PenaltyEvaluation Result,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<EvaluatePenaltyReply>
{
    public static Decision Decide(Matter matter, EvaluatePenaltyReply c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        c.Result == PenaltyEvaluation.Agree && p.Unanswered() is [var waiting, ..] ? new NoAnswerToAgreeWith(p.Id, matter.NameOf(waiting)!) { Field = "result" }
        : c.Result == PenaltyEvaluation.Leave && p.Fact("followed").Length == 0 ? new FollowUpComesFirst(p.Id) { Field = "result" }
        : Guard.Empty(c.Reason, "reason", "理由", "Reason") is { } empty ? empty
        : Decision.Of(new PenaltyReplyEvaluated(c.On, c.Result, c.Reason.Trim(), p.Id)));
}

public enum PenaltyEvaluation
{
    [Label("认可，办结", "Agree and end")]
    Agree,

    [Label("需要跟进督促", "Follow up")]
    FollowUp,

    [Label("跟进后不再督促", "Leave it after the follow-up")]
    Leave,
}

public sealed record NoAnswerToAgreeWith(string Id, string Person)
    : Refusal(
        "no-answer-to-agree-with",
        new Text($"{Id} 中{Person}的处理结果没有收到", $"the agency has not said what it did about {Person} in {Id}"),
        new LegalRef("刑诉法177第3款"),
        new Text("登记处理结果；没有回复的，跟进督促", "record the result; where there is no reply, follow up"));

public sealed record FollowUpComesFirst(string Id)
    : Refusal(
        "follow-up-comes-first",
        new Text($"{Id} 没有督促、报告或者通报过", $"{Id} was never urged, reported or told to those above"),
        new LegalRef("刑诉法177第3款"),
        new Text("先跟进督促；认可的选“认可”", "follow up first, or agree"));

[EventType("penalty.reply-evaluated")]
public sealed record PenaltyReplyEvaluated(DateOnly On, PenaltyEvaluation Result, string Reason, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(
        Result switch { PenaltyEvaluation.Agree => "ended", PenaltyEvaluation.Leave => "left", _ => "following" }, On, Result.Label());

    public Text Says(Matter matter) => new($"{Proceeding} 评估处理结果：{Result.Label().Zh}（{Reason}）", $"{Proceeding}: evaluated: {Result.Label().En.ToLowerInvariant()} ({Reason})");

    Track? IMatterEvent.Track => Track.Administrative;
}
