using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;

namespace Zhijian.Web.Api;

/// <summary>A supervision model in a list; inputs are the data sets that it reads.</summary>
public sealed record ModelItem(string Id, Text Title, int Version, Track Track, Severity Severity, IReadOnlyList<string> Inputs);

/// <summary>The models, and the files that do not load.</summary>
public sealed record ModelList(bool CanRun, IReadOnlyList<ModelItem> Models, IReadOnlyList<BrokenModel> Broken);

/// <summary>A parameter of a model: one with a reference, or with values that changed with the law, is given by the law and is not set.</summary>
public sealed record ParameterView(string Id, Text Title, ParameterType Type, string? Default, string? Min, string? Max, LegalRef? Reference, IReadOnlyList<DatedValue> Values, bool Adjustable);

/// <summary>A model: on what law it rests and how far that was verified, what it reads, its SQL as it would run today.</summary>
public sealed record ModelView(
    string Id, Text Title, int Version, Track Track, Severity Severity, Text Prose, IReadOnlyList<LegalBasis> Basis, IReadOnlyList<ParameterView> Parameters, IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs,
    IReadOnlyList<ModelRule> Rules, IReadOnlyList<FindingValue> Values, ModelQuery Sql);

/// <summary>What is asked to run. Parameters: those that differ from the default. Raise: how many findings, by score, become clues.</summary>
public sealed record RunRequest(IReadOnlyDictionary<string, string>? Parameters = null, string? Engine = null, int? Raise = null);

/// <summary>How often a model runs by itself, and with which parameters.</summary>
public sealed record ScheduleRequest(Cadence Every, IReadOnlyDictionary<string, string>? Parameters = null);

/// <summary>The models of the unit that run by themselves, and what came of the last time that each was due.</summary>
public sealed record ScheduleList(IReadOnlyList<ScheduleView> Schedules);

/// <summary>A model that runs by itself. Why: what stood against its last run.</summary>
public sealed record ScheduleView(string Model, Cadence Every, IReadOnlyDictionary<string, string> Parameters, string Person, string LastDay, string? LastRun, Text? Why);

/// <summary>The id of a run that was queued.</summary>
public sealed record RunQueued(string Run);

/// <summary>A run with its record: percent while it goes on; the inputs with the hashes of their snapshots.</summary>
public sealed record RunView(RunRow Run, double? Percent, RunStarted Record);

/// <summary>The runs of the unit, newest first.</summary>
public sealed record RunList(IReadOnlyList<RunRow> Runs);

/// <summary>A page of what a run found, by falling score.</summary>
public sealed record FindingPage(long Total, IReadOnlyList<Finding> Findings);

/// <summary>Whether a run that was done again gave the same.</summary>
public sealed record Repeated(bool Same);

