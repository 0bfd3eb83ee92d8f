using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Record a first-instance ruling that ended the trial (收到一审裁定), such as its termination. The five days for a protest run from receipt (刑诉法230).
/// </summary>
public sealed record RecordRuling(
    [Label("收到裁定日期", "Ruling received on")] DateOnly On,
    [Label("法院", "Court")] string Court,
    [Label("裁定内容", "Ruling", HintZh = "如 终止审理；准许撤回起诉的不在这里登记", HintEn = "e.g. termination of the trial; not the leave to withdraw the indictment")] string Content,
    [Label("案号", "Case number")] string? CaseNumber = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<RecordRuling>
{
    public static Decision Decide(Matter matter, RecordRuling c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Court))
            return new FieldIsEmpty("court", new Text("法院", "Court")) { Field = "court" };
        return string.IsNullOrWhiteSpace(c.Content)
            ? new FieldIsEmpty("content", new Text("裁定内容", "Ruling")) { Field = "content" }
            : Decision.Of(new Ruled(c.On, c.Court.Trim(), c.Content.Trim(), c.CaseNumber, persons.Ids()));
    }
}

[EventType("criminal.ruled")]
public sealed record Ruled(DateOnly On, string Court, string Content, string? CaseNumber, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.Indicted], Stage.Judged, On, new Text($"裁定：{Content}", $"ruling: {Content}"));

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("ruled", On, p));

    public Text Says(Matter matter) => new($"收到裁定：{matter.Names(Persons)}（{Content}）", $"Ruling received: {matter.Names(Persons)} ({Content})");
}
