using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>
/// An answer that says no, as problem details (RFC 9457). <see cref="Type"/> is what a program reads; the title is for the person, in the
/// language of the request.
/// </summary>
public sealed class Problem(int status, string type, Text title, Text? detail = null) : IResult
{
    public const string MediaType = "application/problem+json";

    public int Status => status;

    public string Type => "urn:zhijian:" + type;

    /// <summary>Members beside those of the standard.</summary>
    public JsonObject More { get; init; } = [];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var language = ApiLanguage.Of(httpContext.Request);
        var body = new JsonObject { ["type"] = Type, ["title"] = title.In(language), ["status"] = status };
        if (detail is { } words)
            body["detail"] = words.In(language);
        foreach (var (name, value) in More)
            body[name] = value?.DeepClone();
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = MediaType;
        return httpContext.Response.WriteAsync(body.ToJsonString(Json.Options), httpContext.RequestAborted);
    }
}

/// <summary>The language of an API answer: <c>?lang=</c>, else <c>Accept-Language</c>, else Chinese.</summary>
public static class ApiLanguage
{
    public static Language Of(HttpRequest request) => request.Query["lang"].ToString() switch
    {
        "en" => Language.English,
        "zh" => Language.Chinese,
        _ => request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(Known).FirstOrDefault(l => l is not null) ?? Language.Chinese,
    };

    private static Language? Known(Microsoft.Net.Http.Headers.StringWithQualityHeaderValue asked) =>
        asked.Quality == 0 ? null
        : asked.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : asked.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese
        : null;
}
