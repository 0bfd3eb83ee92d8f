using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// What the law book proposes for one person under one charge (定性评估). Never a decision: each part carries its article, and what is
/// unknown or unsettled is a question.
/// </summary>
public sealed record Conclusion
{
    public required PersonFacts Person { get; init; }

    public required Charge Charge { get; init; }

    /// <summary>The acts that were added up (法释〔2025〕5号第29条).</summary>
    public required IReadOnlyList<ActFacts> Acts { get; init; }

    public required TemporalChoice Choice { get; init; }

    /// <summary>Separate acts before and after a change of the law, each by the law of its own day.</summary>
    public IReadOnlyList<Candidate> Parts { get; init; } = [];

    public required IReadOnlyList<ElementCheck> Elements { get; init; }

    /// <summary>Whether everything to be proved is answered yes.</summary>
    public required Answer Crime { get; init; }

    public IReadOnlyList<FineProposal> Fines { get; init; } = [];

    /// <summary>By band: the limitation of prosecution.</summary>
    public IReadOnlyList<(int Band, Limitation Limitation)> Limitations { get; init; } = [];

    public AttemptRule Attempt { get; init; }

    public Answer Recidivist { get; init; }

    /// <summary>What else a person must weigh, with its article.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Severer and lenient circumstances in force, to go through one by one.</summary>
    public IReadOnlyList<Circumstance> Circumstances { get; init; } = [];

    /// <summary>What to ask for next, by effect.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>The candidate that the conclusion rests on; while the choice is open, that of the act.</summary>
    public Candidate Governing => Choice.Chosen ?? Choice.Candidates[0];

    public int LowBand => Choice.Chosen?.LowBand ?? Choice.Candidates.Where(c => c.Kind != CandidateKind.Mixed).Min(c => c.LowBand);

    public int HighBand => Choice.Chosen?.HighBand ?? Choice.Candidates.Where(c => c.Kind != CandidateKind.Mixed).Max(c => c.HighBand);

    /// <summary>Whether the first band is reached by the standards.</summary>
    public Answer ReachesBase => LowBand >= 1 ? Answer.Yes : HighBand == 0 ? Answer.No : Answer.Unknown;
}

/// <summary>One thing to prove, answered by a person or by the standards.</summary>
public sealed record ElementCheck(Element Element, Answer Answer, string? Source);

/// <summary>A point of law that the numbers do not settle.</summary>
public sealed record Remark(Text Says, LegalRef? Basis);

/// <summary>A fact to ask for, and what either answer would change.</summary>
/// <param name="Fact">A metric, or marks, earlier-sanctions, object, acts-to, element:ID.</param>
/// <param name="IfYes">The outcome if the answer is yes, or if the amount reaches the figure.</param>
public sealed record Question(string Fact, Text Ask, Text IfYes, Text IfNo, LegalRef? Basis, bool ChangesBand);

/// <summary>All conclusions of a case, and what becomes of several charges of one person.</summary>
public sealed record CaseAssessment(IReadOnlyList<Conclusion> Conclusions, IReadOnlyList<ConcurrenceProposal> Concurrence);

/// <param name="Prefer">The charge that remains; null where both do, or where it depends on what is unknown.</param>
public sealed record ConcurrenceProposal(string Person, string First, string Second, ConcurrenceKind? Kind, string? Prefer, Text Says, LegalRef Basis);
