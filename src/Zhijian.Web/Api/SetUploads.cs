using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Api;

/// <summary>What is announced of a large file for a data set before its pieces come.</summary>
/// <param name="Source">Where the rows come from: who provided them, from which system.</param>
/// <param name="Sha256">The hash, where the sender knows it: what arrives must have it.</param>
public sealed record SetUploadRequest(string Name, long Size, string? Source, string? Sha256 = null);

/// <summary>A large file that arrived whole and waits a day for its import; on its page a person looks at the mapping first.</summary>
public sealed record SetUploadDone(string Upload, string Name, string Page);

/// <summary>Files of up to 2 GB for a data set, in pieces that can be gone on with after a break: announce, send, complete, import.</summary>
internal static class SetUploads
{
    private const string Tag = "sets";
    private const int LongestSource = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sets/{id}/uploads", CreateAsync).Accepts<SetUploadRequest>("application/json").Produces<UploadView>(201)
            .WithName("create-set-upload").WithSummary("大文件：开始上传 · Announce a large file").WithTags(Tag);
        api.MapMethods("/sets/{id}/uploads/{upload}", ["HEAD"], HeadAsync).Produces(204)
            .WithName("head-set-upload").WithSummary("大文件：已收到多少 · How much of it arrived").WithTags(Tag);
        api.MapPatch("/sets/{id}/uploads/{upload}", PatchAsync).Produces(204).WithMetadata(new Pieces.Limit())
            .WithName("patch-set-upload").WithSummary("大文件：续传 · Send the next piece").WithTags(Tag);
        api.MapPost("/sets/{id}/uploads/{upload}/complete", CompleteAsync).Produces<SetUploadDone>()
            .WithName("complete-set-upload").WithSummary("大文件：校验，等待导入 · Check it; it waits for its import").WithTags(Tag);
        api.MapPost("/sets/{id}/uploads/{upload}/import", ImportAsync).Produces<ImportView>()
            .WithName("import-set-upload").WithSummary("大文件：导入 · Import it").WithTags(Tag).WithMetadata([.. AskedImport.Parameters]);
    }

    private static async Task<IResult> CreateAsync(string id, HttpContext http, Platform platform)
    {
        var (text, wrong) = await Body.ReadTextAsync(http, 1 << 14);
        if (text is null)
            return wrong!;
        var (set, no) = await SetApi.OpenAsync(id, http, platform);
        if (set is null)
            return no!;
        if (set.FromLaw)
            return Problems.Refused(new SetComesFromTheLaw(set.Title));
        if (set.FromNames)
            return Problems.Refused(new SetIsMadeOfNames(set.Title));
        var asked = Body.Parse<SetUploadRequest>(text);
        if (asked is null || FileNames.Safe(asked.Name) is not { } name)
            return Problems.Fields(http, [new FieldError("name", new Text("请给出文件名、字节数和来源：{\"name\": …, \"size\": …, \"source\": …}", "give the name, the size in bytes and the source: {\"name\": …, \"size\": …, \"source\": …}"))]);
        if (asked.Source?.Trim() is not { Length: > 0 and <= LongestSource } source)
            return Problems.Fields(http, [new FieldError("source", new Text($"写明提供单位和系统，不超过 {LongestSource} 字，例如“市市场监管局 处罚系统导出”", $"name who provided the data, and from which system, in at most {LongestSource} characters"))]);
        if (Pieces.Wrong(asked.Sha256) is { } noHash)
            return Problems.Fields(http, [noHash]);
        try
        {
            _ = SourceKinds.Of(name);
            var actor = (await http.ActorAsync())!;
            var upload = await platform.Supervision.Pieces.CreateAsync(actor.Id, PlaceOf(actor, set), name, asked.Size, asked.Sha256, null, null, platform.Time.GetUtcNow(), source, http.RequestAborted);
            return Pieces.Begun(http, $"/api/sets/{set.Id}/uploads", upload);
        }
        catch (SourceUnreadableException e)
        {
            return Problems.Fields(http, [new FieldError("name", e.Why)]);
        }
        catch (AttachmentRefusedException e)
        {
            return Pieces.NotBegun(http, e);
        }
    }

    private static async Task<IResult> HeadAsync(string id, string upload, HttpContext http, Platform platform) =>
        await FindAsync(id, upload, http, platform) is { } found ? Pieces.Head(http, platform.Supervision.Pieces, found) : Problems.NotFound;

    private static async Task<IResult> PatchAsync(string id, string upload, HttpContext http, Platform platform) =>
        await FindAsync(id, upload, http, platform) is { } found ? await Pieces.TakeAsync(http, platform.Supervision.Pieces, found) : Problems.NotFound;

    private static async Task<IResult> CompleteAsync(string id, string upload, HttpContext http, Platform platform)
    {
        if (platform.Supervision.Catalogue.Find(id) is not { } set)
            return Problems.NotFound;
        var actor = (await http.ActorAsync())!;
        try
        {
            // asked again, because the answer did not arrive: it was taken already
            var pending = await FindAsync(id, upload, http, platform) is { } found
                ? await platform.Supervision.Pending.TakeAsync(actor, set, platform.Supervision.Pieces, found, http.RequestAborted)
                : await platform.Supervision.Pending.FindAsync(actor, set, upload, http.RequestAborted);
            return pending is null ? Problems.NotFound : Results.Json(new SetUploadDone(pending.Id, pending.FileName, $"/sets/{set.Id}/import/{pending.Id}"), Json.Options);
        }
        catch (UploadOffsetException e)
        {
            return Pieces.Stands(http, e.Offset);
        }
        catch (AttachmentRefusedException e)
        {
            return Problems.Fields(http, [new FieldError("file", new Text(e.Message, e.Message))]);
        }
    }

    private static async Task<IResult> ImportAsync(string id, string upload, HttpContext http, Platform platform)
    {
        var (set, no) = await SetApi.OpenAsync(id, http, platform);
        if (set is null)
            return no!;
        var desk = platform.Supervision;
        if (await desk.Pending.FindAsync((await http.ActorAsync())!, set, upload, http.RequestAborted) is not { } pending)
            return Problems.NotFound;
        var (asked, wrong) = AskedImport.Read(http, new QueryReader(http.Request));
        if (asked is null)
            return wrong!;
        if (pending.Result is { } done)
            return Problems.Refused(new FileIsImported(done.Rows, done.Left));
        if (desk.Imports.ProgressOf(pending) is not null)
            return Problems.Refused(new FileIsBeingImported());
        var (report, answer) = await SetApi.ImportFileAsync(http, platform, asked, set, desk.Pending.FileOf(pending), pending.FileName, pending.Source);
        if (report?.Snapshot is not null)
            await desk.Pending.DoneAsync(pending, new PendingResult(asked.Adds, report.Rows, report.Left, report.ErrorFile), CancellationToken.None);
        else
            SetApi.DropErrors(report);
        return answer;
    }

    /// <summary>Only for whoever began it, in the unit for which they did.</summary>
    private static async Task<Upload?> FindAsync(string id, string upload, HttpContext http, Platform platform) =>
        platform.Supervision.Catalogue.Find(id) is { } set && (await http.ActorAsync())! is var actor
            ? await platform.Supervision.Pieces.FindAsync(upload, actor.Id, PlaceOf(actor, set), http.RequestAborted) : null;

    private static string PlaceOf(Actor actor, DataSet set) => $"set/{actor.Unit}/{set.Id}";
}
