using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Sets;

/// <summary>One data set: its columns, its imports, and the place where a file is sent. The file goes to disk as it comes, never into memory.</summary>
[IgnoreAntiforgeryToken] // it is the first part of the form and checked here, before the file is read
[StreamedForm]
[RequestSizeLimit(Attachments.MaxUploadBytes + (1 << 16))]
public sealed class SetModel(Platform platform, Ui ui, IAntiforgery antiforgery) : DeskPage(platform, ui)
{
    private const int LongestSource = 200;

    public DataSet Set { get; private set; } = null!;

    public IReadOnlyList<SetImportRow> History { get; private set; } = [];

    public IReadOnlyList<SupervisionModel> Models { get; private set; } = [];

    /// <summary>What matters say of it, where nothing is imported and that is enough; else null.</summary>
    public SetHave? Own { get; private set; }

    /// <summary>What was typed as the source; that of the last import before.</summary>
    public string Source { get; private set; } = "";

    public FieldError? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!MayAct || !Set.TakesFiles)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) is false || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary)
            return BadRequest();
        Request.ContentType = null; // whatever is answered, an error page must not look for a form in a body that is gone
        try
        {
            return await TakeAsync(new MultipartReader(boundary.Value!, Request.Body));
        }
        catch (SourceUnreadableException e)
        {
            return Again("file", e.Why);
        }
        catch (InvalidDataException)
        {
            return BadRequest();
        }
    }

    private async Task<IActionResult> TakeAsync(MultipartReader reader)
    {
        var allowed = false;
        while (await reader.ReadNextSectionAsync(Stop) is { } section)
        {
            var part = section.GetContentDispositionHeader();
            switch (part?.Name.Value?.Trim('"'))
            {
                case "__RequestVerificationToken":
                    Request.Headers["RequestVerificationToken"] = await TextAsync(section);
                    allowed = await antiforgery.IsRequestValidAsync(HttpContext);
                    break;
                case "source":
                    Source = (await TextAsync(section)).Trim();
                    break;
                case "file" when !allowed:
                    return BadRequest();
                case "file" when Source.Length is 0 or > LongestSource:
                    return Again("source", new Text("写明提供单位和系统，例如“市市场监管局 处罚系统导出”；再选一次文件", "name who provided the data, and from which system; then choose the file again"));
                case "file" when FileNames.Safe(HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value) is { } name:
                    var pending = await Desk.Pending.TakeAsync(Actor, Set, name, Source, section.Body, Attachments.MaxUploadBytes, Stop);
                    return Redirect($"/sets/{Set.Id}/import/{pending.Id}");
            }
        }
        return allowed ? Again("file", new Text("没有选择文件", "no file was chosen")) : BadRequest();
    }

    private static async Task<string> TextAsync(MultipartSection section)
    {
        var text = new char[4096];
        using var reader = new StreamReader(section.Body);
        return new string(text, 0, await reader.ReadBlockAsync(text));
    }

    private PageResult Again(string field, Text says)
    {
        Wrong = new FieldError(field, says);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ReadAsync(string id)
    {
        if (!await OpenAsync() || Desk.Catalogue.Find(id) is not { } set)
            return false;
        Set = set;
        History = await Desk.Sets.HistoryAsync(Actor, set.Id, Stop);
        if (History.Count == 0 && new SetHave(set, null, null) is { IsFromMatters: true } have)
            Own = have with { Own = (await Desk.Runs.OwnReadAsync(Actor, Stop)).GetValueOrDefault(set.Id) };
        Source = History is [var last, ..] ? last.Source : "";
        Models = [.. Desk.Models.All.Where(m => m.Inputs.ContainsKey(set.Id))];
        await NamesAsync(History.Select(h => h.Person));
        return true;
    }
}
