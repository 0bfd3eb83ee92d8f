using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>The JSON API over the same steps as the pages.</summary>
public static class MatterApi
{
    public static IServiceCollection AddMatterApi(this IServiceCollection services)
    {
        // the schemas of the description follow these; answers are written with Json.Options themselves
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = Json.Options.Encoder;
            o.SerializerOptions.NumberHandling = Json.Options.NumberHandling;
            o.SerializerOptions.RespectNullableAnnotations = Json.Options.RespectNullableAnnotations;
            o.SerializerOptions.RespectRequiredConstructorParameters = Json.Options.RespectRequiredConstructorParameters;
            foreach (var converter in Json.Options.Converters)
                o.SerializerOptions.Converters.Add(converter);
        });
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            LawTerms.Limit(o);
        });
        return services.AddOpenApi(ApiDescription.Configure);
    }

    public static void MapMatterApi(this WebApplication app, Platform platform)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api").AddEndpointFilter<Gate>();
        Steps.Map(api, platform.Runner.Steps);
        AttachedFiles.Map(api, platform.Runner.Steps);
        UploadApi.Map(api, platform.Runner.Steps);
        EvidenceApi.Map(api);
        ReaderApi.Map(api);
        Reading.Map(api);
        Papers.Map(api);
        CompareApi.Map(api);
        Lists.Map(api);
        SearchApi.Map(api);
        Me.Map(api);
        DelegationApi.Map(api);
        ClueApi.Map(api);
        ModelApi.Map(api);
        SetApi.Map(api);
        SetUploads.Map(api);
        MarkApi.Map(api);
        DossierApi.Map(api);
        PartyApi.Map(api);
        Log.Map(api);
        LawTerms.Map(app.MapGroup("/api/law").AllowAnonymous());
        LawApi.Map(app);
    }
}
