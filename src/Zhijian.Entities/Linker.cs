using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>How a run is made; the defaults are meant for every set.</summary>
public sealed record LinkOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Pairs that may come up by chance for each record; null: as many as the number of records allows.</summary>
    public double? PairsPerRecord { get; init; }

    /// <summary>Each file has a record once, so one of the first is joined with at most one of the second.</summary>
    public bool OneToOne { get; init; }

    /// <summary>Bits from which two records are one; null: where the expected F1 is best.</summary>
    public double? Threshold { get; init; }
}

/// <summary>A rule by which pairs were found, and how many it brought.</summary>
public sealed record RuleVolume(string Rule, long Pairs, int BlocksLeftOut, long PairsLeftOut);

/// <summary>One level of agreement of one feature: how often among records of one (m), among any (u), and the weight in bits.</summary>
public sealed record LevelWeight(string Feature, Text Level, double M, double U, double Bits, bool Learnt);

/// <summary>Finds the records that are one: candidates, weights, scores. What is decided from them, <see cref="Clusters"/>, can be asked again and again.</summary>
public sealed class Linker
{
    /// <summary>Pairs below are not kept: they are a thousand times more likely to be two than one.</summary>
    private const float Floor = -10;

    private readonly Records _records;
    private readonly WeightModel _model;
    private readonly LinkOptions _options;
    private readonly List<BlockingRule> _rules;
    private readonly ScoredPair[] _pairs;
    private Dictionary<string, int>? _rows;

    private Linker(RecordTable table, Cleaning cleaning, LinkOptions options, Action<string>? progress)
    {
        _options = options;
        _records = new Records(table, cleaning);
        progress?.Invoke("prepared");
        var n = Math.Max(1, _records.Count);
        var chances = Chances.Of(_records, (ulong)options.Seed);
        progress?.Invoke("chances");
        _rules = BlockingPlan.Choose(_records, options.PairsPerRecord ?? Math.Clamp(2_000_000.0 / n, 15, 100), chances);
        progress?.Invoke("rules");
        var candidates = Candidates.Of(_records, _rules);
        CandidatePairs = candidates.Count;
        progress?.Invoke("candidates");
        _model = new WeightModel(_records, chances);
        _model.Learn(candidates, _rules);
        progress?.Invoke("learnt");
        _pairs = Scored(candidates);
        progress?.Invoke("scored");
        BestThreshold = ExpectedBest();
        Threshold = options.Threshold ?? BestThreshold;
    }

    public RecordTable Table => _records.Table;

    public long CandidatePairs { get; }

    public IReadOnlyList<ScoredPair> Pairs => _pairs;

    /// <summary>Where the expected F1 is best by what the run itself thinks of its pairs.</summary>
    public double BestThreshold { get; }

    public double Threshold { get; }

    public IReadOnlyList<RuleVolume> Rules => [.. _rules.Select(r => new RuleVolume(r.Name, r.Pairs, r.BlocksLeftOut, r.PairsLeftOut))];

    public double PriorBits => _model.Prior;

    internal Records Records => _records;

    internal WeightModel Model => _model;

    internal IReadOnlyList<BlockingRule> BlockingRules => _rules;

    /// <param name="progress">Told the name of each step when it is done.</param>
    public static Linker Run(RecordTable table, Cleaning cleaning, LinkOptions? options = null, Action<string>? progress = null) => new(table, cleaning, options ?? new LinkOptions(), progress);

    public float Score(int a, int b)
    {
        var pattern = _records.Pattern(a, b);
        return (float)_model.Score(pattern, _model.Of(pattern), _records.Row(a));
    }

    /// <summary>The cluster of each record: the number of its first record.</summary>
    public int[] Clusters(double? threshold = null, Judgements? judgements = null) => Clustering.Of(
        _records.Count, _pairs, (float)(threshold ?? Threshold), Score, Table.SecondFrom, _options.OneToOne, judgements?.For(Rows));

    /// <summary>Why a pair of the table has its score.</summary>
    public Explanation Explain(int a, int b, Judgements? judgements = null) => Explanation.Of(
        this, _records.Row(a), _records.Row(b), Table.Ids[a], Table.Ids[b], c => Table.Value(a, c), c => Table.Value(b, c), judgements?.On(Table.Ids[a], Table.Ids[b]));

    /// <summary>The same for two records that are not in the table, which says nothing of how rare their values are. What they say stays in memory.</summary>
    internal Explanation Compare(string leftId, IReadOnlyList<string?> left, string rightId, IReadOnlyList<string?> right) => Explanation.Of(
        this, _records.RowOf(left), _records.RowOf(right), leftId, rightId, c => left[c], c => right[c], null, knowsFrequencies: false);

    /// <summary>What was learnt.</summary>
    public IReadOnlyList<LevelWeight> Weights =>
    [
        .. from f in Enumerable.Range(0, _records.Width)
           let feature = _records.Features[f]
           from level in Enumerable.Range(0, feature.Levels)
           select new LevelWeight(feature.Name, feature.Says(level), _model.M[f][level], _model.U[f][level], _model.Weights[f][level], _model.Learnt[f]),
    ];

    public int? Row(string id) => Rows.TryGetValue(id, out var row) ? row : null;

    private Dictionary<string, int> Rows => _rows ??= Enumerable.Range(0, Table.Count).ToDictionary(i => Table.Ids[i], StringComparer.Ordinal);

    private ScoredPair[] Scored(Candidates candidates)
    {
        var of = candidates.Patterns.Select(_model.Of).ToArray();
        var parts = new List<ScoredPair>[candidates.Parts.Length];
        Parallel.For(0, parts.Length, p =>
        {
            var kept = parts[p] = [];
            foreach (var c in candidates.Parts[p])
            {
                if (of[c.Pattern] < 3 * Floor)
                    continue; // no rarity makes up for that
                var score = (float)_model.Score(candidates.Patterns[c.Pattern], of[c.Pattern], _records.Row(c.A));
                if (score >= Floor)
                    kept.Add(new ScoredPair(c.A, c.B, score));
            }
        });
        var all = new ScoredPair[parts.Sum(p => p.Count)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, at);
            at += part.Count;
        }
        return all;
    }

    /// <summary>Taking every pair from there up, how many are right and how many are missed, each by its probability: where F1 is best.</summary>
    private double ExpectedBest()
    {
        const int steps = 8;
        var histogram = new long[steps * 60];
        foreach (var pair in _pairs)
            histogram[Math.Clamp((int)((pair.Score - Floor) * steps), 0, histogram.Length - 1)]++;
        double Chance(int bin) => 1 / (1 + Math.Pow(2, -(Floor + (bin + 0.5) / steps)));
        var matches = histogram.Select((count, bin) => count * Chance(bin)).Sum();
        double right = 0, taken = 0, best = 0, at = 0;
        for (var bin = histogram.Length - 1; bin >= 0; bin--)
        {
            (right, taken) = (right + histogram[bin] * Chance(bin), taken + histogram[bin]);
            if (2 * right / (taken + matches) is var f1 && f1 > best)
                (best, at) = (f1, Floor + (double)bin / steps);
        }
        return at;
    }
}
