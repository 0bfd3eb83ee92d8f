using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Modelling;

/// <summary>
/// Which column of a file is which of a data set, as it is chosen on the page: <c>from.COLUMN</c> is the place of the column in the file, counted from 0,
/// or “=” for the value in <c>constant.COLUMN</c>, or nothing; <c>unit.COLUMN</c> is in what sums are written. Pure.
/// </summary>
public static class MappingForm
{
    public const string Constant = "=";

    public static ColumnMapping Read(DataSet set, IReadOnlyList<string> header, Func<string, string?> field) => new(
        [.. set.Columns.Select(c => Column(c, header, field)).OfType<MappedColumn>()]);

    /// <summary>What is chosen for a column: the value of its select.</summary>
    public static string Chosen(MappedColumn? mapped, IReadOnlyList<string> header) => mapped switch
    {
        { From: { } from } => header.ToList().IndexOf(from).ToString(CultureInfo.InvariantCulture),
        { Constant: not null } => Constant,
        _ => "",
    };

    private static MappedColumn? Column(DataSetColumn column, IReadOnlyList<string> header, Func<string, string?> field)
    {
        var (from, constant) = (field($"from.{column.Name}") ?? "", field($"constant.{column.Name}")?.Trim() ?? "");
        var unit = Words.Parse<MoneyUnit>(field($"unit.{column.Name}") ?? "") ?? MoneyUnit.Yuan;
        if (int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < header.Count)
            return new MappedColumn(column.Name, header[at], null, unit);
        return from == Constant && constant.Length > 0 ? new MappedColumn(column.Name, null, constant, unit) : null;
    }
}
