using System.Globalization;
using System.Text;
using Zhijian.Store;

namespace Zhijian.Reading;

/// <summary>The header of a mail or of a part of it (RFC 5322, 2045): names without regard to case, values unfolded, words decoded (RFC 2047, 2231).</summary>
internal sealed class MailHeader
{
    private const int MostFields = 500;
    private const int MostOfValue = 16_384;

    private readonly List<(string Name, StringBuilder Value)> _fields = [];

    /// <summary>A line of the header; one that begins with a space goes on with the field before.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        var text = Bytes(line);
        if (text.Length > 0 && text[0] is ' ' or '\t')
        {
            if (_fields.Count > 0 && _fields[^1].Value.Length < MostOfValue)
                _fields[^1].Value.Append(' ').Append(text.Trim());
        }
        else if (text.IndexOf(':') is > 0 and var colon && _fields.Count < MostFields)
        {
            _fields.Add((text[..colon].Trim(), new StringBuilder(text[(colon + 1)..].Trim())));
        }
    }

    public string? this[string name] => Raw(name) is { } raw ? Decoded(raw) : null;

    /// <summary>text/plain, in small letters.</summary>
    public string Type => (Raw("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    public string Encoding => (Raw("Content-Transfer-Encoding") ?? "7bit").Trim().ToLowerInvariant();

    public string? Boundary => Parameter("Content-Type", "boundary");

    public string? Charset => Parameter("Content-Type", "charset");

    public bool IsAttached => Raw("Content-Disposition")?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true || FileName is not null;

    public string? FileName => Parameter("Content-Disposition", "filename") ?? Parameter("Content-Type", "name");

    private string? Raw(string name) => _fields.Find(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    private string? Parameter(string field, string name)
    {
        var found = new SortedDictionary<int, (string Value, bool Extended)>();
        foreach (var part in Parts(Raw(field) ?? "").Skip(1))
        {
            if (part.IndexOf('=') is not (> 0 and var at))
                continue;
            var (key, value) = (part[..at].Trim(), part[(at + 1)..].Trim());
            if (value is ['"', .., '"'])
                value = value[1..^1].Replace("\\\"", "\"").Replace("\\\\", "\\");
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return Decoded(value);
            // filename*0*=, filename*=UTF-8''…
            if (key.StartsWith(name + "*", StringComparison.OrdinalIgnoreCase))
            {
                var rest = key[(name.Length + 1)..];
                var number = int.TryParse(rest.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
                found[number] = (value, rest.Length == 0 || rest.EndsWith('*'));
            }
        }
        if (found.Count == 0)
            return null;
        var charset = found.First().Value is { Extended: true } first && first.Value.Split('\'') is [var told, _, ..] ? told : "utf-8";
        var bytes = new List<byte>();
        foreach (var (number, (value, extended)) in found)
            bytes.AddRange(extended ? Percent(number == found.First().Key && value.Split('\'', 3) is [_, _, var after] ? after : value) : System.Text.Encoding.UTF8.GetBytes(value));
        return Charsets.Of(charset, [.. bytes]).GetString([.. bytes]);
    }

    private static byte[] Percent(string value)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && byte.TryParse(value.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(value[i].ToString()));
            }
        }
        return [.. bytes];
    }

    /// <summary>Apart by semicolons that are not in quotes.</summary>
    private static List<string> Parts(string value)
    {
        var (parts, from, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] == '"')
                quoted = !quoted;
            if (i == value.Length || (value[i] == ';' && !quoted))
            {
                parts.Add(value[from..i]);
                from = i + 1;
            }
        }
        return parts;
    }

    /// <summary>Words such as =?GB2312?B?1tDOxA==?=; the space between two of them is no space, and a character may be cut over two of them.</summary>
    internal static string Decoded(string value)
    {
        var (text, at) = (new StringBuilder(), 0);
        List<byte> bytes = [];
        string? charset = null;
        while (at < value.Length)
        {
            var begin = value.IndexOf("=?", at, StringComparison.Ordinal);
            if (begin < 0 || Word(value, begin) is not var (told, content, end))
                break;
            if (value[at..begin] is var between && (charset is null || between.AsSpan().Trim().Length > 0))
            {
                Flush();
                text.Append(between);
            }
            else if (!told.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
            }
            charset = told;
            bytes.AddRange(content);
            at = end;
        }
        Flush();
        return text.Append(value.AsSpan(at)).ToString();

        void Flush()
        {
            if (charset is not null)
                text.Append(Charsets.Of(charset, [.. bytes]).GetString([.. bytes]));
            bytes.Clear();
            charset = null;
        }
    }

    private static (string Charset, byte[] Content, int End)? Word(string value, int begin)
    {
        var first = value.IndexOf('?', begin + 2);
        if (first < 0 || first + 2 >= value.Length || value[first + 2] != '?')
            return null;
        var last = value.IndexOf("?=", first + 3, StringComparison.Ordinal);
        if (last < 0)
            return null;
        var (charset, kind, content) = (value[(begin + 2)..first].Split('*')[0], char.ToUpperInvariant(value[first + 1]), value[(first + 3)..last]);
        return kind switch
        {
            'B' => TransferCoding.Base64(content) is { } bytes ? (charset, bytes, last + 2) : null,
            'Q' => (charset, TransferCoding.Quoted(System.Text.Encoding.Latin1.GetBytes(content.Replace('_', ' '))), last + 2),
            _ => null,
        };
    }

    /// <summary>Eight-bit headers are in whatever the sender's program wrote.</summary>
    private static string Bytes(ReadOnlySpan<byte> line)
    {
        var copy = line.ToArray();
        return Charsets.Of(null, copy).GetString(copy);
    }
}

