using Microsoft.AspNetCore.Mvc;
using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Comparison;
using Zhijian.Matters.Documents;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The papers of a matter: the list by state, one to read, what changed between two versions, and the DOCX.</summary>
public sealed class DocumentsModel(Platform platform) : MatterPage(platform)
{
    /// <summary>The paper that is read; null = none was chosen.</summary>
    public Paper? Chosen { get; private set; }

    /// <summary>The last version against the one before; empty where there is only one.</summary>
    public IReadOnlyList<ChangedLine> Changed { get; private set; } = [];

    /// <summary>What the chosen paper would say today otherwise; empty when nothing has changed.</summary>
    public IReadOnlyList<ChangedLine> Outdated { get; private set; } = [];

    /// <summary>The step that has just been taken.</summary>
    public Step? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, int? paper, string? form, string? done)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Done = done is null ? null : Platform.Runner.Steps.Find(done);
        if (paper is not { } n)
            return Page();
        if (Matter.Paper(n) is not { } chosen)
            return NotFound();
        if (form == "docx")
            return File(Docx.Write(chosen.Text), Docx.MediaType, Api.Papers.FileName(Matter, chosen));
        Chosen = chosen;
        if (chosen.Versions.Count > 1)
            Changed = PaperComparison.Of(chosen.Versions[^2].Text, chosen.Latest.Text);
        if (chosen.IsOutdated(Matter, Platform.Law) && PaperMaker.Again(chosen, Matter, Platform.Law) is { } again)
            Outdated = PaperComparison.Of(chosen.Latest.Text, again.Text);
        return Page();
    }

    /// <summary>Where the chosen paper says otherwise than the record.</summary>
    public IReadOnlyList<Difference> Differences => Chosen is null ? [] : DifferencesOf(Chosen);

    public IReadOnlyList<Difference> DifferencesOf(Paper paper) => PaperDifferences.Of(paper, Matter, Platform.Law);

    public bool IsOutdated(Paper paper) => paper.IsOutdated(Matter, Platform.Law);

    /// <summary>Steps that the state of the paper leaves open to the actor.</summary>
    public IReadOnlyList<Step> StepsFor(Paper paper) => [.. PaperSteps.For(paper.State).Where(May).Select(s => Platform.Runner.Steps.Find(s)!)];

    public bool MayMake => May("make-document");

    public Text SubjectsOf(Paper paper)
    {
        var names = string.Join('、', paper.Subject.Ids.Select(i => Matter.NameOf(i) ?? i));
        return new Text(names, names);
    }
}
