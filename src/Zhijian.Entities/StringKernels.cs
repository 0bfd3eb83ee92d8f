using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhijian.Entities;

/// <summary>
/// How far apart two short texts are: bit-parallel edit distance (Myers; Hyyrö for neighbours that changed places) and Jaro-Winkler. The places at which a
/// character stands in a text are found by one vector comparison of 16 characters, so an alphabet of any size costs the same.
/// </summary>
public static class StringKernels
{
    /// <summary>Longer texts are compared by their first characters.</summary>
    public const int Longest = 64;

    private const int Lane = 16;

    /// <summary>Insertions, deletions and substitutions; O(length) for texts of up to 16 characters.</summary>
    public static int Levenshtein(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Distance(a, b, swaps: false);

    /// <summary>The same, and two neighbours that changed places count as one edit.</summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Distance(a, b, swaps: true);

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool swaps)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }
        a = Cut(a);
        b = Cut(b);
        if (a.IsEmpty)
            return b.Length;
        Span<ushort> lanes = stackalloc ushort[a.Length <= Lane ? Lane : Longest];
        var pattern = Fill(lanes, a);
        ulong plus = ~0UL, minus = 0, last = 0, before = 0;
        var top = 1UL << (a.Length - 1);
        var distance = a.Length;
        foreach (var c in b)
        {
            var equal = Places(pattern, a.Length, c);
            var zero = (((equal & plus) + plus) ^ plus) | equal | minus;
            if (swaps)
                zero |= ((~last & equal) << 1) & before;
            var up = minus | ~(zero | plus);
            var down = zero & plus;
            if ((up & top) != 0)
                distance++;
            else if ((down & top) != 0)
                distance--;
            up = (up << 1) | 1;
            down <<= 1;
            plus = down | ~(zero | up);
            minus = up & zero;
            (last, before) = (zero, equal);
        }
        return distance;
    }

    /// <summary>1 for the same text, 0 for nothing in common; a common beginning counts more.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = Cut(a);
        b = Cut(b);
        if (a.IsEmpty || b.IsEmpty)
            return a.Length == b.Length ? 1 : 0;
        Span<ushort> lanes = stackalloc ushort[b.Length <= Lane ? Lane : Longest];
        var text = Fill(lanes, b);
        var window = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        Span<char> kept = stackalloc char[a.Length <= Lane ? Lane : Longest];
        ulong used = 0;
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var near = Below(i + window + 1) & ~Below(i - window);
            var free = Places(text, b.Length, a[i]) & near & ~used;
            if (free == 0)
                continue;
            used |= free & (~free + 1);
            kept[common++] = a[i];
        }
        if (common == 0)
            return 0;
        var moved = 0;
        for (var i = 0; i < common; i++)
        {
            if (b[System.Numerics.BitOperations.TrailingZeroCount(used)] != kept[i])
                moved++;
            used &= used - 1;
        }
        double m = common;
        var jaro = (m / a.Length + m / b.Length + (m - moved / 2) / m) / 3;
        var most = Math.Min(4, Math.Min(a.Length, b.Length));
        var prefix = 0;
        while (prefix < most && a[prefix] == b[prefix])
            prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /// <summary>The characters of a text as 64 bits: two texts whose bits differ in more than 2 k places are more than k edits apart.</summary>
    public static ulong Mask(ReadOnlySpan<char> text)
    {
        ulong mask = 0;
        foreach (var c in text)
            mask |= 1UL << (int)((c * 0x9E3779B1u) >> 26);
        return mask;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text) => text.Length > Longest ? text[..Longest] : text;

    private static ReadOnlySpan<ushort> Fill(Span<ushort> lanes, ReadOnlySpan<char> text)
    {
        MemoryMarshal.Cast<char, ushort>(text).CopyTo(lanes);
        return lanes[..((text.Length + Lane - 1) / Lane * Lane)];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Places(ReadOnlySpan<ushort> text, int length, char c)
    {
        var wanted = Vector256.Create((ushort)c);
        ref var start = ref MemoryMarshal.GetReference(text);
        ulong places = Vector256.Equals(Vector256.LoadUnsafe(ref start), wanted).ExtractMostSignificantBits();
        if (text.Length == Lane)
            return places & Below(length);
        for (var at = Lane; at < text.Length; at += Lane)
            places |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), wanted).ExtractMostSignificantBits() << at;
        return places & Below(length);
    }

    private static ulong Below(int bit) => bit <= 0 ? 0 : bit >= 64 ? ~0UL : (1UL << bit) - 1;
}
