using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Comparison;
using Zhijian.Matters.Documents;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>The papers that the office writes in a matter.</summary>
public sealed record PaperList(string Matter, long Version, IReadOnlyList<PaperItem> Papers);

/// <summary>One paper in a list. <paramref name="Outdated"/>: a fact or the wording has changed since it was made.</summary>
public sealed record PaperItem(int N, string Template, Text Name, PaperState State, string? Number, IReadOnlyList<string> Subjects, int Versions, bool Outdated, string? Hash);

/// <summary>One paper with its text, the values that it used and what was said on its way.</summary>
public sealed record PaperView(PaperItem Paper, PaperText Text, IReadOnlyList<PaperValue> Values, IReadOnlyList<PaperNote> Notes, IReadOnlyList<PaperService> Services, IReadOnlyList<DifferenceView> Differences);

/// <summary>What a paper from one template would say now, what it lacks and who gives it.</summary>
public sealed record PaperPlanView(string Template, bool Complete, IReadOnlyList<PaperGap> Owed, IReadOnlyList<PaperGap> Asked, IReadOnlyList<PlannedPaper> Papers);

/// <summary>Reading the papers of a matter; for whoever may not know the matter they never were.</summary>
internal static class Papers
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/matters/{id}/papers", ListAsync).Produces<PaperList>()
            .WithName("get-papers").WithSummary("文书 · The papers of a matter").WithTags("matter");
        api.MapGet("/matters/{id}/papers/{n:int}", OneAsync).Produces<PaperView>()
            .WithName("get-paper").WithSummary("一份文书 · One paper").WithTags("matter");
        api.MapGet("/matters/{id}/papers/plan/{template}", PlanAsync).Produces<PaperPlanView>()
            .WithName("plan-paper").WithSummary("制作前：内容和缺项 · What a paper would say and lack").WithTags("matter");
        api.MapGet("/matters/{id}/papers/{n:int}/docx", DocxAsync).Produces(200, contentType: Docx.MediaType)
            .WithName("get-paper-docx").WithSummary("文书的 DOCX · The paper as DOCX").WithTags("matter");
    }

    private static async Task<IResult> PlanAsync(string id, string template, string? subjects, HttpContext http, Platform platform)
    {
        if (await Reading.FindAsync(id, http, platform) is not { } matter || !platform.Law.Documents.TryGetValue(template, out var chosen))
            return Problems.NotFound;
        var actor = (await http.ActorAsync())!;
        var about = (subjects ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (plan, no) = PaperPlan.Of(chosen, matter, platform.Law, about, new PaperBy(actor.UnitName, actor.Name), new Dictionary<string, string>());
        return plan is null ? Problems.Refused(no!) : Results.Json(new PaperPlanView(chosen.Id, plan.IsComplete, plan.Owed, plan.Asked, plan.Papers), Json.Options);
    }

    private static async Task<IResult> ListAsync(string id, HttpContext http, Platform platform) =>
        await Reading.FindAsync(id, http, platform) is { } matter
            ? Results.Json(new PaperList(matter.Id.Value, matter.Version, [.. matter.Papers.Select(p => Item(p, matter, platform.Law))]), Json.Options)
            : Problems.NotFound;

    private static async Task<IResult> OneAsync(string id, int n, HttpContext http, Platform platform) =>
        await Reading.FindAsync(id, http, platform) is { } matter && matter.Paper(n) is { } paper
            ? Results.Json(new PaperView(Item(paper, matter, platform.Law), paper.Text, paper.Latest.Values, paper.Notes, paper.Services, [.. PaperDifferences.Of(paper, matter, platform.Law).Select(DifferenceView.Of)]), Json.Options)
            : Problems.NotFound;

    private static async Task<IResult> DocxAsync(string id, int n, HttpContext http, Platform platform)
    {
        if (await Reading.FindAsync(id, http, platform) is not { } matter || matter.Paper(n) is not { } paper)
            return Problems.NotFound;
        var docx = Docx.Write(paper.Text);
        http.Response.Headers.ETag = $"\"{Docx.HashOf(docx)}\"";
        return Results.File(docx, Docx.MediaType, FileName(matter, paper));
    }

    /// <summary>MS-2026-0001-1-起诉书.docx: found again in a folder of downloads.</summary>
    internal static string FileName(Matter matter, Paper paper) => $"{matter.Id}-{paper.N}-{paper.Text.Title}.docx";

    private static PaperItem Item(Paper paper, Matter matter, LawBook law) =>
        new(paper.N, paper.Template, paper.Name, paper.State, paper.Number?.Text, [.. paper.Subject.Ids], paper.Versions.Count, paper.IsOutdated(matter, law), paper.Seal?.Hash);
}
