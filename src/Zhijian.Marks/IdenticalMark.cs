using System.Globalization;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Marks;

/// <summary>In what a mark as used differs from the registered one, as far as words show it.</summary>
public enum MarkDifference
{
    None,

    /// <summary>Font, width or case of letters.</summary>
    Letterform,

    /// <summary>Spaces or points between the signs.</summary>
    Spacing,

    /// <summary>A generic name or a model number was added.</summary>
    GenericWord,

    /// <summary>Traditional or variant characters in place of simplified ones, or the other way round.</summary>
    VariantCharacters,

    /// <summary>Other words; whether there is basically no difference is for a person to say.</summary>
    OtherWords,
}

/// <summary>
/// Whether a mark as used is “identical”: basically no difference from the registered one (法释〔2025〕5号第2条), which is another question than likeness
/// and is answered apart from it. By words alone the answer is yes or unknown, never no: colour, the arrangement of a device and a three-dimensional mark
/// are not in the words, and the last case of the article is a judgement.
/// </summary>
/// <param name="Added">The generic words that were added.</param>
public sealed record IdenticalMark(Answer Answer, IReadOnlyList<MarkDifference> Differences, string Added)
{
    public static readonly LegalRef Basis = new("法释〔2025〕5号第2条");

    /// <summary>What the words cannot show and a person has to look at.</summary>
    public static readonly Text Ask = new(
        "文字看不出颜色、字体的设计、图形和立体标志：请对照注册证的图样，看相关公众会不会认为没有差别",
        "words do not show colours, the design of letters, devices or three-dimensional signs: compare with the picture in the register, and ask whether the public would see a difference");

    /// <param name="generic">Generic names of the goods that the case is about; types and model numbers are known by their form.</param>
    public static IdenticalMark Judge(Signs signs, string registered, string used, IReadOnlyList<string> generic)
    {
        var (a, b) = (registered.Trim(), used.Trim());
        if (a.Length == 0 || b.Length == 0)
            return new(Answer.Unknown, [MarkDifference.OtherWords], "");
        if (a == b)
            return new(Answer.Yes, [MarkDifference.None], "");
        var of = signs.Of(a);
        if (of.AsSpan().SequenceEqual(signs.Of(b)))
            return Written(signs, a, b, "");
        // generic words before or behind what is left of the mark
        var folded = Signs.Text(signs.Of(b));
        var core = Signs.Text(of);
        if (folded.IndexOf(core, StringComparison.Ordinal) is >= 0 and var at && core.Length > 0)
        {
            var (before, after) = (folded[..at], folded[(at + core.Length)..]);
            if (IsGeneric(signs, before, generic) && IsGeneric(signs, after, generic))
                return Written(signs, a, b, before + after);
        }
        return new(Answer.Unknown, [MarkDifference.OtherWords], "");
    }

    public static Text Say(MarkDifference difference) => difference switch
    {
        MarkDifference.None => new("写法完全相同", "written the same"),
        MarkDifference.Letterform => new("只改变字体、全半角或者字母大小写", "only font, width or case of letters"),
        MarkDifference.Spacing => new("只改变文字、字母、数字之间的间距或者符号", "only the spacing or points between signs"),
        MarkDifference.GenericWord => new("只增加通用名称、型号", "only generic names or model numbers were added"),
        MarkDifference.VariantCharacters => new("繁体、异体与简体不同，是否基本无差别由承办人判断", "traditional or variant characters: whether there is basically no difference is for the case handler to say"),
        _ => new("文字不同，是否基本无差别由承办人判断", "other words: whether there is basically no difference is for the case handler to say"),
    };

    private static IdenticalMark Written(Signs signs, string registered, string used, string added)
    {
        var differences = new List<MarkDifference>();
        if (added.Length > 0)
            differences.Add(MarkDifference.GenericWord);
        var (a, b) = (Bare(registered), Bare(used));
        string Plain(string text) => string.Concat(text.EnumerateRunes().Select(r =>
            Rune.GetUnicodeCategory(r) == UnicodeCategory.OtherLetter ? r.ToString() : Rune.IsLetterOrDigit(r) ? signs.Folding.Fold(r.ToString()) : r.ToString())); // characters stay as they are
        if (added.Length == 0 && a == b || added.Length > 0 && b.Contains(a, StringComparison.Ordinal))
        {
            if (added.Length == 0)
                differences.Add(MarkDifference.Spacing);
        }
        else if (added.Length == 0 && Plain(a) == Plain(b) || added.Length > 0 && Plain(b).Contains(Plain(a), StringComparison.Ordinal))
        {
            differences.Add(MarkDifference.Letterform);
            if (Plain(registered) != Plain(used) && added.Length == 0)
                differences.Add(MarkDifference.Spacing);
        }
        else
            differences.Add(MarkDifference.VariantCharacters);
        return new(differences.Contains(MarkDifference.VariantCharacters) ? Answer.Unknown : Answer.Yes, differences, added);
    }

    /// <summary>Without what stands between signs.</summary>
    private static string Bare(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(r => r.ToString()));

    /// <summary>Nothing, a model number (letters with digits), or nothing but generic words.</summary>
    private static bool IsGeneric(Signs signs, string part, IReadOnlyList<string> generic)
    {
        if (part.Length == 0)
            return true;
        if (part.Any(char.IsAsciiDigit) && part.All(char.IsAsciiLetterOrDigit))
            return true;
        foreach (var word in generic.Select(g => Signs.Text(signs.Of(g))).Where(g => g.Length > 0).OrderByDescending(g => g.Length))
            if (part.StartsWith(word, StringComparison.Ordinal) && IsGeneric(signs, part[word.Length..], generic))
                return true;
        return false;
    }
}
