using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Api;

/// <summary>The schemas that the serializer cannot tell by itself: amounts, partial dates, and what the labels of the forms say.</summary>
internal static class ApiSchemas
{
    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = plain != type ? JsonSchemaType.Null : default;
        if (plain == typeof(Money))
            (schema.Type, schema.Minimum, schema.MultipleOf, schema.Description) = (JsonSchemaType.Number | isNullable, "0", 0.01m, "人民币元，至多两位小数 · yuan, at most two places");
        else if (plain == typeof(PartialDate))
            (schema.Type, schema.Pattern, schema.Description) = (
                JsonSchemaType.String | isNullable, "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$", "2024、2024-05 或 2024-05-17；空为未知 · year, month or day; empty where unknown");
        else if (plain.IsEnum)
            (schema.Type, schema.Description) = (JsonSchemaType.String | isNullable, WordsOf(plain));
        if (schema.Description is null && context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(LabelAttribute), false) is [LabelAttribute label])
            schema.Description = $"{label.Text.Zh} · {label.Text.En}";
        if (context.JsonPropertyInfo is null && typeof(IDated).IsAssignableFrom(type))
            schema.AdditionalPropertiesAllowed = false;
        return Task.CompletedTask;
    }

    /// <summary>The labels of the form at the fields of a step, also where the field only refers to the schema of its words.</summary>
    public static void Label(OpenApiDocument document, Step step)
    {
        if (document.Components?.Schemas?.TryGetValue(step.Command.Name, out var schema) != true || schema?.Properties is not { } properties)
            return;
        foreach (var field in step.Fields)
            properties[field.Name].Description =
                $"{field.Label.Zh} · {field.Label.En}" + (field.Hint is { } hint ? $"。{hint.Zh} · {hint.En}" : "");
    }

    private static string? WordsOf(Type type)
    {
        var words = type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsDefined(typeof(LabelAttribute)))
            .Select(f => (Word: Words.Kebab(f.Name), f.GetCustomAttribute<LabelAttribute>()!.Text))
            .Select(w => $"{w.Word} {w.Text.Zh} / {w.Text.En}").ToList();
        return words.Count == 0 ? null : string.Join("；", words);
    }

    public static OpenApiSchema Upload => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "PDF、PNG、JPEG、DOCX、XLSX 或文本，至多 50 MB · at most 50 MB" },
            ["on"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = "收到日期；默认今天 · received on; by default today" },
        },
    };

    public static OpenApiSchema Problem => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457。type 为 urn:zhijian:…；拒绝为 urn:zhijian:refusal:<code> · the type tells a program why; a refusal has the code in it",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("urn:zhijian:refusal:third-return"),
            ["title"] = Text("一句话，按所选语言 · one sentence in the language of the request"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("怎样可以办成 · what would make it pass"),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "栏目 → 错误；空名为整个请求体 · field → what is wrong; the empty name is the body as a whole",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["code"] = Text("拒绝的代码 · the code of the refusal"),
            ["says"] = Both("拒绝的理由 · the refusal in both languages"),
            ["basis"] = OrNull("法律依据 · the article; null where only the record says no"),
            ["basisStatus"] = OrNull("依据的核对状态 · how far the text was verified"),
            ["remedy"] = Both("怎样可以办成 · what would make it pass"),
            ["field"] = OrNull("有误的栏目 · the field at fault"),
            ["neededRoles"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "可以办理的角色 · roles that may" },
            ["changedBy"] = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["id"] = Text(null), ["name"] = Text(null) }, Description = "改动的人 · who changed it" },
            ["changedAt"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            ["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "现在的版本 · the present version" },
            ["header"] = Text("有误的标头 · the header at fault"),
            ["limit"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "字节上限 · most bytes" },
        },
    };

    private static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema OrNull(string description) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };

    private static OpenApiSchema Both(string description) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["zh"] = Text(null), ["en"] = Text(null) },
    };
}
