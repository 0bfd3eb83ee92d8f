using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Reading;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>A file of an exhibit and how far its text was read.</summary>
public sealed record FilePages(string Exhibit, string File, string Name, string MediaType, TextState State, int Pages, IReadOnlyList<Text> Left, Text? Why, bool HasImages);

/// <summary>One page with its number in the catalogue of the file.</summary>
public sealed record FilePage(string Exhibit, string File, int Page, string Number, Text? Name, string Text, Text? Left);

/// <summary>What a search in one file found. <paramref name="Hits"/>: the first 500 with what stands around them; the counts are of all.</summary>
public sealed record FileSearch(string Exhibit, string File, string Query, int Total, IReadOnlyList<PageHits> Pages, IReadOnlyList<Hit> Hits);

/// <summary>The marks of whoever asks in one file.</summary>
public sealed record MarkList(IReadOnlyList<MarkView> Marks);

/// <summary>A marked passage with the private note of whoever asks. <paramref name="Passage"/>: as tie-exhibit takes it.</summary>
public sealed record MarkView(string Id, int Page, int Start, int Length, string Text, string? Note, string CreatedAt, string Passage)
{
    public static MarkView Of(ReadingMark m) => new(m.Id, m.Page, m.Start, m.Length, m.Text, m.Note, m.CreatedAt, new Passage(m.File, m.Page, m.Start, m.Length, m.Text).ToString());
}

/// <summary>A passage to mark: where it begins on the page and how long it is, in UTF-16.</summary>
public sealed record MarkRequest(int Page, int Start, int Length, string? Note = null);

/// <summary>Another note; null or empty takes it away.</summary>
public sealed record NoteRequest(string? Note);

