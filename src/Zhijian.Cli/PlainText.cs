using System.Text;
using Zhijian.Matters.Reading;

namespace Zhijian.Cli;

/// <summary>A text file as people have them: UTF-8 or GB18030, never a document of a word processor.</summary>
internal static class PlainText
{
    /// <summary>No text of fewer characters than the reader takes is longer than this in either encoding.</summary>
    private const int MostBytes = FactReader.Longest * 4;

    private static readonly Encoding Gb18030 = OfCodePages();

    private static readonly (byte[] Begins, string Name)[] Documents =
        [([0x50, 0x4B, 0x03, 0x04], "DOCX"), ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0xD0, 0xCF, 0x11, 0xE0], "DOC"), ([0x7B, 0x5C, 0x72, 0x74, 0x66], "RTF")];

    /// <exception cref="Failure">It is not there, too large, or no text.</exception>
    public static (string Text, string Encoding) Read(string path, Say say)
    {
        byte[] bytes;
        try
        {
            var size = new FileInfo(path).Length;
            if (size > MostBytes)
                throw TooLarge(say);
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Failure(Exit.CouldNotRun, "no-file", say[$"读不了文件 {path}", $"{path} cannot be read"]) { Remedy = e.Message };
        }
        return Decode(bytes, say);
    }

    public static (string Text, string Encoding) Decode(byte[] bytes, Say say)
    {
        foreach (var (begins, name) in Documents)
            if (bytes.AsSpan().StartsWith(begins))
                throw new Failure(Exit.CouldNotRun, "not-text", say[$"这是 {name} 文件，只能读纯文本", $"this is a {name} file; only plain text is read"])
                {
                    Remedy = say["在办公软件中另存为纯文本（.txt），或复制事实部分后用 zhijian read -", "save it as plain text (.txt), or paste the fact section into zhijian read -"],
                };
        foreach (var encoding in new[] { Strict(Encoding.UTF8), Gb18030 })
            try
            {
                var text = encoding.GetString(bytes).TrimStart('\uFEFF');
                if (!text.Contains('\0'))
                    return text.Length > FactReader.Longest ? throw TooLarge(say) : (text, encoding.WebName);
            }
            catch (DecoderFallbackException)
            {
                // the next encoding
            }
        throw new Failure(Exit.CouldNotRun, "not-text", say["不是 UTF-8 或 GB18030 的文本", "no text in UTF-8 or GB18030"]);
    }

    public static Failure TooLarge(Say say) => new(Exit.CouldNotRun, "too-large", say[
        $"文本超过 {FactReader.Longest:#,##0} 个字符，只取事实部分", $"the text has more than {FactReader.Longest:#,##0} characters: take the fact section only"]);

    private static Encoding OfCodePages()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Strict(Encoding.GetEncoding("GB18030"));
    }

    private static Encoding Strict(Encoding encoding) => Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
