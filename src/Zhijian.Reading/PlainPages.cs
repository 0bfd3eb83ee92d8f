using System.Buffers;
using System.Text;
using Zhijian.Store;

namespace Zhijian.Reading;

/// <summary>Pages of a text or a table in text (CSV): cut at the end of a line. Memory: one block and one page, however long a line is.</summary>
internal static class PlainPages
{
    public static IEnumerable<PageText> Of(string path, ReadingLimits limits, CancellationToken ct)
    {
        var encoding = EncodingOf(path, ct);
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        foreach (var page in Of(reader, limits, ct))
            yield return page;
    }

    public static IEnumerable<PageText> Of(TextReader reader, ReadingLimits limits, CancellationToken ct)
    {
        var page = new PageCutter(limits);
        var buffer = new char[1 << 14];
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < read; i++)
            {
                page.Add(buffer[i]);
                // a line without an end is cut, too: nothing of it is lost, and a page stays a page
                if (page.IsFull && (buffer[i] == '\n' || (page.Length >= limits.PageCharacters - 1 && !char.IsHighSurrogate(buffer[i]))))
                    yield return page.Cut();
            }
        }
        if (page.Length > 0)
            yield return page.Cut();
    }

    private static Encoding EncodingOf(string path, CancellationToken ct)
    {
        var kinds = new TextKind();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            using var file = File.OpenRead(path);
            int read;
            while ((read = file.Read(buffer, 0, 1 << 16)) > 0)
            {
                ct.ThrowIfCancellationRequested();
                kinds.See(buffer.AsSpan(0, read));
            }
            return kinds.Encoding() ?? Encoding.UTF8;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
