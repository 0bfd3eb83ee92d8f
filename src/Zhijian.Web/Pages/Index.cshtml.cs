using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Web.Docket;

namespace Zhijian.Web.Pages;

/// <summary>The workbench: what is owed in the matters that the actor may see, by urgency.</summary>
public sealed class IndexModel(Platform platform, Ui ui) : PageModel
{
    public DocketBoard Board { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var actor = (await HttpContext.ActorAsync())!;
        if (actor.Roles.All(r => r == Role.Administrator))
            return Redirect("/people"); // an administrator sees no matter
        var query = DocketQuery.Parse(name => Request.Query[name], actor);
        Board = await DocketBoard.LoadAsync(platform, actor, query, ui.IsEnglish, HttpContext.RequestAborted);
        return query.Page > Board.Pages ? Redirect((query with { Page = Board.Pages }).Url()) : Page();
    }

    public Pager Pager => new(
        Board.Query.Page,
        Board.Pages,
        n => (Board.Query with { Page = n }).Url(),
        new Text($"共 {Board.Total} 项，每页 {DocketBoard.PageSize} 项", $"{Board.Total} items, {DocketBoard.PageSize} a page"));

    public bool May(string step) => platform.Runner.Steps.Find(step)?.Procedure.Who.Any(Board.Actor.Is) == true;

    /// <summary>The actor may do what the row asks for; the page of the step decides again.</summary>
    public bool May(WorkRow row) => May(row.Step ?? "record-performance");

    public Text? TitleOf(string? step) => platform.Runner.Steps.Find(step ?? "record-performance")?.Procedure.Title;

    public string Charges(WorkRow row) => DocketRows.Charges(row.Charges, platform.Law.Vocabulary, ui.IsEnglish);
}
