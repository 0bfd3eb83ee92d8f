namespace Zhijian.Entities;

/// <summary>
/// Fellegi and Sunter: how much more often a level of agreement is seen between records of one than between any two records, in bits. Learnt without
/// labels: u from random pairs, m by expectation and maximisation over the pairs of all blocking rules at once, where a rule says nothing of its own keys.
/// Weights are multiples of 2⁻¹⁰, so that sums are exact in any order.
/// </summary>
internal sealed class WeightModel
{
    private const int Rounds = 40;
    private const int RandomPairs = 300_000;
    private const double Grain = 1024;

    private readonly Records _records;
    private readonly double[][] _exact; // u of an exact agreement as it was seen, for the frequency of single values

    public WeightModel(Records records, int seed)
    {
        _records = records;
        var features = records.Features;
        M = [.. features.Select(Expected)];
        (U, _exact) = Chance(records, (ulong)seed);
        Weights = [.. features.Select(f => new double[f.Levels])];
        Learnt = new bool[features.Length];
        Weigh();
    }

    public double[][] M { get; }

    public double[][] U { get; }

    /// <summary>Per feature and level, in bits.</summary>
    public double[][] Weights { get; }

    public bool[] Learnt { get; }

    /// <summary>What is known of a pair before it is looked at, in bits.</summary>
    public double Prior { get; private set; } = -20;

    public static double Round(double bits) => Math.Round(bits * Grain) / Grain;

    public double Of(ulong pattern)
    {
        var sum = Prior;
        for (var f = 0; f < Weights.Length; f++)
            if (Records.Level(pattern, f) is >= 0 and var level)
                sum += Weights[f][level];
        return sum;
    }

    /// <summary>What an exact agreement on this very value is worth beyond one on any value: a rare name more, a phone that many share less.</summary>
    public double Rarity(int feature, int value)
    {
        var seen = Math.Max(1, _records.Frequency(feature, value));
        return Round(Math.Log2(_exact[feature][0] / ((double)seen / _records.Present[feature])));
    }

    public double Score(ulong pattern, double ofPattern, ReadOnlySpan<int> row)
    {
        for (var f = 0; f < Weights.Length; f++)
            if (Records.Level(pattern, f) == _records.Features[f].Exact)
                ofPattern += Rarity(f, row[f]);
        return ofPattern;
    }

