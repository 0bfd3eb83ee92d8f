using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Law;

namespace Zhijian.Web.Pages.Book;

/// <summary>The documents on which the law book rests.</summary>
public sealed class InstrumentsModel(Platform platform) : PageModel
{
    public IReadOnlyList<(Instrument Instrument, int Standards)> Rows { get; } =
        [.. platform.Law.Instruments.Values.OrderByDescending(i => i.From).Select(i => (i, platform.Law.Charges.Values.SelectMany(c => c.Thresholds).Count(t => t.Instrument == i.Id)))];
}
