using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Law;
using Zhijian.Web.Book;

namespace Zhijian.Web.Pages.Book;

/// <summary>One charge: its texts side by side and its standards through time.</summary>
public sealed class ChargeModel(Platform platform) : PageModel
{
    public LawBook Law => platform.Law;

    public Charge Charge { get; private set; } = null!;

    public IReadOnlyList<StandardGroup> Groups { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (!platform.Law.Charges.TryGetValue(id, out var charge))
            return NotFound();
        Charge = charge;
        Groups = StandardGroup.Of(charge, platform.Law.Vocabulary.Standards, platform.Runner.Today);
        return Page();
    }
}
