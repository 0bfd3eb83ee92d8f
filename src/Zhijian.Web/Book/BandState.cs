using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;

namespace Zhijian.Web.Book;

/// <summary>A conclusion in a chip and a line: reached, not reached, unknown; never more than the standards say. Pure.</summary>
public static class BandState
{
    public static (string State, Text Words) Of(Conclusion c) => c switch
    {
        { LowBand: >= 2 } => ("met", new Text("✓ 达到升档标准", "✓ upper standard reached")),
        { LowBand: 1, HighBand: 1 } => ("met", new Text("✓ 达到起刑标准", "✓ base standard reached")),
        { LowBand: 1 } => ("met", new Text("✓ 达到起刑标准，可能升档", "✓ base standard reached, the upper may be")),
        { HighBand: 0 } => ("no", new Text("✕ 未达到", "✕ not reached")),
        _ => ("unk", new Text("? 未知", "? unknown")),
    };

    public static (string State, Text Words) Of(Answer? answer) => answer switch
    {
        Answer.Yes => ("met", new Text("✓ 达到", "✓ reached")),
        Answer.No => ("no", new Text("✕ 未达到", "✕ not reached")),
        null => ("", new Text("无此标准", "no such standard")),
        _ => ("unk", new Text("? 未知", "? unknown")),
    };

    /// <summary>The proposal in large letters: open while not even the first band is sure.</summary>
    public static Text Headline(Conclusion c)
    {
        var most = BandWords.Of(c.Governing.Band(c.HighBand));
        return c.LowBand == 0 && c.HighBand > 0 ? new Text($"还定不了；至多 {most.Zh}", $"Open as yet; at most {most.En}") : BandWords.Between(c.Governing, c.LowBand, c.HighBand);
    }

    /// <summary>One line for the card of a person: what is sure, and how many questions would change it.</summary>
    public static Text Line(Conclusion c)
    {
        var says = Headline(c);
        var open = c.Questions.Count(q => q.ChangesBand && !q.Fact.StartsWith("element:", StringComparison.Ordinal));
        return open == 0 ? says : new Text($"{says.Zh}；{open} 项未知可改变档次", $"{says.En}; {open} unknown {(open == 1 ? "fact" : "facts")} may change it");
    }

    /// <summary>What the figure of a standard is compared with, as a prosecutor writes it: 50,000 ≤ 450,000 &lt; 500,000.</summary>
    public static Text Compare(StandardCheck s)
    {
        var (figure, low, high) = (AssessmentView.Say(s.Figure), Digits(s.Threshold.Base), Digits(s.Threshold.Aggravated));
        var f = s.Figure;
        var plain = s.Threshold switch
        {
            { Aggravated: { } upper } when f.Reaches(upper, s.Threshold.AggravatedTo) == Answer.Yes => $"{figure} ≥ {high}",
            { Base: { } lower } when f.Reaches(lower, s.Threshold.BaseTo) == Answer.No => $"{figure} < {low}",
            { Base: { } lower, Aggravated: { } upper } when f.Reaches(lower) == Answer.Yes && f.Reaches(upper) == Answer.No => $"{low} ≤ {figure} < {high}",
            { Base: { } lower } when f.Reaches(lower, s.Threshold.BaseTo) == Answer.Yes => $"{figure} ≥ {low}",
            _ => null,
        };
        return plain is null ? new Text($"{figure}，线 {low ?? high}", $"{figure}, line {low ?? high}") : new Text(plain, plain);
    }

    private static string? Digits(decimal? n) => n is null ? null : AssessmentView.Digits(n.Value);

    /// <summary>The standards of a candidate that say most: those that are reached and apply, the highest first; else what comes nearest.</summary>
    public static IReadOnlyList<StandardCheck> Telling(Candidate candidate) =>
        [.. candidate.Standards.Where(s => s.Applies != Answer.No && !s.Figure.IsUnknown && s.Threshold.Halves.Count == 0)
            .OrderBy(s => s.Aggravated switch { Answer.Yes => 0, _ when s.Base == Answer.Yes => 1, _ when s.Aggravated == Answer.Unknown || s.Base == Answer.Unknown => 2, _ => 3 }).Take(2)];

    /// <summary>What is short of a figure, or under what condition it is reached; null where there is nothing to say.</summary>
    public static Text? Short(StandardCheck s, decimal? figure, Answer? answer)
    {
        if (figure is not { } wanted)
            return null;
        if (answer == Answer.No && s.Applies != Answer.No && s.Figure.High is { } most && most < wanted)
            return new Text($"差 {AssessmentView.Digits(wanted - most)}", $"{AssessmentView.Digits(wanted - most)} short");
        if (answer != Answer.Unknown)
            return null;
        var reaches = s.Figure.Reaches(wanted);
        if (s.Applies == Answer.Unknown && reaches == Answer.Yes)
            return new Text("情形成立即达到", "reached if the situation is given");
        if (s.Threshold.Metric.Contains("gains", StringComparison.Ordinal) && s.Figure is { High: { } top, Low: 0 } && top >= wanted)
            return new Text($"成本不超过 {AssessmentView.Digits(top - wanted)} 才达到", $"only if the cost is at most {AssessmentView.Digits(top - wanted)}");
        return s.Figure.About && s.Figure.IsKnown ? new Text("约数正好在线上", "“about” the very figure") : null;
    }
}
