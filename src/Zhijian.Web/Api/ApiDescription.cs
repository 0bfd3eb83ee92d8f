using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Api;

/// <summary>A parameter of a list, for the description of the API.</summary>
public sealed record QueryParameter(string Name, Type Type, string Zh, string En);

/// <summary>Describes the API (OpenAPI 3.1) from what it is made of: the procedures, the command records and their labels.</summary>
internal static class ApiDescription
{
    private const string Session = "session";
    private const string Token = "token";
    private const string Version = "看到的版本，如 \"3\"；期间有人改动则答 412 · the version that you saw; 412 when somebody came in between";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(Document);
        options.AddOperationTransformer(OperationAsync);
        options.AddSchemaTransformer(ApiSchemas.TransformAsync);
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "知检 Zhijian",
            Version = typeof(ApiDescription).Assembly.GetName().Version!.ToString(3),
            Description =
                "知识产权检察办案与监督平台的接口。每一步与网页、命令行相同。\n\nThe API of the case-handling platform of IP procuratorates; each step is the same as on the pages and the command line.\n\n"
                + "程序使用令牌（Authorization: Bearer zj_…）；网页会话的写请求须为本站发出的 JSON。Programs use a token; with a session, changes must be JSON from our own pages.\n\n"
                + "没有的案件和不得知悉的案件，答复相同。A matter that does not exist and one that you may not know have the same answer.",
        };
        document.Components ??= new OpenApiComponents();
        document.AddComponent<IOpenApiSecurityScheme>(Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "zj-session", Description = "登录后的会话 · the session after signing in",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "zj_…", Description = "个人访问令牌 · a personal access token",
        });
        document.AddComponent<IOpenApiSchema>("Problem", ApiSchemas.Problem);
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] },
        ];
        foreach (var step in context.ApplicationServices.GetRequiredService<Platform>().Runner.Steps.All)
            ApiSchemas.Label(document, step);
        return Task.CompletedTask;
    }

    private static async Task OperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var p in metadata.OfType<QueryParameter>())
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = p.Name, In = ParameterLocation.Query, Description = $"{p.Zh} · {p.En}", Schema = await context.GetOrCreateSchemaAsync(p.Type, cancellationToken: ct),
            });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "lang", In = ParameterLocation.Query, Description = "zh 或 en；否则按 Accept-Language · zh or en; else by Accept-Language",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["zh", "en"] },
        });
        var step = metadata.OfType<Step>().FirstOrDefault();
        if (step is not null)
            Describe(operation, step, context);
        var act = metadata.OfType<ClueActKind>().FirstOrDefault();
        if (act is not null)
            Describe(operation, act);
        var isPublic = metadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any();
        if (isPublic)
            operation.Security = [];
        int[] no = isPublic ? operation.RequestBody is null ? [400, 404] : [400, 413, 415, 429] : step is null && act is null ? [400, 401, 404] : step?.Name == Steps.Register ? [400, 401, 403, 413, 415, 422] : [400, 401, 403, 404, 409, 412, 413, 415, 422];
        foreach (var status in no)
            operation.Responses![$"{status}"] = new OpenApiResponse
            {
                Description = WhyNot(status),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
                },
            };
    }

    private static void Describe(OpenApiOperation operation, Step step, OpenApiOperationTransformerContext context)
    {
        var p = step.Procedure;
        var isUpload = step.Command == typeof(AttachDocument);
        operation.OperationId = isUpload && context.Description.RelativePath!.EndsWith("/attachments", StringComparison.Ordinal) ? "upload-attachment" : step.Name;
        operation.Summary = $"{p.Title.Zh} · {p.Title.En}";
        operation.Tags = new HashSet<OpenApiTagReference> { new(p.Track is { } track ? Words.Kebab(track) : "matter", context.Document) };
        operation.Description = Lines(
            ("依据 Legal basis", p.Reference is { } r ? r.Article + (r.Status == RefStatus.Verified ? "" : $" [{Words.Kebab(r.Status)}]") : ""),
            ("角色 Roles", string.Join(", ", p.Who.Select(Words.Kebab))),
            ("阶段 From", string.Join(", ", p.From)),
            ("进入 To", string.Join(", ", p.To)),
            ("文书 Documents", string.Join('、', p.Documents)),
            ("产生的义务 Duties opened", string.Join(", ", p.Opens)),
            ("不符时 Otherwise", $"{p.Remedy.Zh} / {p.Remedy.En}"));
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions["x-legal-basis"] = new JsonNodeExtension(JsonValue.Create(p.Reference?.Article ?? ""));
        operation.Extensions["x-roles"] = Roles(p.Who);
        if (step.Name != Steps.Register)
            operation.Parameters!.Add(Header("If-Match", Version));
        operation.Parameters!.Add(Header("Idempotency-Key", "同一请求重发只记一次 · the same request sent again is recorded once"));
        if (isUpload)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["multipart/form-data"] = new() { Schema = ApiSchemas.Upload } } };
        else
            operation.RequestBody!.Content!["application/json"].Example = step.Procedure.Examples[0].Fields.DeepClone();
    }

    private static void Describe(OpenApiOperation operation, ClueActKind act)
    {
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions["x-roles"] = Roles(act.Who);
        operation.Parameters!.Add(Header("If-Match", Version));
    }

    private static JsonNodeExtension Roles(IEnumerable<Role> who) => new(new JsonArray([.. who.Select(w => JsonValue.Create(Words.Kebab(w)))]));

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static string Lines(params IEnumerable<(string Name, string Value)> lines) =>
        string.Join("\n", lines.Where(l => l.Value.Length > 0).Select(l => $"- {l.Name}: {l.Value}"));

    private static string WhyNot(int status) => status switch
    {
        400 => "栏目、参数或标头有误 · a field, parameter or header is wrong",
        401 => "未登录 · not signed in",
        403 => "角色不符，或请求来自其他网站 · your roles do not allow it, or the request comes from another site",
        404 => "没有，或不得知悉 · not there, or not for you to know",
        409 => "期间有人改动 · somebody came in between",
        412 => "版本不符 · the version is another one",
        413 => "请求体过大 · the body is too large",
        429 => "同时的请求过多 · too many requests at once",
        415 => "Content-Type 不符 · the content type is another one",
        _ => "依法或依记录不能办理 · refused, with the article and what would make it pass",
    };
}
