using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>What is the same for every large file that comes in pieces, whatever it is for: it was announced, stands somewhere, and goes on from there.</summary>
internal static class Pieces
{
    private const string Offset = "Upload-Offset";

    public static FieldError? Wrong(string? sha256) => sha256 is null || (sha256.Length == 64 && sha256.All(char.IsAsciiHexDigit))
        ? null : new FieldError("sha256", new Text("须为 64 位十六进制数字", "must be 64 hexadecimal digits"));

    /// <param name="at">The address under which uploads are announced.</param>
    public static IResult Begun(HttpContext http, string at, Upload upload)
    {
        http.Response.Headers.Location = $"{at}/{upload.Id}";
        http.Response.Headers[Offset] = "0";
        return Results.Json(new UploadView(upload.Id, upload.Name, 0, upload.Size), Json.Options, statusCode: 201);
    }

    public static IResult NotBegun(HttpContext http, AttachmentRefusedException why) => why.Code == "attachment-size"
        ? Problems.FileTooLarge(Attachments.MaxUploadBytes) : Problems.Fields(http, [new FieldError("size", new Text(why.Message, why.Message))]);

    /// <summary>How much arrived.</summary>
    public static IResult Head(HttpContext http, Uploads uploads, Upload upload)
    {
        http.Response.Headers[Offset] = uploads.OffsetOf(upload).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Upload-Length"] = upload.Size.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    /// <summary>Takes the next piece; its endpoint carries the <see cref="Limit"/>.</summary>
    public static async Task<IResult> TakeAsync(HttpContext http, Uploads uploads, Upload upload)
    {
        if (http.Request.ContentType != "application/offset+octet-stream")
            return Problems.UnsupportedType("application/offset+octet-stream");
        if (!long.TryParse(http.Request.Headers[Offset], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return Problems.Header(Offset, new Text("Upload-Offset 须为已收到的字节数", "Upload-Offset must be the number of bytes that arrived"));
        try
        {
            http.Response.Headers[Offset] = (await uploads.AppendAsync(upload, offset, http.Request.Body, http.RequestAborted)).ToString(CultureInfo.InvariantCulture);
            return Results.NoContent();
        }
        catch (UploadOffsetException e)
        {
            return Stands(http, e.Offset);
        }
        catch (AttachmentRefusedException)
        {
            return Problems.TooLarge(upload.Size);
        }
    }

    /// <summary>What was sent does not go on from where it stands.</summary>
    public static Problem Stands(HttpContext http, long offset)
    {
        http.Response.Headers[Offset] = offset.ToString(CultureInfo.InvariantCulture);
        return new Problem(409, "upload-offset", new Text($"已收到 {offset} 字节", $"{offset} bytes arrived"), new Text("从这里续传", "go on from there")) { More = { ["offset"] = offset } };
    }

    /// <summary>A piece may be the whole file.</summary>
    public sealed record Limit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Attachments.MaxUploadBytes;
    }
}
