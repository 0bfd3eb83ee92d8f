using System.Globalization;

namespace Zhijian.Kernel;

/// <summary>
/// An amount in yuan (人民币元), kept as a decimal with at most two places (fen). Never floating point: thresholds are
/// inclusive, and one fen decides.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <exception cref="ArgumentOutOfRangeException">Negative, or finer than one fen.</exception>
    public Money(decimal yuan)
    {
        if (yuan < 0)
            throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "An amount is not negative.");
        if (decimal.Round(yuan, 2) != yuan)
            throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "An amount is not finer than one fen.");
        Yuan = yuan;
    }

    public decimal Yuan { get; }

    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    public static bool operator <(Money a, Money b) => a.Yuan < b.Yuan;

    public static bool operator >(Money a, Money b) => a.Yuan > b.Yuan;

    public static bool operator <=(Money a, Money b) => a.Yuan <= b.Yuan;

    public static bool operator >=(Money a, Money b) => a.Yuan >= b.Yuan;

    public static Money operator +(Money a, Money b) => new(a.Yuan + b.Yuan);

    /// <summary>With thousands separators and no needless decimals: 1,066,200 or 46,800.50.</summary>
    public override string ToString() => Yuan.ToString(decimal.Truncate(Yuan) == Yuan ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
}
