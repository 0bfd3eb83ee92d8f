using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>
/// Decide on an opinion to the competent agency (提出检察意见; 刑诉法177第3款; 规则373), with the approval of the chief procurator. The agency may be in another
/// province: then the procuratorate of that place is asked first, or it is said why not.
/// </summary>
public sealed record DecidePenaltyOpinion(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("主管机关", "Agency")] string Agency,
    [Label("主管机关在哪里", "Where the agency is")] AgencyPlace Place,
    [Label("意见内容和法律依据", "Opinion and its ground", HintZh = "应当给予什么处罚、没收，依据哪一条", HintEn = "which penalty or confiscation, by which article"), LongText] string Content,
    [Label("批准的检察长", "Approved by", HintZh = "检察长姓名", HintEn = "the chief procurator")] string Chief,
    [Label("违法行为被发现的日期", "Act discovered on", HintZh = "本案能够证明在时效内的不填", HintEn = "empty where the matter shows that it was in time")] DateOnly? DiscoveredOn = null,
    [Label("适用五年时效", "Five years apply", HintZh = "涉及公民生命健康安全、金融安全且有危害后果", HintEn = "life and health or financial safety, with harm done")] bool FiveYears = false,
    [Label("时效的说明", "On the limitation"), LongText] string? Limitation = null,
    [Label("未征求所在地检察院意见的理由、意见不一致的处理", "Why the procuratorate of the place was not asked, or how a difference was settled"), LongText] string? Consultation = null,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<DecidePenaltyOpinion>
{
    public static Decision Decide(Matter matter, DecidePenaltyOpinion c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
    {
        var persons = matter.PersonsOf(p);
        if (persons.Select(PenaltyParts.NotWhollyNotProsecuted).OfType<Refusal>().FirstOrDefault() is { } changed)
            return changed with { Field = "proceeding" };
        if ((Guard.Empty(c.Agency, "agency", "主管机关", "Agency") ?? Guard.Empty(c.Content, "content", "意见内容和法律依据", "Opinion and its ground")
            ?? Guard.Empty(c.Chief, "chief", "批准的检察长", "Approved by")) is { } empty)
            return empty;
        if ((Limits(matter, c, x) ?? Asked(p, c)) is { } no)
            return no;
        return Decision.Of(new PenaltyOpinionDecided(
            c.On, c.Agency.Trim(), c.Place, c.Content.Trim(), c.Chief.Trim(), c.DiscoveredOn, c.FiveYears, c.Limitation?.Trim(), c.Consultation?.Trim(), c.Document, persons.Ids(), p.Id));
    });

    /// <summary>Two years, or five, from the end of the act to its discovery (行政处罚法36). What the matter does not show is asked; only what is certain refuses.</summary>
    private static Refusal? Limits(Matter matter, DecidePenaltyOpinion c, StepContext x)
    {
        if (c.DiscoveredOn > x.Today)
            return new DateInFuture(c.DiscoveredOn.Value, x.Today) { Field = "discoveredOn" };
        if (c.FiveYears && Guard.Empty(c.Limitation, "limitation", "时效的说明", "On the limitation") is { } empty)
            return empty;
        var ended = PenaltyParts.ActsEnded(matter);
        var (first, last) = (ended?.Earliest.AddYears(c.FiveYears ? 5 : 2), ended?.Latest.AddYears(c.FiveYears ? 5 : 2));
        if (c.DiscoveredOn > last)
            return new PenaltyLimitationHasRun(ended!.Value, c.DiscoveredOn.Value) { Field = "discoveredOn" };
        var inTime = PenaltyParts.DiscoveredInTime(matter) || c.DiscoveredOn <= first;
        return inTime || !string.IsNullOrWhiteSpace(c.Limitation) ? null : new LimitationIsAsked(ended) { Field = ended is null ? "limitation" : "discoveredOn" };
    }

    /// <summary>That the place is asked stands in a text that was not verified: it is asked for, and a reason passes.</summary>
    private static Refusal? Asked(Proceeding p, DecidePenaltyOpinion c) => (c.Place, p.Fact("local")) switch
    {
        (AgencyPlace.Here, _) => null,
        _ when !string.IsNullOrWhiteSpace(c.Consultation) => null,
        (_, "") => new PlaceWasNotAsked(p.Id) { Field = "consultation" },
        (_, "disagrees") => new PlaceDisagrees(p.Id) { Field = "consultation" },
        _ => null,
    };
}

