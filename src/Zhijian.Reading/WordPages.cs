using System.IO.Compression;
using System.Xml;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>
/// Pages of a DOCX. It has none of its own: they are where Word broke them when it was last saved, or where a page is long enough. What was deleted with
/// changes tracked is not part of the text.
/// </summary>
internal static class WordPages
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictW = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static readonly (string Part, Text Name)[] After =
    [
        ("word/footnotes.xml", new Text("脚注", "Footnotes")), ("word/endnotes.xml", new Text("尾注", "Endnotes")), ("word/comments.xml", new Text("批注", "Comments")),
    ];

    public static IEnumerable<PageText> Of(string path, ReadingLimits limits, ICollection<Text> left, CancellationToken ct) => XmlPart.Explain(() => Read(path, limits, left, ct));

    private static IEnumerable<PageText> Read(string path, ReadingLimits limits, ICollection<Text> left, CancellationToken ct)
    {
        using var zip = ZipFile.OpenRead(path);
        var cutter = new PageCutter(limits);
        using (var body = XmlPart.Open(zip, "word/document.xml", limits) ?? throw new InvalidDataException("no body"))
            foreach (var page in Pages(body, cutter, left, ct))
                yield return page;
        if (!cutter.IsBlank)
            yield return cutter.Cut();
        foreach (var (part, name) in After)
        {
            using var notes = XmlPart.Open(zip, part, limits);
            if (notes is null)
                continue;
            foreach (var page in Pages(notes, cutter, left, ct))
                yield return page with { Name = name };
            if (!cutter.IsBlank)
                yield return cutter.Cut(name);
        }
    }

    private static IEnumerable<PageText> Pages(XmlPart part, PageCutter page, ICollection<Text> left, CancellationToken ct)
    {
        var (xml, inText, cells, deleted) = (part.Reader, false, 0, false);
        while (part.Read())
        {
            ct.ThrowIfCancellationRequested();
            var isBreak = false;
            if (xml.NodeType == XmlNodeType.Element && xml is { NamespaceURI: Compatibility, LocalName: "Fallback" })
            {
                part.Skip(); // the same again for older programs
                continue;
            }
            if (xml.NamespaceURI is W or StrictW)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    inText = xml.LocalName == "t" && !xml.IsEmptyElement;
                    deleted = deleted || xml.LocalName == "delText";
                    cells += xml.LocalName == "tc" ? 1 : 0;
                    isBreak = xml.LocalName == "lastRenderedPageBreak" || (xml.LocalName == "br" && Attribute(xml, "type") == "page");
                    if (!isBreak && Says(xml.LocalName) is { } c)
                        page.Add(c);
                }
                else if (xml.NodeType == XmlNodeType.EndElement)
                {
                    inText = false;
                    cells -= xml.LocalName == "tc" ? 1 : 0;
                    if (xml.LocalName == "tc")
                        page.Add('\t');
                    else if (xml.LocalName == "tr" || xml.LocalName == "p")
                        page.Add(cells > 0 ? ' ' : '\n');
                }
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && inText)
            {
                part.Text(page.Add);
            }
            if (!page.IsBlank && (isBreak || (page.IsFull && cells == 0 && xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" })))
                yield return page.Cut();
        }
        if (deleted)
            left.Add(new Text("文件含有修订痕迹；已删除的文字未列出，请另看原件", "changes are tracked in the file; what was deleted is not listed, see the original"));
    }

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, W) ?? xml.GetAttribute(name, StrictW);

    private static char? Says(string element) => element switch { "tab" => '\t', "br" or "cr" => '\n', "noBreakHyphen" => '-', _ => null };
}
