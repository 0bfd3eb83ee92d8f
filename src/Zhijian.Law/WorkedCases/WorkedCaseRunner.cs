using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zhijian.Law.WorkedCases;

/// <summary>
/// Computes the checks of worked cases from the law book and compares. A type that states a narrative is for people; a computable check
/// that lacks a field fails and says which. Pure; O(checks × standards).
/// </summary>
public sealed class WorkedCaseRunner(LawBook law)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, Func<JsonObject, JsonObject, Computed>> _types = new[]
    {
        new StandardChecks(law).Types, new AmountChecks(law).Types, new ClockChecks(law).Types, new PersonChecks(law).Types,
    }.SelectMany(t => t).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

    /// <summary>The types that are computed.</summary>
    public IReadOnlyCollection<string> Computable => _types.Keys;

    public IEnumerable<CheckResult> Run(WorkedCaseFile file) => file.Cases.SelectMany(Run);

    public IEnumerable<CheckResult> Run(WorkedCase worked) => worked.Checks.Select((check, i) => Run(worked, check, i + 1));

    private CheckResult Run(WorkedCase worked, JsonObject check, int number)
    {
        var type = check.Text("type");
        var expected = Say(check["expect"]);
        if (!_types.TryGetValue(type, out var compute))
            return new CheckResult(worked.Id, number, type, CheckOutcome.ForPeople, expected, "");
        try
        {
            var computed = compute(check, worked.Facts);
            return new CheckResult(worked.Id, number, type, computed.Agrees ? CheckOutcome.Ok : CheckOutcome.Fail, computed.Expected ?? expected, computed.Got, computed.Note);
        }
        catch (CheckFieldException e)
        {
            return new CheckResult(worked.Id, number, type, CheckOutcome.Fail, expected, $"cannot be computed: {e.Message}");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or OverflowException or ArgumentOutOfRangeException)
        {
            return new CheckResult(worked.Id, number, type, CheckOutcome.Fail, expected, $"cannot be computed: a field is of another kind ({e.Message})");
        }
    }

    internal static string Say(JsonNode? node) => node is JsonValue v && v.TryGetValue<string>(out var s) ? s : node?.ToJsonString(Plain) ?? "null";
}

/// <summary>What a check gave. <paramref name="Expected"/>: where the expectation does not stand in “expect”.</summary>
internal sealed record Computed(bool Agrees, string Got, string? Expected = null, string? Note = null)
{
    public static Computed Number(JsonNode? expect, decimal? got, string? note = null) =>
        new(CheckFields.AsNumber(expect) == got, got is { } n ? Say(n) : "unknown", null, note);

    public static Computed Word(JsonNode? expect, string got, string? note = null) => new(WorkedCaseRunner.Say(expect) == got, got, null, note);

    public static Computed Truth(JsonNode? expect, bool? got, string? note = null) =>
        new(expect is JsonValue v && v.TryGetValue<bool>(out var b) && b == got, got is null ? "unknown" : got.Value ? "true" : "false", null, note);

    public static string Say(decimal n) => n.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Say(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";
}
