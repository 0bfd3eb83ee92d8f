using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Law;

namespace Zhijian.Web.Pages.Book;

/// <summary>The law book: which charges and instruments are recorded. For everybody.</summary>
public sealed class IndexModel(Platform platform) : PageModel
{
    public LawBook Law => platform.Law;

    public IReadOnlyList<Charge> Charges { get; } = [.. platform.Law.Charges.Values.OrderBy(c => int.Parse(c.Id.Split('-')[0])).ThenBy(c => c.Id, StringComparer.Ordinal)];
}
