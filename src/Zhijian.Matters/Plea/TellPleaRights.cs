using Zhijian.Kernel;
using Zhijian.Matters.Criminal;

namespace Zhijian.Matters.Plea;

/// <summary>Tell a suspect the rights and the consequences of a guilty plea (告知认罪认罚; 刑诉法173; 规则269). Everything else of the plea comes after it.</summary>
public sealed record TellPleaRights(
    [Label("告知日期", "Told on")] DateOnly On,
    [Label("方式", "How")] NoticeMode Mode = NoticeMode.Written,
    [Label("人员", "Persons", HintZh = "单位由诉讼代表人代为", HintEn = "a unit through its representative")] IReadOnlyList<string>? Persons = null)
    : ICommand<TellPleaRights>
{
    public static Decision Decide(Matter matter, TellPleaRights c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        return no is not null ? no : Decision.Of(new PleaRightsTold(c.On, c.Mode, persons.Ids()));
    }
}

[EventType("plea.rights-told")]
public sealed record PleaRightsTold(DateOnly On, NoticeMode Mode, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        foreach (var person in Persons)
            matter.Known(person).Leniency.Told(On);
    }

    public Text Says(Matter matter) => new($"告知认罪认罚权利和后果：{matter.Names(Persons)}", $"Rights and consequences of a plea told to {matter.Names(Persons)}");
}
