using System.Text;
using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>Reads a JSON body, that of a step or another.</summary>
public static class Body
{
    /// <summary>1 MB; files go to the attachments.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The command, or the answer that says what is wrong.</returns>
    /// <param name="complete">Fills in what the sender may leave out.</param>
    public static async Task<(IDated? Command, IResult? Wrong)> ReadAsync(HttpContext http, Step step, Func<string, Task<string>> complete)
    {
        var (text, wrong) = await ReadTextAsync(http, MaxBytes);
        if (text is null)
            return (null, wrong);
        var (command, errors) = StepForm.FromJson(step, await complete(text));
        return command is null ? (null, Problems.Fields(http, errors)) : (command, null);
    }

    /// <returns>The body as it was sent, or the answer that says why it cannot be read.</returns>
    public static async Task<(string? Text, IResult? Wrong)> ReadTextAsync(HttpContext http, int most)
    {
        if (!IsJson(http.Request))
            return (null, Problems.UnsupportedType("application/json"));
        if (http.Request.ContentLength > most)
            return (null, Problems.TooLarge(most));
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
        {
            if (buffer.Length + read > most)
                return (null, Problems.TooLarge(most));
            buffer.Write(chunk, 0, read);
        }
        try
        {
            return (Utf8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, Problems.Fields(http, [new FieldError("", new Text("请求体不是 UTF-8", "the body is not UTF-8"))]));
        }
    }

    /// <summary>The JSON as that record; null where it is none.</summary>
    public static T? Parse<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsJson(HttpRequest request) =>
        request.GetTypedHeaders().ContentType is { } type
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
