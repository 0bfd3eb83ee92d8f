using System.Globalization;
using System.Text;
using CsvHelper;
using Zhijian.Kernel;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Clues;

/// <summary>
/// The rows behind a clue as a CSV for a spreadsheet: set, row, rule, whether the row is still there, then the columns of their sets under their titles. Sums are in
/// yuan, an unknown is empty. The caller has asked whether the actor may see the clue.
/// </summary>
public static class ClueRowsFile
{
    private static readonly Text There = new("有", "yes");
    private static readonly Text Gone = new("已不在", "no longer");

    public static async Task<byte[]> OfAsync(SupervisionDesk desk, Clue clue, Language language, CancellationToken ct = default)
    {
        var rows = (await desk.RowsAsync(clue, clue.Rows, ct)).Zip(clue.Rows, static (cells, at) => (At: at, Cells: cells)).ToList();
        // columns of one name in two sets are one column, as on the page of the clue
        var columns = rows.Where(r => r.Cells is not null).Select(r => r.At.Set).Distinct(StringComparer.Ordinal).SelectMany(s => desk.Catalogue.Find(s)!.Columns).DistinctBy(c => c.Name).ToList();
        using var bytes = new MemoryStream();
        await using (var csv = new CsvWriter(new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            Text[] fixedNames = [new("数据集", "Set"), new("行", "Row"), new("规则", "Rule"), new("数据", "Still there")];
            foreach (var name in fixedNames.Concat(columns.Select(c => c.Title)))
                csv.WriteField(SafeCell.Of(name.In(language)));
            await csv.NextRecordAsync();
            foreach (var (at, cells) in rows)
            {
                csv.WriteField(SafeCell.Of((desk.Catalogue.Find(at.Set)?.Title ?? new Text(at.Set, at.Set)).In(language)));
                csv.WriteField(SafeCell.Of(at.Row));
                csv.WriteField(SafeCell.Of(at.Rule));
                csv.WriteField((cells is null ? Gone : There).In(language));
                foreach (var column in columns)
                    csv.WriteField(SafeCell.Of(Written(cells?.GetValueOrDefault(column.Name), column.Type, language)));
                await csv.NextRecordAsync();
            }
        }
        return bytes.ToArray();
    }

    private static string? Written(string? value, ColumnType type, Language language) => (type, value) switch
    {
        (_, null) => null,
        (ColumnType.Money, _) => (decimal.Parse(value, CultureInfo.InvariantCulture) / 100).ToString("0.00", CultureInfo.InvariantCulture),
        (ColumnType.Flag, _) => ExplanationTemplate.Show(value, type, language),
        _ => value,
    };
}
