using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Serve a finished paper (送达), and serve it again where the first service failed or another recipient is due.</summary>
public sealed record ServeDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("受送达人", "Recipient")] string Recipient,
    [Label("送达方式", "Channel")] ServiceChannel Channel,
    [Label("送达凭证", "Receipt", HintZh = "送达回证、邮单号、公告出处", HintEn = "receipt, postal number, place of the announcement")] string Receipt,
    [Label("与案件记录不一致的说明", "Why it differs from the record", HintZh = "完成后记录有变而仍须送达时填写", HintEn = "where the record has changed since and it is served all the same")] string? Differences = null)
    : ICommand<ServeDocument>
{
    public static Decision Decide(Matter matter, ServeDocument c, StepContext x)
    {
        var (paper, no) = matter.ChoosePaper(c.Paper, c.On, x, PaperState.Finished);
        if (paper is null)
            return no!;
        if ((Guard.Empty(c.Recipient, "recipient", "受送达人", "Recipient") ?? Guard.Empty(c.Receipt, "receipt", "送达凭证", "Receipt")) is { } empty)
            return empty;
        if (PaperGuard.Differs(paper, matter, x.Law, c.Differences) is { } differs)
            return differs;
        var again = paper.Services.Any(s => s.Recipient == c.Recipient.Trim());
        return Decision.Of(new PaperServed(c.On, c.Paper, c.Recipient.Trim(), c.Channel, c.Receipt.Trim(), again, paper.Track));
    }
}

/// <summary>How a paper reaches its recipient (刑诉法107).</summary>
public enum ServiceChannel
{
    [Label("直接送达", "In person")]
    InPerson,

    [Label("留置送达", "Left at the place")]
    Left,

    [Label("邮寄送达", "By post")]
    Post,

    [Label("电子送达", "Electronically")]
    Electronic,

    [Label("委托送达", "Through another office")]
    Entrusted,

    [Label("公告送达", "By announcement")]
    Announcement,
}

[EventType("document.served")]
public sealed record PaperServed(DateOnly On, int Paper, string Recipient, ServiceChannel Channel, string Receipt, bool Again, Track? Function) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownPaper(Paper).Serve(new PaperService(On, recorded.Actor, Recipient, Channel, Receipt));

    public Text Says(Matter matter) => new(
        $"文书 {Paper} {(Again ? "再次" : "")}送达{Recipient}（{Channel.Label().Zh}，{Receipt}）",
        $"Paper {Paper} served {(Again ? "again " : "")}on {Recipient} ({Channel.Label().En.ToLowerInvariant()}, {Receipt})");

    Track? IMatterEvent.Track => Function;
}
