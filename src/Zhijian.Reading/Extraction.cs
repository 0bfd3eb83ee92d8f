using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>The pages of a file by its type, which was read from its content and never from its name.</summary>
internal static class Extraction
{
    public static bool Reads(string mediaType) => mediaType is "application/pdf" or "text/plain" or "message/rfc822" || mediaType.StartsWith("application/vnd.openxmlformats-officedocument.", StringComparison.Ordinal);

    /// <param name="left">Takes what was left out.</param>
    /// <exception cref="UnreadableException">It cannot be read, or not to the end.</exception>
    public static IAsyncEnumerable<PageText> Of(string path, string mediaType, ReadingLimits limits, Poppler? poppler, ICollection<Text> left, CancellationToken ct) => mediaType switch
    {
        "application/pdf" => PdfPages.Of(poppler!, path, limits, left, ct),
        "text/plain" => PlainPages.Of(path, limits, ct).ToAsyncEnumerable(),
        "message/rfc822" => MailPages.Of(path, limits, left, ct).ToAsyncEnumerable(),
        _ when mediaType.EndsWith(".document", StringComparison.Ordinal) => WordPages.Of(path, limits, left, ct).ToAsyncEnumerable(),
        _ => SheetPages.Of(path, limits, left, ct).ToAsyncEnumerable(),
    };
}
