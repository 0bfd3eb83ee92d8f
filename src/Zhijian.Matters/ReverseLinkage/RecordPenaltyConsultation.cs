using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Record what the one who was asked answered (征求意见的答复): the review goes on.</summary>
public sealed record RecordPenaltyConsultation(
    [Label("收到答复日期", "Answer received on")] DateOnly On,
    [Label("意见", "Answer")] PenaltyAdvice Advice,
    [Label("内容", "What it says"), LongText] string Content,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordPenaltyConsultation>
{
    public static Decision Decide(Matter matter, RecordPenaltyConsultation c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        Guard.Empty(c.Content, "content", "内容", "What it says") is { } empty ? empty
        : Decision.Of(new PenaltyConsultationAnswered(c.On, c.Advice, c.Content.Trim(), p.Fact("asking") == Words.Kebab(PenaltyAdviser.Procuratorate), p.Id)));
}

public enum PenaltyAdvice
{
    [Label("同意", "Agrees")]
    Agrees,

    [Label("不同意", "Does not agree")]
    Disagrees,

    [Label("提供情况", "Gives information")]
    Informs,
}

/// <param name="ByProcuratorate">Answered by another procuratorate.</param>
[EventType("penalty.consultation-answered")]
public sealed record PenaltyConsultationAnswered(DateOnly On, PenaltyAdvice Advice, string Content, bool ByProcuratorate, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move("reviewing", On);
        if (ByProcuratorate)
            proceeding.Set("local", Words.Kebab(Advice));
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("penalty-consultation-ended", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 收到征求意见的答复：{Advice.Label().Zh}（{Content}）", $"{Proceeding}: answer received: {Advice.Label().En.ToLowerInvariant()} ({Content})");

    Track? IMatterEvent.Track => Track.Administrative;
}
