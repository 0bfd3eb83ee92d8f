using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Serve the right holder's notice of rights and duties (权利人诉讼权利义务告知). Ten days by the pilot of 2019-12; the three days of 刑诉法46
/// apply besides and bind.
/// </summary>
public sealed record NotifyRightHolder(
    [Label("送达日期", "Served on")] DateOnly On,
    [Label("方式", "How")] NoticeMode Mode = NoticeMode.Written,
    [Label("文本", "Language")] NoticeLanguage Language = NoticeLanguage.Chinese,
    [Label("送达回执", "Receipt", HintZh = "快递单号、签收人、公告日期", HintEn = "courier number, signatory, date of announcement")] string? Receipt = null,
    [Label("权利人", "Right holders")] IReadOnlyList<string>? Holders = null)
    : ICommand<NotifyRightHolder>
{
    public static Decision Decide(Matter matter, NotifyRightHolder c, StepContext x)
    {
        var (holders, no) = Recipients.Choose(matter, c.Holders, c.On, x);
        return no is not null ? no : Decision.Of(new RightHolderNotified(c.On, c.Mode, c.Language, c.Receipt, holders));
    }
}

public enum NoticeLanguage
{
    [Label("中文", "Chinese")]
    Chinese,

    [Label("英文", "English")]
    English,

    [Label("中英文", "Chinese and English")]
    Both,
}

[EventType("criminal.right-holder-notified")]
public sealed record RightHolderNotified(DateOnly On, NoticeMode Mode, NoticeLanguage Language, string? Receipt, IReadOnlyList<string> Holders) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Holders.Select(h => new Occurrence("right-holder-notified", On, h));

    public Text Says(Matter matter) => new($"送达权利人告知书：{matter.Names(Holders)}", $"Right holder's notice served: {matter.Names(Holders)}");
}
