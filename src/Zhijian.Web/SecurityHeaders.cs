namespace Zhijian.Web;

/// <summary>Headers of every answer: nothing from elsewhere runs in our pages, and no page of ours is kept in a shared cache or framed.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // when the answer starts: the handler of exceptions clears what was set before
        context.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        var asked = context.Request.Query["lang"].ToString();
        if (asked is "en" or "zh" && !IsApi(context.Request.Path))
            context.Response.Cookies.Append(Ui.Cookie, asked, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400) });
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!IsAsset(context.Request.Path))
            headers.CacheControl = "no-store";
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api");

    private static bool IsAsset(PathString path) =>
        !IsApi(path) && path.Value is { } p && (p.EndsWith(".css", StringComparison.Ordinal) || p.EndsWith(".js", StringComparison.Ordinal));
}
