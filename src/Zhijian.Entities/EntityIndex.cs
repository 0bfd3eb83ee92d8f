namespace Zhijian.Entities;

/// <summary>A record that may be the one asked for.</summary>
public sealed record EntityHit(string Id, int Cluster, double Score, Explanation Explanation);

/// <summary>
/// One more record against all that are there, by the rules and weights that were learnt: a binary search a rule and a comparison a candidate. What is
/// added is found by the next one.
/// </summary>
public sealed class EntityIndex
{
    private readonly Linker _linker;
    private readonly int[] _clusters;
    private readonly (uint[] Keys, int[] Records)[] _rules;
    private readonly Dictionary<uint, List<int>>[] _added;
    private readonly List<(string Id, IReadOnlyList<string?> Values, int Cluster)> _new = [];

    /// <param name="clusters">The cluster of each record of the run.</param>
    public EntityIndex(Linker linker, int[] clusters)
    {
        (_linker, _clusters) = (linker, clusters);
        _rules = [.. linker.BlockingRules.Select(r => Sorted(linker.Records, r))];
        _added = [.. linker.BlockingRules.Select(_ => new Dictionary<uint, List<int>>())];
    }

    public int Count => _clusters.Length + _new.Count;

    /// <summary>The most likely first, none below the threshold less that many bits.</summary>
    public IReadOnlyList<EntityHit> Find(string id, IReadOnlyList<string?> values, double below = 5, int most = 20) =>
        Find(id, values, _linker.Records.RowOf(values), below, most);

    /// <summary>Takes the record in: into the cluster of the most likely one, or into one of its own.</summary>
    public IReadOnlyList<EntityHit> Add(string id, IReadOnlyList<string?> values)
    {
        var row = _linker.Records.RowOf(values);
        var hits = Find(id, values, row, 5, 20);
        var record = _linker.Records.Append(row);
        _new.Add((id, values, hits is [var best, ..] && best.Score >= _linker.Threshold ? best.Cluster : record));
        for (var r = 0; r < _rules.Length; r++)
            if (_linker.BlockingRules[r].Key(_linker.Records.Features, row) is > 0 and var key)
                (_added[r].TryGetValue(key, out var block) ? block : _added[r][key] = []).Add(record);
        return hits;
    }

    private List<EntityHit> Find(string id, IReadOnlyList<string?> values, int[] row, double below, int most)
    {
        var (records, model) = (_linker.Records, _linker.Model);
        var candidates = new HashSet<int>();
        for (var r = 0; r < _rules.Length; r++)
        {
            var key = _linker.BlockingRules[r].Key(records.Features, row);
            if (key == 0)
                continue;
            var (keys, of) = _rules[r];
            var at = Array.BinarySearch(keys, key);
            if (at >= 0)
            {
                while (at > 0 && keys[at - 1] == key)
                    at--;
                var end = at;
                while (end < keys.Length && keys[end] == key && end - at <= BlockingRule.LargestBlock)
                    end++;
                if (end - at <= BlockingRule.LargestBlock)
                    for (; at < end; at++)
                        candidates.Add(of[at]);
            }
            if (_added[r].TryGetValue(key, out var block))
                candidates.UnionWith(block);
        }
        var scored = new List<(int Record, double Score)>();
        foreach (var c in candidates)
        {
            var pattern = records.Pattern(records.Row(c), row);
            var score = model.Score(pattern, model.Of(pattern), records.Row(c));
            if (score >= _linker.Threshold - below)
                scored.Add((c, score));
        }
        return [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Record).Take(most).Select(s =>
        {
            var other = Of(s.Record);
            var explanation = Explanation.Of(_linker, records.Row(s.Record), row, other.Id, id, c => other.Value(c), c => values[c], null);
            return new EntityHit(other.Id, other.Cluster, s.Score, explanation);
        })];
    }

    private (string Id, Func<int, string?> Value, int Cluster) Of(int record)
    {
        var table = _linker.Table;
        if (record < _clusters.Length)
            return (table.Ids[record], c => table.Value(record, c), _clusters[record]);
        var (id, values, cluster) = _new[record - _clusters.Length];
        return (id, c => values[c], cluster);
    }

    /// <summary>Blocks of one record count here: the second may be the one that comes.</summary>
    private static (uint[], int[]) Sorted(Records records, BlockingRule rule)
    {
        var keys = new uint[records.Count];
        Parallel.For(0, (keys.Length + 8191) / 8192, chunk =>
        {
            for (var i = chunk * 8192; i < Math.Min(keys.Length, chunk * 8192 + 8192); i++)
                keys[i] = rule.Key(records.Features, records.Row(i).ToArray());
        });
        var (order, sorted) = Grouping.Sort(keys);
        return (sorted, order);
    }
}
