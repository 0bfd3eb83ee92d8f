using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>The log of a matter, oldest first.</summary>
public sealed record EventList(string Matter, long Version, IReadOnlyList<EventView> Events);

/// <summary>The clocks of a matter.</summary>
public sealed record ClockList(string Matter, long Version, IReadOnlyList<DutyView> Clocks);

/// <summary>One clock with the steps of its count, each with the day reached and the article.</summary>
public sealed record ClockView(string Matter, long Version, DutyView Duty, Text Term, IReadOnlyList<ClockStep> Steps, DateOnly? RemindOn);

/// <summary>One step of a count.</summary>
public sealed record ClockStep(Text What, DateOnly Running, Article? Basis);

/// <summary>Reading one matter: its state, its log and its clocks. For whoever may not know it, each answer is the one for a matter that never was.</summary>
internal static class Reading
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/matters/{id}", MatterAsync).Produces<MatterView>()
            .WithName("get-matter").WithSummary("案件现状 · A matter as it stands").WithTags("matter");
        api.MapGet("/matters/{id}/events", EventsAsync).Produces<EventList>()
            .WithName("get-events").WithSummary("案件记录 · The log of a matter").WithTags("matter");
        api.MapGet("/matters/{id}/clocks", ClocksAsync).Produces<ClockList>()
            .WithName("get-clocks").WithSummary("期限 · The clocks of a matter").WithTags("matter");
        api.MapGet("/matters/{id}/clocks/{key}", ClockAsync).Produces<ClockView>()
            .WithName("get-clock").WithSummary("一项期限的计算过程 · How one due date was counted").WithTags("matter");
    }

    private static async Task<IResult> MatterAsync(string id, HttpContext http, Platform platform)
    {
        if (await FindAsync(id, http, platform) is not { } matter)
            return Problems.NotFound;
        return Results.Json(MatterView.Of(platform, matter, await PeopleNames.OfAsync(platform, matter)), Json.Options);
    }

    private static async Task<IResult> EventsAsync(string id, HttpContext http, Platform platform)
    {
        if (MatterId.TryParse(id) is not { } key)
            return Problems.NotFound;
        var stored = await platform.Store.LoadAsync(key.Value, http.RequestAborted);
        var matter = MatterFold.Fold(key, stored);
        if (!Access.MaySee((await http.ActorAsync())!, matter))
            return Problems.NotFound;
        var names = await PeopleNames.OfAsync(platform, matter);
        http.Response.Headers.ETag = $"\"{matter.Version}\"";
        return Results.Json(
            new EventList(id, matter.Version, [.. matter.Timeline.Zip(stored, (entry, e) => EventView.Of(matter, entry, e, names))]), Json.Options);
    }

    private static async Task<IResult> ClocksAsync(string id, HttpContext http, Platform platform) =>
        await FindAsync(id, http, platform) is { } matter
            ? Results.Json(new ClockList(id, matter.Version, [.. platform.Runner.DutiesOf(matter).Select(d => DutyView.Of(matter, d))]), Json.Options)
            : Problems.NotFound;

    private static async Task<IResult> ClockAsync(string id, string key, HttpContext http, Platform platform) =>
        await FindAsync(id, http, platform) is { } matter && platform.Runner.DutiesOf(matter).FirstOrDefault(d => d.Key == key) is { } duty
            ? Results.Json(
                new ClockView(
                    id,
                    matter.Version,
                    DutyView.Of(matter, duty),
                    duty.Term.Title,
                    [.. duty.Count.Steps.Select(s => new ClockStep(s.What, s.Running, Article.Of(s.Basis)))],
                    duty.Count.RemindOn),
                Json.Options)
            : Problems.NotFound;

    /// <summary>The matter, if it exists for whoever asks; its version becomes the ETag of the answer.</summary>
    internal static async Task<Matter?> FindAsync(string id, HttpContext http, Platform platform)
    {
        if (MatterId.TryParse(id) is not { } key
            || await platform.Runner.FindAsync((await http.ActorAsync())!, key, http.RequestAborted) is not { } matter)
            return null;
        http.Response.Headers.ETag = $"\"{matter.Version}\"";
        return matter;
    }
}
