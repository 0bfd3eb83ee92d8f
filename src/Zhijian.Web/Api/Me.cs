using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Web.SignIn;

namespace Zhijian.Web.Api;

/// <summary>Who is asking, with the steps that their roles allow somewhere.</summary>
public sealed record MeView(string Id, string Name, UnitName Unit, IReadOnlyList<Role> Roles, string SignedInBy, IReadOnlyList<string> Steps);

/// <summary>A procuratorate.</summary>
public sealed record UnitName(string Code, string Name);

/// <summary>Who the server takes the client for.</summary>
internal static class Me
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", GetAsync).Produces<MeView>().WithName("get-me").WithSummary("当前用户 · Who is asking").WithTags("account");
        api.MapDelete("/me/token", RevokeAsync).Produces(204).WithName("revoke-token").WithTags("account")
            .WithSummary("吊销本次所用令牌 · Revoke the token of this very request");
    }

    /// <summary>Whoever finds a token that leaked can make it worthless with nothing but itself. With a session there is none to revoke.</summary>
    private static async Task<IResult> RevokeAsync(HttpContext http, Platform platform) =>
        TokenAuthentication.Applies(http) && await platform.People.RevokeTokenAsync(TokenAuthentication.TokenOf(http.Request)) ? Results.NoContent() : Problems.NotFound;

    private static async Task<IResult> GetAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        return Results.Json(
            new MeView(
                actor.Id,
                actor.Name,
                new UnitName(actor.Unit, platform.Units.Find(actor.Unit)!.Name),
                actor.Roles,
                TokenAuthentication.Applies(http) ? "token" : "session",
                [.. platform.Runner.Steps.All.Where(s => s.Procedure.Who.Any(actor.Is)).Select(s => s.Name)]),
            Json.Options);
    }
}
