using Microsoft.Net.Http.Headers;
using Zhijian.Kernel;

namespace Zhijian.Web.Api;

/// <summary>What a client says beside the body: the version that it saw (If-Match), and a key under which a repeated request counts once.</summary>
public sealed record Preconditions(long? Expected, bool Asked, string? Key)
{
    private const string KeyHeader = "Idempotency-Key";

    public static (Preconditions? Given, Problem? Wrong) Read(HttpRequest request)
    {
        long? expected = null;
        var asked = false;
        if (request.Headers.IfMatch is { Count: > 0 } header)
        {
            if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags is not [var tag])
                return (null, Problems.Header("If-Match", new Text("If-Match 须为一个 ETag，如 \"3\"", "If-Match must be one entity tag, e.g. \"3\"")));
            if (!tag.Equals(EntityTagHeaderValue.Any))
                // a weak or foreign tag is well formed but matches no version
                (expected, asked) = (!tag.IsWeak && long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version) ? version : -1, true);
        }
        if (request.Headers[KeyHeader] is not { Count: > 0 } keys)
            return (new Preconditions(expected, asked, null), null);
        return keys is [{ Length: >= 1 and <= 128 } key] && key.All(c => c is > ' ' and <= '~')
            ? (new Preconditions(expected, asked, key), null)
            : (null, Problems.Header(KeyHeader, new Text($"{KeyHeader} 须为 1 至 128 个可见 ASCII 字符", $"{KeyHeader} must be 1 to 128 visible ASCII characters")));
    }
}
