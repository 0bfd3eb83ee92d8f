namespace Zhijian.Entities;

/// <summary>Puts records with equal keys beside each other by radix sort: O(n), and the records of a block stay in their order.</summary>
internal static class Grouping
{
    private const int Bits = 11;
    private const int Many = 1 << 16; // from so many on two threads are faster

    /// <param name="keys">A key a record; records with 0 are left out.</param>
    /// <returns>Records by key, and the sorted keys.</returns>
    public static (int[] Records, uint[] Keys) Sort(ReadOnlySpan<uint> keys)
    {
        var (count, low) = (0, 0);
        foreach (var key in keys)
            if (key != 0)
            {
                count++;
                low += (int)(~key >> 31);
            }
        var (records, sorted) = (new int[count], new uint[count]);
        if (count < Many)
        {
            Take(keys, 0, uint.MaxValue, records, sorted);
            Sort(records, sorted);
            return (records, sorted);
        }
        // the smaller keys and the larger ones each on a thread of its own: the same order as all at once
        Take(keys, 0, int.MaxValue, records, sorted);
        Take(keys, 1U << 31, uint.MaxValue, records.AsSpan(low), sorted.AsSpan(low));
        Parallel.Invoke(() => Sort(records.AsSpan(0, low), sorted.AsSpan(0, low)), () => Sort(records.AsSpan(low), sorted.AsSpan(low)));
        return (records, sorted);
    }

    private static void Take(ReadOnlySpan<uint> keys, uint least, uint most, Span<int> records, Span<uint> sorted)
    {
        var at = 0;
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] != 0 && keys[i] >= least && keys[i] <= most)
                (records[at], sorted[at++]) = (i, keys[i]);
    }

    private static void Sort(Span<int> records, Span<uint> keys)
    {
        var count = records.Length;
        Span<int> from = records, to = new int[count];
        Span<uint> fromKeys = keys, toKeys = new uint[count];
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
            var done = to;
            var doneKeys = toKeys;
            to = from;
            toKeys = fromKeys;
            from = done;
            fromKeys = doneKeys;
        }
        from.CopyTo(records); // three turns: they ended in the other arrays
        fromKeys.CopyTo(keys);
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
