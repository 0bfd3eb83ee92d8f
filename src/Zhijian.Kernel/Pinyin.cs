using System.Text;

namespace Zhijian.Kernel;

/// <summary>
/// How names are typed by their sound: 耐克 as naike or nk. A character may have several readings (单: shan, dan), and each counts. Works on folded text
/// (<see cref="TextFolding"/>), so a traditional name is spelt like a simplified one.
/// </summary>
public sealed class Pinyin
{
    private const int MostSyllables = 6;
    private const int MostInitials = 10;
    private const int MostSpellings = 8; // of one stretch; a name of many ambiguous characters must not fill the index

    /// <summary>No readings: for the tests of code that has no tables.</summary>
    public static readonly Pinyin None = new([]);

    private readonly Dictionary<Rune, string[]> _readings = [];

    /// <param name="readings">A reading and all characters that have it, the common readings before the others.</param>
    public Pinyin(IEnumerable<(string Reading, string Characters)> readings)
    {
        foreach (var (reading, characters) in readings)
            foreach (var rune in characters.EnumerateRunes())
                if (!_readings.TryGetValue(rune, out var known))
                    _readings[rune] = [reading];
                else if (!known.Contains(reading))
                    _readings[rune] = [.. known, reading];
    }

    /// <summary>Readings without tones, the most common first; empty for what is no Chinese character or is not in the table.</summary>
    public IReadOnlyList<string> Readings(Rune character) => _readings.GetValueOrDefault(character, []);

    /// <summary>Every character that has a reading.</summary>
    public IEnumerable<Rune> Known => _readings.Keys;

    /// <summary>Spellings of the whole name, in full and by initials.</summary>
    public IReadOnlySet<string> Spellings(string folded)
    {
        var runes = folded.EnumerateRunes().Where(r => r.Value != ' ').ToArray();
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        if (runes.Any(r => Readings(r).Count > 0))
            Spell(runes, 0, runes.Length, runes.Length, keys);
        return keys;
    }

    /// <summary>
    /// Every spelling that may begin at some character of the text, cut off after a few syllables: a query that is the beginning of one of them finds the
    /// text. O(length).
    /// </summary>
    public IReadOnlySet<string> Beginnings(string folded)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var run in folded.Split(' '))
        {
            var runes = run.EnumerateRunes().ToArray();
            for (var i = 0; i < runes.Length; i++)
                if (Readings(runes[i]).Count > 0)
                    Spell(runes, i, MostSyllables, MostInitials, keys);
        }
        return keys;
    }

    /// <summary>How many UTF-16 units of the folded text, from there, the typed letters spell; 0 where they spell something else.</summary>
    public int Spelt(string folded, int start, string typed)
    {
        return Math.Max(Read(start, typed, initials: false), Read(start, typed, initials: true));

        int Read(int at, string rest, bool initials)
        {
            if (rest.Length == 0)
                return at - start;
            if (at >= folded.Length || folded[at] == ' ' || !Rune.TryGetRuneAt(folded, at, out var rune))
                return 0;
            var readings = Readings(rune);
            if (readings.Count == 0)
                return at > start && rest.StartsWith(rune.ToString(), StringComparison.Ordinal) ? Read(at + rune.Utf16SequenceLength, rest[rune.Utf16SequenceLength..], initials) : 0;
            foreach (var reading in readings)
            {
                var spelt = initials ? reading[..1] : reading;
                var end = spelt.StartsWith(rest, StringComparison.Ordinal) ? at + rune.Utf16SequenceLength - start
                    : rest.StartsWith(spelt, StringComparison.Ordinal) ? Read(at + rune.Utf16SequenceLength, rest[spelt.Length..], initials)
                    : 0;
                if (end > 0)
                    return end;
            }
            return 0;
        }
    }

    private void Spell(Rune[] runes, int start, int mostSyllables, int mostInitials, SortedSet<string> keys)
    {
        foreach (var (most, initials) in new[] { (mostSyllables, false), (mostInitials, true) })
        {
            List<string> spelt = [""];
            foreach (var rune in runes.Skip(start).Take(most))
            {
                var known = Readings(rune);
                IReadOnlyList<string> readings = known.Count > 0 ? known : [rune.ToString()];
                var next = spelt.SelectMany(s => readings.Select(r => s + (initials && known.Count > 0 ? r[..1] : r))).Distinct(StringComparer.Ordinal).ToList();
                spelt = next.Count <= MostSpellings ? next : [.. spelt.Select(s => s + (initials && known.Count > 0 ? readings[0][..1] : readings[0]))];
            }
            keys.UnionWith(spelt);
        }
    }
}

/// <summary>What is known of characters (data/characters/): how they fold, how they are read and which of them look alike.</summary>
public sealed record Characters(TextFolding Folding, Pinyin Pinyin)
{
    public static readonly Characters None = new(TextFolding.Plain, Pinyin.None);

    /// <summary>The tone of the first reading, 1 to 5; a character without one is not in it.</summary>
    public IReadOnlyDictionary<Rune, int> Tones { get; init; } = new Dictionary<Rune, int>();

    public CharacterShapes Shapes { get; init; } = CharacterShapes.None;
}
