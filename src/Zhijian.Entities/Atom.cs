using System.Runtime.InteropServices;

namespace Zhijian.Entities;

/// <summary>A key of one feature: two records in which it is equal may be the same. Rules are made of one to three of them.</summary>
internal sealed class Atom(int feature, string what, Func<ValueSet, int, ulong> keyOf)
{
    public int Feature => feature;

    public string What => what;

    /// <summary>0 for a value that has no such part.</summary>
    public uint Key(ValueSet set, int value)
    {
        if (value < 0)
            return 0;
        return keyOf(set, value) is not 0 and var hash ? (uint)(hash ^ (hash >> 32)) | 1 : 0;
    }

    public static List<Atom> Of(Feature[] features)
    {
        var atoms = new List<Atom>();
        for (var f = 0; f < features.Length; f++)
        {
            var name = features[f].Name;
            var at = f;
            void Add(string what, Func<ValueSet, int, ulong> key) => atoms.Add(new Atom(at, what.Length == 0 ? name : $"{name} {what}", key));
            void Cut(string what, Cutting cut) => Add(what, (set, value) => cut(set[value]) is { IsEmpty: false } part ? TextPool.Hash(MemoryMarshal.AsBytes(part)) : 0);

            if (features[f].How == Comparing.Branch)
                continue;
            Cut("", static t => t);
            switch (features[f].How)
            {
                case Comparing.Text or Comparing.Core:
                    Add("sound", static (s, v) => s.Sounds[v]);
                    Cut("beginning", static t => t.Length > 2 ? t[..Math.Min(t.Length, Cleaning.IsHan(t[0]) ? 2 : 4)] : default);
                    Cut("first letter", static t => t[..1]);
                    Cut("end", static t => t.Length > 2 ? t[^Math.Min(t.Length, Cleaning.IsHan(t[^1]) ? 2 : 4)..] : default);
                    Add("skeleton", static (s, v) => s.Skeletons[v] is not 0 and var letters ? TextPool.Mix(letters) : 0);
                    if (features[f].How == Comparing.Core)
                        Cut("last letter", static t => t[^1..]);
                    if (HasWords(features[f].Set))
                    {
                        Cut("first word", static t => t.IndexOf(' ') is > 0 and var n ? t[..n] : t);
                        Cut("last word", static t => t[(t.LastIndexOf(' ') + 1)..]);
                    }
                    break;
                case Comparing.Date:
                    Cut("year and month", static t => t.Length == 8 ? t[..6] : default);
                    Cut("month and day", static t => t.Length == 8 && !t.EndsWith("00") ? t[4..] : default);
                    Cut("year", static t => t.Length == 8 ? t[..4] : default);
                    break;
                case Comparing.Id:
                    Cut("first half", static t => t.Length >= 6 ? t[..((t.Length + 1) / 2)] : default);
                    Cut("second half", static t => t.Length >= 6 ? t[(t.Length / 2)..] : default);
                    break;
                case Comparing.Phone:
                    Cut("last seven", static t => t.Length >= 7 ? t[^7..] : default);
                    Cut("first seven", static t => t.Length > 7 ? t[..7] : default);
                    break;
                case Comparing.Door:
                    Cut("first", static t => t.IndexOf('-') is > 0 and var n ? t[..n] : t);
                    break;
            }
        }
        return atoms;
    }

    private delegate ReadOnlySpan<char> Cutting(ReadOnlySpan<char> text);

    /// <summary>More than a tenth of the first values are of several words.</summary>
    private static bool HasWords(ValueSet set)
    {
        var several = 0;
        for (var v = 0; v < Math.Min(1000, set.Count); v++)
            several += set[v].Contains(' ') ? 1 : 0;
        return several > 100;
    }
}
