using System.Text;
using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Comparison;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Reading;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Card against document: a text that came in, held against the record of the matter. The text is neither stored nor logged.</summary>
public sealed class CompareModel(Platform platform) : MatterPage(platform)
{
    private const int Around = 14;

    public string Given { get; private set; } = "";

    /// <summary>Null while nothing was compared.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    public Text? Refused { get; private set; }

    /// <param name="file">The hash of a file of the matter: its text is compared; without one a text is pasted.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? file)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (file is null)
            return Page();
        if (FileOpening.Of(Matter, file, Actor.Id) is not { } opening)
            return NotFound();
        if (!opening.MayOpen)
            return StatusCode(StatusCodes.Status403Forbidden);
        await Platform.Reading.ReadAsync(opening.File.Hash, opening.File.MediaType, HttpContext.RequestAborted);
        var text = new StringBuilder();
        await foreach (var page in Platform.Reading.PagesAsync(opening.File.Hash, HttpContext.RequestAborted))
            if (text.Length <= FactReader.Longest) // a longer one is refused with its reason
                text.Append(page.Text).Append('\n');
        Given = text.ToString();
        Compare(new Text($"“{opening.File.Name}”没有可读的文字", $"“{opening.File.Name}” has no text that can be read"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Given = Request.Form["text"].ToString().ReplaceLineEndings("\n");
        Compare(new Text("先粘贴文书内容", "paste the text of the document first"));
        return Page();
    }

    private void Compare(Text empty)
    {
        if (Given.Trim().Length == 0)
            Refused = empty;
        else
            (Differences, Refused) = TextComparison.Of(Matter, Platform.Law, Given, made: false);
        if (Refused is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>The words around the place.</summary>
    public (string Before, string After) AroundOf(Difference d)
    {
        var (from, end) = (Math.Max(0, d.Start - Around), d.Start + d.Length);
        return (Given[from..d.Start], Given[end..Math.Min(Given.Length, end + Around)]);
    }
}
