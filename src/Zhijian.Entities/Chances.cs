namespace Zhijian.Entities;

/// <summary>How often two records that have nothing to do with each other agree, by feature and level; exact agreement as it was counted.</summary>
internal sealed record Chances(double[][] U, double[] Exact)
{
    public static Chances Of(Records records, ulong seed)
    {
        var features = records.Features;
        int n = records.Count, second = records.Table.SecondFrom;
        const int chunks = 32;
        var pairs = Math.Clamp(20 * n, 40_000, 120_000);
        var counted = new long[chunks][][];
        Parallel.For(0, chunks, chunk =>
        {
            var counts = features.Select(f => new long[f.Levels]).ToArray();
            var state = TextPool.Mix(seed * 1000 + (ulong)chunk + 1);
            int Next(int from, int to) => from + (int)((state = TextPool.Mix(state + 0x9E3779B97F4A7C15UL)) % (ulong)(to - from));

            for (var k = 0; k < pairs / chunks; k++)
            {
                var (i, j) = second > 0 ? (Next(0, second), Next(second, n)) : (Next(0, n), Next(0, n));
                if (i == j)
                    continue;
                var pattern = records.Pattern(i, j);
                for (var f = 0; f < features.Length; f++)
                    if (Records.Level(pattern, f) is >= 0 and var level)
                        counts[f][level]++;
            }
            counted[chunk] = counts;
        });
        var exact = features.Select((_, f) => ExactChance(records, f)).ToArray();
        var u = features.Select((feature, f) =>
        {
            var sums = Enumerable.Range(0, feature.Levels).Select(l => counted.Sum(c => (double)c[f][l]) + 0.5).ToArray();
            sums[feature.Exact] = 0;
            var rest = sums.Sum();
            return sums.Select((s, l) => l == feature.Exact ? exact[f] : s / rest * (1 - exact[f])).ToArray();
        }).ToArray();
        return new Chances(u, exact);
    }

    /// <summary>How often two records agree exactly by chance, counted and not sampled: for numbers it is far too rare to be sampled.</summary>
    private static double ExactChance(Records records, int feature)
    {
        double pairs = 0, n = Math.Max(2, records.Present[feature]);
        foreach (double count in records.Frequencies(feature))
            pairs += count * (count - 1);
        return Math.Clamp(pairs / (n * (n - 1)), 0.5 / (n * n), 0.999);
    }
}
