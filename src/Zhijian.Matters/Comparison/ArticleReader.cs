using Zhijian.Matters.Reading;

namespace Zhijian.Matters.Comparison;

/// <summary>Articles of the Criminal Law that a text cites: 《中华人民共和国刑法》第二百一十三条、第二百一十四条之一.</summary>
internal static class ArticleReader
{
    private const string Law = "刑法";
    private const int Gap = 2; // 》 and a space

    /// <summary>Each with its place and its number as charges have it: 213, 219-1. Linear in the text.</summary>
    public static IEnumerable<(int Start, int Length, string Article)> OfCriminalLaw(string text)
    {
        for (var law = text.IndexOf(Law, StringComparison.Ordinal); law >= 0; law = text.IndexOf(Law, law + Law.Length, StringComparison.Ordinal))
        {
            var at = law + Law.Length;
            for (var first = true; Next(text, at, first) is { } found; first = false)
            {
                yield return found;
                at = AfterParagraph(text, found.Start + found.Length);
            }
        }
    }

    private static (int Start, int Length, string Article)? Next(string text, int at, bool first)
    {
        var i = at;
        while (i < text.Length && i - at < Gap && (text[i] is '》' or ' ' || !first && text[i] is '、' or '，' or '和'))
            i++;
        if (i + 2 >= text.Length || text[i] != '第' || !Numeral.TryRead(text, i + 1, out var number, out var end) || end >= text.Length || text[end] != '条' || number.Value > 9999)
            return null;
        var article = number.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        end++;
        if (end + 1 < text.Length && text[end] == '之' && Numeral.Digit(text[end + 1]) is > 0 and var part)
            (article, end) = ($"{article}-{part}", end + 2);
        return (i, end - i, article);
    }

    /// <summary>第一款、第（二）项 belong to the article before them.</summary>
    private static int AfterParagraph(string text, int at)
    {
        var i = at;
        while (i < text.Length && (text[i] == '第' || i > at && text[i] is '、') && text.AsSpan(i, Math.Min(8, text.Length - i)).IndexOfAny("款项") is > 0 and var end && text.AsSpan(i, end).IndexOf('条') < 0)
            i += end + 1;
        return i;
    }
}
