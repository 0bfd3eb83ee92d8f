using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>
/// Ask for an opinion (征求意见; 行刑反向衔接工作指引12): only the time in which another procuratorate is asked does not count, such as that of the place of
/// an agency in another province.
/// </summary>
public sealed record ConsultOnPenalty(
    [Label("发出日期", "Sent on")] DateOnly On,
    [Label("征求谁的意见", "Who is asked")] PenaltyAdviser Whom,
    [Label("机关名称", "Name")] string Name,
    [Label("征求什么意见", "What is asked"), LongText] string Question,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ConsultOnPenalty>
{
    public static Decision Decide(Matter matter, ConsultOnPenalty c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        (Guard.Empty(c.Name, "name", "机关名称", "Name") ?? Guard.Empty(c.Question, "question", "征求什么意见", "What is asked")) is { } empty ? empty
        : Decision.Of(new PenaltyConsultationBegun(c.On, c.Whom, c.Name.Trim(), c.Question.Trim(), p.Id)));
}

/// <summary>Who is asked before the decision.</summary>
public enum PenaltyAdviser
{
    [Label("其他人民检察院", "Another procuratorate")]
    Procuratorate,

    [Label("行政主管机关", "An administrative agency")]
    Agency,

    [Label("其他（专家、被不起诉人等）", "Others (experts, the person)")]
    Other,
}

[EventType("penalty.consultation-begun")]
public sealed record PenaltyConsultationBegun(DateOnly On, PenaltyAdviser Whom, string Name, string Question, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move("consulting", On);
        proceeding.Set("asking", Words.Kebab(Whom));
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [PenaltyParts.Occurs("penalty-consultation-begun", On, Proceeding, ("whom", Words.Kebab(Whom)))];

    public Text Says(Matter matter) => new($"{Proceeding} 征求{Name}意见：{Question}", $"{Proceeding}: {Name} asked: {Question}");

    Track? IMatterEvent.Track => Track.Administrative;
}
