using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>The delegated approvals of the unit that are in force.</summary>
public sealed record DelegationList(IReadOnlyList<DelegationView> Delegations);

/// <summary>One of them; papers by the id of their template.</summary>
public sealed record DelegationView(string Person, IReadOnlyList<string> Papers, string From, string Until);

/// <summary>Who of one's own unit may approve which papers.</summary>
internal static class DelegationApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/delegations", ListAsync).Produces<DelegationList>().WithName("get-delegations").WithSummary("审批授权 · Delegated approval in one's unit").WithTags("account");

    private static async Task<IResult> ListAsync(HttpContext http, Platform platform) => Results.Json(
        new DelegationList([.. (await platform.Delegations.OfUnitAsync((await http.ActorAsync())!.Unit, platform.Runner.Today, http.RequestAborted))
            .Select(d => new DelegationView(d.Person, d.Templates, d.FromOn, d.UntilOn))]),
        Json.Options);
}
