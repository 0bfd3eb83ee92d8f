using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Law;
using Zhijian.Web.Book;

namespace Zhijian.Web.Pages.Book;

/// <summary>One document: when it counts, what it repeals, which standards it gives.</summary>
public sealed class InstrumentModel(Platform platform) : PageModel
{
    public LawBook Law => platform.Law;

    public Instrument Instrument { get; private set; } = null!;

    /// <summary>By charge.</summary>
    public IReadOnlyList<(Charge Charge, StandardGroup Group)> Standards { get; private set; } = [];

    public IReadOnlyList<Instrument> RepealedBy { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (!platform.Law.Instruments.TryGetValue(id, out var instrument))
            return NotFound();
        Instrument = instrument;
        RepealedBy = [.. platform.Law.Instruments.Values.Where(i => i.Repeals.Contains(id))];
        Standards = [.. platform.Law.Charges.Values.Where(c => c.Thresholds.Any(t => t.Instrument == id))
            .Select(c => (c, new StandardGroup(c.Id, c.Title, [.. c.Thresholds.Where(t => t.Instrument == id)], [])))];
        return Page();
    }
}
