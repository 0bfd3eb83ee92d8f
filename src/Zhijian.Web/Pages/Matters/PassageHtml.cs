using System.Text;
using Microsoft.AspNetCore.Html;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The text of a page with what was found, what the reader marked and what an exhibit was tied by.</summary>
public static class PassageHtml
{
    private const int Hit = 1, Current = 2, Marked = 4, Tied = 8;

    /// <summary>Pure. Everything is encoded; the text content is the text of the page, character for character, so a selection has its place.</summary>
    /// <param name="hits">Where the words stand; <paramref name="current"/> counts them from 1.</param>
    public static IHtmlContent Of(string text, IReadOnlyList<int> hits, int length, int current, IEnumerable<(int Start, int Length)> marks, (int Start, int Length)? tied)
    {
        var kinds = new byte[text.Length];
        Paint(tied is { } t ? [t] : [], Tied);
        Paint(marks, Marked);
        Paint(hits.Select(h => (h, length)), Hit);
        if (current > 0 && current <= hits.Count)
            Paint([(hits[current - 1], length)], Current);
        var (html, shown) = (new StringBuilder(text.Length + 256), 0);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && kinds[end] == kinds[at])
                end++;
            var kind = kinds[at];
            if (kind == 0)
            {
                html.Append(Web.Marks.E(text[at..end]));
            }
            else
            {
                // where a link leads: the first piece of each
                var id = (kind & Current) != 0 && (shown & Current) == 0 ? "hit" : (kind & Tied) != 0 && (shown & Tied) == 0 ? "at" : null;
                shown |= kind;
                html.Append("<mark class=\"zj-rd-m\" data-k=\"").Append(string.Join(' ', Names(kind))).Append('"').Append(id is null ? "" : $" id=\"{id}\" tabindex=\"-1\"").Append('>').Append(Web.Marks.E(text[at..end])).Append("</mark>");
            }
            at = end;
        }
        return new HtmlString(html.ToString());

        void Paint(IEnumerable<(int Start, int Length)> places, int kind)
        {
            foreach (var (start, count) in places)
                for (var i = Math.Max(0, start); i < Math.Min(text.Length, start + count); i++)
                    kinds[i] |= (byte)kind;
        }
    }

    private static IEnumerable<string> Names(int kind)
    {
        if ((kind & Current) != 0)
            yield return "current";
        else if ((kind & Hit) != 0)
            yield return "hit";
        if ((kind & Tied) != 0)
            yield return "tied";
        else if ((kind & Marked) != 0)
            yield return "mark";
    }
}