/// <summary>Where the agency is, seen from this procuratorate.</summary>
public enum AgencyPlace
{
    [Label("本地同级", "Here, of the same level")]
    Here,

    [Label("本省其他地方或者其他级别", "Elsewhere in the province, or of another level")]
    SameProvince,

    [Label("外省、自治区、直辖市", "In another province or region")]
    OtherProvince,
}

public sealed record PenaltyLimitationHasRun(PartialDate Ended, DateOnly Discovered)
    : Refusal(
        "penalty-limitation-has-run",
        new Text($"行为终了于 {Ended}，{Discovered:yyyy-MM-dd} 才被发现，已过处罚时效", $"the act ended on {Ended} and was discovered on {Discovered:yyyy-MM-dd}, after the limitation of the penalty"),
        new LegalRef("行政处罚法36", RefStatus.Secondary),
        new Text("以时效届满终结审查；涉及生命健康安全、金融安全且有危害后果的，勾选五年时效并说明", "end the review for that reason; where life and health or financial safety were harmed, tick the five years and say why"));

public sealed record LimitationIsAsked(PartialDate? Ended)
    : Refusal(
        "limitation-is-asked",
        Ended is { } ended
            ? new Text($"行为终了于 {ended}，本案不能证明二年内被发现", $"the act ended on {ended}; the matter does not show that it was discovered within two years")
            : new Text("本案没有登记行为终了的日期，处罚时效不明", "the matter does not say when the act ended, so the limitation of the penalty is not known"),
        new LegalRef("行政处罚法36", RefStatus.Secondary),
        new Text("填写被发现的日期；行为终了日不明、连续或者继续的，在“时效的说明”中写明", "give the day of discovery, or explain in “on the limitation” where the end of the act is not known or it went on"));

public sealed record PlaceWasNotAsked(string Id)
    : Refusal(
        "place-was-not-asked",
        new Text($"{Id} 的主管机关在异地，没有征求所在地检察院的意见", $"the agency of {Id} is elsewhere, and the procuratorate of that place was not asked"),
        new LegalRef("行刑反向衔接工作指引12；高检发释字〔2021〕4号10", RefStatus.Unverified),
        new Text("先征求所在地检察院意见；或者写明不征求的理由（第10条原文没有核实，只作提示）", "ask the procuratorate of the place, or say why not (the text of art 10 was not verified: a reminder only)"));

public sealed record PlaceDisagrees(string Id)
    : Refusal(
        "place-disagrees",
        new Text($"{Id} 所征求的检察院不同意", $"the procuratorate that was asked in {Id} does not agree"),
        new LegalRef("高检发释字〔2021〕4号10", RefStatus.Unverified),
        new Text("写明意见不一致怎样处理，如层报共同的上级检察院决定（原文没有核实，只作提示）", "say how the difference was settled, e.g. by the common superior (text not verified: a reminder only)"));

[EventType("penalty.opinion-decided")]
public sealed record PenaltyOpinionDecided(
    DateOnly On, string Agency, AgencyPlace Place, string Content, string Chief, DateOnly? DiscoveredOn, bool FiveYears, string? Limitation, string? Consultation, string? Document,
    IReadOnlyList<string> Persons, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move("opinion", On, new Text($"致{Agency}", $"to {Agency}"));
        proceeding.Set("agency", Agency);
        proceeding.Set("place", Words.Kebab(Place));
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("penalty-opinion-decided", On, Proceeding)];

    public Text Says(Matter matter) => new(
        $"{Proceeding} 决定向{Agency}（{Place.Label().Zh}）提出检察意见，建议对{matter.Names(Persons)}：{Content}",
        $"{Proceeding}: opinion to {Agency} ({Place.Label().En.ToLowerInvariant()}) on {matter.Names(Persons)}: {Content}");

    Track? IMatterEvent.Track => Track.Administrative;
}
