using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>A worked example of a model: what goes in on which day, and which findings must come out, no more and no fewer.</summary>
/// <param name="Parameters">Values that differ from the default.</param>
/// <param name="Inputs">Columns that are not named are unknown; a set that is not named is empty, one of the law is full.</param>
/// <param name="Finds">Empty where the model must stay silent.</param>
/// <param name="Rows">The rows on which they rest; null where the example does not say.</param>
public sealed record ModelExample(
    Text Title, string Source, DateOnly Today, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, DataRows> Inputs, DataRows Finds, DataRows? Rows)
{
    private static readonly Dictionary<string, ColumnType> Fixed = new(StringComparer.Ordinal)
    {
        ["key"] = ColumnType.Text, ["subject"] = ColumnType.Text, ["unit"] = ColumnType.Text, ["score"] = ColumnType.Count,
    };

    private static readonly Dictionary<string, ColumnType> RowColumns =
        new[] { "finding_key", "set_name", "row_id", "rule" }.ToDictionary(n => n, _ => ColumnType.Text, StringComparer.Ordinal);

    internal static ModelExample Read(PageSection section, DataSetCatalogue sets, IReadOnlyDictionary<string, IReadOnlyList<string>> inputs, IReadOnlyList<FindingValue> values)
    {
        var (before, parts) = section.Parts();
        var tables = new Dictionary<string, DataRows>(StringComparer.Ordinal);
        DataRows? finds = null, rows = null;
        foreach (var part in parts)
            switch (part.Heading)
            {
                case "finds" when part.Text.StartsWith("nothing", StringComparison.Ordinal):
                    finds = new DataRows(["key"], []);
                    break;
                case "finds":
                    finds = Typed(part.Table(), Fixed.Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Type))).ToDictionary(StringComparer.Ordinal));
                    if (finds.Columns[0] != "key" || finds.Rows.Count == 0)
                        throw part.Error("what it finds is listed by “key” first; if that is nothing, the word is “nothing”");
                    break;
                case "rows":
                    rows = Typed(part.Table(), RowColumns);
                    break;
                case var set when inputs.TryGetValue(set, out var used) && sets.Find(set) is { } of:
                    tables[set] = Typed(part.Table(), of.Columns.Where(c => used.Contains(c.Name)).ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal));
                    break;
                default:
                    throw part.Error($"“{part.Heading}” is no input of this model, nor “finds” or “rows”");
            }
        return new ModelExample(
            TitleOf(section), $"{section.Path}:{section.Line}", RunOn(section, before), With(section, before), tables,
            finds ?? throw section.Error("an example says what it “### finds”"), rows);
    }

    private static Text TitleOf(PageSection section) =>
        section.Heading["Example:".Length..].Split(" / ") is [var zh, var en] && zh.Any(IsChinese) && !en.Any(IsChinese) && !string.IsNullOrWhiteSpace(en)
            ? new Text(zh.Trim(), en.Trim()) : throw section.Error("an example is named in both languages: “## Example: 中文 / English”");

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';

    private static DateOnly RunOn(PageSection section, IEnumerable<string> lines) =>
        lines.FirstOrDefault(l => l.StartsWith("Today: ", StringComparison.Ordinal)) is { } line
        && DateOnly.TryParseExact(line["Today: ".Length..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw section.Error("an example says on which day it is run: a line “Today: yyyy-mm-dd”");

    private static Dictionary<string, string> With(PageSection section, IEnumerable<string> lines)
    {
        var with = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l.StartsWith("With: ", StringComparison.Ordinal)))
            with[line["With: ".Length..].Split('=')[0].Trim()] =
                line.Split('=', 2) is [_, var value] ? value.Trim() : throw section.Error("a parameter is set by a line “With: name = value”");
        return with;
    }

    private static DataRows Typed(PageTable table, Dictionary<string, ColumnType> columns)
    {
        var types = table.Names.Select(n => columns.TryGetValue(n, out var type)
            ? type : throw new DataFileException(table.Path, table.Line, $"“{n}” is none of {string.Join(", ", columns.Keys)}")).ToList();
        return new DataRows(table.Names,
            [.. table.Rows.Select(r => (IReadOnlyList<string?>)[.. r.Cells.Select((c, i) => c is null ? null : Value(c, types[i], table, r.Line))])]);
    }

    private static string Value(string cell, ColumnType type, PageTable table, int line) => type switch
    {
        ColumnType.Text => cell,
        ColumnType.Date when DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => cell,
        ColumnType.Count when long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _) => cell,
        ColumnType.Money when decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && decimal.Round(yuan, 2) == yuan =>
            (yuan * 100).ToString("0", CultureInfo.InvariantCulture),
        ColumnType.Flag when cell is "yes" or "no" => cell == "yes" ? "true" : "false",
        _ => throw new DataFileException(table.Path, line, $"“{cell}” is no {Words.Kebab(type)}" + type switch
        {
            ColumnType.Money => " (yuan)",
            ColumnType.Flag => " (yes, no, or empty where it is not known)",
            _ => "",
        }),
    };
}
