using System.Globalization;
using Zhijian.Law;

namespace Zhijian.Supervision.Sets;

/// <summary>Rows of one data set as text, column by column as named; a missing value is unknown. Money is in fen.</summary>
public sealed record DataRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>The data sets that the law book fills: models read the figures of the law from it and carry none of their own.</summary>
public static class LawSets
{
    private static readonly string[] Columns =
    [
        "threshold_id", "charge", "instrument", "reference", "status", "valid_from", "valid_to", "subject", "object", "variant", "metric",
        "base_money", "upper_money", "base_count", "upper_count",
    ];

    /// <summary>All sets that are filled from the law, by name.</summary>
    public static IReadOnlyDictionary<string, DataRows> All(LawBook book) =>
        new Dictionary<string, DataRows>(StringComparer.Ordinal) { ["threshold"] = Thresholds(book) };

    /// <summary>
    /// One row for each standard of each charge. Only figures by which an amount or a number is measured; the halves of two standards and
    /// whether somebody went bankrupt are for a person to judge.
    /// </summary>
    public static DataRows Thresholds(LawBook book)
    {
        var words = book.Vocabulary.Standards;
        return new DataRows(Columns,
        [
            .. from charge in book.Charges.Values.OrderBy(c => c.Id, StringComparer.Ordinal)
               from t in charge.Thresholds
               let unit = words.Metrics[t.Metric].Unit
               where unit != MetricUnit.Flag && t.Halves.Count == 0
               select Row(t, unit == MetricUnit.Yuan),
        ]);
    }

    private static string?[] Row(Threshold t, bool money) =>
    [
        $"{t.Id}@{Day(t.From)}", t.Charge, t.Instrument, t.Reference.Article, Words.Kebab(t.Reference.Status), Day(t.From), t.To is { } to ? Day(to) : null,
        Words.Kebab(t.Subject), t.Object, t.Variant, t.Metric,
        money ? Fen(t.Base) : null, money ? Fen(t.Aggravated) : null, money ? null : Whole(t.Base), money ? null : Whole(t.Aggravated),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Fen(decimal? yuan) => Whole(yuan * 100);

    private static string? Whole(decimal? figure) => figure?.ToString("0", CultureInfo.InvariantCulture);
}
