using System.Text.Json;
using System.Text.Json.Serialization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Api;

/// <summary>A clue in a list.</summary>
public sealed record ClueItem(
    string Number, string Model, Text ModelTitle, int ModelVersion, string Subject, string Office, int Score, ClueGrade? Grade, ClueState State, string? Person, string RaisedOn, Text Explanation, int Rows,
    int Changed, int Reopened, long Version)
{
    internal static ClueItem Of(ClueRow r, Platform platform) => new(
        r.Clue, r.Model, platform.TitleOfModel(r.Model), (int)r.ModelVersion, r.Subject, r.Office, (int)r.Score, Words.Parse<ClueGrade>(r.Grade), Words.Parse<ClueState>(r.State)!.Value, r.Person, r.RaisedOn,
        new Text(r.ExplanationZh, r.ExplanationEn), (int)r.RowCount, (int)r.Changed, (int)r.Reopened, r.Version);
}

/// <summary>A page of clues and how many match in all.</summary>
public sealed record CluePage(int Total, int Limit, int Offset, IReadOnlyList<ClueItem> Items);

/// <summary>The judgement that stands.</summary>
public sealed record JudgedView(Judgement Judgement, string? Reason, Text? ReasonText, string? Note, string? Of, string? From, string? What, PersonName By, string On);

/// <summary>One line of the life of a clue.</summary>
public sealed record ClueEntryView(long Version, string Type, Text Says, string On, PersonName By, string RecordedAt);

/// <summary>A clue as it stands at its version, without the matters of which you may not know. Basis: the articles of the model, each with how far its text was verified.</summary>
public sealed record ClueView(
    string Number, long Version, string Model, Text ModelTitle, int ModelVersion, string Key, string Subject, string? FoundUnit, string Office, string? Origin, string Run, int Score, Text Explanation, IReadOnlyList<LegalRef> Basis,
    IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FindingRow> Rows, IReadOnlyList<FactChange> Changes, ClueState State, ClueGrade? Grade, string? Person, JudgedView? Judged, PendingTransfer? Transfer,
    IReadOnlyList<string> Matters, IReadOnlyList<ClueResult> Results, int Runs, IReadOnlyList<ClueItem> Same, IReadOnlyList<ClueEntryView> Timeline);

/// <summary>What was recorded.</summary>
public sealed record ClueDone(string Number, long Version);

/// <summary>What a version of a model found in a quarter; precision = confirmed ÷ judged, yield = with a result ÷ raised, null where there is nothing to divide by.</summary>
public sealed record PerformanceItem(string Model, Text ModelTitle, int Version, string Quarter, int Raised, int Judged, int Confirmed, int Yielded, decimal? Precision, decimal? Yield);

/// <summary>The models by quarter and version, over the clues that you may see.</summary>
public sealed record PerformanceList(IReadOnlyList<PerformanceItem> Items);

