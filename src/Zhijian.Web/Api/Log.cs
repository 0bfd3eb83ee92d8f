using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>Whether the log is whole, and the first place where it is not.</summary>
public sealed record LogView(bool IsWhole, long Events, string Hash, long? FirstWrong, string? Why, int Checkpoints, string KeyId);

/// <summary>The check of the whole log, for administrators and case management.</summary>
internal static class Log
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/log/verify", VerifyAsync).Produces<LogView>()
        .WithName("verify-log").WithSummary("校验日志 · Recompute the chain of the log").WithTags("log")
        .WithDescription("角色：系统管理员、案件管理。Roles: administrator, case-manager. O(events).");

    private static async Task<IResult> VerifyAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (!actor.Is(Role.Administrator) && !actor.Is(Role.CaseManager))
            return Problems.NotFound;
        var verdict = await platform.Store.VerifyAsync();
        return Results.Json(
            new LogView(verdict.IsWhole, verdict.Events, verdict.Hash, verdict.FirstWrong, verdict.Why, verdict.Checkpoints, platform.Store.Signer.KeyId), Json.Options);
    }
}
