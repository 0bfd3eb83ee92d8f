using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>An assessment as JSON and command line show it: every figure with its article, every text in both languages.</summary>
public sealed record AssessmentView(string Proposal, IReadOnlyList<ConclusionView> Conclusions, IReadOnlyList<ConcurrenceProposal> Concurrence)
{
    private const string Always = "proposal with its basis; people decide";

    public static AssessmentView Of(CaseAssessment assessment) => new(Always, [.. assessment.Conclusions.Select(ConclusionView.Of)], assessment.Concurrence);

    public static Text Name(CandidateKind kind) => kind switch
    {
        CandidateKind.Conduct => new Text("行为时", "law of the act"),
        CandidateKind.Decision => new Text("处理时", "law of the handling"),
        _ => new Text("行为时条文＋处理时解释", "text of the act, interpretation of the handling"),
    };

    /// <summary>A figure in digits: 450,000 · ≥ 70,000 · 0–324,000 · ?</summary>
    public static string Say(Figure f) =>
        f.IsUnknown ? "?" : f.IsKnown ? (f.About ? "≈ " : "") + Digits(f.Low) : f.High is null ? $"≥ {Digits(f.Low)}" : f.Low == 0 ? $"≤ {Digits(f.High.Value)}" : $"{Digits(f.Low)}–{Digits(f.High.Value)}";

    public static string Digits(decimal n) => n.ToString("#,##0.##", CultureInfo.InvariantCulture);
}

/// <summary>What is proposed for one person under one charge.</summary>
public sealed record ConclusionView(
    string Person, string Charge, Text Title, Text Says, Answer ReachesBase, Answer Crime, int LowBand, int HighBand, Text Why, LegalRef WhyBasis, IReadOnlyList<Text> Unsettled,
    IReadOnlyList<CandidateView> Candidates, IReadOnlyList<CandidateView> Parts, IReadOnlyList<ElementView> Elements, AttemptRule Attempt, Answer Recidivist,
    IReadOnlyList<FineProposal> Fines, IReadOnlyList<LimitationView> Limitations, IReadOnlyList<Remark> Remarks, IReadOnlyList<Circumstance> Circumstances, IReadOnlyList<Question> Questions)
{
    public static ConclusionView Of(Conclusion c) => new(
        c.Person.Id, c.Charge.Id, c.Charge.Title, BandWords.Between(c.Governing, c.LowBand, c.HighBand), c.ReachesBase, c.Crime, c.LowBand, c.HighBand, c.Choice.Why, c.Choice.Basis, c.Choice.Open,
        [.. c.Choice.Candidates.Select(x => CandidateView.Of(x, x == c.Choice.Chosen))], [.. c.Parts.Select(x => CandidateView.Of(x, false))],
        [.. c.Elements.Select(e => new ElementView(e.Element.Id, e.Element.Title, e.Answer, e.Source, e.Element.ByStandards))], c.Attempt, c.Recidivist, c.Fines,
        [.. c.Limitations.Select(l => new LimitationView(l.Band, l.Limitation))], c.Remarks, c.Circumstances, c.Questions);
}

public sealed record ElementView(string Id, Text Title, Answer Answer, string? Source, bool ByStandards);

public sealed record LimitationView(int Band, Limitation Limitation);

/// <summary>One law that was tried, with every standard.</summary>
public sealed record CandidateView(
    CandidateKind Kind, Text Name, bool Chosen, string? Text, LegalRef? Reference, IReadOnlyList<string> Instruments, int LowBand, int HighBand, Text Says, IReadOnlyList<Text> Notes, IReadOnlyList<StandardView> Standards)
{
    public static CandidateView Of(Candidate c, bool chosen) => new(
        c.Kind, AssessmentView.Name(c.Kind), chosen, c.Text?.Version, c.Text?.Reference, c.Instruments, c.LowBand, c.HighBand, BandWords.Between(c), c.Notes,
        [.. c.Standards.Select(s => new StandardView(s.Threshold.Id, s.Threshold.Metric, s.Threshold.Variant, s.Threshold.Object, s.Applies, s.Figure.Low, s.Figure.High, s.Threshold.Base, s.Threshold.Aggravated, s.Base, s.Aggravated, s.Threshold.Reference, s.Figure.Steps, s.Why))]);
}

/// <param name="Low">What the amount is at least; <paramref name="High"/>: at most, null where it is open.</param>
public sealed record StandardView(
    string Id, string Metric, string Variant, string? Object, Answer Applies, decimal Low, decimal? High, decimal? BaseFigure, decimal? AggravatedFigure, Answer? Base, Answer? Aggravated,
    LegalRef Reference, IReadOnlyList<FigureStep> Steps, IReadOnlyList<Text> Why);
