namespace Zhijian.Entities;

/// <summary>Puts records with equal keys beside each other by radix sort: O(n), and the records of a block stay in their order.</summary>
internal static class Grouping
{
    private const int Bits = 11;

    /// <param name="keys">A key a record; records with 0 are left out.</param>
    /// <returns>Records by key, and the sorted keys.</returns>
    public static (int[] Records, uint[] Keys) Sort(ReadOnlySpan<uint> keys)
    {
        var count = 0;
        foreach (var key in keys)
            if (key != 0)
                count++;
        var (from, fromKeys, to, toKeys) = (new int[count], new uint[count], new int[count], new uint[count]);
        var at = 0;
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] != 0)
                (from[at], fromKeys[at++]) = (i, keys[i]);
        Span<int> starts = stackalloc int[1 << Bits];
        for (var shift = 0; shift < 32; shift += Bits)
        {
            starts.Clear();
            foreach (var key in fromKeys)
                starts[(int)(key >> shift) & ((1 << Bits) - 1)]++;
            var sum = 0;
            for (var d = 0; d < starts.Length; d++)
                (starts[d], sum) = (sum, sum + starts[d]);
            for (var i = 0; i < count; i++)
            {
                var place = starts[(int)(fromKeys[i] >> shift) & ((1 << Bits) - 1)]++;
                (to[place], toKeys[place]) = (from[i], fromKeys[i]);
            }
            (from, fromKeys, to, toKeys) = (to, toKeys, from, fromKeys);
        }
        return (from, fromKeys);
    }

    /// <summary>Where the block that begins there ends.</summary>
    public static int End(ReadOnlySpan<uint> keys, int start)
    {
        var end = start + 1;
        while (end < keys.Length && keys[end] == keys[start])
            end++;
        return end;
    }
}
