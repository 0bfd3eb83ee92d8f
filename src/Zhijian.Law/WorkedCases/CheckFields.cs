using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;

namespace Zhijian.Law.WorkedCases;

/// <summary>A field of a check or of its facts is missing or of another kind than expected.</summary>
internal sealed class CheckFieldException(string says) : Exception(says);

/// <summary>Typed access to the fields of a check; a check may leave a field to the facts of its case.</summary>
internal static class CheckFields
{
    public static string Text(this JsonObject o, string field) => o.FindText(field) ?? throw new CheckFieldException($"“{field}” is required");

    public static string? FindText(this JsonObject o, string field) => o[field] is JsonValue v ? v.TryGetValue<string>(out var s) ? s : v.ToJsonString() : null;

    public static decimal Number(this JsonObject o, string field) => o.FindNumber(field) ?? throw new CheckFieldException($"“{field}” is required: a number");

    /// <summary>A number, also where it is written as text; null where it is absent or null.</summary>
    public static decimal? FindNumber(this JsonObject o, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (AsNumber(o[field]) is { } n)
                return n;
        return null;
    }

    public static decimal? AsNumber(JsonNode? node) => node is not JsonValue v ? null
        : v.GetValueKind() == JsonValueKind.Number ? v.GetValue<decimal>()
        : v.TryGetValue<string>(out var s) && decimal.TryParse(s, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n
        : null;

    public static bool? FindBool(this JsonObject o, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (o[field] is JsonValue v && v.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                return o[field]!.GetValue<bool>();
        return null;
    }

    public static DateOnly Day(this JsonObject o, params ReadOnlySpan<string> fields) =>
        o.FindDay(fields) ?? throw new CheckFieldException($"“{fields[0]}” is required: a day, yyyy-MM-dd");

    public static DateOnly? FindDay(this JsonObject o, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (o.FindText(field) is { } text && AsDay(text, late: false) is { } day)
                return day;
        return null;
    }

    /// <summary>The first or last day that a date, a month or a year may mean; a day with an hour is that day.</summary>
    public static DateOnly? AsDay(string text, bool late)
    {
        text = text.Trim();
        if (text.Length > 10 && text[10] == 'T')
            text = text[..10];
        return PartialDate.TryParse(text) is { IsKnown: true } date ? late ? date.Latest : date.Earliest : null;
    }

    public static JsonObject Object(this JsonObject o, string field) => o[field] as JsonObject ?? throw new CheckFieldException($"“{field}” is required: an object");

    public static IEnumerable<JsonObject> Objects(this JsonObject o, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (o[field] is JsonArray list)
                return list.OfType<JsonObject>();
        return [];
    }

    /// <summary>The check's own fields over those of the facts.</summary>
    public static JsonObject Over(this JsonObject check, JsonObject facts)
    {
        var merged = new JsonObject();
        foreach (var (key, value) in facts.Concat(check))
            merged[key] = value?.DeepClone();
        return merged;
    }
}