    public void Learn(Candidates candidates, IReadOnlyList<BlockingRule> rules)
    {
        var stride = (int)Math.Max(1, candidates.Count / 400_000);
        var counts = new Dictionary<(int Pattern, int Rule), int>();
        var place = 0;
        foreach (var part in candidates.Parts)
            foreach (var c in part)
                if (place++ % stride == 0)
                    for (var bits = c.Rules; bits != 0; bits &= bits - 1)
                    {
                        var key = (c.Pattern, System.Numerics.BitOperations.TrailingZeroCount(bits));
                        counts[key] = counts.GetValueOrDefault(key) + 1;
                    }
        var seen = counts.Select(c => (Pattern: candidates.Patterns[c.Key.Pattern], c.Key.Rule, Count: c.Value)).ToArray();
        var share = Enumerable.Repeat(0.3, rules.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
            if (Step(seen, share, rules) < 1e-4)
                break;
        Weigh();
        Settle(candidates);
    }

    private double Step((ulong Pattern, int Rule, int Count)[] seen, double[] share, IReadOnlyList<BlockingRule> rules)
    {
        var features = _records.Features;
        var ratio = M.Select((m, f) => m.Select((p, l) => p / U[f][l]).ToArray()).ToArray();
        var sums = M.Select((m, f) => m.Select(p => 4 * p).ToArray()).ToArray(); // four pairs' worth of what was thought before
        var matched = new double[share.Length];
        var total = new double[share.Length];
        foreach (var (pattern, rule, count) in seen)
        {
            var odds = share[rule] / (1 - share[rule]);
            for (var f = 0; f < features.Length; f++)
                if ((rules[rule].Features >> f & 1) == 0 && Records.Level(pattern, f) is >= 0 and var level)
                    odds *= ratio[f][level];
            var p = odds / (1 + odds) * count;
            matched[rule] += p;
            total[rule] += count;
            for (var f = 0; f < features.Length; f++)
                if ((rules[rule].Features >> f & 1) == 0 && Records.Level(pattern, f) is >= 0 and var level)
                {
                    sums[f][level] += p;
                    Learnt[f] = true;
                }
        }
        var change = 0.0;
        for (var r = 0; r < share.Length; r++)
            share[r] = Math.Clamp((matched[r] + 0.5) / (total[r] + 1), 1e-4, 0.999);
        for (var f = 0; f < features.Length; f++)
        {
            var sum = sums[f].Sum();
            for (var l = 0; l < sums[f].Length; l++)
            {
                var m = Math.Max(1e-4, sums[f][l] / sum);
                change = Math.Max(change, Math.Abs(m - M[f][l]));
                M[f][l] = m;
            }
        }
        return change;
    }

    /// <summary>
    /// The prior such that it agrees with what it says of all candidates; and u of exact agreement without the pairs that are one: of numbers that only one
    /// has, nearly all that agree are.
    /// </summary>
    private void Settle(Candidates candidates)
    {
        var counts = new long[candidates.Patterns.Length];
        foreach (var part in candidates.Parts)
            foreach (var c in part)
                counts[c.Pattern]++;
        long n = _records.Count, second = _records.Table.SecondFrom;
        var all = second > 0 ? (double)second * (n - second) : n * (n - 1.0) / 2;
        var matches = Math.Max(1, n / 4.0);
        for (var round = 0; round < 30; round++)
        {
            Prior = Round(Math.Log2(matches / all));
            var (before, now) = (matches, 0.0);
            var exact = new double[M.Length];
            for (var p = 0; p < counts.Length; p++)
            {
                var odds = Math.Pow(2, Of(candidates.Patterns[p]));
                var expected = counts[p] * odds / (1 + odds);
                now += expected;
                for (var f = 0; f < exact.Length; f++)
                    if (Records.Level(candidates.Patterns[p], f) == _records.Features[f].Exact)
                        exact[f] += expected;
            }
            matches = Math.Max(1, now);
            for (var f = 0; f < exact.Length; f++)
            {
                var pairs = _exact[f][0] * all * Math.Pow((double)_records.Present[f] / n, 2);
                U[f][_records.Features[f].Exact] = Math.Max(_exact[f][0] / 64, _exact[f][0] * Math.Max(0, 1 - exact[f] / Math.Max(1, pairs)));
            }
            Weigh();
            if (Math.Abs(before - matches) < 1e-3 * matches)
                break;
        }
        Prior = Round(Math.Log2(matches / all));
    }

    private void Weigh()
    {
        for (var f = 0; f < M.Length; f++)
            for (var l = 0; l < M[f].Length; l++)
                Weights[f][l] = Round(Math.Log2(M[f][l] / U[f][l]));
    }

    /// <summary>Before anything is learnt: most records of one agree, the rest less and less.</summary>
    private static double[] Expected(Feature feature)
    {
        var m = new double[feature.Levels];
        for (var l = 0; l <= feature.Exact; l++)
            m[l] = l == feature.Exact ? 0.7 : 0.2 / feature.Exact;
        m[0] += 0.05;
        if (feature.Levels > feature.Exact + 1)
            m[feature.Moved] = 0.01;
        var sum = m.Sum();
        return [.. m.Select(p => p / sum)];
    }

    private static (double[][] U, double[][] Exact) Chance(Records records, ulong seed)
    {
        var features = records.Features;
        int n = records.Count, second = records.Table.SecondFrom;
        const int chunks = 32;
        var counted = new long[chunks][][];
        Parallel.For(0, chunks, chunk =>
        {
            var counts = features.Select(f => new long[f.Levels]).ToArray();
            var state = TextPool.Mix(seed * 1000 + (ulong)chunk + 1);
            int Next(int from, int to) => from + (int)((state = TextPool.Mix(state + 0x9E3779B97F4A7C15UL)) % (ulong)(to - from));

            for (var k = 0; k < RandomPairs / chunks; k++)
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
        var exact = features.Select((_, f) => new[] { ExactChance(records, f) }).ToArray();
        var u = features.Select((feature, f) =>
        {
            var sums = Enumerable.Range(0, feature.Levels).Select(l => counted.Sum(c => (double)c[f][l]) + 0.5).ToArray();
            sums[feature.Exact] = 0;
            var rest = sums.Sum();
            return sums.Select((s, l) => l == feature.Exact ? exact[f][0] : s / rest * (1 - exact[f][0])).ToArray();
        }).ToArray();
        return (u, exact);
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
