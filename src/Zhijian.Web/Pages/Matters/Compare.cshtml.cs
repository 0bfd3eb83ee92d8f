using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Matters.Comparison;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Card against document: a text that came in, held against the record of the matter. The text is neither stored nor logged.</summary>
public sealed class CompareModel(Platform platform) : MatterPage(platform)
{
    private const int Around = 14;

    public string Given { get; private set; } = "";

    /// <summary>Null while nothing was compared.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    public Text? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id) => await OpenAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Given = Request.Form["text"].ToString().ReplaceLineEndings("\n");
        if (Given.Trim().Length == 0)
            Refused = new Text("先粘贴文书内容", "paste the text of the document first");
        else
            (Differences, Refused) = TextComparison.Of(Matter, Platform.Law, Given, made: false);
        if (Refused is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The words around the place.</summary>
    public (string Before, string After) AroundOf(Difference d)
    {
        var (from, end) = (Math.Max(0, d.Start - Around), d.Start + d.Length);
        return (Given[from..d.Start], Given[end..Math.Min(Given.Length, end + Around)]);
    }
}
