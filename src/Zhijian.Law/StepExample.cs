using System.Text.Json.Nodes;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>A worked example of a step (data/procedures/README.md): what went before, what was entered, and what came of it. The tests play it.</summary>
/// <param name="After">What went before; the first with all that went before it, the others by themselves.</param>
/// <param name="Fields">All fields that are entered, as the API takes them.</param>
/// <param name="ByColleague">Somebody else takes the step than took the earlier ones.</param>
/// <param name="Stage">Where the proceeding, or the persons, stand afterwards; null = not compared.</param>
/// <param name="Opens">Duties that it opens and their last days; only those named are compared.</param>
/// <param name="Refused">Code of the refusal; null where the step is taken.</param>
public sealed record StepExample(
    Text Says, IReadOnlyList<EarlierStep> After, JsonObject Fields, bool ByColleague, string? Stage, IReadOnlyDictionary<string, DateOnly> Opens, string? Refused, string Source)
{
    private const string Registration = "register-matter";

    internal static IReadOnlyList<StepExample> Read(DataNode procedure, string step)
    {
        var examples = new List<StepExample>();
        foreach (var node in procedure.Items("examples"))
            examples.Add(Read(node, step, examples.Count > 0 ? examples[0] : null));
        return examples is not [{ Refused: null }, ..] ? throw procedure.Error("“examples” is required; the first is one that passes") : examples;
    }

    private static StepExample Read(DataNode node, string step, StepExample? first)
    {
        var by = node.FindString("by");
        if (by is not (null or "colleague"))
            throw node.Get("by").Error($"“{by}” is not colleague");
        var changed = node.Find("fields")?.ToJson() as JsonObject ?? (first is null ? throw node.Error("“fields” is required in the first example") : []);
        var example = new StepExample(
            node.Text("says"),
            node.Find("after") is null && first is not null ? first.After : ReadAfter(node),
            first is null ? changed : Changed(first.Fields, changed),
            by is not null,
            node.FindString("stage"),
            node.Find("opens")?.Pairs().ToDictionary(p => p.Key, p => p.Value.Date(), StringComparer.Ordinal) ?? [],
            node.FindString("refused"),
            node.Source);
        if (example.Refused is not null && (example.Stage is not null || example.Opens.Count > 0))
            throw node.Error("what is refused leads to no stage and opens no duty");
        if (step == Registration && example.After.Count > 0)
            throw node.Error("nothing goes before the registration");
        node.Done();
        return example;
    }

    private static List<EarlierStep> ReadAfter(DataNode node) => node.Find("after") is not { } after ? []
        : after.ToJson() switch
        {
            JsonArray list => [.. list.Select(i => Earlier(i, after))],
            var one => [Earlier(one, after)],
        };

    private static EarlierStep Earlier(JsonNode? node, DataNode at) => node switch
    {
        JsonValue name => new EarlierStep(name.ToString(), []),
        JsonObject { Count: 1 } one when one.First() is { Value: JsonObject changed } pair => new EarlierStep(pair.Key, changed.DeepClone().AsObject()),
        _ => throw at.Error("“after” names steps, each with the fields that differ: [accept-transfer, {prosecute: {on: 2025-08-01}}]"),
    };

    /// <summary>The fields with some of them replaced; null takes one away.</summary>
    public static JsonObject Changed(JsonObject fields, JsonObject changed)
    {
        var result = fields.DeepClone().AsObject();
        foreach (var (name, value) in changed)
            if (value is null)
                result.Remove(name);
            else
                result[name] = value.DeepClone();
        return result;
    }

    /// <summary>All that went before, from the registration on, each with its fields. Pure.</summary>
    public IReadOnlyList<(string Step, JsonObject Fields)> Path(IReadOnlyDictionary<string, Procedure> procedures, string step) => Path(procedures, step, 0);

    private List<(string Step, JsonObject Fields)> Path(IReadOnlyDictionary<string, Procedure> procedures, string step, int depth)
    {
        if (depth > procedures.Count)
            throw new InvalidOperationException($"{Source}: “after” leads back to where it began");
        if (After.Count == 0)
            return step == Registration ? [] : [(Registration, procedures[Registration].Examples[0].Fields)];
        var first = procedures[After[0].Step].Examples[0];
        return [.. first.Path(procedures, After[0].Step, depth + 1), .. After.Select(a => (a.Step, Changed(procedures[a.Step].Examples[0].Fields, a.Changed)))];
    }
}

/// <summary>An earlier step of an example: that step's first example, with some fields changed.</summary>
public sealed record EarlierStep(string Step, JsonObject Changed);
