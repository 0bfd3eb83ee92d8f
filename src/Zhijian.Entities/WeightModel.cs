using System.Numerics;
using System.Runtime.InteropServices;

namespace Zhijian.Entities;

/// <summary>
/// Fellegi and Sunter: how much more often a level of agreement is seen between records of one than between any two records, in bits. Learnt without
/// labels: u from random pairs, m by expectation and maximisation over the pairs of all blocking rules at once, where a rule says nothing of its own keys.
/// Weights are multiples of 2⁻¹⁰, so that sums are exact in any order.
/// </summary>
internal sealed class WeightModel
{
    private const int Rounds = 40;
        private const double Grain = 1024;

    private readonly Records _records;
    private readonly double[] _exact; // u of an exact agreement as it was seen, for the frequency of single values

    private readonly double[][] _rarity; // of values that few have, which most are

    public WeightModel(Records records, Chances chances)
    {
        _records = records;
        var features = records.Features;
        M = [.. features.Select(Expected)];
        U = [.. chances.U.Select(u => u.ToArray())];
        _exact = chances.Exact;
        Weights = [.. features.Select(f => new double[f.Levels])];
        Learnt = new bool[features.Length];
        _rarity = [.. features.Select((_, f) => Enumerable.Range(0, 256).Select(n => RarityOf(f, Math.Max(1, n))).ToArray())];
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
        return seen < _rarity[feature].Length ? _rarity[feature][seen] : RarityOf(feature, seen);
    }

    private double RarityOf(int feature, int seen) => Round(Math.Log2(_exact[feature] / ((double)seen / Math.Max(1, _records.Present[feature]))));

    public double Score(ulong pattern, double ofPattern, ReadOnlySpan<int> row)
    {
        for (var f = 0; f < Weights.Length; f++)
            if (Records.Level(pattern, f) == _records.Features[f].Exact)
                ofPattern += Rarity(f, row[f]);
        return ofPattern;
    }

    public void Learn(Candidates candidates, IReadOnlyList<BlockingRule> rules, int sample = 300_000)
    {
        var features = _records.Features;
        var hidden = rules.Select(r => Enumerable.Range(0, features.Length).Where(f => (r.Features >> f & 1) != 0).Aggregate(0UL, (bits, f) => bits | 7UL << (3 * f))).ToArray();
        var stride = (int)Math.Max(1, candidates.Count / sample);
        var sampled = new Dictionary<(int Pattern, int Rules), int>();
        var place = 0;
        foreach (var part in candidates.Parts)
        {
            var at = (stride - place % stride) % stride;
            place += part.Length;
            for (; at < part.Length; at += stride)
                CollectionsMarshal.GetValueRefOrAddDefault(sampled, (part[at].Pattern, part[at].Rules), out _)++;
        }
        var counts = new Dictionary<(ulong Pattern, int Rule), int>();
        foreach (var ((pattern, of), count) in sampled)
            for (var bits = of; bits != 0; bits &= bits - 1)
            {
                var rule = BitOperations.TrailingZeroCount(bits);
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (candidates.Patterns[pattern] & ~hidden[rule], rule), out _) += count;
            }
        // a pattern as places in one flat list of levels; the last place stands for what is missing
        var from = new int[features.Length];
        for (var f = 1; f < from.Length; f++)
            from[f] = from[f - 1] + M[f - 1].Length;
        var levels = from[^1] + M[^1].Length;
        var places = new short[counts.Count * features.Length];
        var seen = new (int Rule, int Count)[counts.Count];
        var next = 0;
        foreach (var (key, count) in counts)
        {
            for (var f = 0; f < features.Length; f++)
            {
                var level = Records.Level(key.Pattern, f);
                places[next * features.Length + f] = (short)(level < 0 ? levels : from[f] + level);
                Learnt[f] |= level >= 0;
            }
            seen[next++] = (key.Rule, count);
        }
        var share = Enumerable.Repeat(0.3, rules.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
            if (Step(seen, places, levels, share) < 1e-3)
                break;
        Weigh();
        Settle(candidates);
    }

    private double Step((int Rule, int Count)[] seen, short[] places, int levels, double[] share)
    {
        var width = M.Length;
        var ratio = new double[levels + 1];
        var sums = new double[levels + 1];
        ratio[levels] = 1;
        var at = 0;
        for (var f = 0; f < width; f++)
            for (var l = 0; l < M[f].Length; l++, at++)
                (ratio[at], sums[at]) = (M[f][l] / U[f][l], 4 * M[f][l]); // four pairs’ worth of what was thought before
        var matched = new double[share.Length];
        var total = new double[share.Length];
        for (var s = 0; s < seen.Length; s++)
        {
            var (rule, count) = seen[s];
            var levelsOf = places.AsSpan(s * width, width);
            var odds = share[rule] / (1 - share[rule]);
            foreach (var place in levelsOf)
                odds *= ratio[place];
            var p = odds < 1e300 ? odds / (1 + odds) * count : count;
            matched[rule] += p;
            total[rule] += count;
            foreach (var place in levelsOf)
                sums[place] += p;
        }
        var change = 0.0;
        for (var r = 0; r < share.Length; r++)
            share[r] = Math.Clamp((matched[r] + 0.5) / (total[r] + 1), 1e-4, 0.999);
        at = 0;
        for (var f = 0; f < width; f++)
        {
            if (_records.Features[f].How == Comparing.Branch)
            {
                at += M[f].Length; // that a branch is not its head office is known, and not learnt
                continue;
            }
            var sum = sums.AsSpan(at, M[f].Length).ToArray().Sum();
            for (var l = 0; l < M[f].Length; l++, at++)
            {
                var m = Math.Max(1e-4, sums[at] / sum);
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
                var bits = Of(candidates.Patterns[p]);
                if (bits < -20)
                    continue;
                var odds = Math.Pow(2, Math.Min(bits, 100));
                var expected = counts[p] * odds / (1 + odds);
                now += expected;
                for (var f = 0; f < exact.Length; f++)
                    if (Records.Level(candidates.Patterns[p], f) == _records.Features[f].Exact)
                        exact[f] += expected;
            }
            matches = Math.Max(1, now);
            for (var f = 0; f < exact.Length; f++)
            {
                var pairs = _exact[f] * all * Math.Pow((double)_records.Present[f] / n, 2);
                U[f][_records.Features[f].Exact] = Math.Max(_exact[f] / 64, _exact[f] * Math.Max(0, 1 - exact[f] / Math.Max(1, pairs)));
            }
            Weigh();
            if (Math.Abs(before - matches) < 1e-2 * matches)
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
        if (feature.How == Comparing.Branch)
            return [1e-6, 1 - 1e-6];
        var m = new double[feature.Levels];
        for (var l = 0; l <= feature.Exact; l++)
            m[l] = l == feature.Exact ? 0.7 : 0.2 / feature.Exact;
        m[0] += 0.05;
        if (feature.Levels > feature.Exact + 1)
            m[feature.Moved] = 0.01;
        var sum = m.Sum();
        return [.. m.Select(p => p / sum)];
    }
}