/// <summary>Supervision models, their runs over the data of the unit, and what they found.</summary>
internal static class ModelApi
{
    private const string Tag = "models";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/models", List).Produces<ModelList>().WithName("list-models").WithSummary("法律监督模型 · Supervision models").WithTags(Tag);
        api.MapGet("/models/{id}", One).Produces<ModelView>().WithName("get-model").WithSummary("一个模型 · One model").WithTags(Tag);
        api.MapPost("/models/{id}/runs", StartAsync).Accepts<RunRequest>("application/json").Produces<RunQueued>(202).WithName("run-model").WithSummary("运行模型 · Run a model").WithTags(Tag);
        api.MapPut("/models/{id}/schedule", ScheduleAsync).Accepts<ScheduleRequest>("application/json").Produces(204).WithName("schedule-model").WithSummary("按期运行 · Let a model run by itself").WithTags(Tag);
        api.MapDelete("/models/{id}/schedule", UnscheduleAsync).Produces(204).WithName("unschedule-model").WithSummary("不再按期运行 · No longer by itself").WithTags(Tag);
        api.MapGet("/schedules", SchedulesAsync).Produces<ScheduleList>().WithName("list-schedules").WithSummary("本单位按期运行的模型 · Models of the unit that run by themselves").WithTags(Tag);
        api.MapGet("/runs", RunsAsync).Produces<RunList>().WithName("list-runs").WithSummary("本单位的运行 · Runs of the unit").WithTags(Tag)
            .WithMetadata(new QueryParameter("model", typeof(string), "模型编号", "id of a model"), new QueryParameter("limit", typeof(int), "1 至 1000，默认 50", "1 to 1,000, by default 50"));
        api.MapGet("/runs/{run}", RunAsync).Produces<RunView>().WithName("get-run").WithSummary("一次运行 · One run").WithTags(Tag);
        api.MapGet("/runs/{run}/findings", FindingsAsync).Produces<FindingPage>().WithName("run-findings").WithSummary("发现 · What a run found").WithTags(Tag)
            .WithMetadata(new QueryParameter("limit", typeof(int), "1 至 1000，默认 50", "1 to 1,000, by default 50"), new QueryParameter("offset", typeof(int), "跳过的条数", "how many to skip"));
        api.MapGet("/runs/{run}/since/{earlier}", SinceAsync).Produces<RunDifference>().WithName("compare-runs").WithSummary("与较早的运行比较 · What differs from an earlier run").WithTags(Tag);
        api.MapPost("/runs/{run}/cancel", CancelAsync).Produces(204).WithName("cancel-run").WithSummary("停止运行 · Cancel a run").WithTags(Tag);
        api.MapPost("/runs/{run}/repeat", RepeatAsync).Produces<Repeated>().WithName("repeat-run").WithSummary("按记录重做并比较 · Do a run again and compare").WithTags(Tag);
    }

    private static IResult List(Platform platform) => Results.Json(
        new ModelList(SupervisionDesk.CanRun, [.. platform.Supervision.Models.All.Select(m => new ModelItem(m.Id, m.Title, m.Version, m.Track, m.Severity, [.. m.Inputs.Keys]))], platform.Supervision.Models.Broken), Json.Options);

    private static IResult One(string id, Platform platform) => platform.Supervision.Models.Find(id) is not { } m ? Problems.NotFound : Results.Json(
        new ModelView(
            m.Id, m.Title, m.Version, m.Track, m.Severity, m.Prose, m.Basis,
            [.. m.Parameters.Select(p => new ParameterView(p.Id, p.Title, p.Type, p.Default, p.Min, p.Max, p.Reference, p.Values, p.IsAdjustable))], m.Inputs, m.Rules, m.Values,
            ModelSql.Render(m, new Dictionary<string, string>(), platform.Runner.Today)),
        Json.Options);

    private static async Task<IResult> StartAsync(string id, HttpContext http, Platform platform)
    {
        var (text, wrong) = await Body.ReadTextAsync(http, 1 << 16);
        if (text is null)
            return wrong!;
        if (Body.Parse<RunRequest>(text) is not { Raise: null or (>= 0 and <= 100_000) } asked)
            return Problems.Fields(http, [new FieldError("", new Text("请给出 {\"parameters\": {…}, \"engine\": …, \"raise\": 0–100000}，都可以不填", "give {\"parameters\": {…}, \"engine\": …, \"raise\": 0–100000}, each of them optional"))]);
        if (!SupervisionDesk.CanRun)
            return Problems.NoDuckDb;
        var order = new RunOrder(id, asked.Parameters ?? new Dictionary<string, string>(), asked.Engine ?? "duckdb", asked.Raise ?? ModelRuns.RaisedUnlessSaid);
        var (run, refusal) = await platform.Supervision.Runs.StartAsync((await http.ActorAsync())!, order, ct: http.RequestAborted);
        return refusal is UnknownModel ? Problems.NotFound : refusal is not null ? Problems.Refused(refusal) : Results.Json(new RunQueued(run!), Json.Options, statusCode: 202);
    }

    private static async Task<IResult> ScheduleAsync(string id, HttpContext http, Platform platform)
    {
        var (text, wrong) = await Body.ReadTextAsync(http, 1 << 16);
        if (text is null)
            return wrong!;
        return Body.Parse<ScheduleRequest>(text) is { } asked
            ? await SetAsync(id, asked.Every, asked.Parameters ?? new Dictionary<string, string>(), http, platform)
            : Problems.Fields(http, [new FieldError("every", new Text("请给出 {\"every\": \"daily\"、\"weekly\" 或 \"monthly\", \"parameters\": {…}}", "give {\"every\": \"daily\", \"weekly\" or \"monthly\", \"parameters\": {…}}"))]);
    }

    private static Task<IResult> UnscheduleAsync(string id, HttpContext http, Platform platform) => SetAsync(id, null, new Dictionary<string, string>(), http, platform);

    private static async Task<IResult> SetAsync(string id, Cadence? every, IReadOnlyDictionary<string, string> parameters, HttpContext http, Platform platform) =>
        await platform.Supervision.Schedules.SetAsync((await http.ActorAsync())!, id, every, parameters) switch
        {
            null => Results.NoContent(),
            UnknownModel => Problems.NotFound,
            var refusal => Problems.Refused(refusal),
        };

    private static async Task<IResult> SchedulesAsync(HttpContext http, Platform platform)
    {
        var rows = await platform.Supervision.Schedules.OfAsync((await http.ActorAsync())!, http.RequestAborted);
        return Results.Json(new ScheduleList([.. rows.Values.Select(r => new ScheduleView(r.Model, r.Every, r.Given, r.Person, r.LastDay, r.LastRun, r.WhyZh is null ? null : new Text(r.WhyZh, r.WhyEn!)))]), Json.Options);
    }

    private static async Task<IResult> RunsAsync(HttpContext http, Platform platform)
    {
        var query = new QueryReader(http.Request);
        var (model, limit) = (query.Text("model"), query.Number("limit", 50, 1, 1_000));
        return query.Problem(http) ?? Results.Json(new RunList(await platform.Supervision.Runs.ListAsync((await http.ActorAsync())!, model, limit, http.RequestAborted)), Json.Options);
    }

    private static async Task<IResult> RunAsync(string run, HttpContext http, Platform platform) =>
        await platform.Supervision.Runs.FindAsync((await http.ActorAsync())!, run, http.RequestAborted) is { } found
            ? Results.Json(new RunView(found.Row, platform.Supervision.Runs.ProgressOf(run), found.Started), Json.Options) : Problems.NotFound;

    private static async Task<IResult> FindingsAsync(string run, HttpContext http, Platform platform)
    {
        var query = new QueryReader(http.Request);
        var (limit, offset) = (query.Number("limit", 50, 1, 1_000), query.Number("offset", 0, 0, int.MaxValue));
        if (query.Problem(http) is { } problem)
            return problem;
        return await FinishedAsync(run, http, platform) is { } found
            ? Results.Json(new FindingPage(found.Row.Findings!.Value, await Task.Run(() => platform.Supervision.Runs.FileOf(run).Findings(found.Model, offset, limit, http.RequestAborted))), Json.Options)
            : Problems.NotFound;
    }

    private static async Task<IResult> SinceAsync(string run, string earlier, HttpContext http, Platform platform) =>
        await FinishedAsync(run, http, platform) is { } now && await FinishedAsync(earlier, http, platform) is { } before && now.Row.Model == before.Row.Model
            ? Results.Json(await Task.Run(() => platform.Supervision.Runs.FileOf(run).Since(platform.Supervision.Runs.FileOf(earlier), 100, http.RequestAborted)), Json.Options)
            : Problems.NotFound;

    private static async Task<IResult> CancelAsync(string run, HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (await platform.Supervision.Runs.FindAsync(actor, run, http.RequestAborted) is null)
            return Problems.NotFound;
        return await platform.Supervision.Runs.CancelAsync(actor, run) is { } refusal ? Problems.Refused(refusal) : Results.NoContent();
    }

    private static async Task<IResult> RepeatAsync(string run, HttpContext http, Platform platform)
    {
        if (await FinishedAsync(run, http, platform) is not { } found)
            return Problems.NotFound;
        var (same, refusal) = await platform.Supervision.Runs.RepeatAsync(found.Row, found.Started, http.RequestAborted);
        return refusal is not null ? Problems.Refused(refusal) : Results.Json(new Repeated(same!.Value), Json.Options);
    }

    /// <summary>A run whose result can be read; of another unit there is none.</summary>
    private static async Task<(RunRow Row, RunStarted Started, SupervisionModel Model)?> FinishedAsync(string run, HttpContext http, Platform platform) =>
        SupervisionDesk.CanRun && await platform.Supervision.Runs.FindAsync((await http.ActorAsync())!, run, http.RequestAborted) is { Row.State: RunRow.Finished } found
        && platform.Supervision.Models.Find(found.Row.Model) is { } model && platform.Supervision.Runs.FileOf(run).Exists ? (found.Row, found.Started, model) : null;
}
