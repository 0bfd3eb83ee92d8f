using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Tell the suspect their rights, above all to a defender, within three days of receiving the file (告知犯罪嫌疑人; 刑诉法34、规则40).</summary>
public sealed record NotifySuspect(
    [Label("告知日期", "Told on")] DateOnly On,
    [Label("方式", "How")] NoticeMode Mode = NoticeMode.Written,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<NotifySuspect>
{
    public static Decision Decide(Matter matter, NotifySuspect c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        return no is not null ? no : Decision.Of(new SuspectNotified(c.On, c.Mode, persons.Ids()));
    }
}

public enum NoticeMode
{
    [Label("书面", "Written")]
    Written,

    [Label("口头并记录", "Oral, recorded")]
    Oral,

    [Label("公告", "Announcement")]
    Announcement,
}

[EventType("criminal.suspect-notified")]
public sealed record SuspectNotified(DateOnly On, NoticeMode Mode, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("suspect-notified", On, p));

    public Text Says(Matter matter) => new($"告知犯罪嫌疑人诉讼权利义务：{matter.Names(Persons)}", $"Rights told to {matter.Names(Persons)}");
}
