using System.Text;
using Microsoft.AspNetCore.Html;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;
using Zhijian.Search;

namespace Zhijian.Web;

/// <summary>What search says to people: where a hit is read, and the names of what an answer is narrowed down by.</summary>
public static class SearchNames
{
    /// <summary>The address at which the thing is read.</summary>
    public static string UrlOf(SearchHit hit) => $"/matters/{hit.Matter}" + hit.Kind switch
    {
        ThingKind.Paper => $"/documents?paper={hit.Item}",
        ThingKind.Exhibit => $"/evidence#{hit.Item}",
        ThingKind.Document => $"/files/{hit.Item}{(hit.Page > 0 ? $"?page={hit.Page}" : "")}",
        ThingKind.Entry => $"#e{hit.Item}",
        _ => "",
    };

    public static Text Of(SearchProperty property) => property switch
    {
        SearchProperty.Kind => new Text("种类", "Kind"),
        SearchProperty.Track => new Text("职能", "Function"),
        SearchProperty.Stage => new Text("阶段", "Stage"),
        SearchProperty.Office => new Text("单位", "Office"),
        _ => new Text("年份", "Year"),
    };

    public static Text Of(SearchProperty property, string value, Platform platform) => property switch
    {
        SearchProperty.Kind when Words.Parse<ThingKind>(value) is { } kind => kind.Label(),
        SearchProperty.Track when Words.Parse<Track>(value) is { } track => TrackNames.Of(track),
        SearchProperty.Stage when Words.Parse<Stage>(value) is { } stage => stage.Label(),
        SearchProperty.Office when platform.Units.Find(value.TrimEnd('/').Split('/')[^1]) is { } unit => new Text(Names.Of(unit, english: false), Names.Of(unit, english: true)),
        _ => new Text(value, value),
    };

    /// <summary>The value that the filter has for the property; null where it takes all.</summary>
    public static string? Chosen(SearchFilter filter, SearchProperty property) => property switch
    {
        SearchProperty.Kind => filter.Kind is { } kind ? Words.Kebab(kind) : null,
        SearchProperty.Track => filter.Track,
        SearchProperty.Stage => filter.Stage,
        SearchProperty.Office => filter.Office,
        _ => filter.Year,
    };

    public static SearchFilter With(SearchFilter filter, SearchProperty property, string? value) => property switch
    {
        SearchProperty.Kind => filter with { Kind = Words.Parse<ThingKind>(value) },
        SearchProperty.Track => filter with { Track = value },
        SearchProperty.Stage => filter with { Stage = value },
        SearchProperty.Office => filter with { Office = value },
        _ => filter with { Year = value },
    };

    /// <summary>Every character encoded, the hits marked.</summary>
    public static IHtmlContent Marked(IReadOnlyList<ExcerptPart> parts)
    {
        var html = new StringBuilder();
        foreach (var part in parts)
            html.Append(part.Hit ? $"<mark class=\"zj-found\">{Marks.E(part.Text)}</mark>" : Marks.E(part.Text));
        return new HtmlString(html.ToString());
    }

    public static string Plain(IReadOnlyList<ExcerptPart> parts) => string.Concat(parts.Select(p => p.Text));
}
