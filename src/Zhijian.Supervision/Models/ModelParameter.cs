using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Supervision.Models;

/// <summary>The types of parameters.</summary>
public enum ParameterType
{
    Count,

    /// <summary>In yuan where people write it, in fen in SQL.</summary>
    Money,

    /// <summary>A whole number of hundredths.</summary>
    Percent,
    Days,
    Months,
    Date,
    Text,
}

/// <summary>
/// A figure of a model. One that the law gives has an article and is not turned; one of practice says so and may be changed between two bounds.
/// </summary>
public sealed record ModelParameter
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required ParameterType Type { get; init; }

    /// <summary>What holds when nobody chose otherwise; null for a figure that changed with the law.</summary>
    public string? Default { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    /// <summary>The article; null for a figure of practice.</summary>
    public LegalRef? Reference { get; init; }

    /// <summary>The term of the law book whose length it is; a test compares the two.</summary>
    public string? Term { get; init; }

    /// <summary>What held from which day on, oldest first; empty for a figure that never changed.</summary>
    public IReadOnlyList<DatedValue> Values { get; init; } = [];

    public bool IsDated => Values.Count > 0;

    /// <summary>Whether an office may set it.</summary>
    public bool IsAdjustable => Reference is null && !IsDated;

    /// <summary>What is wrong with a value for it; null when it will do.</summary>
    public Text? Problem(string value)
    {
        if (!IsAdjustable)
            return value == Default ? null : new Text($"“{Title.Zh}”由法律规定，不能调整", $"“{Title.En}” is given by the law and is not changed");
        if (Number(value) is not { } number)
            return Type == ParameterType.Text ? TextProblem(value) : new Text($"“{Title.Zh}”的值“{value}”不是{Kind.Zh}", $"“{value}” is no {Kind.En} for “{Title.En}”");
        return (Min is not null && number < Number(Min)) || (Max is not null && number > Number(Max))
            ? new Text($"“{Title.Zh}”应在 {Min} 与 {Max} 之间", $"“{Title.En}” lies between {Min} and {Max}") : null;
    }

    private Text Kind => Type switch
    {
        ParameterType.Money => new Text("金额（元，最多两位小数）", "amount in yuan with at most two decimals"),
        ParameterType.Date => new Text("日期（年-月-日）", "date (yyyy-mm-dd)"),
        _ => new Text("非负整数", "whole number"),
    };

    /// <summary>
    /// The value as SQL. Every value is cast, so that no sign or space of it can meet the SQL around it; a text is quoted and has been refused before
    /// where it could be read in two ways.
    /// </summary>
    /// <exception cref="ArgumentException">The value is none of this type; <see cref="Problem"/> says what is wrong.</exception>
    internal string Literal(string value) => (Type, Number(value)) switch
    {
        (ParameterType.Text, _) when TextProblem(value) is null => Sql(value),
        (ParameterType.Count, { } n) => FormattableString.Invariant($"CAST({n:0} AS bigint)"),
        (ParameterType.Money, { } yuan) => FormattableString.Invariant($"CAST({yuan * 100:0} AS bigint)"),
        (ParameterType.Percent or ParameterType.Days, { } n) => FormattableString.Invariant($"CAST({n:0} AS integer)"),
        (ParameterType.Months, { } n) => FormattableString.Invariant($"INTERVAL '{n:0}' MONTH"),
        (ParameterType.Date, { } n) => Day(DateOnly.FromDayNumber((int)n)),
        _ => throw new ArgumentException((Problem(value) ?? Title).En, nameof(value)),
    };

    internal static string Day(DateOnly day) => FormattableString.Invariant($"DATE '{day:yyyy-MM-dd}'");

    internal static string Sql(string text) => $"CAST('{text.Replace("'", "''", StringComparison.Ordinal)}' AS text)";

    /// <summary>The value as a number that can be compared: of a date its day number. Null when it is none of this type.</summary>
    private decimal? Number(string value) => Type switch
    {
        ParameterType.Text => null,
        ParameterType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : null,
        ParameterType.Money => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && decimal.Round(yuan, 2) == yuan
            && yuan <= MostYuan ? yuan : null,
        ParameterType.Count => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null,
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var small) ? small : null,
    };

    private const decimal MostYuan = long.MaxValue / 100;

    // a backslash is an escape in some settings of PostgreSQL; a control character is nothing that anybody types
    private Text? TextProblem(string value) => value.Any(c => c == '\\' || char.IsControl(c))
        ? new Text($"“{Title.Zh}”不能含反斜杠和控制字符", $"“{Title.En}” has neither a backslash nor a control character") : null;
}

/// <summary>A figure from a day on, with the article that gave it.</summary>
public sealed record DatedValue(DateOnly From, string Value, LegalRef Reference);
