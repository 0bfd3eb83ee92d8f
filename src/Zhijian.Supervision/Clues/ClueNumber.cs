using System.Text.RegularExpressions;

namespace Zhijian.Supervision.Clues;

/// <summary>
/// The readable number of a clue (线索编号): short name of the unit that it was raised for, year, letters of the model, serial without gaps, e.g.
/// <c>MS-2026-PAT-0043</c>. Models with the same letters share a series, so that a number is never given twice.
/// </summary>
public readonly partial record struct ClueNumber
{
    private const string StreamPrefix = "clue/";

    private ClueNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>Its place in the log; the id of a matter has no slash.</summary>
    public string Stream => StreamPrefix + Value;

    public string Office => string.Join('-', Parts[..^3]);

    public int Year => int.Parse(Parts[^3]);

    public string Letters => Parts[^2];

    public int Serial => int.Parse(Parts[^1]);

    private string[] Parts => Value.Split('-');

    public static ClueNumber Of(string office, int year, string letters, int serial) => Parse($"{office}-{year:D4}-{letters}-{serial:D4}");

    public static ClueNumber Parse(string value) => TryParse(value) ?? throw new FormatException($"“{value}” is no number of a clue; expected e.g. MS-2026-PAT-0043.");

    public static ClueNumber? TryParse(string? value) => value is not null && Form().IsMatch(value) ? new ClueNumber(value) : null;

    public static ClueNumber? OfStream(string stream) => stream.StartsWith(StreamPrefix, StringComparison.Ordinal) ? TryParse(stream[StreamPrefix.Length..]) : null;

    /// <summary>penalty-at-threshold → PAT; a model of one word: its first three letters.</summary>
    public static string LettersOf(string model)
    {
        var words = model.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var letters = string.Concat((words is [var one] ? one.Take(3) : words.Select(w => w[0])).Where(char.IsAsciiLetterOrDigit).Take(6)).ToUpperInvariant();
        return letters.Length > 0 ? letters : "M";
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8})?-(?:19|20)[0-9]{2}-[A-Z0-9]{1,6}-[0-9]{4,7}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
