using System.Globalization;

namespace Zhijian.Documents;

/// <summary>
/// An official paper as text, before it has a form: the same model becomes the DOCX, the page, the print and the plain text. Number and day
/// are null until it is finished.
/// </summary>
public sealed record PaperText
{
    /// <summary>The office in whose name it is written, at the head.</summary>
    public required string Office { get; init; }

    public required string Title { get; init; }

    public string? Number { get; init; }

    public string? Recipient { get; init; }

    public required IReadOnlyList<PaperLine> Body { get; init; }

    /// <summary>The heading of the English part; null where there is none.</summary>
    public string? EnglishTitle { get; init; }

    public IReadOnlyList<PaperLine> English { get; init; } = [];

    /// <summary>Who stands under it: the office, or the prosecutor by name; null where the suspect signs in the text.</summary>
    public string? Signer { get; init; }

    /// <summary>The place of the seal is kept free.</summary>
    public bool Sealed { get; init; }

    /// <summary>A red rule stands under the head: letters have it, decisions do not.</summary>
    public bool RedRule { get; init; }

    public DateOnly? Date { get; init; }

    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>2026年9月3日: a day as papers write it.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The day under the text; before it is finished the blanks for it.</summary>
    public string DateLine => Date is { } day ? Day(day) : "　　　　年　　月　　日";

    /// <summary>Line by line, for the terminal and for comparing two versions.</summary>
    public IReadOnlyList<string> Lines() =>
    [
        .. new[] { Office, Title, Number, Recipient is null ? null : $"{Recipient}：" }.OfType<string>(),
        .. Body.Select(l => l.Text),
        .. Signer is null ? Array.Empty<string>() : [Signer],
        .. Sealed || Signer is not null ? [DateLine] : Array.Empty<string>(),
        .. Copies.Count > 0 ? [$"份数：{string.Join('、', Copies)}"] : Array.Empty<string>(),
        .. EnglishTitle is null ? Array.Empty<string>() : [EnglishTitle],
        .. English.Select(l => l.Text),
    ];

    // two papers are the same when they read the same; a record compares its lists by reference
    public bool Equals(PaperText? other) => other is not null && Sealed == other.Sealed && Lines().SequenceEqual(other.Lines(), StringComparer.Ordinal)
        && Body.SequenceEqual(other.Body) && English.SequenceEqual(other.English);

    public override int GetHashCode() => string.Join('\n', Lines()).GetHashCode(StringComparison.Ordinal);
}

/// <summary>One paragraph of a paper.</summary>
public sealed record PaperLine(string Text, bool Heading = false);
