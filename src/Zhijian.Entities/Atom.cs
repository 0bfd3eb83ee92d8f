using System.Runtime.InteropServices;

namespace Zhijian.Entities;

/// <summary>A key of one feature: two records in which it is equal may be the same. Rules are made of one to three of them.</summary>
internal sealed class Atom(int feature, string what, Func<ValueSet, int, ReadOnlySpan<char>> part)
{
    public int Feature => feature;

    public string What => what;

    /// <summary>0 for a value that has no such part.</summary>
    public uint Key(ValueSet set, int value)
    {
        if (value < 0)
            return 0;
        var text = part(set, value);
        if (text.IsEmpty)
            return 0;
        var hash = TextPool.Hash(MemoryMarshal.AsBytes(text));
        return (uint)(hash ^ (hash >> 32)) | 1;
    }

    public static List<Atom> Of(Feature[] features)
    {
        var atoms = new List<Atom>();
        for (var f = 0; f < features.Length; f++)
        {
            var name = features[f].Name;
            var at = f;
            void Add(string what, Func<ValueSet, int, ReadOnlySpan<char>> part) => atoms.Add(new Atom(at, what.Length == 0 ? name : $"{name} {what}", part));

            if (features[f].How == Comparing.Branch)
                continue;
            Add("", static (s, v) => s.Texts[v]);
            switch (features[f].How)
            {
                case Comparing.Text or Comparing.Core:
                    Add("sound", static (s, v) => s.Said[v]);
                    Add("beginning", static (s, v) => s.Texts[v] is { Length: > 2 } t ? t.AsSpan(0, Math.Min(t.Length, Cleaning.IsHan(t[0]) ? 2 : 4)) : default);
                    Add("first letter", static (s, v) => s.Texts[v].AsSpan(0, 1));
                    Add("end", static (s, v) => s.Texts[v] is { Length: > 2 } t ? t.AsSpan(t.Length - Math.Min(t.Length, Cleaning.IsHan(t[^1]) ? 2 : 4)) : default);
                    Add("skeleton", static (s, v) => Skeleton(s.Texts[v], s.Said[v]));
                    if (features[f].How == Comparing.Core)
                        Add("last letter", static (s, v) => s.Texts[v].AsSpan(s.Texts[v].Length - 1));
                    if (features[f].Set.Texts.Take(1000).Count(t => t.Contains(' ')) > 100)
                    {
                        Add("first word", static (s, v) => s.Texts[v].IndexOf(' ') is > 0 and var n ? s.Texts[v].AsSpan(0, n) : s.Texts[v]);
                        Add("last word", static (s, v) => s.Texts[v].AsSpan(s.Texts[v].LastIndexOf(' ') + 1));
                    }
                    break;
                case Comparing.Date:
                    Add("year and month", static (s, v) => Cut(s.Texts[v], 0, 6, 8));
                    Add("month and day", static (s, v) => s.Texts[v] is { Length: 8 } t && !t.EndsWith("00", StringComparison.Ordinal) ? t.AsSpan(4) : default);
                    Add("year", static (s, v) => Cut(s.Texts[v], 0, 4, 8));
                    break;
                case Comparing.Id:
                    Add("first half", static (s, v) => s.Texts[v] is { Length: >= 6 } t ? t.AsSpan(0, (t.Length + 1) / 2) : default);
                    Add("second half", static (s, v) => s.Texts[v] is { Length: >= 6 } t ? t.AsSpan(t.Length / 2) : default);
                    break;
                case Comparing.Phone:
                    Add("last seven", static (s, v) => s.Texts[v] is { Length: >= 7 } t ? t.AsSpan(t.Length - 7) : default);
                    Add("first seven", static (s, v) => s.Texts[v] is { Length: > 7 } t ? t.AsSpan(0, 7) : default);
                    break;
                case Comparing.Door:
                    Add("first", static (s, v) => s.Texts[v].IndexOf('-') is > 0 and var n ? s.Texts[v].AsSpan(0, n) : s.Texts[v]);
                    break;
            }
        }
        return atoms;
    }

    private static ReadOnlySpan<char> Cut(string text, int from, int length, int needed) => text.Length == needed ? text.AsSpan(from, length) : default;

    /// <summary>What hearing and typing leave standing: the consonants that sound alike as one, without vowels; for Chinese the first letters of the sound.</summary>
    private static ReadOnlySpan<char> Skeleton(string text, string said)
    {
        var from = Cleaning.IsHan(text[0]) ? said : text;
        Span<char> kept = stackalloc char[8];
        var n = 0;
        var last = '\0';
        foreach (var c in from)
        {
            if (n == kept.Length)
                break;
            var like = c switch
            {
                'b' or 'p' or 'f' or 'v' or 'w' => 'p', 'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => 's', 'd' or 't' => 't', 'm' or 'n' => 'n',
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or ' ' => '\0', _ => c,
            };
            if (like != '\0' && like != last)
                kept[n++] = like;
            else if (n == 0 && like == '\0' && c != ' ')
                kept[n++] = 'a';
            last = like;
        }
        return kept[..n].ToString();
    }
}
