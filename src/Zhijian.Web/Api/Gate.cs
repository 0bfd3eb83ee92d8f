using Zhijian.Web.SignIn;

namespace Zhijian.Web.Api;

/// <summary>
/// Before every API answer: somebody is signed in who works here, and a change asked for with a session cookie comes from our own pages
/// (a token is not sent by a browser on its own, so it needs no such proof).
/// </summary>
public sealed class Gate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await http.ActorAsync() is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Unauthenticated;
        }
        if (!HttpMethods.IsGet(http.Request.Method) && !TokenAuthentication.Applies(http) && !IsFromHere(http.Request))
            return Problems.CrossSite;
        return await next(context);
    }

    /// <summary>
    /// A form of another site can send neither JSON nor a header of its own; and a browser says from where it comes. Where it says so
    /// itself (Sec-Fetch-Site) that decides, for behind a proxy our own name may differ from the one in Origin.
    /// </summary>
    private static bool IsFromHere(HttpRequest request)
    {
        if (!request.HasJsonContentType() && request.Headers["X-Requested-With"].Count == 0)
            return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
