namespace Zhijian.Entities;

/// <summary>
/// Chooses the rules from the data. Of every key it is measured on a sample how often two records share it by chance: that is its cost. Likely matches are
/// found by the most selective keys first; of each, what it was found by is forgotten, and those rules are taken, by gain over cost, that would find the
/// most of them again, several times over, within the budget of pairs.
/// </summary>
internal sealed class BlockingPlan
{
    private const int SampleRecords = 30_000;
    private const int SamplePairs = 3000;
    private const double MissedAgain = 0.35;

    private readonly Records _records;
    private readonly List<Atom> _atoms;
    private readonly double[] _chance;
    private readonly Dictionary<Atom, uint[]> _keys = [];
    private readonly int _seed;

    private BlockingPlan(Records records, int seed)
    {
        (_records, _seed) = (records, seed);
        _atoms = Atom.Of(records.Features);
        _chance = Measure();
    }

    /// <param name="budget">Pairs by chance for a record, all rules together.</param>
    public static List<BlockingRule> Choose(Records records, double budget, int seed)
    {
        var plan = new BlockingPlan(records, seed);
        var seeds = plan.Seeds();
        if (seeds.Count == 0)
            return seeds;
        var likely = plan.Likely(seeds);
        foreach (var rule in seeds)
            rule.Drop();
        return plan.Cover(likely, budget);
    }

    private double Cost(IEnumerable<int> atoms) => atoms.Aggregate(_records.Count / 2.0, (cost, a) => cost * _chance[a]);

    private double[] Measure()
    {
        var step = Math.Max(1, _records.Count / SampleRecords);
        var sample = Enumerable.Range(0, _records.Count / step).Select(i => i * step).ToArray();
        var chance = new double[_atoms.Count];
        Parallel.For(0, _atoms.Count, a =>
        {
            var (atom, set) = (_atoms[a], _records.Features[_atoms[a].Feature].Set);
            var keys = sample.Select(i => atom.Key(set, _records.Row(i)[atom.Feature])).ToArray();
            var sorted = Grouping.Sort(keys).Keys;
            double pairs = 0;
            for (int start = 0, end; start < sorted.Length; start = end)
            {
                end = Grouping.End(sorted, start);
                pairs += (end - start) * (end - start - 1.0) / 2;
            }
            var all = sample.Length * (sample.Length - 1.0) / 2;
            chance[a] = sorted.Length == 0 ? 0 : Math.Max(pairs, 0.5) / Math.Max(1, all);
        });
        return chance;
    }

    private uint[] KeysOf(Atom atom)
    {
        if (_keys.TryGetValue(atom, out var keys))
            return keys;
        var set = _records.Features[atom.Feature].Set;
        keys = new uint[set.Texts.Count];
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
        foreach (var rule in rules)
            rule.Group(_records, KeysOf);
        return [.. rules.Where(r => r.Pairs > 0)];
    }

    /// <summary>Likely matches with the keys in which they agree, less those of the features by which they were found.</summary>
    private List<(UInt128 Agrees, double Weight)> Likely(List<BlockingRule> seeds)
    {
        var candidates = Candidates.Of(_records, seeds, mostPerRule: 100_000);
        var model = new WeightModel(_records, _seed);
        model.Learn(candidates, seeds);
        var chances = candidates.Patterns.Select(p => 1 / (1 + Math.Pow(2, -model.Of(p)))).ToArray();
        var sure = candidates.Parts.SelectMany(p => p).Where(c => chances[c.Pattern] > 0.5).ToList();
        var step = Math.Max(1, sure.Count / SamplePairs);
        var likely = new List<(UInt128, double)>();
        for (var at = 0; at < sure.Count; at += step)
        {
            var (pair, which) = (sure[at], at / step);
            var by = Enumerable.Range(0, seeds.Count).Where(r => (pair.Rules >> r & 1) != 0).ToList();
            var found = seeds[by[which % by.Count]].Features;
            UInt128 agrees = 0;
            for (var a = 0; a < Math.Min(128, _atoms.Count); a++)
            {
                var (atom, set) = (_atoms[a], _records.Features[_atoms[a].Feature].Set);
                if ((found >> atom.Feature & 1) == 0 && atom.Key(set, _records.Row(pair.A)[atom.Feature]) is > 0 and var key && key == atom.Key(set, _records.Row(pair.B)[atom.Feature]))
                    agrees |= UInt128.One << a;
            }
            likely.Add((agrees, chances[pair.Pattern]));
        }
        return likely;
    }

    private List<BlockingRule> Cover(List<(UInt128 Agrees, double Weight)> likely, double budget)
    {
        var most = budget / 3; // no rule may eat it all
        var useful = Enumerable.Range(0, Math.Min(128, _atoms.Count)).Where(a => _chance[a] > 0 && likely.Count(l => (l.Agrees >> a & 1) != 0) > likely.Count / 50).ToList();
        var sets = new List<int[]>();
        foreach (var a in useful)
            if (Cost([a]) <= most)
                sets.Add([a]);
            else
                foreach (var b in useful.Where(b => _atoms[b].Feature != _atoms[a].Feature && _chance[b] < 0.7))
                    if (Cost([a, b]) <= most)
                    {
                        if (b > a || Cost([b]) <= most)
                            sets.Add([a, b]);
                    }
                    else
                        sets.AddRange(from c in useful where a < b && c > b && _atoms[c].Feature != _atoms[a].Feature && _atoms[c].Feature != _atoms[b].Feature
                                      && Cost([a, c]) > most && Cost([b, c]) > most && Cost([a, b, c]) <= most select new[] { a, b, c });
        var left = likely.Select(l => l.Weight).ToArray();
        var queue = new PriorityQueue<(int Set, int Round), (double, int)>();
        for (var s = 0; s < sets.Count; s++)
            queue.Enqueue((s, 0), (-Worth(s), s));
        var rules = new List<BlockingRule>();
        double spent = 0, all = Math.Max(1e-9, likely.Sum(l => l.Weight));
        while (rules.Count < Candidates.MostRules && queue.TryDequeue(out var next, out _))
        {
            // what a rule is worth only falls while others are taken, so the first whose worth is up to date is the best
            if (next.Round != rules.Count)
            {
                queue.Enqueue((next.Set, rules.Count), (-Worth(next.Set), next.Set));
                continue;
            }
            if (Gain(next.Set) < all * 0.0005)
                break;
            var rule = new BlockingRule([.. sets[next.Set].Select(a => _atoms[a])]);
            rule.Group(_records, KeysOf);
            var volume = (double)rule.Pairs / _records.Count;
            // keys that go together bring more than their chances say
            if (rule.Pairs == 0 || volume > 3 * most || spent + volume > budget * 1.5)
            {
                rule.Drop();
                continue;
            }
            spent += volume;
            rules.Add(rule);
            var bits = Bits(next.Set);
            for (var i = 0; i < left.Length; i++)
                if ((likely[i].Agrees & bits) == bits)
                    left[i] *= MissedAgain;
        }
        return rules;

        UInt128 Bits(int set) => sets[set].Aggregate((UInt128)0, (bits, a) => bits | UInt128.One << a);

        double Gain(int set)
        {
            var bits = Bits(set);
            double gain = 0;
            for (var i = 0; i < left.Length; i++)
                if ((likely[i].Agrees & bits) == bits)
                    gain += left[i];
            return gain;
        }

        double Worth(int set) => Gain(set) / (budget / 30 + Cost(sets[set]));
    }
}
