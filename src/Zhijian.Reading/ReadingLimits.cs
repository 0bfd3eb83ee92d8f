namespace Zhijian.Reading;

/// <summary>How much is read of one file. What is over a limit is left out, and the page or the file says so.</summary>
public sealed record ReadingLimits
{
    public int Pages { get; init; } = 5_000;

    /// <summary>Characters of one page.</summary>
    public int PageCharacters { get; init; } = 20_000;

    /// <summary>Characters of all pages.</summary>
    public long Characters { get; init; } = 50_000_000;

    /// <summary>Where a file has no pages of its own, one is cut at the end of a line after so many characters.</summary>
    public int CutCharacters { get; init; } = 4_000;

    /// <summary>Rows of all sheets of a workbook.</summary>
    public int Rows { get; init; } = 100_000;

    public int RowsOfPage { get; init; } = 100;

    public int Columns { get; init; } = 256;

    /// <summary>Characters of the strings that the sheets of a workbook share; they are the one thing that must lie in memory.</summary>
    public int SharedCharacters { get; init; } = 8_000_000;

    /// <summary>Bytes of one part of a document once it is unpacked.</summary>
    public long PartBytes { get; init; } = 512L << 20;

    /// <summary>Elements within each other.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Bytes of the text of a mail, as sent.</summary>
    public int MailBytes { get; init; } = 8 << 20;

    public int MailParts { get; init; } = 500;

    /// <summary>What a program that reads PDF may take of memory.</summary>
    public long ChildBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of the image of one page.</summary>
    public int ImageBytes { get; init; } = 24 << 20;

    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(3);
}
