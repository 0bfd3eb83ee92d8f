using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhijian.Matters.Evidence;

/// <summary>
/// A passage of a file as it is written where an exhibit is tied: page, place and wording, so that a person reads it and a program finds it again. The
/// wording is what counts: it stands in the record whatever becomes of the file.
/// </summary>
public sealed partial record Passage(string File, int Page, int Start, int Length, string Quote)
{
    /// <summary>How much of the wording is written down.</summary>
    public const int LongestQuote = 200;

    /// <summary>第3页“滤芯三百件”〔9f86d081 120+5〕</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"第{Page}页“{Short}”〔{File[..8]} {Start}+{Length}〕");

    public string Short
    {
        get
        {
            var quote = string.Join(' ', Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (quote.Length <= LongestQuote)
                return quote;
            return quote[..(char.IsHighSurrogate(quote[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";
        }
    }

    /// <summary>Null: written by hand, or not of one of these files.</summary>
    public static Passage? TryParse(string? text, IReadOnlyList<AttachedDocument> files)
    {
        if (text is null || Form().Match(text) is not { Success: true } m)
            return null;
        var file = files.FirstOrDefault(f => f.Hash.StartsWith(m.Groups["file"].Value, StringComparison.Ordinal));
        return file is null ? null : new Passage(file.Hash, int.Parse(m.Groups["page"].Value), int.Parse(m.Groups["start"].Value), int.Parse(m.Groups["length"].Value), m.Groups["quote"].Value);
    }

    [GeneratedRegex("^第(?<page>[1-9][0-9]{0,6})页“(?<quote>.*)”〔(?<file>[0-9a-f]{8}) (?<start>[0-9]{1,8})\\+(?<length>[0-9]{1,6})〕$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Form();
}
