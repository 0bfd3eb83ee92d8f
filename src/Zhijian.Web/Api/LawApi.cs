using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>A charge in the list of the law book.</summary>
public sealed record ChargeItem(string Id, Text Title, string Reference, Text Who, DateOnly From, int Texts, int Standards);

/// <summary>
/// The law book: charges through time, and facts against them. It knows no matter and keeps nothing, so it needs no sign-in; for the same
/// reason it takes only cases of a size that a person can have written.
/// </summary>
internal static class LawApi
{
    /// <summary>256 kB.</summary>
    public const int MaxBytes = 1 << 18;

    /// <summary>Acts to be looked at, each counted for every person and charge.</summary>
    public const int MostActs = 400;

    public static void Map(WebApplication app)
    {
        var law = app.MapGroup("/api/law").AllowAnonymous().WithTags("law");
        law.MapPost("/assess", AssessAsync).Accepts<CaseFacts>("application/json").Produces<AssessmentView>()
            .RequireRateLimiting(LawTerms.Limiter).WithName("assess-facts").WithSummary("定性评估 · Facts against the law book: a proposal with its basis; nothing is kept")
            .WithDescription("形式见 /api/law/facts.schema.json；没有的栏目就是未知。The form is at /api/law/facts.schema.json; what is absent is unknown. O(persons × charges × standards × acts), times the questions.")
            .RequireRateLimiting(LawTerms.Limiter).WithMetadata(new QueryParameter("questions", typeof(bool), "false 不试算未知的事实（快几倍），默认 true", "false: do not try what each unknown fact would change (several times faster); by default true"));
        law.MapGet("/charges", Charges).Produces<IReadOnlyList<ChargeItem>>().WithName("list-charges").WithSummary("罪名 · Charges whose standards are recorded");
        law.MapGet("/charges/{id}", Charge).Produces<ChargeView>().WithName("get-charge").WithSummary("一个罪名的条文与标准 · The texts and standards of a charge")
            .WithMetadata(new QueryParameter("on", typeof(DateOnly), "只要那一天适用的；默认全部", "only what is in force on that day; by default everything"));
        law.MapGet("/facts.schema.json", Schema).Produces(200, contentType: "application/schema+json").WithName("get-facts-schema").WithSummary("事实的 JSON Schema · The JSON schema of facts");
    }

    private static async Task<IResult> AssessAsync(HttpContext http, Platform platform)
    {
        var query = new QueryReader(http.Request);
        var questions = query.YesNo("questions") ?? true;
        if (query.Problem(http) is { } problem)
            return problem;
        var (json, wrong) = await Body.ReadTextAsync(http, MaxBytes);
        if (json is null)
            return wrong!;
        var (facts, errors) = FactsFile.Read(json, platform.Law);
        if (facts is null)
            return Problems.Fields(http, errors.Select(e => new FieldError(e.Path, e.Says)));
        return TooMuch(facts) is { } most
            ? Problems.Fields(http, [new FieldError("acts", most)])
            : Results.Json(AssessmentView.Of(new Assessor(platform.Law).Assess(facts, questions)), Json.Options);
    }

    /// <summary>Why a case is too large to be assessed while somebody waits.</summary>
    public static Text? TooMuch(CaseFacts facts) =>
        facts.Acts.Sum(a => (long)a.Charges.Count * a.Persons.Count) > MostActs
            ? new Text($"人员 × 罪名 × 行为超过 {MostActs}，请分开评估", $"persons × charges × acts exceed {MostActs}: assess them in parts") : null;

    private static IResult Charges(HttpContext http, Platform platform) =>
        new QueryReader(http.Request).Problem(http) ?? Results.Json(
            platform.Law.Charges.Values.Select(c => new ChargeItem(c.Id, c.Title, c.Reference.Article, c.Who, c.Texts.Min(t => t.From), c.Texts.Count, c.Thresholds.Count)), Json.Options);

    private static IResult Charge(string id, HttpContext http, Platform platform)
    {
        var query = new QueryReader(http.Request);
        var on = query.Day("on");
        if (query.Problem(http) is { } problem)
            return problem;
        return platform.Law.Charges.TryGetValue(id, out var charge)
            ? Results.Json(ChargeView.Of(charge, platform.Law.Vocabulary.Standards, on), Json.Options)
            : Problems.NoCharge(id, platform.Law.Charges.Keys);
    }

    private static IResult Schema(HttpContext http, Platform platform) =>
        new QueryReader(http.Request).Problem(http) ?? Results.Text(FactsSchema.Of(platform.Law).ToJsonString(FactsFile.Options), "application/schema+json");
}
