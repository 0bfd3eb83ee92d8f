namespace Zhijian.Supervision.Runs;

/// <summary>One run of a model, as lists show it.</summary>
public sealed record RunRow(
    string Run, string Unit, string Model, long Version, string Engine, string Today, string State, string Person, string StartedAt, string? EndedAt, long? Findings, long? Raised,
    long? Milliseconds, string? Hash, string? WhyZh, string? WhyEn)
{
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    internal const string Columns =
        "run AS Run, unit AS Unit, model AS Model, version AS Version, engine AS Engine, today AS Today, state AS State, person AS Person, started_at AS StartedAt, ended_at AS EndedAt, "
        + "findings AS Findings, raised AS Raised, milliseconds AS Milliseconds, hash AS Hash, why_zh AS WhyZh, why_en AS WhyEn";
}
