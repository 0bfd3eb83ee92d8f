using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Offices;
using Zhijian.Search;

namespace Zhijian.Web.Pages;

/// <summary>All matters that the actor may see, and the search in them.</summary>
public sealed class MattersModel(Platform platform) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "published")]
    public string? Published { get; set; }

    /// <summary>What is wrong with the words; null where nothing is.</summary>
    public Text? Wrong { get; private set; }

    public Actor Actor { get; private set; } = null!;

    public IReadOnlyList<MatterRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonRow> People { get; private set; } = null!;

    /// <summary>How many there are of each: null = all, yes, no.</summary>
    public IReadOnlyList<(string? Published, Text Title, int Count)> Views { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Actor = (await HttpContext.ActorAsync())!;
        Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim();
        Published = Published is "yes" or "no" ? Published : null;
        // not bound: “page” is also the name of the Razor page in the route
        var page = int.TryParse(Request.Query["page"], out var number) && number is > 1 and < 100_000 ? number : 1;
        var ct = HttpContext.RequestAborted;
        SearchQuery? query = null;
        if (Words is not null)
            (query, Wrong) = platform.Search.Parse(Words);
        async Task<int> Count(bool? published) => Wrong is not null ? 0 : (await platform.Lists.MattersAsync(Actor, query, published, 0, 0, ct)).Total;
        var total = 0;
        if (Wrong is null)
            (Rows, total) = await platform.Lists.MattersAsync(Actor, query, Published is null ? null : Published == "yes", PageSize, (page - 1) * PageSize, ct);
        var (own, shown) = (await Count(false), await Count(true));
        Views = [(null, new Text("全部", "All"), own + shown), ("no", new Text("办理案件", "Handled"), own), ("yes", new Text("公开案例", "Published cases"), shown)];
        People = await platform.People.FindAsync(Rows.Select(r => r.Lead).OfType<string>(), ct);
        Pager = new Pager(page, Math.Max(1, (total + PageSize - 1) / PageSize), n => Url(Words, Published, n), new Text($"共 {total} 件，每页 {PageSize} 件", $"{total} matters, {PageSize} a page"));
        return page > Pager.Pages ? Redirect(Pager.Url(Pager.Pages)) : Page();
    }

    public new static string Url(string? words, string? published, int page = 1)
    {
        (string Name, string? Value)[] parts = [("q", words), ("published", published), ("page", page > 1 ? page.ToString() : null)];
        return "/matters" + QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }

    /// <summary>注册商标专用权 without the list of its kinds in brackets.</summary>
    public Text? RightOf(MatterRow row) => row.RightType is { } type && platform.Law.Vocabulary.Right(type)?.Title is { } title
        ? new Text(title.Zh.Split('（')[0], title.En)
        : null;

    public bool MayRegister => platform.Runner.Steps.Find("register-matter")?.Procedure.Who.Any(Actor.Is) == true;

    /// <summary>The mark of a published case: how near to the original its source is.</summary>
    public static (string Mark, Text Says) SourceOf(string kind) => kind switch
    {
        "official" => ("ok", new Text("官方发布", "official source")),
        "judgment" => ("ok", new Text("裁判文书", "judgment")),
        "press" => ("", new Text("新闻报道", "press report")),
        _ => ("unk", new Text("? 转载，未见原文", "? re-post, original not seen")),
    };
}
