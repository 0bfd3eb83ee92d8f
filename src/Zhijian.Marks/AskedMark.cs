using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace Zhijian.Marks;

/// <summary>
/// A mark that many are compared with. At which of its first eight places a sign sounds or looks alike is looked up once for every sign, so that a
/// comparison reads one small table. Any thread may compare.
/// </summary>
internal sealed class AskedMark : IDisposable
{
    private const int Places = 8;

    private static readonly ConcurrentBag<ushort[]> Free = [];

    private readonly Signs _table;
    private readonly int[] _signs;
    private readonly ushort[] _alike = Free.TryTake(out var free) ? free : new ushort[Marks.Signs.Most]; // by sign: the places where it sounds alike, above them those where it looks alike
    private readonly Vector256<int> _first; // signs, for the distance of Myers
    private readonly bool _isPart;
    private readonly bool _isLatin;
    private readonly bool _isHan;

    public AskedMark(Signs table, int[] signs)
    {
        (_table, _signs) = (table, signs);
        (_isPart, _isLatin, _isHan) = (Likeness.MayBePart(signs), Transliteration.IsLatin(signs), Transliteration.IsHan(table, signs));
        Span<int> first = stackalloc int[Places];
        first.Fill(-1); // is no sign
        signs.AsSpan(0, Math.Min(Places, signs.Length)).CopyTo(first);
        _first = Vector256.Create<int>(first);
        for (var at = 0; at < Math.Min(Places, signs.Length); at++)
        {
            foreach (var sign in table.SoundingLike(signs[at]))
                _alike[sign] |= (ushort)(1 << at);
            foreach (var sign in table.Like(signs[at]))
                _alike[sign] |= (ushort)(1 << at + Places);
        }
    }

    public int[] Signs => _signs;

    /// <summary>How like the text is to this mark: the same as the other way round.</summary>
    public Likeness Compare(ReadOnlySpan<int> text)
    {
        var signs = _signs.AsSpan();
        var (shorter, longer) = (Math.Min(signs.Length, text.Length), Math.Max(signs.Length, text.Length));
        if (shorter == 0)
            return default;
        var kinds = LikenessKinds.None;
        var (distance, sound, tones, look, apart) = (0, 0, 0, 0, longer - shorter);
        var front = 0;
        while (front < shorter && signs[front] == text[front])
            front++;
        var back = 0;
        while (back < shorter - front && signs[^(back + 1)] == text[^(back + 1)])
            back++;
        if (apart == 0 && front == shorter)
            return new Likeness(LikenessKinds.Same | LikenessKinds.Contained | LikenessKinds.SoundsSame | LikenessKinds.LooksAlike, longer, 0, 0, 0, 100 * longer, 0);
        var edits = Likeness.Edits(shorter);
        if (apart <= edits && Edits(text, longer - front - back, edits) is var d && d <= edits)
            (kinds, distance) = (LikenessKinds.Edited, d);
        if (apart > 0 && (text.Length > signs.Length ? _isPart && text.IndexOf(signs) >= 0 : Likeness.MayBePart(text) && signs.IndexOf(text) >= 0))
            (kinds, distance) = (kinds | LikenessKinds.Contained, apart);
        var most = Math.Min(edits, 1);
        if (apart <= most)
        {
            while (front < shorter - back && SoundAlike(front, text[front]))
                front++;
            while (back < shorter - front && SoundAlike(signs.Length - back - 1, text[^(back + 1)]))
                back++;
            sound = longer - front - back; // one difference is one sign on the one side, or one on each
            if (sound == 0)
                (kinds, tones) = (kinds | LikenessKinds.SoundsSame, OtherTonesOf(text));
            else if (sound <= most)
                kinds |= LikenessKinds.SoundsClose;
            else
                sound = 0;
        }
        if (apart == 0 && (look = Looks(text)) > 0)
            kinds |= LikenessKinds.LooksAlike;
        var mayBePut = _isLatin ? Transliteration.IsHan(_table, text) : _isHan && Transliteration.IsLatin(text);
        var transliteration = mayBePut ? Transliteration.Best(Transliteration.Of(_table, _signs), Transliteration.Of(_table, text)) : 0;
        if (transliteration > 0)
            kinds |= LikenessKinds.Transliterated;
        return kinds == LikenessKinds.None ? default : new Likeness(kinds, longer, distance, sound, tones, look, transliteration);
    }

    public void Dispose()
    {
        foreach (var asked in _signs.AsSpan(0, Math.Min(Places, _signs.Length)))
        {
            foreach (var sign in _table.SoundingLike(asked))
                _alike[sign] = 0;
            foreach (var sign in _table.Like(asked))
                _alike[sign] = 0;
        }
        Free.Add(_alike);
    }

    /// <summary>The distance, or more than <paramref name="most"/>.</summary>
    /// <param name="rest">Signs of the longer one between the equal ones in front and behind.</param>
    private int Edits(ReadOnlySpan<int> text, int rest, int most)
    {
        if (rest <= 1 || rest == Math.Abs(text.Length - _signs.Length)) // nothing is left of the shorter one
            return rest;
        if (most < 2)
            return most + 1;
        return _signs.Length <= Places ? Distance(text) : Likeness.EditsBetween(_signs, text, most);
    }

    /// <summary>The bit-parallel edit distance of Myers.</summary>
    private int Distance(ReadOnlySpan<int> text)
    {
        uint plus = ~0u, minus = 0;
        var (distance, last) = (_signs.Length, _signs.Length - 1);
        foreach (var sign in text)
        {
            var equal = Vector256.Equals(_first, Vector256.Create(sign)).ExtractMostSignificantBits();
            var zero = (((equal & plus) + plus) ^ plus) | equal | minus;
            var up = minus | ~(zero | plus);
            var down = zero & plus;
            distance += (int)(up >> last & 1) - (int)(down >> last & 1);
            up = (up << 1) | 1;
            plus = (down << 1) | ~(zero | up);
            minus = up & zero;
        }
        return distance;
    }

    private bool SoundAlike(int at, int sign) =>
        _signs[at] == sign || (at < Places ? sign < Marks.Signs.Most && (_alike[sign] >> at & 1) != 0 : _table.SoundAlike(_signs[at], sign));

    private bool LookAlike(int at, int sign) =>
        _signs[at] == sign || (at < Places ? sign < Marks.Signs.Most && (_alike[sign] >> at + Places & 1) != 0 : _table.LookAlike(_signs[at], sign) > 0);

    private int OtherTonesOf(ReadOnlySpan<int> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            if (_signs[i] != text[i] && _table.Tone(_signs[i]) is > 0 and var a && _table.Tone(text[i]) is > 0 and var b && a != b)
                count++;
        return count;
    }

    /// <summary>0 where some sign does not look like the one at its place.</summary>
    private int Looks(ReadOnlySpan<int> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!LookAlike(i, text[i]))
                return 0;
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
            sum += _table.LookAlike(_signs[i], text[i]);
        return sum;
    }
}
