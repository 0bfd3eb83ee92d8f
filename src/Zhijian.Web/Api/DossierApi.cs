using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Dossiers;

namespace Zhijian.Web.Api;

/// <summary>Who was found, and what the data of the unit are; rows is null for a set that was not imported.</summary>
public sealed record DossierList(IReadOnlyList<DossierSubject> Found, IReadOnlyList<DossierSource> Sources);

/// <summary>Dossiers of plaintiffs and applicants over what the unit imported.</summary>
internal static class DossierApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/dossiers", FindAsync).Produces<DossierList>().WithName("find-dossiers").WithSummary("查原告和申请人 · Find plaintiffs and applicants").WithTags("sets")
            .WithMetadata(
                new QueryParameter("q", typeof(string), "名称中的文字或者代码；不填为起诉最多的", "part of the name, or the code; without it those with most suits"),
                new QueryParameter("limit", typeof(int), "1 至 500，默认 50", "1 to 500, by default 50"));
        api.MapGet("/dossiers/of", OneAsync).Produces<Dossier>().WithName("get-dossier").WithSummary("一个原告或者申请人的档案 · The dossier of one").WithTags("sets")
            .WithMetadata(
                new QueryParameter("key", typeof(string), "代码，没有的用名称", "the code, else the name"),
                new QueryParameter("also", typeof(string), "合并查看的其他写法，可以多次", "another writing that is read together with it; may be given again"));
    }

    private static async Task<IResult> FindAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (actor.Roles.All(r => r == Role.Administrator))
            return Problems.NotFound;
        var query = new QueryReader(http.Request);
        var (text, limit) = (query.Text("q") ?? "", query.Number("limit", 50, 1, 500));
        if (query.Problem(http) is { } problem)
            return problem;
        var (found, sources, refusal) = await platform.Supervision.Dossiers.FindAsync(actor, text, limit, http.RequestAborted);
        return refusal is not null ? Problems.Refused(refusal) : Results.Json(new DossierList(found, sources), Json.Options);
    }

    private static async Task<IResult> OneAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        var query = new QueryReader(http.Request);
        var (key, also) = (query.Text("key"), query.Texts("also"));
        if (query.Problem(http) is { } problem)
            return problem;
        if (key is null)
            return Problems.Fields(http, [new Matters.FieldError("key", new Text("缺少 key：代码，没有的用名称", "key is missing: the code, else the name"))]);
        return actor.Roles.Any(r => r != Role.Administrator) && await platform.Supervision.Dossiers.OfAsync(actor, key, also, http.RequestAborted) is { } dossier
            ? Results.Json(dossier, Json.Options)
            : Problems.NotFound;
    }
}
