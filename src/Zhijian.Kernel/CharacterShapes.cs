using System.Text;

namespace Zhijian.Kernel;

/// <summary>Which characters look alike, in hundredths: 日 and 曰, 己 and 已, 清 and 请. Works on folded characters.</summary>
public sealed class CharacterShapes
{
    public static readonly CharacterShapes None = new([]);

    private readonly Dictionary<int, Dictionary<int, int>> _like = [];

    /// <param name="pairs">Two characters and how alike they look, 1 to 99. Of two degrees for one pair the higher counts.</param>
    public CharacterShapes(IEnumerable<(Rune One, Rune Other, int Degree)> pairs)
    {
        foreach (var (one, other, degree) in pairs)
            if (one != other)
            {
                Add(one.Value, other.Value, degree);
                Add(other.Value, one.Value, degree);
            }
    }

    /// <summary>The characters that look like this one, with the degree.</summary>
    public IReadOnlyDictionary<int, int> Like(int character) => _like.GetValueOrDefault(character) ?? Nothing;

    /// <summary>All characters that look like another one.</summary>
    public IEnumerable<int> Known => _like.Keys;

    private static readonly Dictionary<int, int> Nothing = [];

    private void Add(int one, int other, int degree)
    {
        if (!_like.TryGetValue(one, out var like))
            _like[one] = like = [];
        like[other] = Math.Max(degree, like.GetValueOrDefault(other));
    }
}
