using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>A matter in a list.</summary>
public sealed record MatterItem(
    string Id, string Title, Text Headline, Secrecy Secrecy, string? Lead, string Persons, string RightHolders, string? RightType, string? RightName,
    IReadOnlyList<Track> Tracks, int Checks, PartialDate? RegisteredOn, PartialDate? ClosedOn, string? Published, long Version);

/// <summary>A page of matters and how many match in all.</summary>
public sealed record MatterPage(int Total, int Limit, int Offset, IReadOnlyList<MatterItem> Items);

/// <summary>What somebody owes in a matter, by when and why.</summary>
public sealed record WorkView(
    string Matter, string MatterTitle, string Key, Text Title, Holder Holder, Track Track, Stage? Stage, string? Step, string Subjects, string Charges,
    Custody Custody, string? Lead, Secrecy Secrecy, PartialDate? OpenedOn, DateOnly? Due, Article? Article, Text Length, Text Remark, Text? Question);

/// <summary>A page of work items, with how many items in how many matters match in all.</summary>
public sealed record WorkPage(int Total, int Matters, int Limit, int Offset, IReadOnlyList<WorkView> Items);

/// <summary>The lists: matters by words, and what is to be done. What the actor may not see is neither listed nor counted.</summary>
internal static class Lists
{
    private const int MostOffset = 1_000_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/matters", MattersAsync).Produces<MatterPage>()
            .WithName("list-matters").WithSummary("案件检索 · Matters that match all words, newest first").WithTags("lists")
            .WithMetadata(
                new QueryParameter("q", typeof(string), SearchApi.QueryZh, SearchApi.QueryEn),
                new QueryParameter("published", typeof(bool), "true 只列公开案例，false 只列本院案件", "true: published cases only; false: matters of the offices only"),
                new QueryParameter("limit", typeof(int), "1 至 200，默认 50", "1 to 200, by default 50"),
                new QueryParameter("offset", typeof(int), "跳过的件数", "how many to skip"));
        api.MapGet("/work", WorkAsync).Produces<WorkPage>()
            .WithName("list-work").WithSummary("工作台 · What is to be done, by due date").WithTags("lists")
            .WithMetadata(
                new QueryParameter("who", typeof(string), "me（默认：本人承办）、all（可见的全部）或人员编号", "me (by default: matters that you lead), all (everything that you may see), or the id of a person"),
                new QueryParameter("holder", typeof(Holder), "由谁履行", "who owes it"),
                new QueryParameter("waiting", typeof(bool), "只列他人应履行的", "only what others owe"),
                new QueryParameter("stage", typeof(Stage), "阶段", "stage"),
                new QueryParameter("track", typeof(Track), "职能", "function"),
                new QueryParameter("inCustody", typeof(bool), "只列在押的", "only persons in custody"),
                new QueryParameter("asks", typeof(bool), "只列缺少事实、有待回答的", "only items for which a fact is missing"),
                new QueryParameter("secret", typeof(bool), "只列限知悉范围的", "only matters kept to a circle"),
                new QueryParameter("published", typeof(bool), "公开案例", "published cases"),
                new QueryParameter("dueFrom", typeof(DateOnly), "到期日起", "due on or after"),
                new QueryParameter("dueTo", typeof(DateOnly), "到期日止", "due on or before"),
                new QueryParameter("fixed", typeof(bool), "只列末日不顺延的", "only items whose last day does not move"),
                new QueryParameter("dated", typeof(bool), "只列有期限的", "only items with a clock"),
                new QueryParameter("step", typeof(string), "下一步", "the step to take"),
                new QueryParameter("limit", typeof(int), "1 至 1000，默认 200", "1 to 1000, by default 200"),
                new QueryParameter("offset", typeof(int), "跳过的项数", "how many to skip"));
    }

    private static async Task<IResult> MattersAsync(HttpContext http, Platform platform)
    {
        var query = new QueryReader(http.Request);
        var (words, published, limit, offset) = (query.Text("q"), query.YesNo("published"), query.Number("limit", 50, 1, 200), query.Number("offset", 0, 0, MostOffset));
        var asked = words is null ? null : query.Query(platform.Search, words);
        if (query.Problem(http) is { } problem)
            return problem;
        var (rows, total) = await platform.Lists.MattersAsync((await http.ActorAsync())!, asked, published, limit, offset, http.RequestAborted);
        return Results.Json(new MatterPage(total, limit, offset, [.. rows.Select(Item)]), Json.Options);
    }

    private static async Task<IResult> WorkAsync(HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        var query = new QueryReader(http.Request);
        var who = query.Text("who") ?? "me";
        var filter = new WorkFilter
        {
            Lead = who switch { "me" => actor.Id, "all" => null, _ => who },
            Holder = query.Word<Holder>("holder"),
            Waiting = query.YesNo("waiting") == true,
            Stage = query.Word<Stage>("stage"),
            Track = query.Word<Track>("track"),
            InCustody = query.YesNo("inCustody") == true,
            Asks = query.YesNo("asks") == true,
            Secret = query.YesNo("secret") == true,
            Published = query.YesNo("published"),
            DueFrom = query.Day("dueFrom"),
            DueTo = query.Day("dueTo"),
            Fixed = query.YesNo("fixed") == true,
            Dated = query.YesNo("dated") == true,
            Step = query.Text("step"),
        };
        var (limit, offset) = (query.Number("limit", 200, 1, 1000), query.Number("offset", 0, 0, MostOffset));
        if (query.Problem(http) is { } problem)
            return problem;
        var counts = await platform.Lists.CountAsync(actor, new Dictionary<string, WorkFilter>(StringComparer.Ordinal) { ["all"] = filter }, http.RequestAborted);
        var rows = await platform.Lists.WorkAsync(actor, filter, limit, offset, http.RequestAborted);
        return Results.Json(new WorkPage(counts["all"].Items, counts["all"].Matters, limit, offset, [.. rows.Select(View)]), Json.Options);
    }

    private static MatterItem Item(MatterRow r) => new(
        r.Matter, r.Title, new Text(r.HeadlineZh, r.HeadlineEn), Words.Parse<Secrecy>(r.Secrecy)!.Value, r.Lead, r.Persons, r.Holders, r.RightType, r.RightName,
        [.. r.Tracks.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => Words.Parse<Track>(t)!.Value)], (int)r.Checks,
        Date(r.RegisteredOn), Date(r.ClosedOn), r.Published, r.Version);

    private static WorkView View(WorkRow r) => new(
        r.Matter, r.MatterTitle, r.Key, new Text(r.TitleZh, r.TitleEn), Words.Parse<Holder>(r.Holder)!.Value, Words.Parse<Track>(r.Track)!.Value,
        r.Stage is null ? null : Words.Parse<Stage>(r.Stage), r.Step, r.Subjects, r.Charges, Words.Parse<Custody>(r.Custody)!.Value, r.Lead,
        Words.Parse<Secrecy>(r.Secrecy)!.Value, Date(r.OpenedOn), r.Due is null ? null : DateOnly.ParseExact(r.Due, "yyyy-MM-dd"),
        r.Law.Length == 0 ? null : new Article(r.Law, Words.Parse<RefStatus>(r.LawStatus)!.Value), new Text(r.LengthZh, r.LengthEn),
        new Text(r.RemarkZh, r.RemarkEn), r.QuestionZh is null ? null : new Text(r.QuestionZh, r.QuestionEn!));

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
