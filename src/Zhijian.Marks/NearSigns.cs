using System.Runtime.Intrinsics;

namespace Zhijian.Marks;

/// <summary>
/// Whether texts are within some edits of a query: what a trie brings is mostly not, and a comparison here is a few dozen steps. The same answer as
/// <see cref="Likeness.EditsBetween"/>, by the bit-parallel distance of Myers where the query has no more than eight signs.
/// </summary>
internal sealed class NearSigns
{
    private readonly int[] _query;
    private readonly Vector256<int> _signs;
    private readonly int _most;

    public NearSigns(int[] query, int most)
    {
        _query = query;
        _most = most;
        Span<int> signs = stackalloc int[Vector256<int>.Count];
        signs.Fill(-1); // is no sign
        if (query.Length <= signs.Length)
            query.CopyTo(signs);
        _signs = Vector256.Create<int>(signs);
    }

    public bool Has(ReadOnlySpan<int> text)
    {
        if (Math.Abs(text.Length - _query.Length) > _most)
            return false;
        if (_query.Length > Vector256<int>.Count)
            return Likeness.EditsBetween(_query, text, _most) <= _most;
        uint plus = ~0u, minus = 0;
        var (distance, last) = (_query.Length, _query.Length - 1);
        foreach (var sign in text)
        {
            var equal = Vector256.Equals(_signs, Vector256.Create(sign)).ExtractMostSignificantBits();
            var zero = (((equal & plus) + plus) ^ plus) | equal | minus;
            var up = minus | ~(zero | plus);
            var down = zero & plus;
            distance += (int)(up >> last & 1) - (int)(down >> last & 1);
            up = (up << 1) | 1;
            plus = (down << 1) | ~(zero | up);
            minus = up & zero;
        }
        return distance <= _most;
    }
}
