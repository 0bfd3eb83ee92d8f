namespace Zhijian.Marks;

/// <summary>Texts of signs, one after the other in one array: text i is from <c>Starts[i]</c> to <c>Starts[i + 1]</c>.</summary>
internal sealed record SignTexts(int[] All, uint[] Starts)
{
    public int Count => Starts.Length - 1;

    public ReadOnlySpan<int> this[uint text] => All.AsSpan((int)Starts[text], (int)(Starts[text + 1] - Starts[text]));

    /// <summary>The same texts sign by sign in another form.</summary>
    public SignTexts Map(Func<int, int> form) => new(Array.ConvertAll(All, s => form(s)), Starts);

    public SignTexts Reversed()
    {
        var all = (int[])All.Clone();
        for (var i = 0; i < Count; i++)
            Array.Reverse(all, (int)Starts[i], (int)(Starts[i + 1] - Starts[i]));
        return new SignTexts(all, Starts);
    }
}

/// <summary>Sorts texts of signs: the first three signs as one number, the rest only among those that share them.</summary>
internal static class SignSort
{
    public const int Packed = 3;

    /// <summary>The first three signs in 21 bits each: the order of these numbers is the order of what they begin.</summary>
    public static ulong Key(ReadOnlySpan<int> signs)
    {
        var key = 0UL;
        for (var i = 0; i < Packed; i++)
            key = key << 21 | (i < signs.Length ? (uint)signs[i] + 1 : 0u);
        return key;
    }

    /// <summary>Sorts what <paramref name="signs"/> gives for each item; equal ones by their number. O(n log n).</summary>
    public static void Sort(ulong[] keys, uint[] items, SignsOf signs)
    {
        Array.Sort(keys, items);
        var order = Comparer<uint>.Create((a, b) =>
        {
            var x = signs(a);
            var y = signs(b);
            var rest = x.Length > Packed && y.Length > Packed ? x[Packed..].SequenceCompareTo(y[Packed..]) : x.Length.CompareTo(y.Length);
            return rest != 0 ? rest : a.CompareTo(b);
        });
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++)
            {
            }
            if (to - from > 1)
                if ((keys[from] & 0x1FFFFF) == 0)
                    Array.Sort(items, from, to - from); // shorter than three signs: equal
                else
                    Array.Sort(items, from, to - from, order);
        }
    }

    public static uint[] Order(SignTexts texts, IReadOnlyList<uint>? only = null)
    {
        var items = only is null ? Enumerable.Range(0, texts.Count).Select(i => (uint)i).ToArray() : [.. only];
        var keys = new ulong[items.Length];
        for (var i = 0; i < items.Length; i++)
            keys[i] = Key(texts[items[i]]);
        Sort(keys, items, i => texts[i]);
        return items;
    }

    public delegate ReadOnlySpan<int> SignsOf(uint item);
}
