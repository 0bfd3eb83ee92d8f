using System.Numerics;
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
        return a.Length > ShortText.Longest ? Distance(new LongText(a, stackalloc ushort[Longest]), a.Length, b, swaps)
            : swaps ? Distance(new ShortText(a), a.Length, b, swaps: true)
            : Distance(new ShortText(a), a.Length, b, swaps: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Distance<T>(T pattern, int length, ReadOnlySpan<char> b, bool swaps)
        where T : IPlaces, allows ref struct
    {
        ulong plus = ~0UL, minus = 0, last = 0, before = 0;
        var top = length - 1;
        var distance = length;
        foreach (var c in b)
        {
            var equal = pattern.Of(c);
            var zero = (((equal & plus) + plus) ^ plus) | (equal | minus);
            if (swaps)
            {
                zero |= ((~last & equal) << 1) & before;
                (last, before) = (zero, equal);
            }
            var up = minus | ~(zero | plus);
            var down = zero & plus;
            distance += (int)(up >> top & 1) - (int)(down >> top & 1);
            up = (up << 1) | 1;
            down <<= 1;
            plus = down | ~(zero | up);
            minus = up & zero;
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
        return b.Length > ShortText.Longest ? JaroWinkler(a, b, new LongText(b, stackalloc ushort[Longest])) : JaroWinkler(a, b, new ShortText(b));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double JaroWinkler<T>(ReadOnlySpan<char> a, ReadOnlySpan<char> b, T text)
        where T : IPlaces, allows ref struct
    {
        var window = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        Span<char> kept = stackalloc char[Longest];
        ulong used = 0;
        var near = Below(window + 1);
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            // without a branch: whether a character is common cannot be foretold
            var free = text.Of(a[i]) & near & ~used;
            used |= free & (~free + 1);
            kept[common] = a[i];
            common += free != 0 ? 1 : 0;
            near = (near << 1) | (i < window ? 1UL : 0);
        }
        if (common == 0)
            return 0;
        var moved = 0;
        for (var i = 0; i < common; i++)
        {
            moved += b[BitOperations.TrailingZeroCount(used)] != kept[i] ? 1 : 0;
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

    private static ulong Below(int bit) => bit <= 0 ? 0 : bit >= 64 ? ~0UL : (1UL << bit) - 1;

    /// <summary>A text of which it is asked where a character stands: a bit for each place.</summary>
    private interface IPlaces
    {
        ulong Of(char c);
    }

    /// <summary>Up to 16 characters in one register, as two halves that may overlap: so nothing beside the text is read, and nothing is copied.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct ShortText : IPlaces
    {
        public const int Longest = 16;

        private readonly Vector256<ushort> _text;
        private readonly int _half; // lanes of the first half
        private readonly int _overlap; // the place of the first lane of the second
        private readonly uint _within;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ShortText(ReadOnlySpan<char> text)
        {
            var length = text.Length;
            ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            if (length >= 8)
            {
                _half = 8;
                _text = Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)(length - 8)));
            }
            else if (length >= 4)
            {
                _half = 4;
                _text = Vector256.Create(Vector128.Create(Four(ref first), Four(ref Unsafe.Add(ref first, length - 4))), Vector128<ulong>.Zero).AsUInt16();
            }
            else
            {
                _half = length;
                ulong few = 0;
                for (var i = 0; i < length; i++)
                    few |= (ulong)text[i] << (16 * i);
                _text = Vector256.Create(few, 0, 0, 0).AsUInt16();
            }
            _overlap = length - _half;
            _within = (1U << length) - 1;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Of(char c)
        {
            var lanes = Vector256.Equals(_text, Vector256.Create((ushort)c)).ExtractMostSignificantBits();
            return ((lanes & ((1U << _half) - 1)) | (lanes >> _half << _overlap)) & _within;
        }

        private static ulong Four(ref ushort at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref at));
    }

    private readonly ref struct LongText : IPlaces
    {
        private readonly ReadOnlySpan<ushort> _text;
        private readonly ulong _within;

        public LongText(ReadOnlySpan<char> text, Span<ushort> lanes)
        {
            MemoryMarshal.Cast<char, ushort>(text).CopyTo(lanes);
            _text = lanes[..((text.Length + 15) & ~15)];
            _within = Below(text.Length);
        }

        public ulong Of(char c)
        {
            var wanted = Vector256.Create((ushort)c);
            ulong places = 0;
            for (var at = 0; at < _text.Length; at += Vector256<ushort>.Count)
                places |= (ulong)Vector256.Equals(Vector256.Create(_text[at..]), wanted).ExtractMostSignificantBits() << at;
            return places & _within;
        }
    }
}
