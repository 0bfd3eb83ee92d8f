using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Pages.Clues;

/// <summary>Precision and yield of every model of whose clues the actor may know; each figure opens the clues that it counts.</summary>
public sealed class ModelsModel(Platform platform) : PageModel
{
    public IReadOnlyList<(string Id, IReadOnlyList<ModelPerformance> Rows)> Models { get; private set; } = [];

    public Text TitleOf(string model) => platform.TitleOfModel(model);

    public async Task OnGetAsync() =>
        Models = [.. (await platform.ClueLists.PerformanceAsync((await HttpContext.ActorAsync())!, ct: HttpContext.RequestAborted)).GroupBy(r => r.Model, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<ModelPerformance>)[.. g]))];
}
