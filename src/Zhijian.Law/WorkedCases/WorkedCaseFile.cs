using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;

namespace Zhijian.Law.WorkedCases;

/// <summary>A file of worked cases (算例): facts, and checks with the conclusion that the author expects.</summary>
public sealed record WorkedCaseFile(IReadOnlyList<WorkedCase> Cases)
{
    /// <exception cref="FormatException">The file is not of that form; the message names the place.</exception>
    public static WorkedCaseFile Read(string json)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"no JSON: line {(e.LineNumber ?? 0) + 1}: {e.Message}", e);
        }
        var list = root as JsonArray ?? (root as JsonObject)?["cases"] as JsonArray ?? throw new FormatException("“cases” is required: a list of worked cases");
        return new WorkedCaseFile([.. list.Select((c, i) => ReadCase(c, i + 1))]);
    }

    private static WorkedCase ReadCase(JsonNode? node, int number)
    {
        if (node is not JsonObject c)
            throw new FormatException($"case {number}: expected an object");
        var id = (string?)c["id"] ?? $"#{number}";
        if (c["checks"] is not JsonArray checks)
            throw new FormatException($"case {id}: “checks” is required");
        return new WorkedCase(id, (string?)c["title"] ?? "", c["facts"] as JsonObject ?? [],
            [.. checks.Select((k, i) => k is JsonObject o && o["type"] is JsonValue ? o : throw new FormatException($"case {id}, check {i + 1}: “type” is required"))]);
    }
}

public sealed record WorkedCase(string Id, string Title, JsonObject Facts, IReadOnlyList<JsonObject> Checks);

/// <summary>What became of one check.</summary>
public enum CheckOutcome
{
    Ok,
    Fail,

    /// <summary>A narrative that only a person can compare.</summary>
    ForPeople,
}

/// <param name="Got">What was computed, for a failed check also why it could not be.</param>
/// <param name="Note">An open reading that stands behind an ok.</param>
public sealed record CheckResult(string Case, int Number, string Type, CheckOutcome Outcome, string Expected, string Got, string? Note = null);
