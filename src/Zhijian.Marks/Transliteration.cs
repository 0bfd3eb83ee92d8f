using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Zhijian.Marks;

/// <summary>
/// Which Chinese mark a Latin one may be put into by its sound, and the other way round: nike and 耐克, adidas and 阿迪达斯. Both are reduced to what
/// the transliterators keep: the consonants, in a few classes. The same consonants and letters alike enough make a transliteration.
/// </summary>
public static class Transliteration
{
    /// <summary>Of 100 letters; below it two words with the same consonants are two words. Two consonants alone prove little, four much.</summary>
    public static int Least(int consonants) => consonants switch { 2 => 75, 3 => 50, _ => 40 };

    internal const int MostPacked = 15;

    private const string Consonants = "BDGSLMNFHW";
    private const string Alphabet = Consonants + "aeiou";
    private const ulong Hashed = 0xF000_0000_0000_0000;
    private const int MostConsonants = 16;
    private const int MostCharacters = 8;
    private const int MostLetters = 24;
    private const int MostSpellings = 8; // a name of many ambiguous characters

    /// <summary>A mark in the letters of comparison, with its consonants packed into one number; 0 where there are fewer than two.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Spelling(string Letters, ulong Consonants)
    {
        /// <summary>Up to 15 letters in four bits each, the first lowest; of others FNV-1a below <see cref="Hashed"/>. Equal for equal ones, in any process.</summary>
        public ulong Key
        {
            get
            {
                var key = 0UL;
                for (var i = 0; i < Letters.Length; i++)
                {
                    var code = Alphabet.IndexOf(Letters[i]) + 1;
                    if (code == 0 || i == MostPacked)
                        return Hashed | Letters.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);
                    key |= (ulong)code << (4 * i);
                }
                return key;
            }
        }
    }

    /// <summary>The letters of a key; none where they did not fit.</summary>
    internal static ReadOnlySpan<char> Letters(ulong key, Span<char> space)
    {
        var count = 0;
        for (; key != 0 && key < Hashed; key >>= 4)
            space[count++] = Alphabet[(int)(key & 15) - 1];
        return space[..count];
    }

    /// <summary>Spellings of a mark that is all Latin letters or all Chinese characters with readings; empty for any other.</summary>
    internal static IReadOnlyList<Spelling> Of(Signs signs, ReadOnlySpan<int> mark) =>
        IsLatin(mark) ? Kept([Latin(mark)]) : IsHan(signs, mark) ? Kept(Han(signs, mark)) : [];

    internal static bool IsLatin(ReadOnlySpan<int> mark) => mark.Length is >= 2 and <= MostLetters && !mark.ContainsAnyExceptInRange('a', 'z');

    internal static bool IsHan(Signs signs, ReadOnlySpan<int> mark)
    {
        if (mark.Length is < 2 or > MostCharacters)
            return false;
        foreach (var sign in mark)
            if (!signs.HasReading(sign))
                return false;
        return true;
    }

    /// <summary>How alike the likest letters of two marks are, up to 100; 0 where neither is a transliteration of the other.</summary>
    internal static int Best(IReadOnlyList<Spelling> some, IReadOnlyList<Spelling> others)
    {
        var best = 0;
        foreach (var a in some)
            foreach (var b in others)
                if (a.Consonants == b.Consonants)
                    best = Math.Max(best, Enough(new LettersAlike(a.Letters).Degree(b.Letters), a.Consonants));
        return best;
    }

    /// <summary>The degree where it makes a transliteration of words with these consonants, else 0.</summary>
    internal static int Enough(int degree, ulong consonants) => degree >= Least((67 - BitOperations.LeadingZeroCount(consonants)) / 4) ? degree : 0;

    private static IReadOnlyList<Spelling> Kept(IEnumerable<Spelling> spellings) => [.. spellings.Where(s => s.Consonants != 0)];

    private static IEnumerable<Spelling> Han(Signs signs, ReadOnlySpan<int> mark)
    {
        List<string> spelt = [""];
        foreach (var sign in mark)
        {
            var readings = signs.Pinyin.Readings(new Rune(sign));
            spelt = spelt.Count * readings.Count <= MostSpellings
                ? [.. spelt.SelectMany(s => readings.Select(r => s + Syllable(r)))]
                : [.. spelt.Select(s => s + Syllable(readings[0]))];
        }
        return spelt.Distinct(StringComparer.Ordinal).Select(s => new Spelling(s, Pack(s)));
    }

    /// <summary>Capitals are consonants, small letters vowels: ke is Ge, zhang SaN, er L.</summary>
    private static string Syllable(string reading)
    {
        if (reading == "er")
            return "eL";
        var initial = reading[0] switch
        {
            'b' or 'p' => "B",
            'd' or 't' => "D",
            'g' or 'k' => "G",
            'z' or 'c' or 's' or 'j' or 'q' or 'x' => "S",
            'l' or 'r' => "L",
            'm' => "M",
            'n' => "N",
            'f' => "F",
            'h' => "H",
            'w' => "W",
            _ => "", // y, a, e, o
        };
        var final = reading.AsSpan(initial.Length == 0 ? 0 : reading.Length > 1 && reading[1] == 'h' ? 2 : 1);
        var nasal = final.EndsWith("ng") ? 2 : final.EndsWith("n") ? 1 : 0;
        return initial + final[..^nasal].ToString().Replace('y', 'i').Replace('v', 'u') + (nasal > 0 ? "N" : "");
    }

    private static Spelling Latin(ReadOnlySpan<int> word)
    {
        var spelt = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var (c, next) = ((char)word[i], i + 1 < word.Length ? (char)word[i + 1] : '\0');
            var beforeVowel = next is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            if (c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
                spelt.Append(c == 'y' ? 'i' : c);
            else if (c == next)
                continue; // gucci, nutella: the second one speaks
            else if (next == 'h' && c is 'c' or 's' or 't' or 'p' or 'g' or 'k' or 'w')
                (_, i) = (spelt.Append(c switch { 'c' or 's' or 't' => 'S', 'p' => 'F', 'w' => 'W', _ => 'G' }), i + 1);
            else if (c == 'c' && next is 'k' or 'q')
                (_, i) = (spelt.Append('G'), i + 1);
            else if (c == 'n' && next == 'g' && !(i + 2 < word.Length && word[i + 2] is 'a' or 'e' or 'i' or 'o' or 'u'))
                (_, i) = (spelt.Append('N'), i + 1);
            else
                spelt.Append(c switch
                {
                    'b' or 'p' => "B",
                    'd' or 't' => "D",
                    'g' or 'k' or 'q' => "G",
                    'c' => next is 'e' or 'i' or 'y' ? "S" : "G",
                    'j' or 'z' or 's' => "S",
                    'x' => i == 0 ? "S" : "GS",
                    'l' => "L",
                    'r' => beforeVowel ? "L" : "",
                    'm' => "M",
                    'n' => "N",
                    'f' => "F",
                    'h' => beforeVowel ? "H" : "",
                    'v' => "W",
                    _ => beforeVowel ? "W" : "u", // w
                });
        }
        var letters = spelt.ToString();
        return new Spelling(letters, Pack(letters));
    }

    /// <summary>The consonants, four bits each; two of the same side by side are one (man + ni). 0 for fewer than two and for too many.</summary>
    private static ulong Pack(string letters)
    {
        var (packed, count, before) = (0UL, 0, '\0');
        foreach (var c in letters)
        {
            if (char.IsAsciiLetterUpper(c) && c != before)
            {
                packed = packed << 4 | (uint)(Consonants.IndexOf(c) + 1);
                count++;
            }
            before = c;
        }
        return count is >= 2 and <= MostConsonants ? packed : 0;
    }
}
