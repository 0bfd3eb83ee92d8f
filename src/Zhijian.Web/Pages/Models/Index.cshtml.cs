using Microsoft.AspNetCore.Mvc;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Models;

/// <summary>All models: what each needs and whether the office has it, how often it was right, and when it ran last.</summary>
public sealed class IndexModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    /// <summary>A model with its data, what people made of its clues, and its newest run.</summary>
    public sealed record Row(SupervisionModel Model, IReadOnlyList<SetHave> Sets, int Confirmed, int Judged, RunRow? Last);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<BrokenModel> Broken => Desk.Models.Broken;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        var newest = await Desk.Sets.NewestAsync(Actor, Stop);
        var own = await Desk.Runs.OwnReadAsync(Actor, Stop);
        var performance = (await Platform.ClueLists.PerformanceAsync(Actor, ct: Stop)).ToLookup(p => p.Model, StringComparer.Ordinal);
        var runs = await Desk.Runs.NewestAsync(Actor, Stop);
        Rows =
        [
            .. Desk.Models.All.Select(model => new Row(
                model, [.. model.Inputs.Keys.Select(id => new SetHave(Desk.Catalogue.Find(id)!, newest.GetValueOrDefault(id), own.GetValueOrDefault(id)))], performance[model.Id].Sum(p => p.Confirmed), performance[model.Id].Sum(p => p.Judged),
                runs.GetValueOrDefault(model.Id))),
        ];
        return Page();
    }
}
