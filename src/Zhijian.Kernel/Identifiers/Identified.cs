namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// What came of reading a number that somebody typed: <see cref="Valid"/>, <see cref="Doubtful"/> with every reason, or
/// <see cref="NotThis"/>. A doubtful number is kept as it was given: papers have slips too, and only a person can look.
/// </summary>
public abstract record Identified(IdentifierKind Kind)
{
    /// <summary>The normal form; null when the text is no such number.</summary>
    public virtual string? Normal => null;

    public virtual IReadOnlyList<IdentifierPart> Parts => [];

    /// <summary>Why it is doubtful or not this; empty when it is valid.</summary>
    public virtual IReadOnlyList<Text> Reasons => [];

    /// <summary>Valid without doubts, doubtful with them.</summary>
    internal static Identified Of(IdentifierKind kind, string normal, IReadOnlyList<IdentifierPart> parts, IReadOnlyList<Text> doubts) =>
        doubts.Count == 0 ? new Valid(kind, normal, parts) : new Doubtful(kind, normal, parts, doubts);

    internal static NotThis Not(IdentifierKind kind, string zh, string en) => new(kind, new Text(zh, en));
}

/// <summary>Every rule that is known holds.</summary>
public sealed record Valid(IdentifierKind Kind, string Value, IReadOnlyList<IdentifierPart> Has) : Identified(Kind)
{
    public override string Normal => Value;

    public override IReadOnlyList<IdentifierPart> Parts => Has;
}

/// <summary>It has the form, but something was put right, or does not agree: look at the paper.</summary>
public sealed record Doubtful(IdentifierKind Kind, string Value, IReadOnlyList<IdentifierPart> Has, IReadOnlyList<Text> Doubts) : Identified(Kind)
{
    public override string Normal => Value;

    public override IReadOnlyList<IdentifierPart> Parts => Has;

    public override IReadOnlyList<Text> Reasons => Doubts;
}

/// <summary>It has not the form; the reason names the position.</summary>
public sealed record NotThis(IdentifierKind Kind, Text Reason) : Identified(Kind)
{
    public override IReadOnlyList<Text> Reasons => [Reason];
}

/// <summary>What a number says about its bearer: 出生日期 1949-12-31.</summary>
public sealed record IdentifierPart(Text Name, string Value, Text? Means = null);

/// <summary>The numbers that have a published form. 统一受案号 has none that was verified: it is kept as text.</summary>
public enum IdentifierKind
{
    CreditCode,
    OrganisationCode,
    CitizenId,
    CourtCaseNumber,
    AcceptanceNumber,
    DocumentNumber,
}
