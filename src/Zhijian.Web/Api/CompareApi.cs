using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Comparison;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>The text of a document that came in.</summary>
public sealed record CompareRequest(string Text);

/// <summary>Where a document differs from the record of the matter.</summary>
public sealed record ComparisonView(string Matter, long Version, IReadOnlyList<DifferenceView> Differences);

/// <summary>One place. <paramref name="Start"/> counts UTF-16 units; -1 where it is a field of a paper.</summary>
public sealed record DifferenceView(string Rule, Text Title, ComparisonEffect Effect, int Start, int Length, string Says, IReadOnlyList<string> Record, Text Why)
{
    public static DifferenceView Of(Difference d) => new(d.Rule.Id, d.Rule.Title, d.Effect, d.Start, d.Length, d.Says, d.Record, d.Rule.Why);
}

/// <summary>Card against document, for texts that came in. Nothing is stored.</summary>
internal static class CompareApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/matters/{id}/compare", CompareAsync).Accepts<CompareRequest>("application/json").Produces<ComparisonView>()
            .WithName("compare-document").WithSummary("核对收到的文书 · Compare a document with the record").WithTags("matter");

    private static async Task<IResult> CompareAsync(string id, HttpContext http, Platform platform)
    {
        if (await Reading.FindAsync(id, http, platform) is not { } matter)
            return Problems.NotFound;
        var (body, wrong) = await Body.ReadTextAsync(http, Body.MaxBytes);
        if (body is null)
            return wrong!;
        var asked = Body.Parse<CompareRequest>(body);
        if (asked is null || string.IsNullOrWhiteSpace(asked.Text))
            return Problems.Fields(http, [new FieldError("text", new Text("请给出文书内容：{\"text\": …}", "give the text of the document: {\"text\": …}"))]);
        var (differences, refused) = TextComparison.Of(matter, platform.Law, asked.Text, made: false);
        return refused is { } why
            ? Problems.Fields(http, [new FieldError("text", why)])
            : Results.Json(new ComparisonView(matter.Id.Value, matter.Version, [.. differences.Select(DifferenceView.Of)]), Json.Options);
    }
}
