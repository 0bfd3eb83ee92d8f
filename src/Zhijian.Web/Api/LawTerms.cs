using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>A length with the day since which it applies and its article.</summary>
public sealed record LengthView(int Length, TermUnit Unit, DateOnly From, Article Article);

/// <summary>An earlier date by another reading of the law: the target to work towards.</summary>
public sealed record EarlierView(DateOnly On, Text Why);

/// <summary>The dates of the two engines; where they differ, neither is to be relied on.</summary>
public sealed record EnginesView(DateOnly? Counted, DateOnly? Walked, bool Agree);

/// <summary>A term, counted.</summary>
/// <param name="Due">The last day; null where it cannot be known. With a question beside it, the earliest that it can be.</param>
/// <param name="DueHour">HH:mm; only for terms in hours.</param>
/// <param name="RemindOn">The working day before: the office's own reminder, no legal date.</param>
public sealed record TermResult(
    string Term, Text Title, DateOnly? Due, string? DueHour, Text? Question, EarlierView? EarlierReading, DateOnly? RemindOn, DateOnly? UnmovedEnd, LengthView? Value,
    IReadOnlyList<ClockStep> Steps, EnginesView Engines)
{
    public static TermResult Of(CheckedCount counted)
    {
        var count = counted.Count;
        return new TermResult(
            counted.Term.Id,
            counted.Term.Title,
            count.Due,
            count.DueHour?.ToString("HH\\:mm"),
            count.Question,
            count.EarlierReading is { } earlier ? new EarlierView(earlier.On, earlier.Why) : null,
            count.RemindOn,
            count.UnmovedEnd,
            count.Value is { } v ? new LengthView(v.Length, v.Unit, v.From, Article.Of(v.Reference)!) : null,
            [.. count.Steps.Select(s => new ClockStep(s.What, s.Running, s.Basis is { Article.Length: > 0 } basis ? Article.Of(basis) : null))],
            new EnginesView(count.Due, counted.Walk.Due, counted.Agrees));
    }
}

/// <summary>Several terms, in the order of the requests.</summary>
public sealed record TermResults(IReadOnlyList<TermResult> Results);

/// <summary>Counting terms without a matter. The law is public: no sign-in; nothing is stored, and how much is counted at once is bounded.</summary>
internal static class LawTerms
{
    public const string Limiter = "law";

    private const int MostRequests = 1_000;
    private const int MostSuspensions = 2_000;

    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 8 };

    /// <summary>Behind a proxy all have one address, so what is limited is the work done at once and not who asks for it.</summary>
    public static void Limit(RateLimiterOptions options) => options.AddConcurrencyLimiter(Limiter, o =>
    {
        (o.PermitLimit, o.QueueLimit, o.QueueProcessingOrder) = (Math.Max(2, Environment.ProcessorCount), 64, QueueProcessingOrder.OldestFirst);
    });

    public static void Map(RouteGroupBuilder law) => law.MapPost("/term", CountAsync).Accepts<TermRequest>("application/json").Produces<TermResult>()
        .RequireRateLimiting(Limiter).WithName("count-term").WithSummary("计算期限 · Count a term").WithTags("law")
        .WithDescription(
            "不登录可用，不留记录。`requests` 数组一次计算多个（至多 1000 个），答复为 `results`。\n\n"
            + "No sign-in, nothing kept. With `requests` (at most 1,000) the answer is `results`, in the same order.");

    private static async Task<IResult> CountAsync(HttpContext http, Platform platform)
    {
        var (request, wrong) = await ReadAsync(http);
        if (request is null)
            return wrong!;
        if (request.Requests is not { } several)
        {
            var reader = new TermRequestReader(platform.Law, "");
            return reader.Read(request) is { } one
                ? Results.Json(TermResult.Of(CheckedCount.Of(one.Term, one.From, platform.Law.Calendar)), Json.Options)
                : Problems.Fields(http, reader.Errors);
        }
        if (request with { Requests = null } != new TermRequest())
            return Wrong(http, "requests", new Text("“requests”之外不能再有其他栏目", "nothing else stands beside “requests”"));
        if (several.Count is 0 or > MostRequests)
            return Wrong(http, "requests", new Text($"须为 1 至 {MostRequests} 项", $"must have from 1 to {MostRequests} items"));
        if (several.Sum(r => r?.Suspensions?.Count ?? 0) > MostSuspensions)
            return Wrong(http, "requests", new Text($"不计入的期间合计至多 {MostSuspensions} 项", $"at most {MostSuspensions} suspensions in all"));
        var (results, errors) = (new List<TermResult>(several.Count), new List<FieldError>());
        for (var i = 0; i < several.Count && errors.Count < 100; i++)
        {
            var reader = new TermRequestReader(platform.Law, $"requests[{i}].");
            if (several[i] is { Requests: null } item && reader.Read(item) is { } one)
                results.Add(TermResult.Of(CheckedCount.Of(one.Term, one.From, platform.Law.Calendar)));
            else
                errors.AddRange(reader.Errors.DefaultIfEmpty(new FieldError($"requests[{i}]", new Text("须为一项期限", "must be one term"))));
        }
        return errors.Count > 0 ? Problems.Fields(http, errors) : Results.Json(new TermResults(results), Json.Options);
    }

    private static async Task<(TermRequest? Request, IResult? Wrong)> ReadAsync(HttpContext http)
    {
        var (text, wrong) = await Body.ReadTextAsync(http, Body.MaxBytes);
        if (text is null)
            return (null, wrong);
        try
        {
            return JsonSerializer.Deserialize<TermRequest>(text, Strict) is { } request ? (request, null)
                : (null, Wrong(http, "", new Text("请求体须为对象", "the body must be an object")));
        }
        catch (JsonException e)
        {
            var field = (e.Path ?? "").TrimStart('$').TrimStart('.');
            return (null, Wrong(http, field, new Text("不能读取：类型不符，或者没有这个栏目", "cannot be read: of another type, or there is no such field")));
        }
    }

    private static IResult Wrong(HttpContext http, string field, Text says) => Problems.Fields(http, [new FieldError(field, says)]);
}
