using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>What was recorded by a step, and which duties it opened and discharged.</summary>
public sealed record StepDone(string Matter, long Version, IReadOnlyList<EventView> Events, IReadOnlyList<DutyView> DutiesOpened, IReadOnlyList<string> DutiesDischarged);

/// <summary>The steps: the first one registers a matter, each other one has an address below its matter, and there is no rule of law in here.</summary>
internal static class Steps
{
    public const string Register = "register-matter";

    public static void Map(RouteGroupBuilder api, StepCatalogue steps)
    {
        foreach (var step in steps.All)
        {
            if (step.Command == typeof(AttachDocument))
                continue; // it comes with its file: Attachments
            var route = step.Name == Register
                ? api.MapPost("/matters", (HttpContext http, Platform platform) => PostAsync(http, platform, null, step))
                : api.MapPost($"/matters/{{id}}/{step.Name}", (string id, HttpContext http, Platform platform) => PostAsync(http, platform, id, step));
            route.Accepts(step.Command, "application/json").Produces<StepDone>(step.Name == Register ? 201 : 200).WithMetadata(step);
        }
    }

    private static async Task<IResult> PostAsync(HttpContext http, Platform platform, string? id, Step step)
    {
        var (given, wrong) = Preconditions.Read(http.Request);
        if (given is null)
            return wrong!;
        var matter = id is null ? null : MatterId.TryParse(id);
        var (command, bad) = await Body.ReadAsync(http, step, body => CarriedAsync(http, platform, matter, step, body));
        if (command is null)
            return bad!;
        return id is not null && matter is null ? Problems.NotFound : await RunAsync(http, platform, matter, step, command, given);
    }

    /// <summary>A proceeding that is opened from a question of the board takes over what the matter knows.</summary>
    private static async Task<string> CarriedAsync(HttpContext http, Platform platform, MatterId? id, Step step, string body) =>
        id is { } matter && FromCheck.IsOpening(step) && body.Contains("\"check\"", StringComparison.Ordinal) && await platform.Runner.FindAsync((await http.ActorAsync())!, matter, http.RequestAborted) is { } found
            ? FromCheck.Fill(found, platform.Law, step, body) : body;

    internal static async Task<IResult> RunAsync(HttpContext http, Platform platform, MatterId? matter, Step step, IDated command, Preconditions given)
    {
        var actor = (await http.ActorAsync())!;
        switch (await platform.Runner.RunAsync(actor, matter, step, command, given.Expected, given.Key))
        {
            case StepOutcome.Done done:
                http.Response.Headers.ETag = $"\"{done.Version}\"";
                if (matter is null)
                    http.Response.Headers.Location = $"/api/matters/{done.Matter}";
                return Results.Json(await DescribeAsync(platform, done), Json.Options, statusCode: matter is null ? 201 : 200);
            case StepOutcome.Refused refused:
                return Problems.Refused(refused.Refusal);
            case StepOutcome.Forbidden forbidden:
                return Problems.Forbidden(forbidden.Needed);
            case StepOutcome.Conflict conflict:
                var people = await platform.People.FindAsync([conflict.ChangedBy], http.RequestAborted);
                return Problems.Conflict(conflict, people.GetValueOrDefault(conflict.ChangedBy)?.Name ?? conflict.ChangedBy, given.Asked);
            case StepOutcome.KeyReused:
                return Problems.KeyReused;
            default:
                return Problems.NotFound;
        }
    }

    /// <summary>The events of the step and the difference that they made to the duties; the same whenever it is asked again.</summary>
    private static async Task<StepDone> DescribeAsync(Platform platform, StepOutcome.Done done)
    {
        var events = (await platform.Store.LoadAsync(done.Matter.Value)).TakeWhile(e => e.Version <= done.Version).ToList();
        var before = MatterFold.Fold(done.Matter, [.. events.TakeWhile(e => e.Version <= done.After)]);
        var after = MatterFold.Fold(done.Matter, events);
        var names = await PeopleNames.OfAsync(platform, after);
        var known = platform.Runner.DutiesOf(before).ToDictionary(d => d.Key, d => d.Status, StringComparer.Ordinal);
        var duties = platform.Runner.DutiesOf(after);
        return new StepDone(
            done.Matter.Value,
            done.Version,
            [.. after.Timeline.Where(t => t.Recorded.Version > done.After).Select(t => EventView.Of(after, t, events[(int)t.Recorded.Version - 1], names))],
            [.. duties.Where(d => !known.ContainsKey(d.Key)).Select(d => DutyView.Of(after, d))],
            [.. duties.Where(d => d.Status == DutyStatus.Discharged && known.TryGetValue(d.Key, out var was) && was != d.Status).Select(d => d.Key)]);
    }
}
