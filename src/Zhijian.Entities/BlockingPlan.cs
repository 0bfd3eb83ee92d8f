using System.Numerics;

namespace Zhijian.Entities;

/// <summary>
/// Chooses the rules from the data. Of every key it is measured on a sample how often two records share it by chance: that is its cost. Likely matches are
/// found by the most selective keys first; of each, what it was found by is forgotten, and those rules are taken, by gain over cost, that would find the
/// most of them again, several times over, within the budget of pairs.
/// </summary>
internal sealed class BlockingPlan
{
    private const int SampleRecords = 20_000;
    private const int SampleOfBlocks = 50_000;
    private const int SamplePairs = 2048;
    private const double MissedAgain = 0.35;

    private readonly Records _records;
    private readonly List<Atom> _atoms;
    private readonly double[] _chance;
    private readonly double[,] _ties;
    private readonly uint[][] _sample; // keys of some records, for each atom
    private readonly Dictionary<Atom, uint[]> _keys = [];

    private BlockingPlan(Records records)
    {
        _records = records;
        _atoms = Atom.Of(records.Features);
        _sample = new uint[_atoms.Count][];
        _chance = Measure();
        _ties = Ties();
    }

    /// <param name="budget">Pairs by chance for a record, all rules together.</param>
    public static List<BlockingRule> Choose(Records records, double budget, Chances chances)
    {
        var plan = new BlockingPlan(records);
        var seeds = plan.Seeds();
        if (seeds.Count == 0)
            return seeds;
        var (agrees, count) = plan.Likely(seeds, chances);
        foreach (var rule in seeds)
            rule.Drop();
        return plan.Cover(agrees, count, budget);
    }

    private double Cost(int[] atoms) => atoms.Aggregate(_records.Count / 2.0, (cost, a) => cost * _chance[a]) * Ties(atoms);

    /// <summary>How much oftener the features of the keys agree together than if they were independent.</summary>
    private double Ties(int[] atoms)
    {
        var ties = 1.0;
        for (var x = 0; x < atoms.Length; x++)
            for (var y = x + 1; y < atoms.Length; y++)
                ties = Math.Max(ties, _ties[_atoms[atoms[x]].Feature, _atoms[atoms[y]].Feature]);
        return ties;
    }

    private double[,] Ties()
    {
        var ties = new double[_records.Width, _records.Width];
        var exact = Enumerable.Range(0, _atoms.Count).Where(a => _chance[a] > 0 && (a == 0 || _atoms[a - 1].Feature != _atoms[a].Feature)).ToArray();
        Parallel.ForEach(from a in exact from b in exact where a < b select (a, b), pair =>
        {
            var (a, b) = pair;
            var cost = JointCost([a, b]);
            // of what is rare anyway too little is seen to say
            var tie = cost < 0.05 ? 1 : Math.Max(1, cost / (_records.Count / 2.0 * _chance[a] * _chance[b]));
            ties[_atoms[a].Feature, _atoms[b].Feature] = ties[_atoms[b].Feature, _atoms[a].Feature] = tie;
        });
        return ties;
    }

    private double[] Measure()
    {
        var step = Math.Max(1, _records.Count / SampleRecords);
        var sample = Enumerable.Range(0, _records.Count / step).Select(i => i * step).ToArray();
        var chance = new double[_atoms.Count];
        Parallel.For(0, _atoms.Count, a =>
        {
            var (atom, set) = (_atoms[a], _records.Features[_atoms[a].Feature].Set);
            _sample[a] = [.. sample.Select(i => atom.Key(set, _records.Row(i)[atom.Feature]))];
            chance[a] = Chance(_sample[a]);
        });
        return chance;
    }

