using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;

namespace Zhijian.Matters;

/// <summary>What is wrong with a field, told to a person.</summary>
public sealed record FieldError(string Field, Text Says);

/// <summary>Turns what a person typed, or a JSON body, into a command record; the same errors for the page, the API and the command line.</summary>
public static class StepForm
{
    /// <param name="values">Field name → what was typed; several values for lists.</param>
    public static (IDated? Command, IReadOnlyList<FieldError> Errors) Bind(Step step, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var (json, errors) = (new JsonObject(), new List<FieldError>());
        foreach (var unknown in values.Keys.Where(k => step.Fields.All(f => f.Name != k)))
            errors.Add(Unknown(step, unknown));
        foreach (var field in step.Fields)
        {
            var given = values.GetValueOrDefault(field.Name)?.Select(v => v.Trim()).Where(v => v.Length > 0).ToList() ?? [];
            if (given.Count == 0)
            {
                if (field.Required)
                    errors.Add(Missing(field));
                continue;
            }
            var (node, wrong) = Parse(field, given);
            if (wrong is { } says)
                errors.Add(new FieldError(field.Name, says));
            else
                json[field.Name] = node;
        }
        return errors.Count > 0 ? (null, errors) : FromJson(step, json.ToJsonString());
    }

    /// <summary>Reads a JSON body strictly: every unknown, missing or malformed field is an error that names it.</summary>
    public static (IDated? Command, IReadOnlyList<FieldError> Errors) FromJson(Step step, string body) => StepJson.Read(step, body);

    internal static FieldError Unknown(Step step, string name) =>
        new(name, new Text($"“{step.Procedure.Title.Zh}”没有栏目“{name}”", $"“{step.Procedure.Title.En}” has no field “{name}”"));

    internal static FieldError Missing(StepField field) => new(field.Name, new Text($"“{field.Label.Zh}”未填", $"“{field.Label.En}” is empty"));

    private static (JsonNode? Node, Text? Wrong) Parse(StepField field, List<string> given)
    {
        var text = given[0];
        switch (field.Kind)
        {
            case FieldKind.Date:
                return PartialDate.TryParse(text) is { Value.Length: 10 }
                    ? (JsonValue.Create(text), null)
                    : (null, new Text($"“{text}”不是日期，例如 2026-09-28", $"“{text}” is no date, e.g. 2026-09-28"));
            case FieldKind.PartialDate:
                return PartialDate.TryParse(text) is not null
                    ? (JsonValue.Create(text), null)
                    : (null, new Text($"“{text}”不是日期，例如 2026、2026-09 或 2026-09-28", $"“{text}” is no date, e.g. 2026, 2026-09 or 2026-09-28"));
            case FieldKind.Money:
                return decimal.TryParse(text.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && decimal.Round(yuan, 2) == yuan
                    ? (JsonValue.Create(yuan), null)
                    : (null, new Text($"“{text}”不是金额，请填数字，例如 126000 或 126000.50", $"“{text}” is no amount, e.g. 126000 or 126000.50"));
            case FieldKind.Number:
                return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? (JsonValue.Create(number), null)
                    : (null, new Text($"“{text}”不是整数", $"“{text}” is no whole number"));
            case FieldKind.YesNo:
                return text is "true" or "on" or "yes" or "是" ? (JsonValue.Create(true), null)
                    : text is "false" or "off" or "no" or "否" ? (JsonValue.Create(false), null)
                    : (null, new Text($"“{text}”既不是“是”也不是“否”", $"“{text}” is neither yes nor no"));
            case FieldKind.Choice:
                return field.Choices.Any(c => c.Value == text)
                    ? (JsonValue.Create(text), null)
                    : (null, new Text($"“{text}”不在可选项中：{string.Join('、', field.Choices.Select(c => c.Label.Zh))}", $"“{text}” is none of {string.Join(", ", field.Choices.Select(c => c.Value))}"));
            case FieldKind.Persons or FieldKind.Holders or FieldKind.Texts:
                // the names of charges contain 、 (非法制造、销售…); ids do not
                char[] separators = field.Kind == FieldKind.Texts ? [',', '，'] : [',', '，', '、'];
                return (new JsonArray([.. given.SelectMany(g => g.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(g => JsonValue.Create(g))]), null);
            case FieldKind.Structure:
                try
                {
                    return (JsonNode.Parse(text), null);
                }
                catch (JsonException e)
                {
                    return (null, new Text($"“{field.Label.Zh}”须为 JSON：{e.Message}", $"“{field.Label.En}” must be JSON: {e.Message}"));
                }
            default:
                return (JsonValue.Create(text), null);
        }
    }
}
