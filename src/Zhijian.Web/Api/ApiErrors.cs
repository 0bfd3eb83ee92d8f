namespace Zhijian.Web.Api;

/// <summary>Gives every error under /api its problem details, also those that routing and the server itself raise: never a page, never a trace.</summary>
public sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = e is BadHttpRequestException bad ? bad.StatusCode : 500;
            if (context.Response.StatusCode >= 500)
                logger.LogError(e, "{Method} {Path}", context.Request.Method, context.Request.Path);
        }
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            await Problems.OfStatus(context.Response.StatusCode).ExecuteAsync(context);
    }
}
