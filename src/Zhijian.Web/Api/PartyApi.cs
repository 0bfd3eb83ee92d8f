using Zhijian.Matters.Parties;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>A party that another office has, too, and whom to call; nothing else is said of it.</summary>
public sealed record ElsewhereView(MatterParty Own, OfficeToCall Office);

/// <summary>The parties of a matter in other matters.</summary>
public sealed record SamePartiesView(IReadOnlyList<SameParty> Seen, IReadOnlyList<ElsewhereView> Elsewhere, bool LeftOut)
{
    public static async Task<SamePartiesView> OfAsync(Platform platform, PartyAnswer answer, CancellationToken ct)
    {
        var offices = await OfficeToCall.OfAsync(platform, answer.Elsewhere.Select(e => e.OfficePath), ct);
        return new SamePartiesView(answer.Seen, [.. answer.Elsewhere.Select(e => new ElsewhereView(e.Own, offices[e.OfficePath]))], answer.LeftOut);
    }
}

/// <summary>The parties, brands and web addresses of a matter in other matters.</summary>
internal static class PartyApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/matters/{id}/same", FindAsync).Produces<SamePartiesView>()
        .WithName("same-parties").WithSummary("其他案件中的同一主体 · The same parties in other matters").WithTags("matter");

    private static async Task<IResult> FindAsync(string id, HttpContext http, Platform platform) =>
        await Reading.FindAsync(id, http, platform) is { } matter
            ? Results.Json(await SamePartiesView.OfAsync(platform, await platform.Parties.FindAsync((await http.ActorAsync())!, matter, http.RequestAborted), http.RequestAborted), Json.Options)
            : Problems.NotFound;
}
