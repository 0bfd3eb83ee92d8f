using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>
/// Record whether a qualified body sues (公告结果; 检察公益诉讼解释13). If none does, the three months in which the suit is considered run from the end of
/// the announcement (公益诉讼办案规则47).
/// </summary>
public sealed record RecordAnnouncementResult(
    [Label("登记日期", "Date")] DateOnly On,
    [Label("结果", "Result")] AnnouncementResult Result,
    [Label("起诉的机关、组织和法院", "Body that sues, and court"), LongText] string? Plaintiff = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordAnnouncementResult>
{
    public static Decision Decide(Matter matter, RecordAnnouncementResult c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Result == AnnouncementResult.BodySues)
            return PublicLines.Empty(x, ("plaintiff", c.Plaintiff, new Text("起诉的机关、组织和法院", "Body that sues, and court")))
                ?? Decision.Of(new AnnouncementResultRecorded(c.On, c.Result, c.Plaintiff!.Trim(), null, proceeding.Id));
        var due = matter.Clock(proceeding, x, "public-announcement")?.Count.Due;
        return due is { } end && c.On <= end
            ? new AnnouncementRuns(proceeding.Id, end) { Field = "on" }
            : Decision.Of(new AnnouncementResultRecorded(c.On, c.Result, null, due ?? c.On, proceeding.Id));
    }
}

public enum AnnouncementResult
{
    [Label("期满无人起诉", "Nobody sues")]
    NobodySues,

    [Label("适格主体起诉", "A qualified body sues")]
    BodySues,
}

public sealed record AnnouncementRuns(string Id, DateOnly End)
    : Refusal(
        "announcement-runs",
        new Text($"{Id} 的公告到 {End:yyyy-MM-dd} 才期满", $"the announcement of {Id} runs until {End:yyyy-MM-dd}"),
        new LegalRef("检察公益诉讼解释13；公益诉讼办案规则91"),
        new Text($"{End:yyyy-MM-dd} 以后再登记无人起诉", $"record that nobody sues after {End:yyyy-MM-dd}"));

/// <param name="Ended">The end of the announcement; null where a body sues.</param>
[EventType("public-interest.announcement-result")]
public sealed record AnnouncementResultRecorded(DateOnly On, AnnouncementResult Result, string? Body, DateOnly? Ended, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownProceeding(Proceeding).Move(Result == AnnouncementResult.BodySues ? "another-sued" : "announcement-over", On, Result.Label());

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [Ended is { } ended ? new Occurrence("public-announcement-ended", ended, Proceeding) : new Occurrence("public-body-sued", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 公告结果：{Result.Label().Zh}{(Body is null ? "" : $"（{Body}）")}", $"{Proceeding}: {Result.Label().En}{(Body is null ? "" : $" ({Body})")}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
