using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Supervision.Clues;
using Zhijian.Web.Clues;

namespace Zhijian.Web.Pages.Clues;

/// <summary>The clues of the office by score, one of them open for review in place. Every condition is in the address.</summary>
public sealed class IndexModel(Platform platform) : PageModel
{
    internal const int PageSize = 20;

    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    public ClueQuery Query { get; private set; } = null!;

    public IReadOnlyList<ClueRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>Clues that the office transferred away; it still reads what comes of them.</summary>
    public int Sent { get; private set; }

    public IReadOnlyList<ClueFacet> Facets { get; private set; } = [];

    public IReadOnlyList<ClueRow> Recent { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    /// <summary>The clue that is open; null where the list is empty.</summary>
    public ClueReview? Review { get; private set; }

    /// <summary>The clue that was just judged.</summary>
    public Clue? Done { get; private set; }

    public Text TitleOf(string model) => platform.TitleOfModel(model);

    public Text? ReasonOf(string? reason) => platform.Clues.Words.Reason(reason)?.Title;

    public async Task<IActionResult> OnGetAsync(string? c, string? done)
    {
        var (actor, ct) = ((await HttpContext.ActorAsync())!, HttpContext.RequestAborted);
        Query = ClueQuery.Of(Request.Query);
        (Rows, Total) = await platform.ClueLists.FindAsync(actor, Query.Filter(actor), PageSize, (Query.Page - 1) * PageSize, ct);
        Pager = new Pager(Query.Page, Math.Max(1, (Total + PageSize - 1) / PageSize), n => (Query with { Page = n }).Url(), new Text($"共 {Total} 条，每页 {PageSize} 条", $"{Total} clues, {PageSize} a page"));
        if (Query.Page > Pager.Pages)
            return Redirect(Pager.Url(Pager.Pages));
        if (!Query.IsNarrow)
            Facets = Query.Facets(await platform.ClueLists.CountsAsync(actor, Query.Scope, ct), platform.TitleOfModel);
        Sent = (await platform.ClueLists.FindAsync(actor, new ClueFilter { Scope = ClueScope.Sent }, 1, 0, ct)).Total;
        Recent = await platform.ClueLists.RecentAsync(actor, ct: ct);
        if (ClueNumber.TryParse(done) is { } judged)
            Done = await platform.Clues.FindAsync(actor, judged, ct);
        if ((ClueNumber.TryParse(c) ?? (Rows.Count > 0 ? ClueNumber.Parse(Rows[0].Clue) : null)) is not { } number)
            return Page();
        Review = await ClueReview.OfAsync(platform, actor, number, Request.Query["rows"] == "all", list: Query.Conditions, ct: ct);
        return Review is null ? NotFound() : Page();
    }
}
