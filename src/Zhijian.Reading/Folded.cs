namespace Zhijian.Reading;

/// <summary>
/// Search by what is written: only width (Ａ, A, ideographic space) and case are folded, one character for one, so that a place in the folded text is the
/// place in the text.
/// </summary>
public static class Folded
{
    public static string Of(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Of(from[i]);
    });

    private static char Of(char c) => char.ToUpperInvariant(c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '\u3000' or '\u00a0' => ' ',
        _ => c,
    });

    /// <summary>Where the words stand, without overlap. O(characters).</summary>
    /// <param name="folded">The words, folded already.</param>
    public static IEnumerable<int> Places(string text, string folded)
    {
        if (folded.Length == 0)
            yield break;
        var page = Of(text);
        for (var at = page.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = page.IndexOf(folded, at + folded.Length, StringComparison.Ordinal))
            yield return at;
    }
}
