namespace Zhijian.Kernel;

/// <summary>
/// An expected "no", told to a person: what is refused, on which legal basis, and what would make it pass.
/// One named record per reason. Not an exception: an exception is our bug, a refusal is an answer.
/// </summary>
/// <param name="Code">Stable, readable, e.g. <c>third-return</c>.</param>
/// <param name="Says">The sentence that the person reads.</param>
/// <param name="Basis">The article, where the law says no; null where only the record does.</param>
/// <param name="Remedy">What would make it pass.</param>
public abstract record Refusal(string Code, Text Says, LegalRef? Basis, Text Remedy)
{
    /// <summary>The field of the command that is at fault, when one is.</summary>
    public string? Field { get; init; }
}