/// <summary>Clues: lists, one, what people do with one, and how the models do. What the actor may not see is neither listed nor counted.</summary>
internal static class ClueApi
{
    private const int MostBytes = 1 << 15;

    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/clues", ListAsync).Produces<CluePage>()
            .WithName("list-clues").WithSummary("线索 · Clues by score, those that wait for data last").WithTags("clues")
            .WithMetadata(
                new QueryParameter("state", typeof(ClueState), "状态；不填为全部", "state; all without it"),
                new QueryParameter("review", typeof(bool), "true 只列待核查和需要数据的", "true: only those to review, or waiting for data"),
                new QueryParameter("model", typeof(string), "模型编号", "id of the model"),
                new QueryParameter("version", typeof(int), "模型版本", "version of the model"),
                new QueryParameter("grade", typeof(ClueGrade), "级别", "grade"),
                new QueryParameter("person", typeof(string), "承办人编号，me 为本人", "who handles it; me for yourself"),
                new QueryParameter("quarter", typeof(string), "产生的季度，如 2026-Q3", "quarter in which it was raised, e.g. 2026-Q3"),
                new QueryParameter("measure", typeof(ClueMeasure), "模型表现中的数字", "what a figure of a model counts"),
                new QueryParameter("scope", typeof(ClueScope), "本院（默认）、已移送、全部可见", "held (by default), sent, all"),
                new QueryParameter("limit", typeof(int), "1 至 200，默认 50", "1 to 200, by default 50"),
                new QueryParameter("offset", typeof(int), "跳过的条数", "how many to skip"));
        api.MapGet("/clues/performance", PerformanceAsync).Produces<PerformanceList>()
            .WithName("clue-performance").WithSummary("模型表现 · Precision and yield by model, version and quarter").WithTags("clues")
            .WithMetadata(new QueryParameter("model", typeof(string), "模型编号", "id of the model"));
        api.MapGet("/clues/{number}", OneAsync).Produces<ClueView>().WithName("get-clue").WithSummary("一条线索 · One clue").WithTags("clues");
        api.MapGet("/clues/{number}/rows.csv", RowsAsync).Produces(200, contentType: "text/csv").WithName("clue-rows").WithSummary("触发的数据行（CSV） · The rows that fired, as CSV").WithTags("clues");
        foreach (var kind in ClueActKind.All)
            api.MapPost($"/clues/{{number}}/{kind.Name}", (string number, HttpContext http, Platform platform) => ActAsync(number, kind, http, platform))
                .Accepts(kind.Act, "application/json").Produces<ClueDone>().WithName($"{kind.Name}-clue").WithSummary($"{kind.Title.Zh} · {kind.Title.En}").WithTags("clues").WithMetadata(kind);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        var query = new QueryReader(http.Request);
        var filter = new ClueFilter
        {
            Scope = query.Word<ClueScope>("scope") ?? ClueScope.Held,
            ToReview = query.YesNo("review") == true,
            State = query.Word<ClueState>("state"),
            Model = query.Text("model"),
            ModelVersion = query.Number("version", 0, 1, 1_000_000) is > 0 and var version ? version : null,
            Grade = query.Word<ClueGrade>("grade"),
            Person = query.Text("person") is { } person ? person == "me" ? actor.Id : person : null,
            Quarter = query.Text("quarter"),
            Measure = query.Word<ClueMeasure>("measure"),
        };
        var (limit, offset) = (query.Number("limit", 50, 1, 200), query.Number("offset", 0, 0, 1_000_000));
        if (query.Problem(http) is { } problem)
            return problem;
        var (rows, total) = await platform.ClueLists.FindAsync(actor, filter, limit, offset, http.RequestAborted);
        return Results.Json(new CluePage(total, limit, offset, [.. rows.Select(r => ClueItem.Of(r, platform))]), Json.Options);
    }

    private static async Task<IResult> PerformanceAsync(HttpContext http, Platform platform)
    {
        var query = new QueryReader(http.Request);
        var model = query.Text("model");
        if (query.Problem(http) is { } problem)
            return problem;
        var rows = await platform.ClueLists.PerformanceAsync((await http.ActorAsync())!, model, http.RequestAborted);
        return Results.Json(
            new PerformanceList([.. rows.Select(r => new PerformanceItem(r.Model, platform.TitleOfModel(r.Model), r.Version, r.Quarter, r.Raised, r.Judged, r.Confirmed, r.Yielded, Rounded(r.Precision), Rounded(r.Yield)))]),
            Json.Options);
    }

    private static decimal? Rounded(decimal? share) => share is { } s ? Math.Round(s, 4) : null;

    private static async Task<IResult> OneAsync(string number, HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (ClueNumber.TryParse(number) is not { } id || await platform.Clues.FindAsync(actor, id, http.RequestAborted) is not { } c)
            return Problems.NotFound;
        var people = await platform.People.FindAsync(c.Timeline.Select(t => t.Recorded.Actor), http.RequestAborted);
        PersonName Name(string person) => new(person, people.GetValueOrDefault(person)?.Name ?? person);
        var same = await platform.ClueLists.SameSubjectAsync(actor, id, ct: http.RequestAborted);
        var (runs, _) = await platform.ClueLists.SightingsAsync(id, http.RequestAborted);
        http.Response.Headers.ETag = $"\"{c.Version}\"";
        return Results.Json(
            new ClueView(
                c.Number.Value, c.Version, c.Model, platform.TitleOfModel(c.Model), c.ModelVersion, c.Key, c.Subject, c.FoundUnit, c.Office, c.Origin, c.Run, c.Score, c.Explanation, platform.Supervision.Models.Find(c.Model)?.Citations ?? [], c.Values, c.Rows, c.Changes, c.State,
                c.Grade, c.Person, c.Judged is { } j ? new JudgedView(j.Is, j.Reason, platform.Clues.Words.Reason(j.Reason)?.Title, j.Note, j.Of, j.From, j.What, Name(j.By), j.On) : null, c.Transfer, c.Matters,
                c.Results, runs, [.. same.Select(r => ClueItem.Of(r, platform))], [.. c.Timeline.Select(t => new ClueEntryView(t.Recorded.Version, t.Type, t.Says, t.Recorded.ActedOn, Name(t.Recorded.Actor), t.Recorded.RecordedAt))]),
            Json.Options);
    }

    private static async Task<IResult> RowsAsync(string number, HttpContext http, Platform platform) =>
        ClueNumber.TryParse(number) is { } id && await platform.Clues.FindAsync((await http.ActorAsync())!, id, http.RequestAborted) is { } clue
            ? Results.Bytes(await ClueRowsFile.OfAsync(platform.Supervision, clue, ApiLanguage.Of(http.Request), http.RequestAborted), "text/csv; charset=utf-8", $"{clue.Number}-rows.csv") : Problems.NotFound;

    private static async Task<IResult> ActAsync(string number, ClueActKind kind, HttpContext http, Platform platform)
    {
        var (given, wrong) = Preconditions.Read(http.Request);
        if (given is null)
            return wrong!;
        var (text, bad) = await Body.ReadTextAsync(http, MostBytes);
        if (text is null)
            return bad!;
        ClueAct? act;
        try
        {
            act = (ClueAct?)JsonSerializer.Deserialize(text, kind.Act, Strict);
        }
        catch (JsonException e)
        {
            return Problems.Fields(http, [new FieldError(e.Path is { Length: > 2 } path ? path[2..] : "", new Text($"不是所要的 JSON：{e.Message}", $"not the JSON that is asked for: {e.Message}"))]);
        }
        if (act is null)
            return Problems.Fields(http, [new FieldError("", new Text("请求体是空的", "the body is null"))]);
        var outcome = ClueNumber.TryParse(number) is { } id ? await platform.Clues.ActAsync((await http.ActorAsync())!, id, act, given.Expected, http.RequestAborted) : new ClueOutcome.NotFound();
        return await AnswerAsync(outcome, given.Asked, http, platform);
    }

    private static async Task<IResult> AnswerAsync(ClueOutcome outcome, bool asked, HttpContext http, Platform platform)
    {
        switch (outcome)
        {
            case ClueOutcome.Done done:
                http.Response.Headers.ETag = $"\"{done.Version}\"";
                return Results.Json(new ClueDone(done.Number.Value, done.Version), Json.Options);
            case ClueOutcome.Refused refused:
                return Problems.Refused(refused.Refusal);
            case ClueOutcome.Forbidden forbidden:
                return Problems.Forbidden(forbidden.Needed);
            case ClueOutcome.Conflict c:
                var name = (await platform.People.FindAsync([c.ChangedBy], http.RequestAborted)).GetValueOrDefault(c.ChangedBy)?.Name ?? c.ChangedBy;
                return Problems.Conflict(
                    new PersonName(c.ChangedBy, name), c.ChangedAt, c.Version, asked,
                    new Text($"{name} 已于 {c.ChangedAt} 改动线索", $"{name} changed the clue at {c.ChangedAt}"), new Text("重新读取线索，再决定", "read the clue again and decide anew"));
            default:
                return Problems.NotFound;
        }
    }
}
