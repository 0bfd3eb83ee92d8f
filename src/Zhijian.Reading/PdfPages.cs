using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>Pages of a PDF and their images, by the programs of poppler-utils.</summary>
internal static class PdfPages
{
    private const string PageOfImage = "1600"; // dots of the longer side: the text of an A4 page is legible, and no page is larger than this

    public static async IAsyncEnumerable<PageText> Of(Poppler poppler, string path, ReadingLimits limits, ICollection<Text> left, [EnumeratorCancellation] CancellationToken ct)
    {
        var pages = await CountAsync(poppler, path, limits, ct);
        if (pages > limits.Pages)
            left.Add(new Text($"共 {pages} 页，第 {limits.Pages} 页以后未列出", $"{pages} pages; those after page {limits.Pages} are left out"));
        var channel = Channel.CreateBounded<PageText>(16);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = ReadAsync();
        var number = 0;
        try
        {
            await foreach (var page in channel.Reader.ReadAllAsync(ct))
            {
                number = page.Number;
                yield return page;
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
        var (exit, _) = await reading;
        if (number == 0)
            throw Damaged();
        if (exit != 0 || number < Math.Min(pages, limits.Pages))
            left.Add(new Text($"第 {number} 页以后读不出，文件可能已损坏", $"the pages after {number} cannot be read; the file may be damaged"));

        async Task<(int, string)> ReadAsync()
        {
            try
            {
                // in the order in which it was written: by its place on the paper, a date in another typeface leaves its line
                return await poppler.RunAsync(
                    "pdftotext", ["-q", "-raw", "-enc", "UTF-8", "-f", "1", "-l", Math.Min(pages, limits.Pages).ToString(CultureInfo.InvariantCulture), path, "-"], limits, output => CutAsync(output, channel.Writer, limits, stop.Token), stop.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return (-1, "");
            }
            finally
            {
                channel.Writer.TryComplete();
            }
        }
    }

    /// <summary>A form feed ends a page.</summary>
    private static async Task CutAsync(Stream output, ChannelWriter<PageText> pages, ReadingLimits limits, CancellationToken ct)
    {
        var (page, buffer) = (new PageCutter(limits), new char[1 << 14]);
        using var reader = new StreamReader(output, Encoding.UTF8);
        int read;
        while ((read = await reader.ReadAsync(buffer, ct)) > 0)
            for (var i = 0; i < read; i++)
                if (buffer[i] == '\f')
                    await pages.WriteAsync(page.Cut(), ct);
                else
                    page.Add(buffer[i]);
    }

    private static async Task<int> CountAsync(Poppler poppler, string path, ReadingLimits limits, CancellationToken ct)
    {
        var said = "";
        var (exit, complaint) = await poppler.RunAsync("pdfinfo", ["-enc", "UTF-8", path], limits, async output => said = await SomeAsync(output, ct), ct);
        if (complaint.Contains("Incorrect password", StringComparison.Ordinal))
            throw new UnreadableException(new Text("PDF 有打开密码，读不出文字；请提供者去掉密码后重新提交", "the PDF opens with a password only and cannot be read; ask for one without it"));
        foreach (var line in said.Split('\n'))
            if (line.StartsWith("Pages:", StringComparison.Ordinal) && int.TryParse(line.AsSpan(6).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages > 0)
                return pages;
        throw exit is 0 or 1 ? Damaged() : new UnreadableException(new Text("读取 PDF 的程序超出内存或时间上限而停止，文件可能已损坏或者是恶意文件", "the program that reads PDF was stopped over its limit of memory or time; the file may be damaged or hostile"));
    }

    /// <summary>PNG of a page; null where there is none.</summary>
    public static async Task<byte[]?> ImageAsync(Poppler poppler, string path, int page, ReadingLimits limits, CancellationToken ct)
    {
        var image = new MemoryStream();
        var number = page.ToString(CultureInfo.InvariantCulture);
        await poppler.RunAsync(
            "pdftoppm", ["-q", "-png", "-singlefile", "-f", number, "-l", number, "-scale-to", PageOfImage, path], limits, async output =>
            {
                var buffer = new byte[1 << 16];
                int read;
                while ((read = await output.ReadAsync(buffer, ct)) > 0 && image.Length + read <= limits.ImageBytes)
                    image.Write(buffer, 0, read);
            },
            ct);
        return image.Length > 0 ? image.ToArray() : null;
    }

    private static UnreadableException Damaged() => new(new Text("PDF 不完整或者已损坏，读不出文字；请向提供者索取完整文件", "the PDF is cut off or damaged and cannot be read; ask whoever sent it for a whole one"));

    private static async Task<string> SomeAsync(Stream output, CancellationToken ct)
    {
        var (some, buffer) = (new MemoryStream(), new byte[4096]);
        int read;
        while ((read = await output.ReadAsync(buffer, ct)) > 0)
            if (some.Length < 1 << 16)
                some.Write(buffer, 0, read);
        return Encoding.UTF8.GetString(some.GetBuffer().AsSpan(0, (int)some.Length));
    }
}
