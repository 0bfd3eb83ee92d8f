using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Parties;
using Zhijian.Search;

namespace Zhijian.Web.Pages;

/// <summary>The search over everything that the actor may see. All of it is in the address.</summary>
public sealed class SearchModel(Platform platform) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>What is wrong with the query; null where nothing is.</summary>
    public Text? Wrong { get; private set; }

    public SearchFilter Filter { get; private set; } = SearchFilter.None;

    /// <summary>Null where nothing was asked.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>Parties whose name is another writing of what was asked for.</summary>
    public IReadOnlyList<SameParty> Alike { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim();
        string? Given(string name) => Request.Query[name].ToString() is { Length: > 0 and < 100 } value ? value : null;
        Filter = new SearchFilter(Law.Words.Parse<ThingKind>(Given("kind")), Given("track"), Given("stage"), Given("office"), Given("year"));
        if (Words is null)
            return Page();
        (var query, Wrong) = platform.Search.Parse(Words);
        if (query is null)
            return Page();
        // not bound: “page” is also the name of the Razor page in the route
        var page = int.TryParse(Request.Query["page"], out var number) && number is > 1 and < 10_000 ? number : 1;
        Answer = await platform.Search.FindAsync((await HttpContext.ActorAsync())!, query, Filter, PageSize, (page - 1) * PageSize, HttpContext.RequestAborted);
        if (page == 1 && query.IsPlain)
            Alike = await platform.Parties.NamedAsync((await HttpContext.ActorAsync())!, query.Given, PartyLookup.Shown, HttpContext.RequestAborted);
        var total = Answer.Total;
        Pager = new Pager(page, Math.Max(1, (total + PageSize - 1) / PageSize), n => Url(Words, Filter, n), new Text($"共 {total} 条，每页 {PageSize} 条", $"{total} results, {PageSize} a page"));
        return page > Pager.Pages ? Redirect(Pager.Url(Pager.Pages)) : Page();
    }

    public string NameOf(SearchProperty property, string value, Language language) => SearchNames.Of(property, value, platform).In(language);

    /// <summary>Properties by which the answer can be narrowed down further, or was.</summary>
    public IEnumerable<SearchFacet> Facets => Answer!.Facets.Where(f => f.Counts.Count > 1 || SearchNames.Chosen(Filter, f.Property) is not null);

    public new static string Url(string? words, SearchFilter filter, int page = 1)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", words), .. Enum.GetValues<SearchProperty>().Select(p => (Law.Words.Kebab(p), SearchNames.Chosen(filter, p))), ("page", page > 1 ? page.ToString() : null),
        ];
        return "/search" + QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}
