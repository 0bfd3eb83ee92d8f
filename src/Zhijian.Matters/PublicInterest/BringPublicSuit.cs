using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>
/// Bring the public-interest suit (提起公益诉讼; 检察公益诉讼解释13、21): against an organ only after its reply period, against a wrongdoer only after the
/// announcement, also where it is incidental to criminal proceedings.
/// </summary>
public sealed record BringPublicSuit(
    [Label("起诉日期", "Brought on")] DateOnly On,
    [Label("法院", "Court")] string Court,
    [Label("诉讼请求", "Claims"), LongText] string Claims,
    [Label("刑事附带民事公益诉讼", "Incidental to the criminal proceedings")] bool Incidental = false,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<BringPublicSuit>
{
    public static Decision Decide(Matter matter, BringPublicSuit c, StepContext x)
    {
        if (TooEarly(matter, c.Proceeding) is { } early)
            return early;
        var (proceeding, no) = c.Incidental ? matter.ChooseOfLine(PublicLine.Civil, c.Proceeding, c.On, x) : matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Incidental && !matter.Accusations.Any(a => a.Accusation.Stage == Stage.Indicted))
            return new IncidentalNeedsAnIndictment() { Field = "incidental" };
        return PublicLines.Empty(x, ("court", c.Court, new Text("法院", "Court")), ("claims", c.Claims, new Text("诉讼请求", "Claims")))
            ?? Decision.Of(new PublicSuitBrought(c.On, c.Court.Trim(), c.Claims.Trim(), c.Incidental, c.Document, proceeding.Id));
    }

    /// <summary>What the law wants before the suit is told by name, not only as a stage that is not reached.</summary>
    private static Refusal? TooEarly(Matter matter, string? named)
    {
        var ofKind = matter.Proceedings.Where(p => p.Kind == Proceedings.PublicInterest && !p.IsPublished && (string.IsNullOrWhiteSpace(named) || p.Id == named)).ToList();
        return ofKind is not [var proceeding] ? null
            : proceeding.Stage switch
            {
                "filed" or "investigated" or "announced" when proceeding.Line() == PublicLine.Civil => new SuitWithoutAnnouncement(proceeding.Id) { Field = "proceeding" },
                "filed" or "investigated" or "suggestion-decided" or "suggestion-served" or "replied" => new SuitBeforeTheReply(proceeding.Id) { Field = "proceeding" },
                _ => null,
            };
    }
}

public sealed record SuitWithoutAnnouncement(string Id)
    : Refusal(
        "suit-without-announcement",
        new Text($"{Id} 还没有公告期满，不能提起民事公益诉讼", $"the thirty days of the announcement of {Id} are not over; no civil public-interest suit yet"),
        new LegalRef("检察公益诉讼解释13；公益诉讼办案规则91"),
        new Text(
            "先公告三十日并登记公告结果；刑事附带民事公益诉讼同样要公告，等候公告会使刑事期限难以保证的，另行起诉（法释〔2019〕18号，二手）",
            "announce for thirty days and record the result; a suit incidental to criminal proceedings needs it too, and where waiting endangers the criminal period it is brought separately (法释〔2019〕18号, secondary)"));

public sealed record SuitBeforeTheReply(string Id)
    : Refusal(
        "suit-before-the-reply",
        new Text($"{Id} 的检察建议尚未回复期满并评估，不能提起行政公益诉讼", $"the suggestion of {Id} has not run its reply period and been evaluated; no administrative public-interest suit yet"),
        new LegalRef("检察公益诉讼解释21；公益诉讼办案规则47"),
        new Text("提出并送达检察建议，回复期满后评估；仍不依法履职的再起诉", "serve the suggestion, evaluate after the reply period, and sue if the organ still does not act"));

public sealed record IncidentalNeedsAnIndictment()
    : Refusal(
        "incidental-needs-an-indictment",
        new Text("本案没有已起诉的被告人，不能附带提起民事公益诉讼", "nobody in the matter is indicted; there are no criminal proceedings for the suit to go with"),
        new LegalRef("公益诉讼办案规则97"),
        new Text("先提起公诉；或者单独提起民事公益诉讼", "indict first, or bring the civil suit on its own"));

[EventType("public-interest.suit-brought")]
public sealed record PublicSuitBrought(DateOnly On, string Court, string Claims, bool Incidental, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move("sued", On, Name(proceeding));
        proceeding.Set("own-suit", "yes");
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-suit-decided", On, Proceeding), new Occurrence("public-suit-brought", On, Proceeding)];

    public Text Says(Matter matter)
    {
        var name = Name(matter.KnownProceeding(Proceeding));
        return new($"{Proceeding} 提起{name.Zh}（{Court}）：{Claims}", $"{Proceeding}: {name.En} brought at {Court}: {Claims}");
    }

    private Text Name(Proceeding proceeding) => Incidental ? new Text("刑事附带民事公益诉讼", "civil public-interest suit incidental to the criminal proceedings")
        : proceeding.Line() == PublicLine.Administrative ? new Text("行政公益诉讼", "administrative public-interest suit") : new Text("民事公益诉讼", "civil public-interest suit");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
