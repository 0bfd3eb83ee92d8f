using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Parties;
using Zhijian.Search;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>Something that was found. <paramref name="Item"/>: its id in the matter: the number of a paper, E1, the hash of a file, the version of an entry.</summary>
/// <param name="Page">The page of a file; null where it has none.</param>
/// <param name="Excerpt">The surroundings of the first hit, piece by piece; those that are a hit are marked.</param>
public sealed record SearchItem(
    ThingKind Kind, Text KindTitle, string Matter, string MatterTitle, string Item, int? Page, string Title, IReadOnlyList<ExcerptPart> Excerpt, string? Day, string Url)
{
    public static SearchItem Of(SearchHit h) => new(
        h.Kind, h.Kind.Label(), h.Matter, h.MatterTitle, h.Item, h.Page > 0 ? h.Page : null, SearchNames.Plain(h.Title), h.Excerpt, h.Day.Length > 0 ? h.Day : null, SearchNames.UrlOf(h));
}

/// <summary>One value by which the answer can be narrowed down, and what would be left.</summary>
public sealed record FacetValue(string Value, Text Title, int Count);

/// <summary>A property by which the answer can be narrowed down.</summary>
public sealed record FacetView(SearchProperty Property, IReadOnlyList<FacetValue> Values);

/// <summary>A party whose name is another writing of what was asked for: the words alone would miss it.</summary>
public sealed record AlikeParty(string Matter, string MatterTitle, string Party, string Name, double Bits)
{
    public static AlikeParty Of(SameParty s) => new(s.Matter, s.Title, s.Other.Id, s.Other.Name, s.Explanation!.Score);
}

/// <summary>A page of what was found; on the first page <paramref name="Alike"/> too.</summary>
public sealed record SearchPage(int Total, int Limit, int Offset, IReadOnlyList<SearchItem> Items, IReadOnlyList<FacetView> Facets, IReadOnlyList<AlikeParty> Alike);

/// <summary>A name that begins as typed.</summary>
public sealed record SuggestedName(NameKind Kind, Text KindTitle, string Name, int Matters);

/// <summary>Names that begin as typed.</summary>
public sealed record Suggestions(IReadOnlyList<SuggestedName> Items);

/// <summary>Search and suggestions. What the actor may not see is neither found nor counted nor suggested.</summary>
internal static class SearchApi
{
    public const string QueryZh = "全部词都须出现；\"引号\"内连在一起，-词 不得出现，当事人: 品牌: 文号: 标题: 限定栏目；名称可用拼音";
    public const string QueryEn = "all words must occur; \"phrases\", -word, and the fields party: brand: no: title:; names also by pinyin";

    private const int MostOffset = 100_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/search", FindAsync).Produces<SearchPage>()
            .WithName("search").WithSummary("查找 · Search matters, papers, exhibits, files and entries").WithTags("lists")
            .WithMetadata(
                new QueryParameter("q", typeof(string), QueryZh, QueryEn),
                new QueryParameter("kind", typeof(ThingKind), "种类", "kind"),
                new QueryParameter("track", typeof(Track), "职能", "function"),
                new QueryParameter("stage", typeof(Stage), "案件所处阶段", "stage of the matter"),
                new QueryParameter("office", typeof(string), "单位的路径，见 facets", "path of the unit, as facets give it"),
                new QueryParameter("year", typeof(int), "年份", "year"),
                new QueryParameter("limit", typeof(int), "1 至 100，默认 20", "1 to 100, by default 20"),
                new QueryParameter("offset", typeof(int), "跳过的条数", "how many to skip"));
        api.MapGet("/search/suggest", SuggestAsync).Produces<Suggestions>()
            .WithName("suggest").WithSummary("输入提示 · Names, brands and numbers that begin as typed").WithTags("lists")
            .WithMetadata(new QueryParameter("q", typeof(string), "已输入的开头：汉字、字母、拼音或编号", "the beginning: characters, letters, pinyin or a number"));
    }

    private static async Task<IResult> FindAsync(HttpContext http, Platform platform)
    {
        var reader = new QueryReader(http.Request);
        var query = reader.Query(platform.Search, reader.Text("q") ?? "");
        var filter = new SearchFilter(
            reader.Word<ThingKind>("kind"), reader.Word<Track>("track") is { } track ? Words.Kebab(track) : null, reader.Word<Stage>("stage") is { } stage ? Words.Kebab(stage) : null,
            reader.Text("office"), reader.Number("year", 0, 1900, 2099) is > 0 and var year ? $"{year}" : null);
        var (limit, offset) = (reader.Number("limit", 20, 1, 100), reader.Number("offset", 0, 0, MostOffset));
        if (reader.Problem(http) is { } problem)
            return problem;
        var answer = await platform.Search.FindAsync((await http.ActorAsync())!, query!, filter, limit, offset, http.RequestAborted);
        var alike = offset == 0 && query!.IsPlain ? await platform.Parties.NamedAsync((await http.ActorAsync())!, query.Given, PartyLookup.Shown, http.RequestAborted) : [];
        return Results.Json(
            new SearchPage(
                answer.Total, limit, offset, [.. answer.Hits.Select(SearchItem.Of)],
                [.. answer.Facets.Select(f => new FacetView(f.Property, [.. f.Counts.Select(c => new FacetValue(c.Value, SearchNames.Of(f.Property, c.Value, platform), c.Count))]))], [.. alike.Select(AlikeParty.Of)]),
            Json.Options);
    }

    private static async Task<IResult> SuggestAsync(HttpContext http, Platform platform)
    {
        var reader = new QueryReader(http.Request);
        var typed = reader.Text("q") ?? "";
        if (reader.Problem(http) is { } problem)
            return problem;
        var names = typed.Length > 100 ? [] : await platform.Search.SuggestAsync((await http.ActorAsync())!, typed, http.RequestAborted);
        return Results.Json(new Suggestions([.. names.Select(n => new SuggestedName(n.Kind, n.Kind.Label(), n.Name, n.Matters))]), Json.Options);
    }
}
