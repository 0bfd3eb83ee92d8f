using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Zhijian.Reading.Tests;

/// <summary>Files as they come in, made by the tests: whole ones, and those that somebody made to break us.</summary>
internal static class Made
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A page each. The text is in the file as the codes of its characters, so Chinese needs no font.</summary>
    public static byte[] Pdf(params IReadOnlyList<string> pages)
    {
        var (pdf, at) = (new MemoryStream(), new List<long>());
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Object(string content)
        {
            at.Add(pdf.Position);
            Write($"{at.Count} 0 obj\n{content}\nendobj\n");
        }

        void Streamed(string content) => Object($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{7 + (i * 2)} 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>");
        Object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>");
        Object("<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        Streamed("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 256 beginbfrange\n"
            + string.Concat(Enumerable.Range(0, 256).Select(r => $"<{r:X2}00> <{r:X2}FF> <{r:X2}00>\n")) + "endbfrange endcmap end end");
        for (var i = 0; i < pages.Count; i++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at.Count + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>");
            Streamed(pages[i].Length == 0 ? "" : $"BT /F 12 Tf 50 780 Td 16 TL {string.Join(" T* ", pages[i].Split('\n').Select(l => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(l))}> Tj"))} ET");
        }
        var xref = pdf.Position;
        Write($"xref\n0 {at.Count + 1}\n0000000000 65535 f \n" + string.Concat(at.Select(a => a.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write($"trailer\n<< /Size {at.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return pdf.ToArray();
    }

    /// <summary>One that no empty password opens.</summary>
    public static byte[] LockedPdf()
    {
        var pdf = Encoding.Latin1.GetString(Pdf("secret"));
        var some = new string('5', 64);
        return Encoding.Latin1.GetBytes(pdf.Replace("/Root 1 0 R >>", $"/Root 1 0 R /ID [<{some[..32]}> <{some[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{some}> /U <{some}> >> >>", StringComparison.Ordinal));
    }

    public static byte[] Zip(params IReadOnlyList<(string Name, string Content)> parts) => Zip(parts.Select(p => (p.Name, (Action<StreamWriter>)(w => w.Write(p.Content)))));

    public static byte[] Zip(IEnumerable<(string Name, Action<StreamWriter> Content)> parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
                content(writer);
            }
        return stream.ToArray();
    }

    public static byte[] Docx(string body, string before = "", params IReadOnlyList<(string Name, string Content)> more) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"{before}<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>"), .. more]);

    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Footnotes(string text) => $"<w:footnotes xmlns:w=\"{W}\"><w:footnote>{Paragraph(text)}</w:footnote></w:footnotes>";

    public static byte[] Xlsx(Action<StreamWriter> rows, Action<StreamWriter>? shared = null, string styles = "<styleSheet/>") => Zip(
    [
        ("[Content_Types].xml", w => w.Write("<Types/>")),
        ("xl/workbook.xml", w => w.Write("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"进货\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
        ("xl/styles.xml", w => w.Write(styles)),
        ("xl/sharedStrings.xml", w => { w.Write("<sst>"); shared?.Invoke(w); w.Write("</sst>"); }),
        ("xl/worksheets/sheet1.xml", w => { w.Write("<worksheet><sheetData>"); rows(w); w.Write("</sheetData></worksheet>"); }),
    ]);
}
