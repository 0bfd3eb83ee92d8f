using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Accept the case again after supplementary investigation (补充侦查后重报): the review period is counted anew (刑诉法175、规则346).</summary>
public sealed record AcceptResubmission(
    [Label("重新收到案卷日期", "File received again on")] DateOnly On,
    [Label("补充侦查结果", "Result", HintZh = "补充了哪些证据", HintEn = "what was added"), LongText] string? Result = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<AcceptResubmission>
{
    public static Decision Decide(Matter matter, AcceptResubmission c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        return no is not null ? no : Decision.Of(new Resubmitted(c.On, c.Result, persons.Ids()));
    }
}

[EventType("criminal.resubmitted")]
public sealed record Resubmitted(DateOnly On, string? Result, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.Returned], Stage.ProsecutionReview, On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("resubmitted", On, p));

    public Text Says(Matter matter) => new($"补充侦查后重报：{matter.Names(Persons)}", $"Resubmitted after supplementary investigation: {matter.Names(Persons)}");
}
