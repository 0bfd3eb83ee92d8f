using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Something that happened, in the form in which duties see it.</summary>
/// <param name="Type">Its name in the duty files: transfer-accepted.</param>
/// <param name="Subject">The person or right holder whom it concerns; null = the whole matter.</param>
public sealed record Occurrence(string Type, PartialDate On, string? Subject = null)
{
    /// <summary>Something was found in one function that may concern another; its kind is the fact “kind”, its subject the finding.</summary>
    public const string Finding = "finding";

    public TimeOnly? Hour { get; init; }

    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The measure against a person changed; the last day of a term depends on it (刑诉法105).</summary>
    public static Occurrence CustodyOf(string person, PartialDate on, Custody custody) =>
        new("custody-changed", on, person) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["custody"] = custody.ToString() } };
}

/// <summary>Who owes a duty.</summary>
public enum Holder
{
    /// <summary>本院</summary>
    Office,

    /// <summary>上一级人民检察院</summary>
    HigherProcuratorate,

    /// <summary>公安机关</summary>
    Police,

    /// <summary>人民法院</summary>
    Court,

    /// <summary>行政机关</summary>
    Agency,

    /// <summary>权利人、被害人</summary>
    RightHolder,

    /// <summary>民事、行政诉讼的当事人</summary>
    Party,

    /// <summary>法律规定的机关和有关组织，可以提起民事公益诉讼的 (民诉法58)</summary>
    QualifiedBody,
}

/// <summary>For whom a duty is opened: once for the matter, or for each person, right holder or proceeding.</summary>
public enum DutyScope
{
    Matter,
    Person,
    RightHolder,
    Proceeding,
}

/// <summary>Whether a duty was done.</summary>
public enum DutyStatus
{
    Open,
    Discharged,

    /// <summary>A published record that ends before the outcome: whether it was done is unknown, not “no”.</summary>
    Unrecorded,
}

/// <summary>A duty as the law states it (data/duties/): what opens it, how long it runs, what discharges it.</summary>
public sealed record DutyRule
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required Track Track { get; init; }

    public required Holder Holder { get; init; }

    public required DutyScope Scope { get; init; }

    public required IReadOnlyList<string> OpensOn { get; init; }

    /// <summary>Facts that the opening occurrence must have.</summary>
    public required IReadOnlyDictionary<string, string> When { get; init; }

    public required IReadOnlyList<DutyTerm> Terms { get; init; }

    public required IReadOnlyList<DutyExtension> Extensions { get; init; }

    /// <summary>Occurrences from which the term is counted anew, with the article.</summary>
    public required IReadOnlyList<(string Occurrence, Text Reason, LegalRef Basis)> Restarts { get; init; }

    /// <summary>A text that is not verified and clashes with the term; null where there is none.</summary>
    public DutyReading? OtherReading { get; init; }

    /// <summary>Times that do not count (调卷、鉴定 …): what stops the clock, and what lets it run on.</summary>
    public IReadOnlyList<DutySuspension> Suspensions { get; init; } = [];

    public required IReadOnlyList<string> DischargedOn { get; init; }

    /// <summary>The step by which the office discharges it; null = by recording that it was done.</summary>
    public string? Step { get; init; }

    /// <summary>What follows when it is not done in time.</summary>
    public Text? Late { get; init; }

    public required string Source { get; init; }
}

/// <param name="Custody">The term applies to persons in that position; null = to all.</param>
public sealed record DutyTerm(Custody? Custody, string Term)
{
    /// <summary>The fact of the opening occurrence that has a shorter number of days, and the article by which it is fixed in place of the length of the term.</summary>
    public (string Fact, LegalRef Basis)? DaysIn { get; init; }
}

/// <summary>Another text that asks for the same sooner: its term, counted from the day in that fact of the opening occurrence. Shown beside the date, never in its place.</summary>
public sealed record DutyReading(string Term, string From, Text Why);

/// <param name="Term">The term that is added; null where the length is what was approved, a number of days in the fact that <see cref="DaysIn"/> names.</param>
/// <param name="Replaces">The extended term takes the place of the term (15 days become at most 20) instead of being added to it.</param>
public sealed record DutyExtension(string Occurrence, string? Term, bool Replaces, Text Reason)
{
    /// <summary>The fact of the occurrence that has the number of days, with the article by which they are approved.</summary>
    public (string Fact, LegalRef Basis)? DaysIn { get; init; }
}

/// <summary>A time that does not count: from the day of one occurrence to that of another, both included.</summary>
/// <param name="When">Facts that the occurrence must have (the reason that was given).</param>
public sealed record DutySuspension(string Occurrence, IReadOnlyDictionary<string, string> When, string ResumedOn, Text Reason, LegalRef Basis);

/// <summary>A duty that was opened in a matter, with its clock.</summary>
public sealed record Duty
{
    public required DutyRule Rule { get; init; }

    public required string? Subject { get; init; }

    /// <summary>How many times this rule was opened for this subject, from 1; a restart keeps the number.</summary>
    public required int Ordinal { get; init; }

    public required PartialDate OpenedOn { get; init; }

    public required DutyStatus Status { get; init; }

    public PartialDate? DischargedOn { get; init; }

    public required Custody Custody { get; init; }

    /// <summary>The term that was counted.</summary>
    public required Term Term { get; init; }

    /// <summary>From when and how it was counted; null where the day is not known.</summary>
    public CountFrom? From { get; init; }

    public required TermCount Count { get; init; }

    /// <summary>The name of the duty within its matter: <c>decide-arrest.P1.1</c>.</summary>
    public string Key => $"{Rule.Id}.{Subject ?? "all"}.{Ordinal}";
}
