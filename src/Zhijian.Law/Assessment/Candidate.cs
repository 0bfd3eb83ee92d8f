using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>Which law is tried: that of the act, that of the decision, or the text of the act with the interpretation of the decision.</summary>
public enum CandidateKind
{
    /// <summary>行为时</summary>
    Conduct,

    /// <summary>裁判（处理）时</summary>
    Decision,

    /// <summary>行为时的条文配处理时的解释；能否混用没有定论</summary>
    Mixed,
}

/// <summary>
/// One way to judge the acts of a person under a charge: a text of the article and the interpretation of a date, with every standard
/// checked, and the bands that are reached for sure and at most.
/// </summary>
public sealed record Candidate
{
    public required CandidateKind Kind { get; init; }

    public required StatuteText? Text { get; init; }

    public required DateOnly TextOn { get; init; }

    /// <summary>The day whose standards were taken.</summary>
    public required DateOnly StandardsOn { get; init; }

    public required IReadOnlyList<StandardCheck> Standards { get; init; }

    /// <summary>There was no standard on the point when the act was done: that of the handling is used (高检发释字〔2001〕5号第2条).</summary>
    public bool StandardsOfHandling { get; init; }

    /// <summary>The band, from 1, that is reached for sure; 0: none.</summary>
    public required int LowBand { get; init; }

    /// <summary>The highest band that is not excluded.</summary>
    public required int HighBand { get; init; }

    public IReadOnlyList<Text> Notes { get; init; } = [];

    public IReadOnlyList<string> Instruments => [.. Standards.Select(s => s.Threshold.Instrument).Distinct(StringComparer.Ordinal)];

    /// <summary>The first of the instruments: its price rules and fines are taken.</summary>
    public string? Instrument => Standards is [var first, ..] ? first.Threshold.Instrument : null;

    public Band? Band(int number) => number == 0 ? null : Text?.Bands[Math.Min(number, Text.Bands.Count) - 1];

    public bool IsSettled => LowBand == HighBand;

    /// <summary>Only standards under which it would be an attempt reach the band.</summary>
    public AttemptRule Attempt
    {
        get
        {
            var reaching = Standards.Where(s => Reaches(s, LowBand) == Answer.Yes).ToList();
            return LowBand == 0 || reaching.Count == 0 || reaching.Any(s => s.Threshold.Attempt == AttemptRule.No) ? AttemptRule.No
                : reaching.Any(s => s.Threshold.Attempt == AttemptRule.Yes) ? AttemptRule.Yes : AttemptRule.Unsettled;
        }
    }

    internal static Answer Reaches(StandardCheck s, int band) =>
        band == s.Threshold.Band ? s.Decides(s.Base) : band == s.Threshold.Band + 1 ? s.Decides(s.Aggravated) : Answer.No;

    internal static Candidate Try(CandidateKind kind, Charge charge, FigureBook figures, PersonFacts person, IReadOnlyList<ActFacts> acts, DateOnly textOn, DateOnly standardsOn, DateOnly handledOn)
    {
        var text = charge.TextOn(textOn);
        if (text is null)
            return new Candidate { Kind = kind, Text = null, TextOn = textOn, StandardsOn = standardsOn, Standards = [], LowBand = 0, HighBand = 0, Notes = [new Text($"{textOn:yyyy-MM-dd} 时没有本罪的条文", $"there was no article for this on {textOn:yyyy-MM-dd}")] };
        var covered = acts.Where(a => a.Object is null || !text.Excludes.Contains(a.Object)).ToList();
        if (covered.Count == 0)
            return new Candidate { Kind = kind, Text = text, TextOn = textOn, StandardsOn = standardsOn, Standards = [], LowBand = 0, HighBand = 0, Notes = [new Text("该文本不包括这一对象", "this text did not cover such an object")] };
        var standards = OnThePoint(standardsOn);
        var ofHandling = standards.Count == 0 && standardsOn != handledOn;
        if (ofHandling)
            standards = OnThePoint(handledOn);
        var reader = new StandardReader(figures, person, covered);
        var checks = standards.Select(reader.Check).ToList();
        var candidate = new Candidate
        {
            Kind = kind, Text = text, TextOn = textOn, StandardsOn = ofHandling ? handledOn : standardsOn, Standards = checks, StandardsOfHandling = ofHandling && checks.Count > 0,
            LowBand = 0, HighBand = 0,
            Notes = ofHandling && checks.Count > 0
                ? [new Text("行为时没有相应的解释，适用处理时的解释（高检发释字〔2001〕5号第2条）", "no interpretation on the point when the act was done: the one in force now applies (高检发释字〔2001〕5号 art. 2)")]
                : checks.Count == 0 ? [new Text("没有相应的数额标准", "there is no standard on the point")] : [],
        };
        var (low, high) = Bands(text, checks);
        return candidate with { LowBand = low, HighBand = high };

        List<Threshold> OnThePoint(DateOnly day) =>
            [.. charge.Thresholds.Where(t => t.IsInForce(day) && t.Texts.Contains(text.Version) && t.AppliesTo(person.IsUnit) && covered.Any(a => StandardReader.Covers(t, a.Object) != Answer.No))];
    }

    private static (int Low, int High) Bands(StatuteText text, IReadOnlyList<StandardCheck> checks)
    {
        // where no standard opens the first band, its circumstances are for people: reached at most
        var byPeople = checks.All(c => c.Threshold.Base is null || c.Threshold.Band != 1);
        var (low, high) = (0, byPeople ? 1 : 0);
        for (var band = 1; band <= text.Bands.Count; band++)
        {
            var reached = checks.Select(c => Reaches(c, band)).Any();
            if (reached == Answer.Yes)
                (low, high) = (band, band);
            else if (reached == Answer.Unknown)
                high = band;
        }
        return (low, Math.Max(low, high));
    }
}
