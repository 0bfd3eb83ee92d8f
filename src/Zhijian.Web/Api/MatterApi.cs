namespace Zhijian.Web.Api;

/// <summary>The JSON API over the same steps as the pages.</summary>
public static class MatterApi
{
    public static IServiceCollection AddMatterApi(this IServiceCollection services) => services.AddOpenApi();

    public static void MapMatterApi(this WebApplication app, Platform platform)
    {
        app.MapOpenApi().AllowAnonymous();
        _ = platform;
    }
}
