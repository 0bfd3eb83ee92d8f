using System.Security.Cryptography;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Marks;

/// <summary>
/// What likeness needs of each sign (a code point of folded text), as arrays: its readings, its sound (all signs with the same readings), its tone, and
/// the signs that look like it.
/// </summary>
public sealed class Signs
{
    /// <summary>Above every code point: the sound of signs that have readings. Below: a sign that is its own sound.</summary>
    public const int FirstSound = 0x110000;

    /// <summary>Signs of a mark that are compared: a text beyond it is no mark but a label.</summary>
    public const int Longest = 255;

    private const int Rules = 4; // of Transliteration and of the order of the file: a change there is a new number

    private const ulong Lanes = 0x0001_0001_0001_0001;

    internal const int Most = 0x33480; // the planes in which letters and Chinese characters are assigned

    private readonly TextFolding _folding;
    private readonly Pinyin _pinyin;
    private readonly int[] _sound = new int[Most];
    private readonly byte[] _tone = new byte[Most];
    private readonly ulong[] _readings = new ulong[Most]; // up to four, sixteen bits each
    private readonly List<List<int>> _signsOf = []; // by sound
    private readonly int[][] _soundsAlike; // by sound
    private readonly (int[] Signs, byte[] Degrees)[] _like = new (int[], byte[])[Most];

    public Signs(Characters characters)
    {
        (_folding, _pinyin) = (characters.Folding, characters.Pinyin);
        var syllables = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new Dictionary<ulong, int>();
        foreach (var rune in characters.Pinyin.Known.Where(r => r.Value < Most).OrderBy(r => r.Value))
        {
            var readings = characters.Pinyin.Readings(rune).Select(r => syllables.TryGetValue(r, out var known) ? known : syllables[r] = syllables.Count + 1).Order().ToArray();
            if (readings.Length > 4)
                throw new ArgumentException($"more than four readings of {rune}", nameof(characters));
            _readings[rune.Value] = readings.Aggregate(0UL, (all, reading) => all << 16 | (uint)reading);
        }
        for (var sign = 0; sign < Most; sign++)
        {
            if (_readings[sign] is > 0 and var readings && !sets.TryGetValue(readings, out _sound[sign]))
            {
                _sound[sign] = sets[readings] = FirstSound + sets.Count;
                _signsOf.Add([]);
            }
            if (_readings[sign] == 0)
                _sound[sign] = sign;
            else
                _signsOf[_sound[sign] - FirstSound].Add(sign);
        }
        _soundsAlike = [.. sets.Keys.Select(one => (int[])[.. sets.Where(other => Share(one, other.Key)).Select(other => other.Value)])];
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

    /// <summary>One for all signs with the same readings; of a sign without readings itself.</summary>
    public int Sound(int sign) => sign < Most ? _sound[sign] : sign;

    /// <summary>The sounds of all signs that may be read like this one, its own among them.</summary>
    public int[] SoundsAlike(int sign) => Sound(sign) is >= FirstSound and var sound ? _soundsAlike[sound - FirstSound] : [sign];

    public bool HasReading(int sign) => sign < Most && _readings[sign] > 0;

    /// <summary>0 where it is not known.</summary>
    public int Tone(int sign) => sign < Most ? _tone[sign] : 0;

    /// <summary>The same sign, or some reading in common.</summary>
    public bool SoundAlike(int one, int other) => one == other || one < Most && other < Most && Share(_readings[one], _readings[other]);

    /// <summary>The signs that may be read like this one, itself among them; none where it has no reading.</summary>
    public IEnumerable<int> SoundingLike(int sign) => HasReading(sign) ? SoundsAlike(sign).SelectMany(sound => _signsOf[sound - FirstSound]) : [];

    /// <summary>100 for the same sign, the degree for one that looks like it, else 0.</summary>
    public int LookAlike(int one, int other)
    {
        if (one == other)
            return 100;
        return one < Most && _like[one] is { Signs: not null } like && Array.BinarySearch(like.Signs, other) is >= 0 and var at ? like.Degrees[at] : 0;
    }

    /// <summary>The signs that look like this one, without itself, ascending.</summary>
    public ReadOnlySpan<int> Like(int sign) => sign < Most ? _like[sign].Signs : [];

    /// <summary>Whether two sets of up to four numbers, sixteen bits each, have one in common.</summary>
    private static bool Share(ulong some, ulong others)
    {
        for (; some > 0; some >>= 16)
            if (HasZero(others ^ (some & 0xFFFF) * Lanes))
                return true;
        return false;

        // of four numbers of sixteen bits one is zero
        static bool HasZero(ulong four) => ((four - Lanes) & ~four & Lanes << 15) != 0;
    }
}
