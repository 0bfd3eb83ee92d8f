using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>
/// Pages of a mail: from whom, to whom, when, the text, and what was attached. What is attached is listed and not opened: it is taken in as a file of its
/// own. Memory: the text up to its limit.
/// </summary>
internal static class MailPages
{
    private const int MostOfLine = 1 << 16;
    private const int MostBoundaries = 8;

    private static readonly Regex Unseen = Linear("<script\\b.*?</script\\s*>|<style\\b.*?</style\\s*>|<head\\b.*?</head\\s*>|<!--.*?-->");
    private static readonly Regex LineEnd = Linear("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>");
    private static readonly Regex Tag = Linear("<[^>]*>");
    private static readonly Regex Blank = Linear("\\n\\s*\\n\\s*(\\n\\s*)+");

    private static readonly (string Field, string Says)[] Shown = [("From", "发件人 From"), ("To", "收件人 To"), ("Cc", "抄送 Cc"), ("Date", "日期 Date"), ("Subject", "主题 Subject"), ("Message-ID", "Message-ID")];

    public static IEnumerable<PageText> Of(string path, ReadingLimits limits, ICollection<Text> left, CancellationToken ct)
    {
        var mail = Read(path, limits, left, ct);
        var head = new StringBuilder();
        foreach (var (field, says) in Shown)
            if (mail.Header[field] is { Length: > 0 } value)
                head.Append(says).Append('：').Append(value).Append('\n');
        head.Append('\n').Append(mail.Text.TrimEnd()).Append('\n');
        if (mail.Attached.Count > 0)
            head.Append("\n附件 Attachments\n");
        foreach (var (name, type, bytes) in mail.Attached)
            head.Append("· ").Append(name).Append(" (").Append(type).Append(", ").Append(bytes).Append(" B)\n");
        return PlainPages.Of(new StringReader(head.ToString()), limits, ct);
    }

    private sealed record Mail(MailHeader Header, string Text, IReadOnlyList<(string Name, string Type, long Bytes)> Attached);

    /// <summary>Line by line; a part is what lies between two boundaries.</summary>
    private static Mail Read(string path, ReadingLimits limits, ICollection<Text> left, CancellationToken ct)
    {
        using var file = File.OpenRead(path);
        var (whole, boundaries, attached) = (new MailHeader(), new List<string>(), new List<(string, string, long)>());
        var (header, inHeader, parts, bytes, cut) = (whole, true, 0, 0L, false);
        byte[]? plain = null;
        (byte[] Body, MailHeader Header)? text = null;
        var body = new MemoryStream();
        foreach (var line in Lines(file, ct))
        {
            if (inHeader)
            {
                if (line.Length > 0)
                {
                    header.Add(line);
                    continue;
                }
                inHeader = false;
                if (header.Boundary is { Length: > 0 } boundary && header.Type.StartsWith("multipart/", StringComparison.Ordinal) && boundaries.Count < MostBoundaries)
                    boundaries.Add(boundary);
                continue;
            }
            if (BoundaryOf(line, boundaries) is var at && at < 0)
            {
                bytes += line.Length;
                if (header.Type.StartsWith("text/", StringComparison.Ordinal) && !header.IsAttached && plain is null)
                {
                    if (body.Length + line.Length < limits.MailBytes)
                    {
                        body.Write(line);
                        body.Write("\n"u8);
                    }
                    else
                    {
                        cut = true;
                    }
                }
                continue;
            }
            EndPart();
            boundaries.RemoveRange(at + 1, boundaries.Count - at - 1);
            if (++parts > limits.MailParts)
            {
                left.Add(new Text($"邮件第 {limits.MailParts} 个部分以后未列出", $"the parts of the mail after {limits.MailParts} are left out"));
                break;
            }
            (header, inHeader) = (new MailHeader(), !IsLast(line, boundaries[at]));
        }
        EndPart();
        if (cut)
            left.Add(new Text($"邮件正文超过 {limits.MailBytes >> 20} MB，其余未列出", $"the text of the mail is longer than {limits.MailBytes >> 20} MB; the rest is left out"));
        return new Mail(whole, text is { } found ? TextOf(found.Body, found.Header) : "", attached);

        void EndPart()
        {
            if (header.IsAttached || !(header.Type.StartsWith("text/", StringComparison.Ordinal) || header.Type.StartsWith("multipart/", StringComparison.Ordinal)))
            {
                attached.Add((header.FileName ?? "—", header.Type, header.Encoding == "base64" ? bytes * 3 / 4 : bytes));
            }
            else if (header.Type.StartsWith("text/", StringComparison.Ordinal) && plain is null && body.Length > 0 && (text is null || header.Type == "text/plain"))
            {
                // plain text before the same in HTML
                text = (body.ToArray(), header);
                plain = header.Type == "text/plain" ? text.Value.Body : null;
            }
            body.SetLength(0);
            bytes = 0;
        }
    }

    private static string TextOf(byte[] body, MailHeader header)
    {
        var decoded = TransferCoding.Decode(header.Encoding, body);
        var text = Charsets.Of(header.Charset, decoded).GetString(decoded);
        return header.Type == "text/html" ? WithoutTags(text) : text;
    }

    private static string WithoutTags(string html)
    {
        try
        {
            var text = Unseen.Replace(html, " ");
            text = LineEnd.Replace(text.ReplaceLineEndings(" "), "\n");
            return Blank.Replace(string.Join('\n', WebUtility.HtmlDecode(Tag.Replace(text, "")).Split('\n').Select(l => l.Trim())), "\n\n");
        }
        catch (RegexMatchTimeoutException)
        {
            return html; // made to be slow: shown as it is written
        }
    }

    private static int BoundaryOf(byte[] line, List<string> boundaries)
    {
        if (line.Length < 3 || line[0] != '-' || line[1] != '-')
            return -1;
        var text = Encoding.Latin1.GetString(line).TrimEnd()[2..];
        return boundaries.FindLastIndex(b => text == b || text == b + "--");
    }

    private static bool IsLast(byte[] line, string boundary) => Encoding.Latin1.GetString(line).TrimEnd() == $"--{boundary}--";

    /// <summary>Lines without their ends; one that is too long comes in pieces.</summary>
    private static IEnumerable<byte[]> Lines(Stream file, CancellationToken ct)
    {
        var (buffer, line) = (new byte[1 << 15], new MemoryStream());
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            var from = 0;
            while (from < read)
            {
                var end = buffer.AsSpan(from, read - from).IndexOf((byte)'\n');
                line.Write(buffer, from, (end < 0 ? read - from : end));
                from += end < 0 ? read - from : end + 1;
                if (end >= 0 || line.Length > MostOfLine)
                {
                    yield return line.GetBuffer().AsSpan(0, (int)line.Length).TrimEnd((byte)'\r').ToArray();
                    line.SetLength(0);
                }
            }
        }
        if (line.Length > 0)
            yield return line.ToArray();
    }

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(5));
}
