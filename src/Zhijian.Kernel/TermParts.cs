namespace Zhijian.Kernel;

/// <summary>An extension that the law offers to a term.</summary>
/// <param name="Values">Its lengths, oldest first; empty where the law names none and the approval fixes it.</param>
/// <param name="AtMost">How often it may be granted; null where the law does not say.</param>
/// <param name="Approver">Who grants it, where the law names somebody else than whoever must act.</param>
/// <param name="Term">The id of the term that holds its length, when it has a file of its own.</param>
public sealed record TermExtension(Text Reason, IReadOnlyList<TermValue> Values, int? AtMost, Text? Approver, LegalRef Reference, string? Term)
{
    /// <summary>The length on the day that starts the count; null where the law fixes none.</summary>
    public TermValue? ValueOn(DateOnly day) => Values.LastOrDefault(v => v.From <= day);
}

/// <summary>A kind of time that does not count (调卷、鉴定 …).</summary>
public sealed record TermExclusion(Text Reason, LegalRef Reference);

/// <summary>An event from which the term is counted anew.</summary>
/// <param name="AtMost">How often; null where the law does not say.</param>
public sealed record TermRestart(Text Reason, LegalRef Reference, int? AtMost);

/// <summary>Another term that takes the place of this one in some cases; it starts with the same event.</summary>
public sealed record TermVariant(Text Reason, string Term);
