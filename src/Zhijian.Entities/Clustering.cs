namespace Zhijian.Entities;

/// <summary>A pair of records with its score in bits.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ScoredPair(int A, int B, float Score);

/// <summary>
/// From pairs to clusters. What hangs together at the threshold is joined step by step, the two groups with the best mean score first, and only as long as
/// that mean is not far below the threshold: one wrong link does not draw two people together when all else speaks against it. What people judged comes first.
/// </summary>
internal static class Clustering
{
    /// <summary>A larger component is cut at a higher threshold first.</summary>
    private const int LargestComponent = 500;
    private const float Most = 20; // one certain pair does not outweigh five that differ
    private const float Slack = 3; // between groups the mean may be that much lower than a link: some of their pairs always have little in common
    private const float Never = -1e6f;
    private const float Undecided = -0.001f; // joins nothing by itself, and stands in the way of nothing

    /// <param name="pairs">All pairs at or above the threshold, and judged ones.</param>
    /// <param name="score">The score of any pair: those that no rule put beside each other speak too.</param>
    public static int[] Of(int count, ScoredPair[] pairs, float threshold, Func<int, int, float> score, int second, bool oneToOne, Judged? judged = null)
    {
        var parents = new int[count];
        for (var i = 0; i < count; i++)
            parents[i] = i;
        judged ??= Judged.None;
        foreach (var p in pairs)
            if (p.Score >= threshold && !judged.Withholds(p.A, p.B))
                Union(parents, p.A, p.B);
        foreach (var (a, b) in judged.Same)
            Union(parents, a, b);
        var clusters = new int[count];
        var sizes = new int[count];
        for (var i = 0; i < count; i++)
            sizes[clusters[i] = Find(parents, i)]++;
        // two that are linked need no second look, unless people said something of them
        var (members, starts) = Grouped(count, count, i => sizes[clusters[i]] > 2 || (sizes[clusters[i]] == 2 && judged.Touches(i)) ? clusters[i] : -1);
        var (edges, edgeStarts) = Grouped(pairs.Length, count, p => clusters[pairs[p].A] is var root && sizes[root] > 2 && clusters[pairs[p].B] == root ? root : -1);
        var into = clusters.ToArray();
        // the large ones first, so that no thread is left with one at the end
        var work = Enumerable.Range(0, count).Where(root => starts[root + 1] > starts[root]).OrderByDescending(root => starts[root + 1] - starts[root]).ToArray();
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(work, loadBalance: true), root =>
        {
            List<int> group = [.. members.AsSpan(starts[root], starts[root + 1] - starts[root])];
            var known = new List<ScoredPair>(edgeStarts[root + 1] - edgeStarts[root]);
            foreach (var e in edges.AsSpan(edgeStarts[root], edgeStarts[root + 1] - edgeStarts[root]))
                known.Add(pairs[e]);
            Split(group, known, threshold);
        });
        return into;

        void Split(List<int> group, List<ScoredPair> known, float at)
        {
            if (group.Count > LargestComponent)
            {
                foreach (var part in Components(group, known, at + 1))
                {
                    var inside = part.ToHashSet();
                    Split(part, [.. known.Where(p => inside.Contains(p.A) && inside.Contains(p.B))], at + 1);
                }
                return;
            }
            group.Sort();
            foreach (var part in Joined(group, known, threshold, score, second, oneToOne, judged))
                foreach (var record in part)
                    into[record] = part[0];
        }

        List<List<int>> Components(List<int> group, List<ScoredPair> known, float at)
        {
            var own = group.ToDictionary(g => g, g => g);
            int Root(int x)
            {
                while (own[x] != x)
                    x = own[x] = own[own[x]];
                return x;
            }
            foreach (var p in known)
                if ((p.Score >= at && !judged.Withholds(p.A, p.B)) || judged.Together(p.A, p.B))
                    own[Math.Max(Root(p.A), Root(p.B))] = Math.Min(Root(p.A), Root(p.B));
            return [.. group.GroupBy(Root).Select(g => g.ToList())];
        }
    }

    private static List<List<int>> Joined(List<int> group, List<ScoredPair> known, float threshold, Func<int, int, float> score, int second, bool oneToOne, Judged judged)
    {
        var n = group.Count;
        var sums = new float[n * n];
        Array.Fill(sums, float.NaN);
        foreach (var p in known)
        {
            var (a, b) = (group.BinarySearch(p.A), group.BinarySearch(p.B));
            sums[a * n + b] = sums[b * n + a] = p.Score;
        }
        for (var a = 0; a < n; a++)
            for (var b = a + 1; b < n; b++)
            {
                var (x, y) = (group[a], group[b]);
                var s = sums[a * n + b];
                if (float.IsNaN(s))
                    s = score(x, y);
                s = Math.Clamp(s, -Most, Most) - threshold + Slack;
                if (oneToOne && x < second == y < second)
                    s = Never;
                sums[a * n + b] = sums[b * n + a] = judged.Together(x, y) ? -Never : judged.Apart(x, y) ? Never : judged.Open(x, y) ? Undecided : s;
            }
        var parts = group.Select(g => new List<int> { g }).ToList();
        var alive = Enumerable.Range(0, n).ToList();
        // the best partner of each group, so that a step is linear and not quadratic
        var best = new int[n];
        foreach (var a in alive)
            best[a] = Best(a);
        while (alive.Count > 1)
        {
            int a = -1;
            foreach (var x in alive)
                if (best[x] >= 0 && (a < 0 || Mean(x, best[x]) > Mean(a, best[a])))
                    a = x;
            if (a < 0 || Mean(a, best[a]) < 0)
                break;
            var b = best[a];
            (a, b) = (Math.Min(a, b), Math.Max(a, b));
            parts[a].AddRange(parts[b]);
            alive.Remove(b);
            foreach (var c in alive)
                if (c != a)
                {
                    var (p, q) = (sums[a * n + c], sums[b * n + c]);
                    // a judgement for any of two groups is one for both; “different” is the stronger
                    sums[a * n + c] = sums[c * n + a] = p <= Never / 2 || q <= Never / 2 ? Never : p >= -Never / 2 || q >= -Never / 2 ? -Never : p + q;
                }
            foreach (var c in alive)
                if (c == a || best[c] == a || best[c] == b)
                    best[c] = Best(c);
        }
        foreach (var part in parts)
            part.Sort();
        return [.. alive.Select(a => parts[a])];

        float Mean(int a, int b) => sums[a * n + b] / (parts[a].Count * parts[b].Count);

        int Best(int a)
        {
            var found = -1;
            foreach (var b in alive)
                if (b != a && (found < 0 || Mean(a, b) > Mean(a, found)))
                    found = b;
            return found;
        }
    }

    /// <summary>Things by their group, in order; those with −1 are left out.</summary>
    private static (int[] Things, int[] Starts) Grouped(int count, int groups, Func<int, int> groupOf)
    {
        var starts = new int[groups + 1];
        var of = new int[count];
        for (var i = 0; i < count; i++)
            if ((of[i] = groupOf(i)) >= 0)
                starts[of[i] + 1]++;
        for (var g = 0; g < groups; g++)
            starts[g + 1] += starts[g];
        var next = starts.ToArray();
        var things = new int[starts[groups]];
        for (var i = 0; i < count; i++)
            if (of[i] >= 0)
                things[next[of[i]]++] = i;
        return (things, starts);
    }

    private static int Find(int[] parents, int x)
    {
        while (parents[x] != x)
            x = parents[x] = parents[parents[x]];
        return x;
    }

    private static void Union(int[] parents, int a, int b)
    {
        (a, b) = (Find(parents, a), Find(parents, b));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
