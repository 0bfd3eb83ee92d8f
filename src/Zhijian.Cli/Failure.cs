using Zhijian.Kernel;

namespace Zhijian.Cli;

/// <summary>The command ends here, and the person is told why: one line, or with <c>--json</c> one object.</summary>
internal sealed class Failure(int exit, string code, string says) : Exception(says)
{
    public int Exit => exit;

    /// <summary>Stable, for scripts.</summary>
    public string Code => code;

    public LegalRef? Basis { get; init; }

    public string? Remedy { get; init; }

    public string? Field { get; init; }

    /// <summary>An expected no, in the words of the refusal.</summary>
    public static Failure Of(Refusal refusal, Say say) =>
        new(Cli.Exit.Refused, refusal.Code, say[refusal.Says]) { Basis = refusal.Basis, Remedy = say[refusal.Remedy], Field = refusal.Field };

    /// <summary>Faults of single fields, when there are several.</summary>
    public IReadOnlyList<(string Field, string Says)> Fields { get; init; } = [];
}
