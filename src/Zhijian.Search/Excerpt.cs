using System.Text;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Search;

/// <summary>A piece of an excerpt; <paramref name="Hit"/>: it is what was asked for.</summary>
public sealed record ExcerptPart(string Text, bool Hit);

/// <summary>The place of a text where the query hits it, in the words of the original.</summary>
public static class Excerpt
{
    private const int Before = 40;
    private const int Most = 140;

    /// <summary>The whole text with its hits, for titles.</summary>
    public static IReadOnlyList<ExcerptPart> Whole(string text, IReadOnlyList<TextTerm> terms, Characters characters) => Parts(text, 0, text.Length, Hits(text, terms, characters, spelt: true));

    /// <summary>The surroundings of the first hit; the beginning of the text where there is none.</summary>
    public static IReadOnlyList<ExcerptPart> Of(string text, IReadOnlyList<TextTerm> terms, Characters characters)
    {
        var hits = Hits(text, terms, characters, spelt: text.Length < SearchIndex.MostOfPart / 10);
        var start = hits.Count == 0 || hits[0].Start <= Before ? 0 : Whole(text, hits[0].Start - Before);
        var end = Whole(text, Math.Min(text.Length, Math.Max(start + Most, hits.Count == 0 ? 0 : Math.Min(hits[0].End, start + Most * 2))));
        var parts = Parts(text, start, end, hits);
        if (start > 0)
            parts.Insert(0, new ExcerptPart("…", false));
        if (end < text.Length)
            parts.Add(new ExcerptPart("…", false));
        return parts;
    }

    /// <summary>A place that does not part a character.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static List<ExcerptPart> Parts(string text, int start, int end, IReadOnlyList<(int Start, int End)> hits)
    {
        var parts = new List<ExcerptPart>();
        void Add(int from, int to, bool hit)
        {
            if (to > from)
                parts.Add(new ExcerptPart(OneLine(text[from..to]), hit));
        }
        var at = start;
        foreach (var hit in hits.Where(h => h.End > start && h.Start < end))
        {
            Add(at, Math.Max(at, hit.Start), false);
            Add(Math.Max(at, hit.Start), Math.Min(end, hit.End), true);
            at = Math.Max(at, Math.Min(end, hit.End));
        }
        Add(at, end, false);
        return parts;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                line.Append(c);
            else if (line.Length == 0 || line[^1] != ' ')
                line.Append(' ');
        return line.ToString();
    }

    /// <summary>Places in the original, in order and apart from each other.</summary>
    private static List<(int Start, int End)> Hits(string text, IReadOnlyList<TextTerm> terms, Characters characters, bool spelt)
    {
        var folded = characters.Folding.FoldWithOrigin(text);
        var hits = new List<(int Start, int End)>();
        void Add(int start, int length)
        {
            var (from, to) = folded.Original(start, length);
            hits.Add((from, Math.Max(to, from + 1)));
        }
        foreach (var term in terms.Where(t => !t.Not))
        {
            for (var at = folded.Text.IndexOf(term.Phrase, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(term.Phrase, at + term.Phrase.Length, StringComparison.Ordinal))
                Add(at, term.Phrase.Length);
            if (!spelt || term.Spelling is not { } spelling)
                continue;
            for (var at = 0; at < folded.Text.Length; at++)
                if (characters.Pinyin.Spelt(folded.Text, at, spelling) is > 0 and var length)
                    Add(at, length);
        }
        var apart = new List<(int Start, int End)>();
        foreach (var hit in hits.OrderBy(h => h.Start).ThenByDescending(h => h.End))
            if (apart.Count > 0 && hit.Start < apart[^1].End)
                apart[^1] = (apart[^1].Start, Math.Max(apart[^1].End, hit.End));
            else
                apart.Add(hit);
        return apart;
    }
}
