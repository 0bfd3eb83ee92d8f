using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>What is announced of a large file before its pieces come.</summary>
/// <param name="Sha256">The hash, where the sender knows it: what arrives must have it.</param>
public sealed record UploadRequest(string Name, long Size, string? Sha256 = null, string? On = null, string? Exhibit = null);

/// <summary>A large file on its way, and where to go on.</summary>
public sealed record UploadView(string Upload, string Name, long Offset, long Size);

/// <summary>A large file that was taken in and attached. <paramref name="Notes"/>: what looks odd in it.</summary>
public sealed record UploadDone(string Hash, string Name, long Size, string MediaType, IReadOnlyList<Text> Notes, long Version);

/// <summary>Files of up to 2 GB, in pieces that can be gone on with after a break: announce, send, complete.</summary>
internal static class UploadApi
{
    public static void Map(RouteGroupBuilder api, StepCatalogue steps)
    {
        var step = steps.Find("attach-document")!;
        api.MapPost("/matters/{id}/uploads", (string id, HttpContext http, Platform platform) => CreateAsync(id, http, platform, step)).Accepts<UploadRequest>("application/json").Produces<UploadView>(201)
            .WithName("create-upload").WithSummary("大文件：开始上传 · Announce a large file").WithTags("matter");
        api.MapMethods("/matters/{id}/uploads/{upload}", ["HEAD"], HeadAsync).Produces(204)
            .WithName("head-upload").WithSummary("大文件：已收到多少 · How much of it arrived").WithTags("matter");
        api.MapPatch("/matters/{id}/uploads/{upload}", PatchAsync).Produces(204).WithMetadata(new Pieces.Limit())
            .WithName("patch-upload").WithSummary("大文件：续传 · Send the next piece").WithTags("matter");
        api.MapPost("/matters/{id}/uploads/{upload}/complete", (string id, string upload, HttpContext http, Platform platform) => CompleteAsync(id, upload, http, platform, step)).Produces<UploadDone>()
            .WithName("complete-upload").WithSummary("大文件：校验并附卷 · Check it and attach it").WithTags("matter");
    }

    private static async Task<IResult> CreateAsync(string id, HttpContext http, Platform platform, Step step)
    {
        var (text, wrong) = await Body.ReadTextAsync(http, 1 << 14);
        if (text is null)
            return wrong!;
        var actor = (await http.ActorAsync())!;
        if (MatterId.TryParse(id) is not { } key || await platform.Runner.FindAsync(actor, key, http.RequestAborted) is not { } matter)
            return Problems.NotFound;
        if (!Access.May(actor, step.Procedure, matter))
            return Problems.Forbidden(step.Procedure.Who);
        var asked = Body.Parse<UploadRequest>(text);
        if (asked is null || FileNames.Safe(asked.Name) is not { } name)
            return Problems.Fields(http, [new FieldError("name", new Text("请给出文件名和字节数：{\"name\": …, \"size\": …}", "give the name and the size in bytes: {\"name\": …, \"size\": …}"))]);
        if (asked.On is not null && PartialDate.TryParse(asked.On)?.Day is null)
            return Problems.Fields(http, [new FieldError("on", new Text("“收到日期”须为日期，如 2026-09-28", "“Received on” must be a date, e.g. 2026-09-28"))]);
        if (Pieces.Wrong(asked.Sha256) is { } noHash)
            return Problems.Fields(http, [noHash]);
        try
        {
            var upload = await platform.Store.Uploads.CreateAsync(actor.Id, id, name, asked.Size, asked.Sha256, asked.On, asked.Exhibit, platform.Time.GetUtcNow(), ct: http.RequestAborted);
            return Pieces.Begun(http, $"/api/matters/{id}/uploads", upload);
        }
        catch (AttachmentRefusedException e)
        {
            return Pieces.NotBegun(http, e);
        }
    }

    private static async Task<IResult> HeadAsync(string id, string upload, HttpContext http, Platform platform) =>
        await FindAsync(id, upload, http, platform) is { } found ? Pieces.Head(http, platform.Store.Uploads, found) : Problems.NotFound;

    private static async Task<IResult> PatchAsync(string id, string upload, HttpContext http, Platform platform) =>
        await FindAsync(id, upload, http, platform) is { } found ? await Pieces.TakeAsync(http, platform.Store.Uploads, found) : Problems.NotFound;

    private static async Task<IResult> CompleteAsync(string id, string upload, HttpContext http, Platform platform, Step step)
    {
        if (await FindAsync(id, upload, http, platform) is not { } found)
            return Problems.NotFound;
        try
        {
            var stored = await platform.Store.Uploads.CompleteAsync(found, http.RequestAborted);
            var on = found.On is { } day ? PartialDate.TryParse(day)!.Value.Day!.Value : platform.Runner.Today;
            var outcome = await platform.Runner.RunAsync((await http.ActorAsync())!, MatterId.Parse(id), step, new AttachDocument(on, stored.Hash, found.Name, stored.Size, stored.MediaType, found.Exhibit));
            if (outcome is StepOutcome.Done)
                platform.Reading.Ask(stored.Hash, stored.MediaType);
            if (outcome is StepOutcome.Done or StepOutcome.Refused { Refusal: DocumentIsThere })
                platform.Store.Uploads.Remove(found.Id);
            return outcome switch
            {
                StepOutcome.Done done => Results.Json(new UploadDone(stored.Hash, found.Name, stored.Size, stored.MediaType, stored.Notes, done.Version), Json.Options),
                StepOutcome.Refused refused => Problems.Refused(refused.Refusal),
                StepOutcome.Forbidden forbidden => Problems.Forbidden(forbidden.Needed),
                _ => Problems.NotFound,
            };
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

    /// <summary>Only for whoever began it, and only while they see the matter.</summary>
    private static async Task<Upload?> FindAsync(string id, string upload, HttpContext http, Platform platform)
    {
        var actor = (await http.ActorAsync())!;
        return MatterId.TryParse(id) is { } key && await platform.Runner.FindAsync(actor, key, http.RequestAborted) is not null
            ? await platform.Store.Uploads.FindAsync(upload, actor.Id, id, http.RequestAborted)
            : null;
    }
}
