using System.Globalization;
using System.Text;

namespace Zhijian.Kernel;

/// <summary>A folded text, and for each of its characters where it stood in the original.</summary>
public sealed record FoldedText(string Text, IReadOnlyList<int> From)
{
    /// <summary>The part of the original that a part of the folded text came from: start and end.</summary>
    public (int Start, int End) Original(int start, int length) => (From[start], From[start + length]);
}

/// <summary>
/// The form in which texts and names are compared: width, case, marks and traditional characters folded, runs of letters and digits with one space
/// between. ＮＩＫＥ、nike; 耐剋、耐克; 〔2026〕0137号 and 2026-0137号 are the same. For comparing only: what people wrote is shown as they wrote it.
/// </summary>
public sealed class TextFolding
{
    /// <summary>Case alone: for the tests of code that has no tables.</summary>
    public static readonly TextFolding Plain = new([], []);

    // an array for what every text is made of; the rest is rare
    private readonly string?[] _basic = new string?[char.MaxValue + 1];
    private readonly Dictionary<int, string> _beyond = [];
    private readonly char[] _single = new char[char.MaxValue + 1]; // what folds to one character, as nearly all does

    /// <param name="compatibility">What a character folds to, and all characters that fold to it.</param>
    /// <param name="simplified">The simplified form, and the traditional ones.</param>
    public TextFolding(IEnumerable<(string Folded, string Characters)> compatibility, IEnumerable<(string Folded, string Characters)> simplified)
    {
        foreach (var (folded, characters) in simplified)
            foreach (var rune in characters.EnumerateRunes())
                Set(rune.Value, folded);
        foreach (var (folded, characters) in compatibility)
            foreach (var rune in characters.EnumerateRunes())
                Set(rune.Value, string.Concat(folded.EnumerateRunes().Select(r => Find(r.Value) ?? r.ToString())));
        for (var value = 0; value <= char.MaxValue; value++)
            if ((Find(value) ?? Kept(value)) is [var one])
                _single[value] = one;
    }

    /// <summary>O(length).</summary>
    public string Fold(string text) => IsFolded(text) ? text : Fold(text, null);

    public FoldedText FoldWithOrigin(string text)
    {
        var from = new List<int>(text.Length + 1);
        var folded = Fold(text, from);
        return new FoldedText(folded, from);
    }

    private bool IsFolded(string text)
    {
        foreach (var c in text)
            if (_single[c] != c || c == '\0')
                return false;
        return true;
    }

    private string Fold(string text, List<int>? from)
    {
        var folded = new StringBuilder(text.Length);
        var apart = false;
        var end = 0; // in the original, after the last character that was kept
        for (var i = 0; i < text.Length;)
        {
            var at = i;
            var c = text[i];
            var value = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? char.ConvertToUtf32(c, text[++i]) : c;
            i++;
            ReadOnlySpan<char> more = _single.AsSpan(c, 1);
            if (more[0] == '\0')
            {
                if ((Find(value) ?? Kept(value)) is not { } other)
                {
                    apart |= !IsInvisible(value);
                    continue;
                }
                more = other;
            }
            if (apart && folded.Length > 0)
            {
                folded.Append(' ');
                from?.Add(end);
            }
            apart = false;
            folded.Append(more);
            for (var k = 0; k < more.Length; k++)
                from?.Add(at);
            end = i;
        }
        from?.Add(end);
        return folded.ToString();
    }

    private string? Find(int value) => value <= char.MaxValue ? _basic[value] : _beyond.GetValueOrDefault(value);

    private void Set(int value, string folded)
    {
        if (value <= char.MaxValue)
            _basic[value] = folded;
        else
            _beyond[value] = folded;
    }

    private static string? Kept(int value) => Rune.TryCreate(value, out var rune) && Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : null;

    // an accent of its own, a soft hyphen, a joiner: they part no word
    private static bool IsInvisible(int value) => Rune.TryCreate(value, out var rune)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
