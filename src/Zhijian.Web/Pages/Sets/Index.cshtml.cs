using Microsoft.AspNetCore.Mvc;
using Zhijian.Supervision.Models;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Sets;

/// <summary>The data sets: what each is, what the office imported last, and which models need it.</summary>
public sealed class IndexModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    public IReadOnlyList<(SetHave Have, IReadOnlyList<SupervisionModel> Models)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        var newest = await Desk.Sets.NewestAsync(Actor, Stop);
        var own = await Desk.Runs.OwnReadAsync(Actor, Stop);
        Rows = [.. Desk.Catalogue.All.Select(s => (new SetHave(s, newest.GetValueOrDefault(s.Id), own.GetValueOrDefault(s.Id)), (IReadOnlyList<SupervisionModel>)[.. Desk.Models.All.Where(m => m.Inputs.ContainsKey(s.Id))]))];
        await NamesAsync(newest.Values.Select(i => i.Person));
        return Page();
    }
}
