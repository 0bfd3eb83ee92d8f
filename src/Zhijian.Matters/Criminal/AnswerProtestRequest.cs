using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Answer a victim who asked for a protest (抗诉请求答复; 刑诉法229; 规则588): decided and told within five days. The protest itself is the review of the judgment.</summary>
public sealed record AnswerProtestRequest(
    [Label("答复日期", "Answered on")] DateOnly On,
    [Label("决定", "Decision")] ProtestAnswer Answer,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("权利人", "Right holders", HintZh = "空白为全部待答复的", HintEn = "empty = all who wait")] IReadOnlyList<string>? Holders = null)
    : ICommand<AnswerProtestRequest>
{
    public static Decision Decide(Matter matter, AnswerProtestRequest c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (c.Holders?.FirstOrDefault(h => matter.RightHolder(h) is null) is { } stranger)
            return new UnknownRightHolder(stranger) { Field = "holders" };
        var waiting = matter.Clocks("answer-protest-request", x).Values.Where(d => d.Status != DutyStatus.Discharged && (c.Holders is null or { Count: 0 } || c.Holders.Contains(d.Subject!))).ToList();
        if (waiting.Count == 0 || (c.Holders is { Count: > 0 } && c.Holders.Any(h => waiting.All(d => d.Subject != h))))
            return new NoRequestIsOpen(x.Procedure.Reference) { Field = "holders" };
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        return waiting.FirstOrDefault(d => c.On < d.OpenedOn.Earliest) is { } early
            ? new AnsweredBeforeAsked(c.On, early.OpenedOn) { Field = "on" }
            : Decision.Of(new ProtestRequestAnswered(c.On, c.Answer, c.Reason.Trim(), [.. waiting.Select(d => d.Subject!)]));
    }
}

public enum ProtestAnswer
{
    [Label("决定抗诉", "There will be a protest")]
    Protest,

    [Label("决定不抗诉", "There will be no protest")]
    NoProtest,
}

public sealed record NoRequestIsOpen(LegalRef? Article)
    : Refusal("no-request-is-open", new Text("没有待答复的抗诉请求", "no request for a protest waits for an answer"), Article, new Text("先登记抗诉请求", "record the request first"));

public sealed record AnsweredBeforeAsked(DateOnly On, PartialDate Asked)
    : Refusal("answered-before-asked", new Text($"答复日期 {On:yyyy-MM-dd} 早于收到请求的 {Asked}", $"the answer of {On:yyyy-MM-dd} is before the request of {Asked}"), null, new Text("核对日期", "check the date"));

[EventType("criminal.protest-request-answered")]
public sealed record ProtestRequestAnswered(DateOnly On, ProtestAnswer Answer, string Reason, IReadOnlyList<string> Holders) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Holders.Select(h => new Occurrence("protest-request-answered", On, h));

    public Text Says(Matter matter) => new($"答复{matter.Names(Holders)}的抗诉请求：{Answer.Label().Zh}", $"Request of {matter.Names(Holders)} answered: {Answer.Label().En.ToLowerInvariant()}");
}
