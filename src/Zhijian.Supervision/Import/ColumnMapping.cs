using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>In what a column of sums is written where the cells do not say.</summary>
public enum MoneyUnit
{
    [Label("元", "yuan")]
    Yuan,

    [Label("万元", "10,000 yuan")]
    TenThousandYuan,

    [Label("亿元", "100 million yuan")]
    HundredMillionYuan,

    [Label("分", "fen")]
    Fen,
}

/// <summary>What the units of sums are called, and how much they are.</summary>
public static class MoneyUnits
{
    /// <summary>The unit that a word names: its label, with or without 元; null for any other word.</summary>
    public static MoneyUnit? Named(string word) =>
        Enum.GetValues<MoneyUnit>().Cast<MoneyUnit?>().FirstOrDefault(u => Labels.Of(u!.Value)?.Zh is { } label && (word == label || word.Length > 0 && word + "元" == label));

    /// <summary>How many fen one of it is: a power of ten.</summary>
    public static long Fen(this MoneyUnit unit) => unit switch
    {
        MoneyUnit.Fen => 1,
        MoneyUnit.TenThousandYuan => 1_000_000,
        MoneyUnit.HundredMillionYuan => 10_000_000_000,
        _ => 100,
    };
}

/// <summary>Where one column of a data set comes from: a column of the file, or the same <paramref name="Constant"/> in every row.</summary>
public sealed record MappedColumn(string Column, string? From, string? Constant = null, MoneyUnit Unit = MoneyUnit.Yuan);

/// <summary>Which column of a file is which of the data set. Kept with the import, and proposed again for the next file of the same source.</summary>
public sealed record ColumnMapping(IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>
    /// Proposes: of the mapping before, what still fits the file; else columns that are called like the column, its Chinese or its English title, or what it
    /// is also called. A unit in brackets behind a title is heard: 违法经营额（万元）.
    /// </summary>
    public static ColumnMapping Propose(DataSet set, IReadOnlyList<string> header, ColumnMapping? before = null) => new(
    [
        .. from column in set.Columns
           let known = before?.Of(column)
           let mapped = known is not null && (known.From is null || header.Contains(known.From)) ? known : Guess(column, header)
           where mapped is not null
           select mapped,
    ]);

    /// <summary>Where a column comes from; null when nothing is mapped to it.</summary>
    public MappedColumn? Of(DataSetColumn column) => Columns.FirstOrDefault(m => m.Column == column.Name);

    /// <returns>What is wrong with it for this set and file; null when nothing is.</returns>
    public Refusal? Check(DataSet set, IReadOnlyList<string> header)
    {
        foreach (var mapped in Columns)
        {
            if (set.Find(mapped.Column) is null)
                return new UnknownSetColumn(mapped.Column, set.Id) { Field = "mapping" };
            if (mapped.From is { } from && !header.Contains(from))
                return new UnknownFileColumn(from, string.Join("、", header)) { Field = "mapping" };
        }
        if (Columns.GroupBy(m => m.Column, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new MappedTwice(twice.Key) { Field = "mapping" };
        return set.Columns.Where(c => c.Required && Columns.All(m => m.Column != c.Name)).Select(c => c.Title).ToList() is { Count: > 0 } missing
            ? new RequiredColumnsMissing(missing) { Field = "mapping" } : null;
    }

    private static MappedColumn? Guess(DataSetColumn column, IReadOnlyList<string> header) =>
        (from heading in column.Headings
         from name in header
         let read = Split(name)
         where Same(read.Name, heading)
         select new MappedColumn(column.Name, name, null, read.Unit)).FirstOrDefault();

    private static bool Same(string a, string b) => string.Equals(a.Replace('_', ' '), b.Replace('_', ' '), StringComparison.OrdinalIgnoreCase);

    private static (string Name, MoneyUnit Unit) Split(string header)
    {
        var at = header.IndexOfAny(['（', '(']);
        if (at < 0)
            return (header.Trim(), MoneyUnit.Yuan);
        var unit = header[(at + 1)..].TrimEnd(' ', '）', ')');
        return (header[..at].Trim(), MoneyUnits.Named(unit) ?? MoneyUnit.Yuan);
    }
}

public sealed record UnknownSetColumn(string Column, string Set)
    : Refusal("unknown-set-column", new Text($"数据集 {Set} 没有“{Column}”这一列", $"the data set {Set} has no column “{Column}”"), null, new Text("列名见数据集说明", "see the columns of the set"));

public sealed record UnknownFileColumn(string Column, string Header)
    : Refusal("unknown-file-column", new Text($"文件没有“{Column}”这一列", $"the file has no column “{Column}”"), null, new Text($"文件的列：{Header}", $"columns of the file: {Header}"));

public sealed record MappedTwice(string Column)
    : Refusal("mapped-twice", new Text($"“{Column}”对应了两次", $"“{Column}” is mapped twice"), null, new Text("一列只对应一个来源", "one source for a column"));

public sealed record RequiredColumnsMissing(IReadOnlyList<Text> Columns)
    : Refusal(
        "required-columns-missing",
        new Text($"必填的列没有来源：{string.Join("、", Columns.Select(c => c.Zh))}", $"required columns have no source: {string.Join(", ", Columns.Select(c => c.En))}"),
        null,
        new Text("指明来自文件的哪一列，或者各行相同的值", "say from which column of the file, or one value for all rows"));
