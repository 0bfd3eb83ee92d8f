using System.IO.Compression;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhijian.Documents;

/// <summary>
/// A paper as DOCX in the proportions of GB/T 9704: A4, 37 mm above, 28 mm at the left, a text of 156 × 225 mm with 22 lines of 28 characters.
/// The same paper gives the same bytes, so that its hash proves which one was sealed.
/// </summary>
public static class Docx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int Line = 580; // 225 mm / 22 in twentieths of a point
    private const int Tight = -5; // 28 characters of 16 points are wider than 156 mm; a character grid is read differently by every program
    private const string TitleFont = "方正小标宋简体";
    private const string BodyFont = "仿宋_GB2312";
    private const string HeadingFont = "黑体";
    private const string Latin = "Times New Roman";

    // whoever lacks the fonts of the office gets free ones of the same cut
    private static readonly (string Name, string Instead)[] Fonts =
        [(TitleFont, "Noto Serif CJK SC"), (BodyFont, "FangSong"), (HeadingFont, "Noto Sans CJK SC"), (Latin, "Liberation Serif")];

    // what a zip says of its entries; the day has no meaning
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Pure. O(text).</summary>
    public static byte[] Write(PaperText paper)
    {
        using var raw = new MemoryStream();
        using (var document = WordprocessingDocument.Create(raw, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "document"); // else it is drawn at random
            var footer = main.AddNewPart<FooterPart>("footer");
            footer.Footer = new Footer(PageNumber());
            main.AddNewPart<FontTablePart>("fonts").Fonts = new Fonts(Fonts.Select(f => new Font(new AltName { Val = f.Instead }) { Name = f.Name }));
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(FontOf(BodyFont), new Spacing { Val = Tight }, new FontSize { Val = "32" }, new Languages { Val = "en-GB", EastAsia = "zh-CN" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing()))));
            main.Document = new Document(new Body([.. Paragraphs(paper), Page()]));
        }
        return Settled(raw);
    }

    /// <summary>SHA-256 of the file, in small letters.</summary>
    public static string HashOf(byte[] docx) => Convert.ToHexStringLower(SHA256.HashData(docx));

    private static IEnumerable<Paragraph> Paragraphs(PaperText paper)
    {
        yield return Centred(paper.Office, 36);
        yield return Centred(paper.Title, 44, after: paper.Number is null ? Line : 0, rule: paper.RedRule && paper.Number is null);
        if (paper.Number is { } number)
            yield return Of(number, right: true, after: Line / 2, rule: paper.RedRule);
        if (paper.Recipient is { } recipient)
            yield return Of($"{recipient}：");
        foreach (var line in paper.Body)
            yield return line.Heading ? Of(line.Text, indent: true, font: HeadingFont, keep: true) : Of(line.Text, indent: true);
        foreach (var paragraph in Signature(paper))
            yield return paragraph;
        foreach (var paragraph in English(paper))
            yield return paragraph;
    }

    /// <summary>Name and day stand together on one page with the seal over both.</summary>
    private static IEnumerable<Paragraph> Signature(PaperText paper)
    {
        if (paper.Signer is { } signer)
            yield return Of(signer, right: true, edge: 640, before: paper.Sealed ? Line * 2 : Line, keep: true);
        if (paper.Sealed || paper.Signer is not null)
            yield return Of(paper.DateLine, right: true, edge: 640, after: paper.Sealed ? Line : 0);
        if (paper.Copies.Count > 0)
            yield return Of($"本文书份数：{string.Join('、', paper.Copies)}。", size: 28, before: Line / 2);
    }

    private static IEnumerable<Paragraph> English(PaperText paper)
    {
        if (paper.EnglishTitle is not { } title)
            yield break;
        yield return new Paragraph(
            new ParagraphProperties(new PageBreakBefore(), new SpacingBetweenLines { After = "240", Line = "360", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }),
            RunOf(title, BodyFont, 36, bold: true));
        foreach (var line in paper.English)
            yield return new Paragraph(
                new ParagraphProperties(new SpacingBetweenLines { After = "120", Line = "320", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Left }),
                RunOf(line.Text, BodyFont, 26, bold: line.Heading));
    }

    private static Paragraph Centred(string text, int size, int after = 0, bool rule = false) => new(
        Properties(rule, null, new SpacingBetweenLines { After = $"{after}", Line = $"{size * 14}", LineRule = LineSpacingRuleValues.AtLeast }, JustificationValues.Center, keep: true),
        RunOf(text, TitleFont, size));

    private static Paragraph Of(
        string text, bool indent = false, bool right = false, int edge = 0, string font = BodyFont, int size = 32, int before = 0, int after = 0, bool rule = false, bool keep = false) => new(
        Properties(
            rule,
            indent ? new Indentation { FirstLine = "640", FirstLineChars = 200 } : edge > 0 ? new Indentation { Right = $"{edge}" } : null,
            Spacing(before, after),
            right ? JustificationValues.Right : JustificationValues.Both,
            keep),
        RunOf(text, font, size));

    private static ParagraphProperties Properties(bool rule, Indentation? indentation, SpacingBetweenLines spacing, JustificationValues justification, bool keep)
    {
        // the schema wants them in this order
        var properties = new ParagraphProperties();
        if (keep)
            properties.Append(new KeepNext());
        if (rule)
            properties.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = "C00000", Size = 12, Space = 6 }));
        properties.Append(spacing);
        if (indentation is not null)
            properties.Append(indentation);
        properties.Append(new Justification { Val = justification });
        return properties;
    }

    private static Run RunOf(string text, string font, int size, bool bold = false)
    {
        var properties = new RunProperties(FontOf(font));
        if (bold)
            properties.Append(new Bold());
        properties.Append(new FontSize { Val = $"{size}" });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static RunFonts FontOf(string font) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = font };

    private static SpacingBetweenLines Spacing(int before = 0, int after = 0) => new() { Before = $"{before}", After = $"{after}", Line = $"{Line}", LineRule = LineSpacingRuleValues.Exact };

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        RunOf("— ", BodyFont, 28),
        new SimpleField(RunOf("1", BodyFont, 28)) { Instruction = " PAGE " },
        RunOf(" —", BodyFont, 28));

    private static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1587, Header = 851, Footer = 1361, Gutter = 0 },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = Line });

    /// <summary>The same parts in a fixed order and without the time at which they were written.</summary>
    private static byte[] Settled(MemoryStream raw)
    {
        using var result = new MemoryStream();
        raw.Position = 0;
        using (var from = new ZipArchive(raw, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        return result.ToArray();
    }
}
