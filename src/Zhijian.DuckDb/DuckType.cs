namespace Zhijian.DuckDb;

/// <summary>The types of columns that are read and written; the numbers are those of duckdb.h.</summary>
public enum DuckType
{
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    HugeInt = 16,
    Varchar = 17,
    Decimal = 19,
}

/// <summary>A column of an answer. <paramref name="Scale"/>: digits after the point of a decimal.</summary>
public sealed record DuckColumn(string Name, DuckType Type, byte Scale)
{
    /// <summary>How a decimal lies in memory; of any other type, the type.</summary>
    internal DuckType Storage { get; init; } = Type;
}
