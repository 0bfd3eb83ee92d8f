using Zhijian.Kernel;

namespace Zhijian.Supervision.Runs;

/// <summary>Where rows of a set came from.</summary>
public enum InputOrigin
{
    /// <summary>Imported by the unit.</summary>
    Imported,

    /// <summary>From the matters of the unit, as they stood when the run began.</summary>
    Own,

    /// <summary>From the law book.</summary>
    Law,

    /// <summary>Made of the names in the other inputs.</summary>
    Names,
}

/// <summary>What a run read of one set. <paramref name="Hash"/>: of the kept snapshot; of the law, of its rows.</summary>
public sealed record RunInput(string Set, InputOrigin Origin, string Hash, long Rows);

/// <summary>A model was run. With the file of the model and the snapshots, the run can be done again from this.</summary>
/// <param name="ModelHash">SHA-256 of the file of the model.</param>
/// <param name="Parameters">Those that differ from the default.</param>
[EventType("model.run-started")]
public sealed record RunStarted(
    string Unit, string Model, int Version, string ModelHash, string Engine, DateOnly Today, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<RunInput> Inputs,
    bool Scheduled) : IEvent
{
    private const string Prefix = "run/";

    public static string Stream(string run) => Prefix + run;

    public static string? RunOf(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? stream[Prefix.Length..] : null;
}

/// <param name="Hash">Of the findings, their rows and links: the same run gives the same (<see cref="RunSummary"/>).</param>
/// <param name="Raised">How many of them became clues or changed one; the others stay in the list of the run.</param>
[EventType("model.run-finished")]
public sealed record RunFinished(long Findings, long Rows, string Hash, long Milliseconds, int Raised) : IEvent;

/// <summary>It ended without an answer; what it says is for whoever started it.</summary>
[EventType("model.run-failed")]
public sealed record RunFailed(Text Why) : IEvent;

[EventType("model.run-cancelled")]
public sealed record RunCancelled(string By) : IEvent;
