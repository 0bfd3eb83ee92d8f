namespace Zhijian.Marks;

/// <summary>How alike other spellings are to this one: the bit-parallel edit distance of Myers, O(letters of the other) for one of up to 64 letters.</summary>
internal sealed class LettersAlike
{
    private const int Most = 64;

    private readonly ulong[] _places = new ulong[128]; // where each letter stands
    private readonly int _length;

    public LettersAlike(string letters)
    {
        _length = Math.Min(letters.Length, Most);
        for (var i = 0; i < _length; i++)
            _places[letters[i] & 127] |= 1UL << i;
    }

    /// <summary>Letters in common of the longer one, of 100.</summary>
    public int Degree(ReadOnlySpan<char> other)
    {
        ulong plus = ~0UL, minus = 0;
        var distance = _length;
        foreach (var letter in other)
        {
            var equal = _places[letter & 127];
            var zero = (((equal & plus) + plus) ^ plus) | equal | minus;
            var up = minus | ~(zero | plus);
            var down = zero & plus;
            distance += (int)(up >> (_length - 1) & 1) - (int)(down >> (_length - 1) & 1);
            up = (up << 1) | 1;
            plus = (down << 1) | ~(zero | up);
            minus = up & zero;
        }
        var longer = Math.Max(_length, other.Length);
        return 100 * (longer - distance) / longer;
    }
}
