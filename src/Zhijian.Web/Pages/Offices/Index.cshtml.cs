using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Offices;

namespace Zhijian.Web.Pages;

/// <summary>The tree of procuratorates, one unit with what lies below it at a time.</summary>
public sealed class OfficesModel(Platform platform) : PageModel
{
    private const string Top = "100000";

    public Actor Actor { get; private set; } = null!;

    public UnitTree Tree => platform.Units;

    /// <summary>The unit whose lower units are shown.</summary>
    public Unit Unit { get; private set; } = null!;

    public Unit Own { get; private set; } = null!;

    /// <summary>The people of one's own unit; of other units none are shown.</summary>
    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? under)
    {
        Actor = (await HttpContext.ActorAsync())!;
        if (Tree.Find(string.IsNullOrEmpty(under) ? Top : under) is not { } unit)
            return NotFound();
        (Unit, Own) = (unit, Tree.Find(Actor.Unit)!);
        People = [.. (await platform.People.OfUnitAsync(Actor.Unit, HttpContext.RequestAborted)).Where(p => p.Roles.Length > 0)];
        return Page();
    }

    /// <summary>The lower units of lower units are opened in place, except at the top, where they would be too many.</summary>
    public bool Opens => Unit.Level != UnitLevel.Supreme;
}
