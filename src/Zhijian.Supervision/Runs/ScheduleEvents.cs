using Zhijian.Kernel;

namespace Zhijian.Supervision.Runs;

/// <summary>How often a model runs by itself.</summary>
public enum Cadence
{
    [Label("每天", "every day")]
    Daily,

    [Label("每周一", "every Monday")]
    Weekly,

    [Label("每月一日", "on the first of every month")]
    Monthly,
}

/// <summary>A unit wants a model run by itself from now on, in the name of whoever asked for it.</summary>
/// <param name="Parameters">Those that differ from the default.</param>
[EventType("model.scheduled")]
public sealed record ModelScheduled(string Unit, string Model, Cadence Cadence, IReadOnlyDictionary<string, string> Parameters) : IEvent
{
    private const string Prefix = "schedule/";

    public static string Stream(string unit, string model) => $"{Prefix}{unit}/{model}";

    public static bool IsStream(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal);
}

[EventType("model.schedule-ended")]
public sealed record ModelScheduleEnded : IEvent;

/// <summary>A run was due on <paramref name="Day"/>.</summary>
/// <param name="Run">The run that was queued; null when there was none.</param>
/// <param name="Why">What stood against it.</param>
[EventType("model.schedule-due")]
public sealed record ModelScheduleDue(DateOnly Day, string? Run, Text? Why) : IEvent;
