using System.Security.Claims;
using Zhijian.Kernel;

namespace Zhijian.Web;

/// <summary>Who makes this request, with the unit and roles that they have now; read once a request.</summary>
public static class CurrentActor
{
    private static readonly object Key = new();

    /// <summary>Null when nobody is signed in, or the person works here no longer.</summary>
    public static Task<Actor?> ActorAsync(this HttpContext context) => context.ActorAsync(context.User);

    internal static async Task<Actor?> ActorAsync(this HttpContext context, ClaimsPrincipal user)
    {
        if (context.Items.TryGetValue(Key, out var known))
            return (Actor?)known;
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        var actor = id is null ? null : await context.RequestServices.GetRequiredService<Platform>().People.ActorAsync(id, context.RequestAborted);
        context.Items[Key] = actor;
        return actor;
    }
}
