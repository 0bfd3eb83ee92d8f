using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Supervision.Dossiers;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Dossiers;

/// <summary>Finds a plaintiff, applicant or registrant in what the office imported.</summary>
public sealed class IndexModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    public const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<DossierSubject> Found { get; private set; } = [];

    public IReadOnlyList<DossierSource> Sources { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        (Found, Sources, Refusal) = await Desk.Dossiers.FindAsync(Actor, Text ?? "", Shown, Stop);
        return Page();
    }
}
