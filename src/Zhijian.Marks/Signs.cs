using System.Security.Cryptography;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Marks;

/// <summary>
/// What likeness needs of each sign (a code point of folded text), as arrays: its readings, the class of all signs that can be reached by shared
/// readings, its tone, and the signs that look like it.
/// </summary>
public sealed class Signs
{
    /// <summary>Above every code point: the sound class of signs that have readings. Below: a sign that is its own sound.</summary>
    public const int FirstSound = 0x110000;

    /// <summary>Signs of a mark that are compared: a text beyond it is no mark but a label.</summary>
    public const int Longest = 255;

    private const int Rules = 3; // of Transliteration and of the order of the file: a change there is a new number

    private const ulong Lanes = 0x0001_0001_0001_0001;

    private const int Most = 0x33480; // the planes in which letters and Chinese characters are assigned

    private readonly TextFolding _folding;
    private readonly Pinyin _pinyin;
    private readonly int[] _sound = new int[Most];
    private readonly byte[] _tone = new byte[Most];
    private readonly ulong[] _readings = new ulong[Most]; // up to four, sixteen bits each
    private readonly (int[] Signs, byte[] Degrees)[] _like = new (int[], byte[])[Most];

    public Signs(Characters characters)
    {
        (_folding, _pinyin) = (characters.Folding, characters.Pinyin);
        var syllables = new Dictionary<string, int>(StringComparer.Ordinal);
        var joined = new List<int>(); // syllable → another one of its class
        foreach (var rune in characters.Pinyin.Known.Where(r => r.Value < Most).OrderBy(r => r.Value))
        {
            var readings = characters.Pinyin.Readings(rune).Select(Syllable).ToArray();
            foreach (var other in readings)
                joined[Root(other)] = Root(readings[0]);
            if (readings.Length > 4)
                throw new ArgumentException($"more than four readings of {rune}", nameof(characters));
            foreach (var reading in readings)
                _readings[rune.Value] = _readings[rune.Value] << 16 | (uint)(reading + 1);
        }
        for (var sign = 0; sign < Most; sign++)
            _sound[sign] = _readings[sign] > 0 ? FirstSound + Root((int)(_readings[sign] & 0xFFFF) - 1) : sign;
        foreach (var (rune, tone) in characters.Tones)
            if (rune.Value < Most)
                _tone[rune.Value] = (byte)tone;
        foreach (var sign in characters.Shapes.Known.Where(s => s < Most))
        {
            var like = characters.Shapes.Like(sign).OrderBy(l => l.Key).ToArray();
            _like[sign] = ([.. like.Select(l => l.Key)], [.. like.Select(l => (byte)l.Value)]);
        }

        Fingerprint = FingerprintOf();

        byte[] FingerprintOf()
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(BitConverter.GetBytes(Rules));
            for (var sign = 0; sign < Most; sign++)
                hash.AppendData(Encoding.UTF8.GetBytes(Rune.IsValid(sign) && sign != ' ' ? $"{_folding.Fold(new Rune(sign).ToString())} {string.Join(' ', _pinyin.Readings(new Rune(sign)))}\n" : "\n"));
            return hash.GetHashAndReset();
        }

        int Syllable(string reading)
        {
            if (!syllables.TryGetValue(reading, out var known))
            {
                syllables[reading] = known = joined.Count;
                joined.Add(known);
            }
            return known;
        }

        int Root(int syllable)
        {
            while (joined[syllable] != syllable)
                syllable = joined[syllable];
            return syllable;
        }
    }

    /// <summary>Of everything an index rests on: one that was written with other tables is built again.</summary>
    public byte[] Fingerprint { get; }

    public Pinyin Pinyin => _pinyin;

    public TextFolding Folding => _folding;

    /// <summary>The signs of a mark: folded, without the spaces between its runs; of a longer text the first <see cref="Longest"/>.</summary>
    public int[] Of(string written) => [.. _folding.Fold(written).EnumerateRunes().Where(r => r.Value != ' ').Select(r => r.Value).Take(Longest)];

    public static string Text(ReadOnlySpan<int> signs)
    {
        var text = new StringBuilder(signs.Length);
        foreach (var sign in signs)
            text.Append(new Rune(sign).ToString());
        return text.ToString();
    }

    /// <summary>Two signs that may be read alike have the same; the same does not mean that they are (单: shan, dan).</summary>
    public int Sound(int sign) => sign < Most ? _sound[sign] : sign;

    public bool HasReading(int sign) => sign < Most && _readings[sign] > 0;

    /// <summary>0 where it is not known.</summary>
    public int Tone(int sign) => sign < Most ? _tone[sign] : 0;

    /// <summary>The same sign, or some reading in common.</summary>
    public bool SoundAlike(int one, int other)
    {
        if (one == other)
            return true;
        if (one >= Most || other >= Most)
            return false;
        for (var (readings, others) = (_readings[one], _readings[other]); readings > 0; readings >>= 16)
            if (HasZero(others ^ (readings & 0xFFFF) * Lanes))
                return true;
        return false;

        // of four numbers of sixteen bits one is zero
        static bool HasZero(ulong four) => ((four - Lanes) & ~four & Lanes << 15) != 0;
    }

    /// <summary>100 for the same sign, the degree for one that looks like it, else 0.</summary>
    public int LookAlike(int one, int other)
    {
        if (one == other)
            return 100;
        return one < Most && _like[one] is { Signs: not null } like && Array.BinarySearch(like.Signs, other) is >= 0 and var at ? like.Degrees[at] : 0;
    }

    /// <summary>The signs that look like this one, without itself, ascending.</summary>
    public ReadOnlySpan<int> Like(int sign) => sign < Most ? _like[sign].Signs : [];
}
