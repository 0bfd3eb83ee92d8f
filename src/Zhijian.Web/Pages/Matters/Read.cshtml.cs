using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Reading;
using Zhijian.Web.Api;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Reading a file of an exhibit: its pages as text and image, search, marks and private notes, another file beside it, a passage tied to what it proves.</summary>
public sealed class ReadModel(Platform platform) : MatterPage(platform)
{
    public ReadPane Left { get; private set; } = null!;

    /// <summary>The file beside it.</summary>
    public ReadPane? Right { get; private set; }

    /// <summary>Marks of the reader in the file.</summary>
    public IReadOnlyList<ReadingMark> MyMarks { get; private set; } = [];

    /// <summary>The passage by which an exhibit was tied, where a link leads to it.</summary>
    public (int Start, int Length)? Tied { get; private set; }

    public bool ShowsText { get; private set; } = true;

    public bool ShowsImage { get; private set; }

    public Text? Error { get; private set; }

    /// <summary>What was typed, when it was not taken.</summary>
    public (string From, string To, string Note) Typed { get; private set; } = ("", "", "");

    // “page” by itself would be the name of this page, which the router keeps under that word
    public async Task<IActionResult> OnGetAsync(string id, string exhibit, string? file, [FromQuery] int page, string? q, int hit, string? at, string? view, string? with, int wp)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (file is null)
            return Matter.Exhibit(exhibit) is { Files: [var first, ..] } ? Redirect(At($"/read/{exhibit}/{first.Hash}")) : NotFound();
        if (await ShowAsync(exhibit, file, page, q, hit, at, view, with, wp) is { } no)
            return no;
        foreach (var pane in Right is null ? [Left] : new[] { Left, Right })
            await Platform.OpenedAsync(Actor.Id, Matter, pane.Exhibit.Id, pane.File.Hash, pane.Number);
        return Page();
    }

    private async Task<IActionResult?> ShowAsync(string exhibit, string file, int page, string? q, int hit, string? at, string? view, string? with, int wp)
    {
        if (FileOpening.Of(Matter, exhibit, file, Actor.Id) is not { } opening)
            return NotFound();
        if (!opening.MayOpen)
            return StatusCode(StatusCodes.Status403Forbidden);
        Left = await ReadPane.OpenAsync(Platform, Matter, opening, page, q, hit, HttpContext.RequestAborted);
        // the other file is asked for by the same rule; one that is not there leaves no trace
        if (with?.Split('/') is [var otherExhibit, var otherFile] && FileOpening.Of(Matter, otherExhibit, otherFile, Actor.Id) is { MayOpen: true } other)
            Right = await ReadPane.OpenAsync(Platform, Matter, other, wp, q, 1, HttpContext.RequestAborted);
        MyMarks = await Platform.ReadingMarks.OfFileAsync(Actor.Id, Matter.Id.Value, Left.Exhibit.Id, Left.File.Hash, HttpContext.RequestAborted);
        if (at?.Split(['+', ' ']) is [var start, var length] && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var l))
            Tied = (s, l);
        ShowsImage = Left.HasImage && (view is "image" or "both" || (view is null && string.IsNullOrEmpty(Left.Page?.Text)));
        ShowsText = view != "image" && !(ShowsImage && string.IsNullOrEmpty(Left.Page?.Text));
        return null;
    }

    /// <summary>Marks a passage, or goes on to tie it: by what was selected, or by its first and last words.</summary>
    public async Task<IActionResult> OnPostMarkAsync(string id, string exhibit, string file, [FromForm] int page, int? start, int? count, string? from, string? to, string? note, string? act)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (await ShowAsync(exhibit, file, page, null, 0, null, "text", null, 0) is { } no)
            return no;
        var passage = Left.Page is null ? null
            : start is { } s && count is { } l ? ReaderApi.PassageOf(Left.File.Hash, Left.Page, s, l)
            : Between(Left.Page, from, to) is var (first, many) ? ReaderApi.PassageOf(Left.File.Hash, Left.Page, first, many) : null;
        if (passage is null)
            return Again(new Text("本页没有这些字，或者超过 2000 字", "these words are not on this page, or the passage is longer than 2,000 characters"), from, to, note);
        if (act == "tie")
            return Redirect(At($"/steps/tie-exhibit?exhibit={Left.Exhibit.Id}&passage={Uri.EscapeDataString(passage.ToString())}"));
        if (note?.Length > ReadingMarks.LongestNote)
            return Again(new Text($"批注至多 {ReadingMarks.LongestNote} 字", $"a note has at most {ReadingMarks.LongestNote} characters"), from, to, note);
        return await Platform.ReadingMarks.AddAsync(Actor.Id, ReaderApi.NewMark(Platform, Matter.Id.Value, Left.Exhibit.Id, passage, note))
            ? Redirect(Here(page) + "#marks")
            : Again(new Text($"一份文件至多 {ReadingMarks.MostOfFile} 处标注", $"at most {ReadingMarks.MostOfFile} marks in one file"), from, to, note);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, string exhibit, string file, [FromForm] int page, string mark)
    {
        if (!await OpenAsync(id) || FileOpening.Of(Matter, exhibit, file, Actor.Id) is not { MayOpen: true })
            return NotFound();
        await Platform.ReadingMarks.RemoveAsync(Actor.Id, Matter.Id.Value, exhibit, file, mark);
        return Redirect(At($"/read/{exhibit}/{file}?page={page}#marks"));
    }

    private IActionResult Again(Text error, string? from, string? to, string? note)
    {
        (Error, Typed) = (error, (from ?? "", to ?? "", note ?? ""));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>From the first of these words on the page to the end of the last ones after them.</summary>
    private static (int Start, int Length)? Between(PageText page, string? from, string? to)
    {
        var (text, first, last) = (Folded.Of(page.Text), Folded.Of(from?.Trim() ?? ""), Folded.Of(to?.Trim() ?? ""));
        if (first.Length == 0 || text.IndexOf(first, StringComparison.Ordinal) is var start && start < 0)
            return null;
        if (last.Length == 0)
            return (start, first.Length);
        var end = text.IndexOf(last, start + first.Length, StringComparison.Ordinal);
        return end < 0 ? null : (start, end + last.Length - start);
    }

    /// <summary>This page with another page, search or view; what is not named stays.</summary>
    public string Here(int? page = null, (int Page, int Hit)? hit = null, string? view = null, string? with = null, int? wp = null, bool alone = false)
    {
        var number = hit?.Page ?? page ?? Left.Number;
        var query = new List<string> { $"page={number}" };
        if (Left.Query.Length > 0)
            query.Add("q=" + Uri.EscapeDataString(Left.Query));
        if (hit is { } h)
            query.Add($"hit={h.Hit}");
        if ((view ?? Request.Query["view"]) is { Length: > 0 } shown)
            query.Add("view=" + Uri.EscapeDataString(shown));
        if (!alone && (with ?? (Right is null ? null : $"{Right.Exhibit.Id}/{Right.File.Hash}")) is { } other)
            query.Add($"with={other}&wp={wp ?? Right?.Number ?? 1}");
        return At($"/read/{Left.Exhibit.Id}/{Left.File.Hash}?{string.Join('&', query)}") + (hit is null ? "" : "#hit");
    }

    public string ImageOf(ReadPane pane) => $"/api{At($"/evidence/{pane.Exhibit.Id}/files/{pane.File.Hash}/pages/{pane.Number}/image")}";

    public string TieOf(ReadingMark mark) => At($"/steps/tie-exhibit?exhibit={mark.Exhibit}&passage={Uri.EscapeDataString(new Passage(mark.File, mark.Page, mark.Start, mark.Length, mark.Text).ToString())}");

    public bool MayTie => May("tie-exhibit");

    /// <summary>The files that can be laid beside this one.</summary>
    public IEnumerable<(Exhibit Exhibit, AttachedDocument File)> Others => FileOpening.AllOf(Matter, Actor.Id).Where(f => f.File.Hash != Left.File.Hash || f.Exhibit.Id != Left.Exhibit.Id);
}
