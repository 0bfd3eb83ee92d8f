using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Files of a matter: taken in by content, handed out under the name and type with which they came.</summary>
public sealed class FilesModel(Platform platform) : MatterPage(platform)
{
    public Text? Error { get; private set; }

    public string On { get; private set; } = "";

    /// <summary>The exhibit to which the file belongs.</summary>
    public string? Exhibit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? hash, string? exhibit, int? page)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Exhibit = Matter.Exhibit(exhibit ?? "")?.Id;
        On = Platform.Runner.Today.ToString("yyyy-MM-dd");
        if (hash is null)
            return Page();
        if (FileOpening.Of(Matter, hash, Actor.Id) is not { } opening)
            return NotFound();
        if (!opening.MayOpen)
            return StatusCode(StatusCodes.Status403Forbidden);
        // a page that a search found is read in the reader, which shows the files of exhibits
        if (page is { } n && Matter.Exhibits.FirstOrDefault(e => e.Files.Any(f => f.Hash == hash)) is { } read)
            return Redirect(At($"/read/{read.Id}/{hash}?page={n}"));
        try
        {
            await Platform.OpenedAsync(Actor.Id, Matter, opening);
            return File(Platform.Store.Attachments.Open(opening.File.Hash), opening.File.MediaType, opening.File.Name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return NotFound();
        }
    }

    public async Task<IActionResult> OnPostAsync(string id, IFormFile? file, string? on, string? exhibit)
    {
        if (!await OpenAsync(id))
            return NotFound();
        (On, Exhibit) = (on ?? "", exhibit);
        var step = Platform.Runner.Steps.Find("attach-document")!;
        if (!Access.May(Actor, step.Procedure, Matter))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (file is null)
            return Again(new Text("没有选择文件", "no file was chosen"));
        if (PartialDate.TryParse(on)?.Day is not { } day)
            return Again(new Text($"“{on}”不是日期，例如 2026-09-28", $"“{on}” is no date, e.g. 2026-09-28"));
        if (FileNames.Wrong(file.FileName) is { } unreadable)
            return Again(unreadable);
        StoredFile stored;
        try
        {
            await using var content = file.OpenReadStream();
            stored = await Platform.Store.Attachments.SaveAsync(content, ct: HttpContext.RequestAborted);
        }
        catch (AttachmentRefusedException refused)
        {
            return Again(new Text(refused.Message, refused.Message));
        }
        Platform.Reading.Ask(stored.Hash, stored.MediaType);
        return await Platform.Runner.RunAsync(Actor, Matter.Id, step, new AttachDocument(day, stored.Hash, FileNames.Safe(file.FileName) ?? "file", stored.Size, stored.MediaType, exhibit)) switch
        {
            StepOutcome.Done when !string.IsNullOrEmpty(exhibit) => Redirect(At($"/evidence#{exhibit}")),
            StepOutcome.Done done => Redirect(At($"?done={done.Version - 1}-{done.Version}#done")),
            StepOutcome.Refused refused => Again(new Text($"{refused.Refusal.Says.Zh}；{refused.Refusal.Remedy.Zh}", $"{refused.Refusal.Says.En}; {refused.Refusal.Remedy.En}")),
            StepOutcome.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            _ => NotFound(),
        };
    }

    private IActionResult Again(Text error)
    {
        Error = error;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
