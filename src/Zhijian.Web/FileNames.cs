using System.Globalization;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Web;

/// <summary>Names of files as they are shown and handed out: only the last part, decoded where a program encoded them, without what deceives or disturbs.</summary>
public static class FileNames
{
    public const int Longest = 200;

    /// <summary>
    /// Why the name cannot be taken; null where it can. Bytes that are no UTF-8 are lost before we see them, and a name made of what is left would stand in
    /// the record as one that nobody gave.
    /// </summary>
    public static Text? Wrong(string? given) => given?.Contains('\ufffd') == true
        ? new Text("文件名不是 UTF-8 编码（可能是 GB18030）：请用 UTF-8 发送文件名，或改名后再上传", "the name of the file is not in UTF-8 (it may be GB18030): send it in UTF-8, or rename the file")
        : null;

    /// <summary>Null where nothing is left.</summary>
    public static string? Safe(string? given)
    {
        if (given is null)
            return null;
        var name = Reread(Decoded(given));
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        // format characters turn the order of writing (“fdp.exe”) or are not seen at all
        name = string.Concat(name.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            && r != Rune.ReplacementChar)).Trim().TrimStart('.');
        if (name.Length > Longest)
        {
            var extension = Path.GetExtension(name) is { Length: <= 10 } e ? e : "";
            var kept = name[..(Longest - extension.Length)];
            name = (char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept) + extension;
        }
        return name.Length == 0 ? null : name;
    }

    /// <summary>%E5%9B%BE.pdf → 图.pdf; what is no whole encoding stays as it is.</summary>
    private static string Decoded(string name)
    {
        if (!name.Contains('%'))
            return name;
        var decoded = Uri.UnescapeDataString(name);
        return decoded.Contains('\ufffd') ? name : decoded;
    }

    /// <summary>Bytes of UTF-8 or GB18030 that a program read as Latin-1.</summary>
    private static string Reread(string name)
    {
        if (name.Any(c => c > '\u00ff') || !name.Any(c => c >= '\u0080'))
            return name;
        var bytes = Encoding.Latin1.GetBytes(name);
        return Read(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), bytes)
            ?? Read(CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, bytes) ?? name;
    }

    private static string? Read(Encoding strict, byte[] bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
