using System.Globalization;
using System.Text;

namespace Zhijian.Reading;

/// <summary>
/// Text of a file as it may be shown. What turns the order of writing or is not seen at all would let a file say one thing to the eye and another to a
/// search: it is written out or taken away. What a character is replaced by never depends on its neighbours.
/// </summary>
public static class SafeText
{
    /// <summary>Pure. O(characters).</summary>
    public static string Of(string text)
    {
        if (!NeedsWork(text))
            return text;
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // the tags block spells out hidden text
                if (char.GetUnicodeCategory(text, i) == UnicodeCategory.Format)
                    safe.Append($"⟨U+{char.ConvertToUtf32(c, text[i + 1]):X4}⟩");
                else
                    safe.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                    safe.Append('\n');
            }
            else
            {
                Append(safe, c);
            }
        }
        return safe.ToString();
    }

    private static void Append(StringBuilder safe, char c)
    {
        if (c is '\n' or '\t')
            safe.Append(c);
        else if (c is '\u0085' or '\u2028' or '\u2029' or '\v' or '\f')
            safe.Append('\n');
        else if (c is '\ufeff' or '\u00ad' or '\u2060' or (>= '\u200b' and <= '\u200d'))
            return; // no width
        else if (char.IsSurrogate(c) || c is '\ufffe' or '\uffff')
            safe.Append('\ufffd');
        else if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            safe.Append($"⟨U+{(int)c:X4}⟩");
        else if (c < ' ')
            safe.Append((char)(0x2400 + c));
        else if (c is '\u007f')
            safe.Append('\u2421');
        else if (char.IsControl(c))
            safe.Append('\ufffd');
        else
            safe.Append(c);
    }

    private static bool NeedsWork(string text)
    {
        foreach (var c in text)
            if (c is not ('\n' or '\t') && (c < ' ' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || c >= '\ufffe'))
                return true;
        return false;
    }
}
