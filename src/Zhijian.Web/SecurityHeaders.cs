namespace Zhijian.Web;

/// <summary>Headers of every answer: nothing from elsewhere runs in our pages, and no page of ours is kept in a shared cache or framed.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // the language is read at once: an error page is made later, under another address
    public Task InvokeAsync(HttpContext context, Ui ui)
    {
        var path = context.Request.Path;
        // at the last moment: the error handler clears what was set before
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (!IsAsset(path))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        if (ui.WasAsked && !IsApi(path))
            context.Response.Cookies.Append(Ui.Cookie, ui.IsEnglish ? "en" : "zh", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400) });
        return next(context);
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api");

    private static bool IsAsset(PathString path) => !IsApi(path) && path.Value is { } p && (p.EndsWith(".css", StringComparison.Ordinal) || p.EndsWith(".js", StringComparison.Ordinal) || p.EndsWith(".svg", StringComparison.Ordinal));
}
