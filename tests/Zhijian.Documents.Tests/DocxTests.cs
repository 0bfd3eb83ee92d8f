using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;

namespace Zhijian.Documents.Tests;

public sealed class DocxTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> Papers() => ["whole", "bare", "letter", "odd"];

    private static PaperText Make(string which) => which switch
    {
        "bare" => Some.Paper with { Number = null, Recipient = null, Signer = null, Sealed = false, Date = null, Copies = [], EnglishTitle = null, English = [] },
        "letter" => Some.Paper with { RedRule = true },
        "odd" => Some.Paper with { Body = [new PaperLine("<a> & “b”\t𠮷 " + new string('长', 3000))], RedRule = true, Number = null },
        _ => Some.Paper,
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Word_finds_nothing_wrong_with_it(string which)
    {
        using var stream = new MemoryStream(Docx.Write(Make(which)));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes_and_another_word_gives_others()
    {
        Docx.Write(Some.Paper).SequenceEqual(Docx.Write(Some.Paper with { Copies = [.. Some.Paper.Copies] })).ShouldBeTrue();
        Docx.HashOf(Docx.Write(Some.Paper)).ShouldMatch("^[0-9a-f]{64}$");
        Docx.HashOf(Docx.Write(Some.Paper)).ShouldNotBe(Docx.HashOf(Docx.Write(Some.Paper with { Number = "某市检不诉〔2026〕2号" })));
    }

    [Fact]
    public void No_part_says_when_it_was_written()
    {
        using var zip = new ZipArchive(new MemoryStream(Docx.Write(Some.Paper)));

        zip.Entries.Select(e => e.LastWriteTime.Year).Distinct().ShouldBe([1980]);
        zip.Entries.Select(e => e.FullName).ShouldBe(zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_has_the_measures_of_the_standard()
    {
        var section = Body(Some.Paper).Descendants(W + "sectPr").Single();
        int Of(string element, string attribute) => (int)section.Element(W + element)!.Attribute(W + attribute)!;
        static double Millimetres(int twips) => Math.Round(twips / 1440d * 25.4, 1);

        Millimetres(Of("pgMar", "top")).ShouldBe(37, 0.1);
        Millimetres(Of("pgMar", "left")).ShouldBe(28, 0.1);
        Millimetres(Of("pgSz", "w") - Of("pgMar", "left") - Of("pgMar", "right")).ShouldBe(156, 0.2);
        Millimetres(Of("pgSz", "h") - Of("pgMar", "top") - Of("pgMar", "bottom")).ShouldBe(225, 0.2);
        Math.Round((Of("pgSz", "h") - Of("pgMar", "top") - Of("pgMar", "bottom")) / (double)Of("docGrid", "linePitch")).ShouldBe(22);
        var tight = (int)Part("word/styles.xml").Descendants(W + "rPrDefault").Descendants(W + "spacing").Single().Attribute(W + "val")!;
        ((Of("pgSz", "w") - Of("pgMar", "left") - Of("pgMar", "right")) / (20 * 16 + tight)).ShouldBe(28);
    }

    [Fact]
    public void Its_text_is_that_of_the_model_in_the_order_of_an_official_paper() =>
        Body(Some.Paper).Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))).ShouldBe([
            "某市人民检察院", "不起诉决定书", "某市检不诉〔2026〕1号", "某市公安局：", "一、事实", "张某，涉嫌假冒注册商标罪。", "数额 126,000 元。",
            "某市人民检察院", "2026年9月3日", "本文书份数：被不起诉人、附卷。", "Decision not to prosecute", "You may complain within seven days.",
        ]);

    [Fact]
    public void Only_a_letter_has_the_red_rule()
    {
        Body(Some.Paper).Descendants(W + "pBdr").ShouldBeEmpty();
        Body(Some.Paper with { RedRule = true }).Descendants(W + "bottom").Where(b => b.Parent!.Name == W + "pBdr").ShouldHaveSingleItem();
    }

    [Fact]
    public void Before_it_is_finished_the_day_is_blank() =>
        Body(Some.Paper with { Date = null }).Descendants(W + "t").ShouldContain(t => t.Value == "　　　　年　　月　　日");

    private static XElement Body(PaperText paper) => Part("word/document.xml", paper);

    private static XElement Part(string name, PaperText? paper = null)
    {
        using var zip = new ZipArchive(new MemoryStream(Docx.Write(paper ?? Some.Paper)));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part).Root!;
    }
}
