using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// Old law or new (从旧兼从轻，刑法12；高检发释字〔2001〕5号): the candidates side by side, the one chosen, why, and what stays open.
/// </summary>
/// <param name="Chosen">Null while it depends on a fact that is unknown.</param>
/// <param name="Open">Readings on which the law is unsettled; a person decides.</param>
public sealed record TemporalChoice(IReadOnlyList<Candidate> Candidates, Candidate? Chosen, Text Why, IReadOnlyList<Text> Open)
{
    private static readonly LegalRef Lenient = new("刑法12；高检发释字〔2001〕5号第3条；法释〔1997〕12号");

    public LegalRef Basis { get; } = Lenient;

    /// <summary>Picks by the lighter band: the lower maximum, then the lower minimum; equal: the law of the act.</summary>
    public static TemporalChoice Of(Candidate conduct, Candidate decision, Candidate? mixed)
    {
        List<Candidate> all = [conduct, decision];
        var open = new List<Text>();
        var low = Lighter(conduct, conduct.LowBand, decision, decision.LowBand);
        var same = conduct.Text == decision.Text && conduct.Standards.Select(s => s.Threshold).SequenceEqual(decision.Standards.Select(s => s.Threshold));
        // the choice stands where one cannot be heavier than the other whatever the unknown facts: its most against the least of the other
        var chosen = same || Weight(conduct, conduct.HighBand).CompareTo(Weight(decision, decision.LowBand)) <= 0 ? conduct
            : Weight(decision, decision.HighBand).CompareTo(Weight(conduct, conduct.LowBand)) < 0 ? decision : null;
        if (mixed is not null && Weight(mixed, mixed.LowBand).CompareTo(Weight(low, low.LowBand)) < 0)
        {
            all.Add(mixed);
            open.Add(new Text("行为时的条文配处理时的解释更轻，能否混用没有定论：由检察官认定", "the text of the act with the interpretation of the handling would be lighter; whether they may be mixed is unsettled: the prosecutor decides"));
        }
        var why = same ? new Text("行为时与处理时适用同一标准", "the same law held when the act was done and holds now")
            : chosen is null ? new Text("哪一个较轻取决于未知的事实", "which is lighter depends on facts that are unknown")
            : chosen.Kind == CandidateKind.Decision ? new Text("处理时的较轻，适用处理时的", "that of the handling is lighter and applies")
            : Weight(conduct, conduct.LowBand) == Weight(decision, decision.LowBand) ? new Text("轻重相同，适用行为时的", "they weigh the same: that of the act applies")
            : new Text("行为时的较轻，适用行为时的", "that of the act is lighter and applies");
        if (!same && conduct.Text?.Base is { } older && decision.Text?.Base is { } newer && (older.Detention, older.Control) != (newer.Detention, newer.Control))
            open.Add(new Text("1997年文本的基础档有拘役（管制），比较时一并考虑", "the base band of the 1997 text allows detention (or control): a further lenient point"));
        return new TemporalChoice(all, chosen, why, open);
    }

    private static Candidate Lighter(Candidate conduct, int ofConduct, Candidate decision, int ofDecision) =>
        Weight(decision, ofDecision).CompareTo(Weight(conduct, ofConduct)) < 0 ? decision : conduct;

    private static (int, int) Weight(Candidate candidate, int band) => Band.Weight(candidate.Band(band));
}
