using System.Numerics;

namespace Zhijian.Entities;

/// <summary>Which pairs are looked at: those that agree in all keys of the rule. What the rule brings is counted before it is used.</summary>
internal sealed class BlockingRule(IReadOnlyList<Atom> atoms)
{
    /// <summary>A larger block says little of its records; who belongs together there is found by another rule.</summary>
    public const int LargestBlock = 400;

    public const uint Start = 2166136261;

    public IReadOnlyList<Atom> Atoms => atoms;

    public string Name => string.Join(" + ", atoms.Select(a => a.What));

    /// <summary>The features of its keys: nothing is learnt of them from pairs of this rule.</summary>
    public uint Features { get; } = atoms.Aggregate(0u, (bits, a) => bits | (1u << a.Feature));

    public uint[] Keys { get; private set; } = [];

    public int[] Order { get; private set; } = [];

    public uint[] Sorted { get; private set; } = [];

    /// <summary>Pairs in blocks that are kept.</summary>
    public long Pairs { get; private set; }

    public long PairsLeftOut { get; private set; }

    public int BlocksLeftOut { get; private set; }

    public uint Key(Feature[] features, int[] row) => Combined(atoms, a => a.Key(features[a.Feature].Set, row[a.Feature]));

    /// <summary>0 where one of the parts is missing.</summary>
    public static uint Combined<T>(IReadOnlyList<T> parts, Func<T, uint> keyOf)
    {
        var key = Start;
        foreach (var part in parts)
        {
            if (keyOf(part) is not (> 0 and var own))
                return 0;
            key = Combine(key, own);
        }
        return key | 1;
    }

    public static uint Combine(uint key, uint part) => BitOperations.RotateLeft(key ^ part, 13) * 0x9E3779B1u;

    /// <summary>Keys of all records; 0 where a block has one record or too many.</summary>
    /// <param name="oneIn">Only this share of the blocks, for a first look.</param>
    public void Group(Records records, Func<Atom, uint[]> keysOf, uint oneIn = 1)
    {
        var of = atoms.Select(a => (a.Feature, Keys: keysOf(a))).ToArray();
        var keys = new uint[records.Count];
        Parallel.For(0, (keys.Length + 65535) / 65536, chunk =>
        {
            for (var i = chunk * 65536; i < Math.Min(keys.Length, chunk * 65536 + 65536); i++)
            {
                var row = records.Row(i);
                var key = Start;
                foreach (var (feature, parts) in of)
                {
                    var part = row[feature] >= 0 ? parts[row[feature]] : 0;
                    key = part == 0 ? 0 : Combine(key, part);
                    if (part == 0)
                        break;
                }
                keys[i] = key == 0 || (oneIn > 1 && (key >> 8) % oneIn != 0) ? 0 : key | 1;
            }
        });
        (Order, Sorted) = Grouping.Sort(keys);
        var second = records.Table.SecondFrom;
        var kept = 0;
        for (int start = 0, end; start < Sorted.Length; start = end)
        {
            end = Grouping.End(Sorted, start);
            var pairs = Volume(Order.AsSpan(start, end - start), second);
            if (pairs > 0 && end - start <= LargestBlock)
            {
                Pairs += pairs;
                for (var i = start; i < end; i++)
                    (Order[kept], Sorted[kept++]) = (Order[i], Sorted[i]);
                continue;
            }
            if (pairs > 0)
                (PairsLeftOut, BlocksLeftOut) = (PairsLeftOut + pairs, BlocksLeftOut + 1);
            for (var i = start; i < end; i++)
                keys[Order[i]] = 0;
        }
        (Order, Sorted) = (Order[..kept], Sorted[..kept]);
        Keys = keys;
    }

    public void Drop() => (Keys, Order, Sorted) = ([], [], []);

    private static long Volume(ReadOnlySpan<int> block, int second)
    {
        long n = block.Length;
        if (second == 0)
            return n * (n - 1) / 2;
        long first = 0;
        foreach (var record in block)
            if (record < second)
                first++;
        return first * (n - first);
    }
}
