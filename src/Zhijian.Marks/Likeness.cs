using System.Runtime.InteropServices;

namespace Zhijian.Marks;

/// <summary>The ways in which one mark can be like another. Several may hold at once.</summary>
[Flags]
public enum LikenessKinds
{
    None = 0,

    /// <summary>The same signs after folding.</summary>
    Same = 1,

    /// <summary>One is a part of the other.</summary>
    Contained = 2,

    /// <summary>One sign more, less or other; from five signs on, two.</summary>
    Edited = 4,

    /// <summary>Every sign may be read the same, tones aside.</summary>
    SoundsSame = 8,

    /// <summary>All but one syllable.</summary>
    SoundsClose = 16,

    /// <summary>Every sign is the same or looks like it.</summary>
    LooksAlike = 32,

    /// <summary>The one in Latin letters, the other in Chinese by its sound.</summary>
    Transliterated = 64,
}

/// <summary>Whether one of some kinds holds.</summary>
public static class LikenessKindsExtensions
{
    public static bool Any(this LikenessKinds kinds, LikenessKinds of) => (kinds & of) != LikenessKinds.None;
}

/// <summary>
/// How like two marks are by their words: the kinds and the measures from which points are counted. A pure function of the two; the search and the full
/// scan both ask it (<see cref="AskedMark"/>).
/// </summary>
/// <param name="Longer">Signs of the longer of the two.</param>
/// <param name="Distance">Signs by which they differ; counted where one is contained or edited.</param>
/// <param name="SoundDistance">Syllables by which they differ; counted where they sound the same or close.</param>
/// <param name="OtherTones">Syllables that are the same but for the tone.</param>
/// <param name="Look">How alike they look, sign by sign, summed: 100 a sign.</param>
/// <param name="Transliteration">Up to 100.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Likeness(LikenessKinds Kinds, int Longer, int Distance, int SoundDistance, int OtherTones, int Look, int Transliteration)
{
    /// <summary>Points of words alone; goods come on top (<see cref="Points"/>).</summary>
    public int Score
    {
        get
        {
            var points = Points.Of(this);
            return points.Text + points.Sound + points.Shape + points.Part;
        }
    }

    public static Likeness Between(Signs signs, int[] one, ReadOnlySpan<int> other)
    {
        using var asked = new AskedMark(signs, one);
        return asked.Compare(other);
    }

    /// <summary>How many signs may differ when the shorter mark has so many.</summary>
    internal static int Edits(int shorter) => shorter < 2 ? 0 : shorter < 5 ? 1 : 2;

    /// <summary>Two signs may be a part of another mark, of letters and digits three: “lv” is in too many words.</summary>
    internal static bool MayBePart(ReadOnlySpan<int> mark) => mark.Length >= 3 || mark.Length == 2 && mark.ContainsAnyExceptInRange(0, 127);

    /// <summary>The distance, or one more than <paramref name="most"/> where it is greater. What is equal in front and behind may always stay.</summary>
    internal static int EditsBetween(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int most)
    {
        var same = one.CommonPrefixLength(other);
        one = one[same..];
        other = other[same..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        if (one.Length == 0 || other.Length == 0)
            return Math.Min(Math.Max(one.Length, other.Length), most + 1);
        if (most == 0 || Math.Abs(one.Length - other.Length) > most)
            return most + 1;
        var best = Math.Min(EditsBetween(one[1..], other[1..], most - 1), Math.Min(EditsBetween(one[1..], other, most - 1), EditsBetween(one, other[1..], most - 1)));
        return Math.Min(best + 1, most + 1);
    }
}

/// <summary>The points of a likeness, part by part; they add up to the score, at most 1000. The weights are the project's own, not the law's.</summary>
/// <param name="Text">Up to 350: signs in common of the longer mark.</param>
/// <param name="Sound">Up to 250: syllables in common; a tenth less for a syllable of another tone; or the degree of a transliteration.</param>
/// <param name="Shape">Up to 200: how alike the signs look.</param>
/// <param name="Part">Up to 100: how much of the longer mark the shorter one is.</param>
/// <param name="Goods">100 in a similar group that was asked for, 60 in such a class.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Points(int Text, int Sound, int Shape, int Part, int Goods)
{
    public const int SameGroup = 100;
    public const int SameClass = 60;

    public int Total => Text + Sound + Shape + Part + Goods;

    internal static Points Of(Likeness l)
    {
        const LikenessKinds Sounding = LikenessKinds.SoundsSame | LikenessKinds.SoundsClose;
        var text = l.Kinds.Any(LikenessKinds.Edited | LikenessKinds.Contained | LikenessKinds.Same) ? 350 * (l.Longer - l.Distance) / l.Longer : 0;
        var sound = l.Kinds.Any(Sounding) ? (250 * (l.Longer - l.SoundDistance) - 25 * l.OtherTones) / l.Longer : 0;
        var shape = l.Kinds.Any(LikenessKinds.LooksAlike) ? 2 * l.Look / l.Longer : 0;
        var part = l.Kinds.Any(LikenessKinds.Contained) ? 100 * (l.Longer - l.Distance) / l.Longer : 0;
        return new Points(text, Math.Max(sound, 250 * l.Transliteration / 100), shape, part, 0);
    }
}