/// <summary>
/// Reading the files of an exhibit: text by pages, images, search, marks. Whoever may not know the exhibit gets the answer for one that never was; marks and
/// notes are those of whoever asks, and nobody else's.
/// </summary>
internal static class ReaderApi
{
    private const string Base = "/matters/{id}/evidence/{exhibit}/files/{file}";
    private const int LongestQuery = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Base + "/pages", PagesAsync).Produces<FilePages>()
            .WithName("get-file-pages").WithSummary("证据文件的页 · The pages of a file").WithTags("matter");
        api.MapGet(Base + "/pages/{n:int}", PageAsync).Produces<FilePage>()
            .WithName("get-file-page").WithSummary("一页文字 · The text of a page").WithTags("matter");
        api.MapGet(Base + "/pages/{n:int}/image", ImageAsync).Produces(200, contentType: "image/png")
            .WithName("get-file-page-image").WithSummary("一页图像 · The image of a page").WithTags("matter");
        api.MapGet(Base + "/search", SearchAsync).Produces<FileSearch>()
            .WithName("search-file").WithSummary("文件内查找 · Search in a file").WithTags("matter");
        api.MapGet(Base + "/marks", MarksAsync).Produces<MarkList>()
            .WithName("get-marks").WithSummary("本人的标注 · Your marks and notes").WithTags("matter");
        api.MapPost(Base + "/marks", AddAsync).Accepts<MarkRequest>("application/json").Produces<MarkView>(201)
            .WithName("add-mark").WithSummary("标注一段 · Mark a passage").WithTags("matter");
        api.MapPatch(Base + "/marks/{mark}", NoteAsync).Accepts<NoteRequest>("application/json").Produces(204)
            .WithName("change-note").WithSummary("改批注 · Change a note").WithTags("matter");
        api.MapDelete(Base + "/marks/{mark}", RemoveAsync).Produces(204)
            .WithName("remove-mark").WithSummary("删除标注 · Delete a mark").WithTags("matter");
    }

    private sealed record Open(Matter Matter, Exhibit Exhibit, AttachedDocument File, string Person);

    /// <summary>The one gate of this file: the matter, the exhibit and the file exist for whoever asks, and they may open it.</summary>
    private static async Task<(Open? Open, IResult? No)> OpenAsync(string id, string exhibit, string file, HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        if (MatterId.TryParse(id) is not { } key || await platform.Runner.FindAsync(actor, key, http.RequestAborted) is not { } matter
            || FileOpening.Of(matter, exhibit, file, actor.Id) is not { } opening)
            return (null, Problems.NotFound);
        return opening.MayOpen ? (new Open(matter, opening.Exhibit!, opening.File, actor.Id), null) : (null, Problems.UndertakingMissing);
    }

    private static async Task<IResult> PagesAsync(string id, string exhibit, string file, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        platform.Reading.Ask(open.File.Hash, open.File.MediaType);
        var text = platform.Reading.StateOf(open.File.Hash, open.File.MediaType);
        return Results.Json(
            new FilePages(open.Exhibit.Id, open.File.Hash, open.File.Name, open.File.MediaType, text.State, text.Pages, text.Left, text.Why, platform.Reading.HasImage(open.File.MediaType)), Json.Options);
    }

    private static async Task<IResult> PageAsync(string id, string exhibit, string file, int n, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        await platform.OpenedAsync(open.Person, open.Matter, open.Exhibit.Id, open.File.Hash, n);
        return await ReadAsync(open, n, http, platform) is { } page
            ? Results.Json(new FilePage(open.Exhibit.Id, open.File.Hash, n, FileCatalogue.PageOf(open.Matter, open.Exhibit, open.File.Hash, n), page.Name, page.Text, page.Left), Json.Options)
            : Problems.NotFound;
    }

    private static async Task<PageText?> ReadAsync(Open open, int page, HttpContext http, Platform platform)
    {
        await platform.Reading.ReadAsync(open.File.Hash, open.File.MediaType, http.RequestAborted);
        return await platform.Reading.PageAsync(open.File.Hash, page, http.RequestAborted);
    }

    private static async Task<IResult> ImageAsync(string id, string exhibit, string file, int n, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        await platform.OpenedAsync(open.Person, open.Matter, open.Exhibit.Id, open.File.Hash, n);
        return await platform.Reading.ImageAsync(open.File.Hash, open.File.MediaType, n, http.RequestAborted) is var (image, type) ? Results.Stream(image, type) : Problems.NotFound;
    }

    private static async Task<IResult> SearchAsync(string id, string exhibit, string file, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        var query = new QueryReader(http.Request);
        var words = query.Text("q");
        if (query.Problem(http) is { } wrong)
            return wrong;
        if (words is null || words.Length > LongestQuery)
            return Problems.Fields(http, [new FieldError("q", new Text($"要找什么？至多 {LongestQuery} 字", $"what to look for, at most {LongestQuery} characters"))]);
        await platform.Reading.ReadAsync(open.File.Hash, open.File.MediaType, http.RequestAborted);
        await platform.OpenedAsync(open.Person, open.Matter, open.Exhibit.Id, open.File.Hash, 0); // what stands around the hits is its text
        var found = await platform.Reading.FindAsync(open.File.Hash, words, http.RequestAborted);
        return Results.Json(new FileSearch(open.Exhibit.Id, open.File.Hash, words, found.Total, found.Pages, found.Hits), Json.Options);
    }

    private static async Task<IResult> MarksAsync(string id, string exhibit, string file, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        var marks = await platform.ReadingMarks.OfFileAsync(open.Person, open.Matter.Id.Value, open.Exhibit.Id, open.File.Hash, http.RequestAborted);
        return Results.Json(new MarkList([.. marks.Select(MarkView.Of)]), Json.Options);
    }

    private static async Task<IResult> AddAsync(string id, string exhibit, string file, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        var (asked, wrong) = await ReadAsync<MarkRequest>(http);
        if (asked is null)
            return wrong!;
        if (await ReadAsync(open, asked.Page, http, platform) is not { } page)
            return Problems.Fields(http, [new FieldError("page", new Text("没有这一页", "there is no such page"))]);
        if (PassageOf(open.File.Hash, page, asked.Start, asked.Length) is not { } passage)
            return Problems.Fields(http, [new FieldError("start", new Text($"不在本页文字之内，或者超过 {ReadingMarks.LongestPassage} 字", $"not within the text of the page, or longer than {ReadingMarks.LongestPassage} characters"))]);
        if (asked.Note?.Length > ReadingMarks.LongestNote)
            return Problems.Fields(http, [new FieldError("note", new Text($"至多 {ReadingMarks.LongestNote} 字", $"at most {ReadingMarks.LongestNote} characters"))]);
        var mark = NewMark(platform, open.Matter.Id.Value, open.Exhibit.Id, passage, asked.Note);
        if (!await platform.ReadingMarks.AddAsync(open.Person, mark))
            return Problems.Fields(http, [new FieldError("", new Text($"一份文件至多 {ReadingMarks.MostOfFile} 处标注", $"at most {ReadingMarks.MostOfFile} marks in one file"))]);
        return Results.Json(MarkView.Of(mark), Json.Options, statusCode: 201);
    }

    private static async Task<IResult> NoteAsync(string id, string exhibit, string file, string mark, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        var (asked, wrong) = await ReadAsync<NoteRequest>(http);
        if (asked is null)
            return wrong!;
        if (asked.Note?.Length > ReadingMarks.LongestNote)
            return Problems.Fields(http, [new FieldError("note", new Text($"至多 {ReadingMarks.LongestNote} 字", $"at most {ReadingMarks.LongestNote} characters"))]);
        return await platform.ReadingMarks.NoteAsync(open.Person, open.Matter.Id.Value, open.Exhibit.Id, open.File.Hash, mark, Clean(asked.Note)) ? Results.NoContent() : Problems.NotFound;
    }

    private static async Task<IResult> RemoveAsync(string id, string exhibit, string file, string mark, HttpContext http, Platform platform)
    {
        var (open, no) = await OpenAsync(id, exhibit, file, http, platform);
        if (open is null)
            return no!;
        return await platform.ReadingMarks.RemoveAsync(open.Person, open.Matter.Id.Value, open.Exhibit.Id, open.File.Hash, mark) ? Results.NoContent() : Problems.NotFound;
    }

    private static async Task<(T? Asked, IResult? Wrong)> ReadAsync<T>(HttpContext http)
        where T : class
    {
        var (text, wrong) = await Body.ReadTextAsync(http, 1 << 15);
        if (text is null)
            return (null, wrong);
        return Body.Parse<T>(text) is { } asked ? (asked, null) : (null, Problems.Fields(http, [new FieldError("", new Text("请求内容不是所要的 JSON", "the body is not the JSON that is asked for"))]));
    }

    /// <summary>The passage with its wording; null where it is not within the page.</summary>
    internal static Passage? PassageOf(string file, PageText page, int start, int length) =>
        start >= 0 && length is > 0 and <= ReadingMarks.LongestPassage && start + length <= page.Text.Length ? new Passage(file, page.Number, start, length, page.Text.Substring(start, length)) : null;

    internal static ReadingMark NewMark(Platform platform, string matter, string exhibit, Passage p, string? note) => new(
        Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)), matter, exhibit, p.File, p.Page, p.Start, p.Length, p.Quote, Clean(note),
        platform.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    internal static string? Clean(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
