using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>Pages of an XLSX: so many rows of one sheet each, cells apart by tabs. Read forwards; only the shared strings lie in memory, up to a limit.</summary>
internal static class SheetPages
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int MostOfCell = 32_767; // what Excel takes

    public static IEnumerable<PageText> Of(string path, ReadingLimits limits, ICollection<Text> left, CancellationToken ct) => XmlPart.Explain(() => Read(path, limits, left, ct));

    private static IEnumerable<PageText> Read(string path, ReadingLimits limits, ICollection<Text> left, CancellationToken ct)
    {
        using var zip = ZipFile.OpenRead(path);
        var shared = SharedStrings(zip, limits, left, ct);
        var dates = DateStyles(zip, limits, ct);
        var (page, rows) = (new PageCutter(limits), 0);
        foreach (var (name, part) in Sheets(zip, limits))
        {
            if (rows >= limits.Rows)
            {
                left.Add(new Text($"工作表“{name}”未列出", $"the sheet “{name}” is left out"));
                continue;
            }
            using var sheet = XmlPart.Open(zip, part, limits);
            if (sheet is null)
                continue;
            var (first, number, onPage) = (1, 0, 0);
            foreach (var row in Rows(sheet, shared, dates, limits, ct))
            {
                if (rows >= limits.Rows)
                {
                    left.Add(new Text($"工作表“{name}”第 {number} 行以后未列出（至多 {limits.Rows} 行）", $"the rows of “{name}” after {number} are left out (at most {limits.Rows})"));
                    break;
                }
                if (onPage > 0 && (onPage == limits.RowsOfPage || page.IsFull))
                {
                    yield return page.Cut(Title(name, first, number));
                    onPage = 0;
                }
                if (onPage == 0)
                    first = row.Number;
                number = row.Number;
                page.Add(row.Text);
                page.Add('\n');
                (rows, onPage) = (rows + 1, onPage + 1);
            }
            if (onPage > 0)
                yield return page.Cut(Title(name, first, number));
        }
    }

    private static Text Title(string name, int first, int last) => new($"{name} 第 {first}–{last} 行", $"{name}, rows {first}–{last}");

    private static IEnumerable<(int Number, string Text)> Rows(XmlPart sheet, List<string> shared, HashSet<int> dates, ReadingLimits limits, CancellationToken ct)
    {
        var (xml, row, number, column, most) = (sheet.Reader, new StringBuilder(), 0, 0, limits.PageCharacters);
        string? type = null, value = null;
        var isDate = false;
        while (sheet.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "row":
                        ct.ThrowIfCancellationRequested();
                        number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : number + 1;
                        (column, _) = (0, row.Clear());
                        break;
                    case "c":
                        var at = Column(xml.GetAttribute("r")) ?? column + 1;
                        for (; column < at && column < limits.Columns; column++)
                            if (column > 0)
                                row.Append('\t');
                        column = at;
                        (type, value) = (xml.GetAttribute("t"), null);
                        isDate = type is null && int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && dates.Contains(style);
                        break;
                    case "v" or "t" when !xml.IsEmptyElement && column <= limits.Columns && row.Length < most:
                        value += TextOf(sheet, xml.LocalName);
                        break;
                }
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && value is not null)
            {
                row.Append(Shown(value, type, isDate, shared));
                value = null;
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && row.Length > 0)
            {
                if (column > limits.Columns)
                    row.Append($"\t…（{limits.Columns} 列以后未列出）");
                yield return (number, row.ToString());
            }
        }
    }

    private static string Shown(string value, string? type, bool isDate, List<string> shared) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "…",
        "b" => value == "1" ? "TRUE" : "FALSE",
        _ when isDate && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 2_958_466 =>
            DateTime.FromOADate(day) is { TimeOfDay.Ticks: 0 } whole ? whole.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DateTime.FromOADate(day).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => value.Replace('\n', ' ').Replace('\t', ' '),
    };

    /// <summary>The text of the element at which the reader stands.</summary>
    private static string TextOf(XmlPart part, string element)
    {
        var text = new StringBuilder();
        while (part.Read() && !(part.Reader.NodeType == XmlNodeType.EndElement && part.Reader.LocalName == element))
            if (part.Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                part.Text(chunk => text.Append(chunk[..Math.Min(chunk.Length, MostOfCell - text.Length)]));
        return text.ToString();
    }

    /// <summary>AB12 → 28; null where it is no reference.</summary>
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = (column * 26) + c - 'A' + 1;
            if (column > 16_384)
                return null;
        }
        return column > 0 ? column : null;
    }

    private static List<string> SharedStrings(ZipArchive zip, ReadingLimits limits, ICollection<Text> left, CancellationToken ct)
    {
        var (strings, characters) = (new List<string>(), 0L);
        using var part = XmlPart.Open(zip, "xl/sharedStrings.xml", limits);
        var (text, phonetic) = (new StringBuilder(), false);
        while (part is not null && part.Read())
        {
            var xml = part.Reader;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                phonetic = !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "rPh")
                phonetic = false;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && !xml.IsEmptyElement && !phonetic)
                text.Append(TextOf(part, "t"));
            if (xml is not { NodeType: XmlNodeType.EndElement, LocalName: "si" } && !(xml is { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true }))
                continue;
            ct.ThrowIfCancellationRequested();
            characters += text.Length + 16; // an empty one is not for nothing
            if (characters > limits.SharedCharacters)
            {
                left.Add(new Text($"工作簿的共用文字超过 {limits.SharedCharacters} 个字符；其余的单元格显示为“…”", $"the workbook shares more than {limits.SharedCharacters} characters of text; the other cells show “…”"));
                break;
            }
            strings.Add(text.ToString(0, Math.Min(text.Length, MostOfCell)).Replace('\n', ' ').Replace('\t', ' '));
            text.Clear();
        }
        return strings;
    }

    /// <summary>The styles that show a number as a date.</summary>
    private static HashSet<int> DateStyles(ZipArchive zip, ReadingLimits limits, CancellationToken ct)
    {
        var (formats, dates, inCells, style) = (new HashSet<int>(), new HashSet<int>(), false, 0);
        using var part = XmlPart.Open(zip, "xl/styles.xml", limits);
        while (part is not null && part.Read())
        {
            ct.ThrowIfCancellationRequested();
            var xml = part.Reader;
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs")
                inCells = false;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "cellXfs")
                inCells = true;
            if (xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id && IsDate(xml.GetAttribute("formatCode") ?? "") && formats.Count < 10_000)
                formats.Add(id);
            if (xml.LocalName == "xf" && inCells)
            {
                if (Number(xml, "numFmtId") is { } format && (format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) || formats.Contains(format)) && dates.Count < 100_000)
                    dates.Add(style);
                style++;
            }
        }
        return dates;
    }

    private static int? Number(XmlReader xml, string attribute) => int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Has a year or a day outside of quotes and brackets.</summary>
    private static bool IsDate(string format)
    {
        var quoted = false;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '"')
                quoted = !quoted;
            else if (!quoted && format[i] is '\\')
                i++;
            else if (!quoted && format[i] is '[' && format.IndexOf(']', i) is > 0 and var end)
                i = end;
            else if (!quoted && format[i] is 'y' or 'Y' or 'd' or 'D')
                return true;
        }
        return false;
    }

    /// <summary>Name and part of each sheet, in the order of the workbook.</summary>
    private static List<(string Name, string Part)> Sheets(ZipArchive zip, ReadingLimits limits)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = XmlPart.Open(zip, "xl/_rels/workbook.xml.rels", limits))
            while (relations is not null && relations.Read() && targets.Count < 10_000)
                if (relations.Reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } r && r.GetAttribute("Id") is { } id && r.GetAttribute("Target") is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        var sheets = new List<(string, string)>();
        using var workbook = XmlPart.Open(zip, "xl/workbook.xml", limits) ?? throw new InvalidDataException("no workbook");
        while (workbook.Read() && sheets.Count < 1_000)
            if (workbook.Reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } s && s.GetAttribute("id", Relation) is { } id && targets.TryGetValue(id, out var part))
                sheets.Add((SafeText.Of(s.GetAttribute("name") ?? "?") is var name && name.Length > 60 ? name[..60] : name, part));
        return sheets;
    }
}
