using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>
/// Files of a matter. What is attached is always what was sent with the request: a client never names a hash, for whoever could would reach
/// the files of other matters by it.
/// </summary>
internal static class AttachedFiles
{
    public static void Map(RouteGroupBuilder api, StepCatalogue steps)
    {
        var step = steps.All.Single(s => s.Command == typeof(AttachDocument));
        var limit = Store.Attachments.MaxBytes + (1 << 16); // the file and what multipart adds
        foreach (var path in new[] { "/matters/{id}/attachments", $"/matters/{{id}}/{step.Name}" })
            api.MapPost(path, (string id, HttpContext http, Platform platform) => PostAsync(id, http, platform, step)).Produces<StepDone>().WithMetadata(step, new Limit(limit));
        api.MapGet("/matters/{id}/attachments/{hash}", GetAsync).Produces(200, contentType: "application/octet-stream")
            .WithName("get-attachment").WithSummary("下载附卷文件 · A file of the matter").WithTags("matter");
    }

    private static async Task<IResult> PostAsync(string id, HttpContext http, Platform platform, Step step)
    {
        var (given, wrong) = Preconditions.Read(http.Request);
        if (given is null)
            return wrong!;
        if (Boundary(http.Request) is not { } boundary)
            return Problems.UnsupportedType("multipart/form-data");
        var actor = (await http.ActorAsync())!;
        // before the file is taken in: whether there is anything to attach it to
        if (MatterId.TryParse(id) is not { } key || await platform.Runner.FindAsync(actor, key, http.RequestAborted) is not { } matter)
            return Problems.NotFound;
        if (!Access.May(actor, step.Procedure, matter))
            return Problems.Forbidden(step.Procedure.Who);
        try
        {
            var (command, errors) = await ReadAsync(boundary, http, platform);
            if (command is not null)
                platform.Reading.Ask(command.Hash, command.MediaType);
            return command is null ? Problems.Fields(http, errors) : await Steps.RunAsync(http, platform, key, step, command, given);
        }
        catch (AttachmentRefusedException e) when (e.Code == "attachment-size")
        {
            return Problems.TooLarge(Store.Attachments.MaxBytes);
        }
        catch (AttachmentRefusedException e)
        {
            return Problems.Fields(http, [new FieldError("file", new Text(e.Message, e.Message))]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Problems.Fields(http, [new FieldError("", new Text("multipart 内容有误", "the multipart body is malformed"))]);
        }
    }

    private static string? Boundary(HttpRequest request) =>
        request.GetTypedHeaders().ContentType is { } type && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? boundary.Value
            : null;

    private static async Task<(AttachDocument? Command, IReadOnlyList<FieldError> Errors)> ReadAsync(string boundary, HttpContext http, Platform platform)
    {
        var (on, errors) = (platform.Runner.Today, new List<FieldError>());
        string? exhibit = null;
        (StoredFile Stored, string Name)? file = null;
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            var part = section.GetContentDispositionHeader();
            switch (part?.Name.Value?.Trim('"'))
            {
                case "on":
                    var text = (await section.ReadAsStringAsync(http.RequestAborted)).Trim();
                    if (PartialDate.TryParse(text)?.Day is { } day)
                        on = day;
                    else
                        errors.Add(new FieldError("on", new Text("“收到日期”须为日期，如 2026-09-28", "“Received on” must be a date, e.g. 2026-09-28")));
                    break;
                case "exhibit":
                    exhibit = (await section.ReadAsStringAsync(http.RequestAborted)).Trim();
                    break;
                case "file" when FileNames.Wrong(GivenName(part)) is { } wrong:
                    errors.Add(new FieldError("file", wrong));
                    break;
                case "file" when file is null && FileNames.Safe(GivenName(part)) is { } name:
                    file = (await platform.Store.Attachments.SaveAsync(section.Body, ct: http.RequestAborted), name);
                    break;
                case "file":
                    errors.Add(new FieldError("file", new Text("只接收一个带文件名的文件", "one file with a name is taken")));
                    break;
                case var other:
                    errors.Add(new FieldError(other ?? "", new Text($"没有栏目“{other}”", $"there is no field “{other}”")));
                    break;
            }
        }
        if (file is null && errors.All(e => e.Field != "file"))
            errors.Add(new FieldError("file", new Text("没有文件", "there is no file")));
        return errors.Count > 0
            ? (null, errors)
            : (new AttachDocument(on, file!.Value.Stored.Hash, file.Value.Name, file.Value.Stored.Size, file.Value.Stored.MediaType, exhibit), []);
    }

    private static string? GivenName(ContentDispositionHeaderValue part) => HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value;

    private static async Task<IResult> GetAsync(string id, string hash, HttpContext http, Platform platform)
    {
        if (await Reading.FindAsync(id, http, platform) is not { } matter || FileOpening.Of(matter, hash, (await http.ActorAsync())!.Id) is not { } opening)
            return Problems.NotFound;
        if (!opening.MayOpen)
            return Problems.UndertakingMissing;
        await platform.OpenedAsync((await http.ActorAsync())!.Id, matter, opening);
        http.Response.Headers.ETag = $"\"{hash}\"";
        return Results.Stream(platform.Store.Attachments.Open(hash), opening.File.MediaType, opening.File.Name); // with a name: downloaded, never shown
    }

    private sealed record Limit(long Bytes) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
