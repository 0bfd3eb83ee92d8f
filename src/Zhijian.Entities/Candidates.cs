using System.Numerics;
using System.Runtime.Intrinsics;

namespace Zhijian.Entities;

/// <summary>Two records that some rule puts beside each other, the number of their pattern, and the rules that do.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Candidate(int A, int B, int Pattern, int Rules);

/// <summary>All candidate pairs, each once, with the distinct patterns of their levels: few, so that what is learnt runs over patterns.</summary>
internal sealed class Candidates
{
    public const int MostRules = 16;

    private const int PairsOfJob = 1 << 19;

    private Candidates(Candidate[][] parts, ulong[] patterns) => (Parts, Patterns) = (parts, patterns);

    public Candidate[][] Parts { get; }

    public ulong[] Patterns { get; }

    public long Count => Parts.Sum(p => (long)p.Length);

    /// <summary>
    /// A pair belongs to the first rule that has it: the keys of both records lie side by side, and one vector comparison says which rules those are. Work
    /// is cut by the data and not by the threads, so the result is the same on any machine.
    /// </summary>
    public static Candidates Of(Records records, IReadOnlyList<BlockingRule> rules, long mostPerRule = long.MaxValue)
    {
        var keys = new uint[(long)records.Count * MostRules];
        Parallel.For(0, (records.Count + 65535) / 65536, chunk =>
        {
            for (var i = chunk * 65536; i < Math.Min(records.Count, chunk * 65536 + 65536); i++)
                for (var r = 0; r < rules.Count; r++)
                    keys[(long)i * MostRules + r] = rules[r].Keys[i];
        });
        var jobs = new List<(int Rule, int From, int To)>();
        for (var r = 0; r < rules.Count; r++)
        {
            var sorted = rules[r].Sorted;
            long all = 0, pairs = 0;
            var from = 0;
            for (int start = 0, end; start < sorted.Length && all < mostPerRule; start = end)
            {
                end = Grouping.End(sorted, start);
                pairs += (long)(end - start) * (end - start) / 2;
                if (pairs >= PairsOfJob || end == sorted.Length || all + pairs >= mostPerRule)
                {
                    jobs.Add((r, from, end));
                    (from, all, pairs) = (end, all + pairs, 0);
                }
            }
        }
        var found = new (List<Candidate> Pairs, List<ulong> Patterns)[jobs.Count];
        Parallel.For(0, jobs.Count, j => found[j] = Compare(records, keys, rules[jobs[j].Rule], jobs[j].Rule, jobs[j].From, jobs[j].To));
        var numbers = new Dictionary<ulong, int>();
        var parts = new Candidate[jobs.Count][];
        var renumber = found.Select(f => f.Patterns.Select(p => numbers.TryGetValue(p, out var n) ? n : numbers[p] = numbers.Count).ToArray()).ToArray();
        Parallel.For(0, jobs.Count, j =>
        {
            var pairs = found[j].Pairs;
            var part = new Candidate[pairs.Count];
            for (var i = 0; i < part.Length; i++)
                part[i] = pairs[i] with { Pattern = renumber[j][pairs[i].Pattern] };
            parts[j] = part;
            found[j] = default;
        });
        return new Candidates(parts, [.. numbers.Keys]);
    }

    private static (List<Candidate>, List<ulong>) Compare(Records records, uint[] keys, BlockingRule rule, int number, int from, int to)
    {
        var pairs = new List<Candidate>();
        var patterns = new List<ulong>();
        var numbers = new Dictionary<ulong, int>();
        var (order, sorted, second) = (rule.Order, rule.Sorted, records.Table.SecondFrom);
        for (int start = from, end; start < to; start = end)
        {
            end = Grouping.End(sorted, start);
            for (var x = start; x < end - 1; x++)
            {
                var i = order[x];
                var mine = Vector512.LoadUnsafe(ref keys[(long)i * MostRules]);
                var row = records.Row(i);
                for (var y = x + 1; y < end; y++)
                {
                    var j = order[y];
                    if (second > 0 && i < second == j < second)
                        continue;
                    var theirs = Vector512.LoadUnsafe(ref keys[(long)j * MostRules]);
                    var both = (int)(Vector512.Equals(mine, theirs) & ~Vector512.Equals(mine, Vector512<uint>.Zero)).ExtractMostSignificantBits();
                    if (BitOperations.TrailingZeroCount(both) != number)
                        continue;
                    var pattern = records.Pattern(row, records.Row(j));
                    if (!numbers.TryGetValue(pattern, out var n))
                    {
                        numbers[pattern] = n = patterns.Count;
                        patterns.Add(pattern);
                    }
                    pairs.Add(new Candidate(i, j, n, both));
                }
            }
        }
        return (pairs, patterns);
    }
}
