using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Pages.Matters;

/// <summary>
/// The form of the facts as typed: every control is named by the path of its fact (sold[0].price), so that errors find it. What is empty is
/// unknown; “none” is ticked. Pure.
/// </summary>
public sealed class FactsForm
{
    private readonly Dictionary<string, string> _values;

    private FactsForm(Dictionary<string, string> values) => _values = values;

    public string this[string path] => _values.GetValueOrDefault(path, "");

    /// <summary>Errors by path; the empty path is the form as a whole.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public IEnumerable<Text> ErrorsAt(string path) => Errors.Where(e => e.Field == path).Select(e => e.Says);

    /// <summary>Rows to show: the filled ones and a few empty ones, more where they were asked for.</summary>
    public int RowsOf(FactLines lines, string? more) => Filled(_values, lines).Count + (more == lines.Name ? 4 : Filled(_values, lines).Count == 0 ? 2 : 1);

    public static FactsForm Of(EstablishedFacts? facts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (facts is not null)
            Flatten(JsonSerializer.SerializeToNode(facts, Json.Options), "");
        return new FactsForm(values);

        void Flatten(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonArray { Count: 0 } when path != "amounts":
                    values[$"{path}.none"] = "true";
                    break;
                case JsonArray list when list.All(n => n is JsonValue): // articles in one cell
                    values[path] = string.Join(", ", list.Select(n => n!.ToString()));
                    break;
                case JsonArray list:
                    for (var i = 0; i < list.Count; i++)
                        Flatten(list[i], $"{path}[{i}]");
                    break;
                case JsonObject inner:
                    foreach (var (name, value) in inner)
                        Flatten(value, path.Length == 0 ? name : $"{path}.{name}");
                    break;
                case JsonValue value:
                    values[path] = value.ToString();
                    break;
            }
        }
    }

    /// <summary>What was typed, with the empty rows taken out, and the facts that it makes when nothing is wrong.</summary>
    public static (FactsForm Form, EstablishedFacts? Facts) Read(IEnumerable<KeyValuePair<string, string>> typed, FactFields fields)
    {
        var values = Close(typed.Where(v => v.Value.Trim().Length > 0).ToDictionary(v => v.Key, v => v.Value.Trim(), StringComparer.Ordinal), fields);
        var (errors, json) = (new List<FieldError>(), new JsonObject());
        foreach (var field in fields.Single)
            if (values.TryGetValue(field.Name, out var text) && Parse(field, field.Name, text, errors) is { } node)
                Set(json, field.Name, node);
        foreach (var lines in fields.Lines)
            if (ReadLines(lines, values, errors) is { } rows)
                json[lines.Name] = rows;
        foreach (var name in fields.Sourced)
            if (values.TryGetValue($"sources.{name}", out var source))
                Set(json, $"sources.{name}", source);
        // a source without an answer is kept: it says where to look
        foreach (var id in fields.Elements.Select(e => e.Id))
            if (values.GetValueOrDefault($"elements.{id}.answer") is { } answer || values.ContainsKey($"elements.{id}.source"))
                Set(json, "elements." + id, new JsonObject { ["answer"] = values.GetValueOrDefault($"elements.{id}.answer") ?? "unknown", ["source"] = values.GetValueOrDefault($"elements.{id}.source") });
        if (json["loss"] is JsonObject loss && !loss.ContainsKey("case"))
            errors.Add(Missing("loss.case", new Text("取得和使用的方式", "how it was acquired and used")));
        EstablishedFacts? facts = null;
        if (errors.Count == 0)
        {
            try
            {
                facts = json.Deserialize<EstablishedFacts>(Json.Options);
            }
            catch (JsonException e)
            {
                errors.Add(new FieldError((e.Path ?? "").TrimStart('$').TrimStart('.'), Law.JsonErrors.Of(e)));
            }
        }
        return (new FactsForm(values) { Errors = errors }, facts);
    }

    public FactsForm With(IReadOnlyList<FieldError> errors) => new(_values) { Errors = errors };

    private static JsonArray? ReadLines(FactLines lines, Dictionary<string, string> values, List<FieldError> errors)
    {
        var filled = Filled(values, lines);
        if (values.ContainsKey($"{lines.Name}.none"))
        {
            if (filled.Count > 0)
                errors.Add(new FieldError($"{lines.Name}.none", new Text($"“{lines.Title.Zh}”勾了“没有”，又填了行", $"“{lines.Title.En}” is ticked as none and has rows")));
            return [];
        }
        if (filled.Count == 0)
            return null;
        var rows = new JsonArray();
        foreach (var i in filled)
        {
            var row = new JsonObject();
            foreach (var column in lines.Columns)
            {
                var path = $"{lines.Name}[{i}].{column.Name}";
                if (!values.TryGetValue(path, out var text))
                {
                    if (column.Required)
                        errors.Add(Missing(path, column.Label));
                }
                else if (Parse(column, path, text, errors) is { } node)
                    row[column.Name] = node;
            }
            rows.Add(row);
        }
        return rows;
    }

    private static FieldError Missing(string path, Text label) => new(path, new Text($"“{label.Zh}”未填", $"“{label.En}” is empty"));

    private static JsonNode? Parse(FactField field, string path, string text, List<FieldError> errors)
    {
        switch (field.Kind)
        {
            case FactKind.Day when PartialDate.TryParse(text)?.Day is not null:
            case FactKind.Choice when field.Options.Any(o => o.Value == text):
            case FactKind.Text:
                return text;
            case FactKind.YesNo when text is "true" or "false":
                return text == "true";
            case FactKind.Articles:
                return new JsonArray([.. text.Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries).Select(a => JsonValue.Create(a))]);
            case FactKind.Count when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                return count;
            case FactKind.Number when decimal.TryParse(text.Replace(",", "").Replace("，", ""), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return number;
        }
        errors.Add(new FieldError(path, field.Kind switch
        {
            FactKind.Day => new Text($"“{text}”不是日期，例如 2026-09-28", $"“{text}” is no date, e.g. 2026-09-28"),
            FactKind.Count => new Text($"“{text}”不是整数", $"“{text}” is no whole number"),
            FactKind.Number => new Text($"“{text}”不是数字，例如 126000.50", $"“{text}” is no number, e.g. 126000.50"),
            _ => new Text($"“{text}”不在可选项中", $"“{text}” is not among the choices"),
        }));
        return null;
    }

    private static void Set(JsonObject json, string path, JsonNode node)
    {
        if (path.Split('.', 2) is [var outer, var inner])
            (json[outer] ??= new JsonObject()).AsObject()[inner] = node;
        else
            json[path] = node;
    }

    /// <summary>Numbers of the rows in which something was typed; what a choice says by itself does not count.</summary>
    private static List<int> Filled(Dictionary<string, string> values, FactLines lines) =>
        [.. Enumerable.Range(0, FactFields.MostRows).Where(i => lines.Columns.Any(c => values.TryGetValue($"{lines.Name}[{i}].{c.Name}", out var v) && v != c.Default))];

    /// <summary>Moves the filled rows together, so that the numbers of rows are those of the facts.</summary>
    private static Dictionary<string, string> Close(Dictionary<string, string> values, FactFields fields)
    {
        var closed = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var lines in fields.Lines)
        {
            var filled = Filled(values, lines);
            foreach (var key in closed.Keys.Where(k => k.StartsWith($"{lines.Name}[", StringComparison.Ordinal)).ToList())
                closed.Remove(key);
            for (var to = 0; to < filled.Count; to++)
                foreach (var column in lines.Columns)
                    if (values.TryGetValue($"{lines.Name}[{filled[to]}].{column.Name}", out var value))
                        closed[$"{lines.Name}[{to}].{column.Name}"] = value;
        }
        return closed;
    }
}