    /// <summary>How often two records have the same key, none where no record has one.</summary>
    private static double Chance(uint[] keys)
    {
        var sorted = Grouping.Sort(keys).Keys;
        double pairs = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = Grouping.End(sorted, start);
            pairs += (end - start) * (end - start - 1.0) / 2;
        }
        return sorted.Length == 0 ? 0 : Math.Max(pairs, 0.5) / Math.Max(1, keys.Length * (keys.Length - 1.0) / 2);
    }

    /// <summary>The cost of keys together: those of a place and of an address go together, and their chances may not be multiplied.</summary>
    private double JointCost(int[] atoms)
    {
        var keys = new uint[_sample[0].Length];
        Array.Fill(keys, BlockingRule.Start);
        foreach (var a in atoms)
        {
            var parts = _sample[a];
            for (var i = 0; i < keys.Length; i++)
                keys[i] = parts[i] == 0 ? 0 : BlockingRule.Combine(keys[i], parts[i]);
        }
        return _records.Count / 2.0 * Chance(keys);
    }

    private uint[] KeysOf(Atom atom)
    {
        if (_keys.TryGetValue(atom, out var keys))
            return keys;
        var set = _records.Features[atom.Feature].Set;
        keys = new uint[set.Count];
        Parallel.For(0, (keys.Length + 8191) / 8192, chunk =>
        {
            for (var v = chunk * 8192; v < Math.Min(keys.Length, chunk * 8192 + 8192); v++)
                keys[v] = atom.Key(set, v);
        });
        return _keys[atom] = keys;
    }

    /// <summary>For each feature its exact value, together with another exact value where alone it would bring too many.</summary>
    private List<BlockingRule> Seeds()
    {
        const double most = 4;
        var exact = Enumerable.Range(0, _atoms.Count).Where(a => _chance[a] > 0 && (a == 0 || _atoms[a - 1].Feature != _atoms[a].Feature)).ToList();
        var chosen = new List<int[]>();
        foreach (var a in exact)
        {
            if (Cost([a]) <= most)
            {
                chosen.Add([a]);
                continue;
            }
            var with = exact.Where(b => b != a && Cost([a, b]) <= most).OrderByDescending(b => _chance[b]).Take(2).ToList();
            chosen.AddRange(with.Select(b => new[] { Math.Min(a, b), Math.Max(a, b) }));
        }
        if (chosen.Count == 0 && exact.Count > 2)
            chosen.AddRange(from a in exact from b in exact from c in exact where a < b && b < c && Cost([a, b, c]) <= most select new[] { a, b, c });
        var rules = chosen.DistinctBy(c => string.Join(' ', c)).OrderBy(c => c.Length).Take(10).Select(c => new BlockingRule([.. c.Select(a => _atoms[a])])).ToList();
        foreach (var atom in rules.SelectMany(r => r.Atoms).Distinct().ToList())
            KeysOf(atom);
        Parallel.ForEach(rules, rule => rule.Group(_records, KeysOf, Math.Max(1, (uint)_records.Count / SampleOfBlocks)));
        return [.. rules.Where(r => r.Pairs > 0)];
    }

    /// <summary>For each key a bit for each likely match that agrees in it, less those found by the feature of the key.</summary>
    private (ulong[][] Agrees, int Count) Likely(List<BlockingRule> seeds, Chances chances)
    {
        var candidates = Candidates.Of(_records, seeds, mostPerRule: 60_000);
        var model = new WeightModel(_records, chances);
        model.Learn(candidates, seeds, sample: 100_000);
        var likely = candidates.Patterns.Select(p => model.Of(p) > 0).ToArray();
        var sure = candidates.Parts.SelectMany(p => p).Where(c => likely[c.Pattern]).ToList();
        var step = Math.Max(1, (sure.Count + SamplePairs - 1) / SamplePairs);
        var pairs = Enumerable.Range(0, (sure.Count + step - 1) / step).Select(i => sure[i * step]).ToArray();
        var agrees = _atoms.Select(_ => new ulong[(pairs.Length + 63) / 64]).ToArray();
        for (var i = 0; i < pairs.Length; i++)
        {
            var by = Enumerable.Range(0, seeds.Count).Where(r => (pairs[i].Rules >> r & 1) != 0).ToList();
            var found = seeds[by[i % by.Count]].Features;
            var x = _records.Row(pairs[i].A);
            var y = _records.Row(pairs[i].B);
            for (var a = 0; a < _atoms.Count; a++)
            {
                var (atom, set) = (_atoms[a], _records.Features[_atoms[a].Feature].Set);
                if ((found >> atom.Feature & 1) == 0 && atom.Key(set, x[atom.Feature]) is > 0 and var key && key == atom.Key(set, y[atom.Feature]))
                    agrees[a][i / 64] |= 1UL << (i % 64);
            }
        }
        return (agrees, pairs.Length);
    }

    private List<BlockingRule> Cover(ulong[][] agrees, int count, double budget)
    {
        var most = budget / 3; // no rule may eat it all
        var useful = Enumerable.Range(0, _atoms.Count).Where(a => _chance[a] > 0 && agrees[a].Sum(w => BitOperations.PopCount(w)) > count / 50).ToArray();
        var sets = Sets(useful, most);
        // matches found so often already, the last for “or more often”; to find one again is worth less each time
        var found = Enumerable.Range(0, 4).Select(_ => new ulong[(count + 63) / 64]).ToArray();
        Array.Fill(found[0], ~0UL);
        var gains = new double[sets.Count];
        Parallel.For(0, sets.Count, s => gains[s] = Gain(sets[s]));
        var queue = new PriorityQueue<(int Set, int Round), (double, int)>(sets.Select((set, s) => ((s, 0), (-Worth(set, gains[s]), s))));
        var rules = new List<BlockingRule>();
        var hits = new List<ulong[]>();
        double spent = 0;
        while (rules.Count < Candidates.MostRules && spent < budget && queue.TryDequeue(out var next, out _))
        {
            var set = sets[next.Set];
            var gain = Gain(set);
            // what a rule is worth only falls while others are taken, so the first whose worth is up to date is the best
            if (next.Round != rules.Count)
            {
                queue.Enqueue((next.Set, rules.Count), (-Worth(set, gain), next.Set));
                continue;
            }
            if (gain < count * 0.0005)
                break;
            if (Twin(set) || JointCost(set) > 2 * most)
                continue;
            var rule = new BlockingRule([.. set.Select(a => _atoms[a])]);
            rule.Group(_records, KeysOf);
            var volume = (double)rule.Pairs / _records.Count;
            if (rule.Pairs == 0 || volume > 3 * most)
            {
                rule.Drop();
                continue;
            }
            spent += volume;
            rules.Add(rule);
            hits.Add([.. Enumerable.Range(0, found[0].Length).Select(w => Hit(set, w))]);
            for (var w = 0; w < found[0].Length; w++)
            {
                var hit = hits[^1][w];
                found[3][w] |= found[2][w] & hit;
                for (var k = 2; k > 0; k--)
                    found[k][w] = (found[k][w] & ~hit) | (found[k - 1][w] & hit);
                found[0][w] &= ~hit;
            }
        }
        return rules;

        // of the same features, and of those that it finds nearly all are found: the sound of a street beside the street
        bool Twin(int[] set)
        {
            var features = set.Aggregate(0u, (bits, a) => bits | 1u << _atoms[a].Feature);
            for (var r = 0; r < rules.Count; r++)
                if (rules[r].Features == features)
                {
                    int all = 0, both = 0;
                    for (var w = 0; w < hits[r].Length; w++)
                        (all, both) = (all + BitOperations.PopCount(Hit(set, w)), both + BitOperations.PopCount(Hit(set, w) & hits[r][w]));
                    if (both > all * 0.97)
                        return true;
                }
            return false;
        }

        ulong Hit(int[] set, int word)
        {
            var bits = ~0UL;
            foreach (var a in set)
                bits &= agrees[a][word];
            return bits;
        }

        double Gain(int[] set)
        {
            double gain = 0, worth = 1;
            foreach (var times in found)
            {
                var again = 0;
                for (var w = 0; w < times.Length; w++)
                    again += BitOperations.PopCount(times[w] & Hit(set, w));
                gain += again * worth;
                worth *= MissedAgain;
            }
            return gain;
        }

        double Worth(int[] set, double gain) => gain / (budget / Candidates.MostRules + Cost(set));
    }

    /// <summary>Keys alone, in twos and in threes, as few as bring the cost below the limit.</summary>
    private List<int[]> Sets(int[] useful, double most)
    {
        var feature = useful.Select(a => _atoms[a].Feature).ToArray();
        var n = useful.Length;
        var sets = new List<int[]>();
        for (var a = 0; a < n; a++)
        {
            if (Cheap(a))
                sets.Add([useful[a]]);
            for (var b = a + 1; b < n; b++)
            {
                if (feature[a] == feature[b] || (Cheap(a) && Cheap(b)))
                    continue;
                if (Cheap(a, b))
                {
                    sets.Add([useful[a], useful[b]]);
                    continue;
                }
                for (var c = b + 1; c < n; c++)
                    if (feature[c] != feature[a] && feature[c] != feature[b] && !Cheap(a, c) && !Cheap(b, c) && Cheap(a, b, c))
                        sets.Add([useful[a], useful[b], useful[c]]);
            }
        }
        bool Cheap(params ReadOnlySpan<int> which)
        {
            var cost = _records.Count / 2.0;
            var ties = 1.0;
            for (var x = 0; x < which.Length; x++)
            {
                cost *= _chance[useful[which[x]]];
                for (var y = x + 1; y < which.Length; y++)
                    ties = Math.Max(ties, _ties[feature[which[x]], feature[which[y]]]);
            }
            return cost * ties <= most;
        }
        return sets;
    }
}
