using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Marks;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages;

/// <summary>Similar word marks in what the office imported. All of the question is in the address; it touches no matter and leaves no trace.</summary>
public sealed class SimilarMarksModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Written { get; set; }

    [BindProperty(SupportsGet = true, Name = "class")]
    public string? Classes { get; set; }

    [BindProperty(SupportsGet = true, Name = "group")]
    public string? Groups { get; set; }

    [BindProperty(SupportsGet = true, Name = "generic")]
    public string? Generic { get; set; }

    [BindProperty(SupportsGet = true, Name = "only")]
    public bool Only { get; set; }

    public (string Field, Text Says)? Wrong { get; private set; }

    /// <summary>Why nothing can be searched; null where something can.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Null where nothing was asked.</summary>
    public MarkAnswer? Answer { get; private set; }

    /// <summary>Marks from which there is basically no difference as far as words tell, or may be none: another question than likeness.</summary>
    public IReadOnlyList<(MarkHit Hit, IdenticalMark Judged)> Identical { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        if (Written is null)
            return Page();
        var (request, field, wrong) = SimilarMarksRequest.Read(Written, Classes, Groups, Only, Generic, Shown);
        if (request is null)
        {
            Wrong = (field, wrong);
            return Page();
        }
        (var shelf, Refusal) = await Desk.Marks.OpenAsync(Actor, build: false, Stop);
        if (shelf is null)
            return Page();
        Answer = shelf.Search(request.Query);
        Identical = [.. Answer.Hits.Select(h => (h, Judged: request.Judge(Desk.Marks.Signs, h.Mark.Written))).Where(j => j.Judged.Answer == Kernel.Answer.Yes || j.Judged.Differences.Contains(MarkDifference.VariantCharacters))];
        return Page();
    }

    public string? Invalid(string field) => Wrong?.Field == field ? "true" : null;
}
