using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>Reads the JSON body of a step field by field, so that all that is wrong with it is said at once and in the words of the form.</summary>
internal static class StepJson
{
    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, PropertyNameCaseInsensitive = false };

    private static readonly JsonDocumentOptions OneOfEach = new() { AllowDuplicateProperties = false };

    public static (IDated? Command, IReadOnlyList<FieldError> Errors) Read(Step step, string body)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(body, documentOptions: OneOfEach);
        }
        catch (JsonException e)
        {
            return (null, [new FieldError("", new Text($"请求体不是 JSON（第 {(e.LineNumber ?? 0) + 1} 行），或同一栏目出现两次", $"the body is no JSON (line {(e.LineNumber ?? 0) + 1}), or gives a field twice: {JsonErrors.Of(e).En}"))]);
        }
        if (node is not JsonObject json)
            return (null, [new FieldError("", new Text("请求体须为 JSON 对象", "the body must be a JSON object"))]);
        var errors = Errors(step, json);
        return errors.Count > 0 ? (null, errors) : ((IDated)json.Deserialize(step.Command, Strict)!, []);
    }

    private static List<FieldError> Errors(Step step, JsonObject json)
    {
        var errors = new List<FieldError>();
        foreach (var (name, _) in json)
            if (step.Fields.All(f => f.Name != name))
                errors.Add(StepForm.Unknown(step, name));
        var types = step.Command.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();
        foreach (var (field, parameter) in step.Fields.Zip(types))
        {
            var given = json[field.Name];
            if (given is not null)
            {
                if (Unfit(field, given, field.Name) is { } unfit)
                    errors.Add(unfit);
                else if (Wrong(field, parameter, given) is { } wrong)
                    errors.Add(wrong);
            }
            else if (field.Required)
                errors.Add(StepForm.Missing(field));
            else if (json.ContainsKey(field.Name) && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null)
                errors.Add(new FieldError(field.Name, new Text($"“{field.Label.Zh}”不能为 null；不填则删去该栏目", $"“{field.Label.En}” cannot be null; leave the field out")));
        }
        return errors;
    }

    /// <summary>What no field takes: nothing in place of an element of a list, and characters that cannot be stored or shown.</summary>
    private static FieldError? Unfit(StepField field, JsonNode? node, string path) => node switch
    {
        null => new FieldError(path, new Text($"“{field.Label.Zh}”的列表中有 null（{path}）", $"“{field.Label.En}” has a null in its list ({path})")),
        JsonArray list => list.Select((n, i) => Unfit(field, n, $"{path}[{i}]")).FirstOrDefault(e => e is not null),
        JsonObject inner => inner.Where(p => p.Value is not null).Select(p => Unfit(field, p.Value, $"{path}.{p.Key}")).FirstOrDefault(e => e is not null),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && !IsReadable(value) =>
            new FieldError(path, new Text($"“{field.Label.Zh}”含有控制字符", $"“{field.Label.En}” has a control character in it")),
        _ => null,
    };

    private static bool IsReadable(JsonValue value)
    {
        try
        {
            return value.GetValue<string>().All(c => c is '\t' or '\n' or '\r' || !char.IsControl(c));
        }
        catch (InvalidOperationException)
        {
            return false; // half of a surrogate pair
        }
    }

    private static FieldError? Wrong(StepField field, ParameterInfo parameter, JsonNode given)
    {
        try
        {
            given.Deserialize(parameter.ParameterType, Strict);
            return null;
        }
        catch (JsonException e)
        {
            var inside = e.Path?.TrimStart('$') ?? "";
            return new FieldError(field.Name + inside, Says(field, inside, e));
        }
    }

    private static Text Says(StepField field, string inside, JsonException e) => field.Kind switch
    {
        FieldKind.PartialDate =>
            new Text($"“{field.Label.Zh}”须为日期，如 2024、2024-05 或 2024-05-17", $"“{field.Label.En}” must be a date, e.g. 2024, 2024-05 or 2024-05-17"),
        FieldKind.Date => new Text($"“{field.Label.Zh}”须为日期，如 2026-09-28", $"“{field.Label.En}” must be a date, e.g. 2026-09-28"),
        FieldKind.Money => new Text($"“{field.Label.Zh}”须为金额（数字，不小于零，至多两位小数）", $"“{field.Label.En}” must be an amount: a number, not negative, with at most two places"),
        FieldKind.Number => new Text($"“{field.Label.Zh}”须为整数", $"“{field.Label.En}” must be a whole number"),
        FieldKind.YesNo => new Text($"“{field.Label.Zh}”须为 true 或 false", $"“{field.Label.En}” must be true or false"),
        FieldKind.Choice => new Text(
            $"“{field.Label.Zh}”须为以下之一：{string.Join('、', field.Choices.Select(c => $"{c.Value}（{c.Label.Zh}）"))}",
            $"“{field.Label.En}” must be one of {string.Join(", ", field.Choices.Select(c => c.Value))}"),
        FieldKind.Persons or FieldKind.Holders or FieldKind.Texts => new Text($"“{field.Label.Zh}”须为文本数组", $"“{field.Label.En}” must be a list of texts"),
        FieldKind.Structure => new Text($"“{field.Label.Zh}”有误（{field.Name}{inside}）：{JsonErrors.Of(e).Zh}", $"“{field.Label.En}” is wrong at {field.Name}{inside}: {JsonErrors.Of(e).En}"),
        _ => new Text($"“{field.Label.Zh}”须为文本", $"“{field.Label.En}” must be a text"),
    };
}
