using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// The JSON schema of a facts record, made from the records themselves: what each field means in both languages, and the words that it
/// takes with their titles. Whatever passes it may still be refused where one field must fit another.
/// </summary>
public static class FactsSchema
{
    public static JsonObject Of(LawBook law)
    {
        var schema = FactsFile.Options.GetJsonSchemaAsNode(typeof(CaseFacts), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Describe(law, context, node),
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "案件事实 · Facts of a case");
        schema.Insert(2, "description", "没有的栏目就是未知；没有、为零须写明 · what is absent is unknown; none and zero must be said");
        return schema;
    }

    private static JsonNode Describe(LawBook law, JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema || context.PropertyInfo is not { } property)
            return node;
        var label = (property.AttributeProvider?.GetCustomAttributes(typeof(LabelAttribute), false) is [LabelAttribute own, ..] ? own : null)
            ?? (property.AssociatedParameter?.AttributeProvider as ParameterInfo)?.GetCustomAttribute<LabelAttribute>();
        if (label is not null)
            schema["description"] = $"{label.Text.Zh} · {label.Text.En}" + (label.HintZh is null ? "" : $"。{label.HintZh} · {label.HintEn}");
        if (WordsOf(law, property.DeclaringType, property.Name) is { Count: > 0 } words)
            OnlyWords(schema, words);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum && type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.Name, f.GetCustomAttribute<LabelAttribute>()?.Text)).ToList() is var named && named.TrueForAll(n => n.Text is not null))
            Append(schema, named.Select(n => (Words.Kebab(n.Name), n.Text!.Value)));
        return schema;
    }

    /// <summary>The closed list of words of a field, with their titles.</summary>
    private static List<(string Word, Text Title)> WordsOf(LawBook law, Type owner, string field) => (owner.Name, field) switch
    {
        (nameof(StatedAmount), "metric") => [.. law.Vocabulary.Standards.Metrics.Values.Select(m => (m.Id, new Text(m.Title.Zh + Unit(m).Zh, m.Title.En + Unit(m).En)))],
        (nameof(ActFacts), "object") => [.. law.Vocabulary.Standards.Objects.Select(o => (o.Key, o.Value))],
        (nameof(ActFacts), "charges") => [.. law.Charges.Values.Select(c => (c.Id, c.Title))],
        _ => [],
    };

    private static Text Unit(Metric m) => m.Unit switch
    {
        MetricUnit.Yuan => new Text("（元）", " (yuan)"),
        MetricUnit.Flag => new Text("（1 或者 0）", " (1 or 0)"),
        _ => new Text($"（{m.Of}）", " (count)"),
    };

    private static void OnlyWords(JsonObject schema, List<(string Word, Text Title)> words)
    {
        var target = schema["items"] as JsonObject ?? schema;
        var allowed = new JsonArray([.. words.Select(w => JsonValue.Create(w.Word))]);
        if (target["type"] is JsonArray types && types.Any(t => (string?)t == "null"))
            allowed.Add(null);
        target["enum"] = allowed;
        Append(schema, words);
    }

    private static void Append(JsonObject schema, IEnumerable<(string Word, Text Title)> words) =>
        schema["description"] = $"{(string?)schema["description"]}。{string.Join("；", words.Select(w => $"{w.Word} {w.Title.Zh} / {w.Title.En}"))}";
}