/// <summary>Names of encodings as mails give them. GB2312 and GBK are read as GB 18030, which holds both.</summary>
internal static class Charsets
{
    public static Encoding Of(string? name, byte[] bytes)
    {
        if (name?.Trim().ToLowerInvariant() is { Length: > 0 } told && told is not ("us-ascii" or "ascii" or "unknown-8bit"))
        {
            if (told is "gb2312" or "gbk" or "gb18030" or "x-gbk" or "cp936" or "hz-gb-2312")
                return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
            try
            {
                return CodePagesEncodingProvider.Instance.GetEncoding(told) ?? Encoding.GetEncoding(told);
            }
            catch (ArgumentException)
            {
                // a name that nobody knows: as if none were given
            }
        }
        var kind = new TextKind();
        for (var at = 0; at < bytes.Length; at += 1 << 16)
            kind.See(bytes.AsSpan(at, Math.Min(1 << 16, bytes.Length - at)));
        return kind.Encoding() ?? Encoding.UTF8;
    }
}

/// <summary>How the bytes of a part are written down in a mail.</summary>
internal static class TransferCoding
{
    public static byte[] Decode(string coding, byte[] body) => coding switch
    {
        "base64" => Base64(Encoding.Latin1.GetString(body)) ?? body,
        "quoted-printable" => Quoted(body),
        _ => body,
    };

    /// <summary>What is no letter of the alphabet is skipped, as mails ask; null where nothing is left that reads.</summary>
    public static byte[]? Base64(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
                letters.Append(c);
        if (letters.Length % 4 == 1)
            letters.Length--; // cut off
        letters.Append('=', (4 - (letters.Length % 4)) % 4);
        try
        {
            return Convert.FromBase64String(letters.ToString());
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static byte[] Quoted(byte[] body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.Add(body[i]);
            }
            else if (i + 2 < body.Length && char.IsAsciiHexDigit((char)body[i + 1]) && char.IsAsciiHexDigit((char)body[i + 2]))
            {
                bytes.Add(Convert.FromHexString([(char)body[i + 1], (char)body[i + 2]])[0]);
                i += 2;
            }
            else
            {
                // a soft end of the line
                while (i + 1 < body.Length && body[i + 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
                    i++;
                if (i + 1 < body.Length && body[i + 1] == '\n')
                    i++;
            }
        }
        return [.. bytes];
    }
}
