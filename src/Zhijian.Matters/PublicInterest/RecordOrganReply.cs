using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Record the written reply of the organ to the suggestion (行政机关回复; 检察公益诉讼解释21), also when it comes late.</summary>
public sealed record RecordOrganReply(
    [Label("收到回复日期", "Reply received on")] DateOnly On,
    [Label("回复", "Reply")] OrganReply Reply,
    [Label("回复内容", "What it says", HintZh = "采取的措施、整改情况", HintEn = "measures and results"), LongText] string Content,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordOrganReply>
{
    public static Decision Decide(Matter matter, RecordOrganReply c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("content", c.Content, new Text("回复内容", "What it says")))
            ?? Decision.Of(new OrganReplied(c.On, c.Reply, c.Content.Trim(), proceeding.Id));
    }
}

/// <summary>What the organ says of itself; whether it is so, the evaluation tells.</summary>
public enum OrganReply
{
    [Label("已依法履职", "Has acted")]
    Acted,

    [Label("正在整改", "Is acting")]
    Acting,

    [Label("有异议", "Disputes it")]
    Disputes,
}

[EventType("public-interest.organ-replied")]
public sealed record OrganReplied(DateOnly On, OrganReply Reply, string Content, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("replied", On, Reply.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("organ-replied", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 行政机关回复：{Reply.Label().Zh}（{Content}）", $"{Proceeding}: the organ replied: {Reply.Label().En} ({Content})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
