namespace Zhijian.Entities;

/// <summary>Pairs that two groupings of the same records have in common: precision and recall of the pairs inside of clusters.</summary>
public sealed record Quality(long Found, long True, long Right)
{
    public double Precision => Found == 0 ? 1 : (double)Right / Found;

    public double Recall => True == 0 ? 1 : (double)Right / True;

    public double F1 => Found + True == 0 ? 1 : 2.0 * Right / (Found + True);

    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="truth">The true one, or −1 where it is not known: such records do not count.</param>
    /// <param name="second">Where the second file begins; then only pairs across count.</param>
    public static Quality Of(ReadOnlySpan<int> clusters, ReadOnlySpan<int> truth, int second = 0)
    {
        var found = new Dictionary<(int, int), (long First, long Second)>();
        for (var i = 0; i < clusters.Length; i++)
            if (truth[i] >= 0)
            {
                ref var n = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(found, (clusters[i], truth[i]), out _);
                n = i < second ? (n.First + 1, n.Second) : (n.First, n.Second + 1);
            }
        return new Quality(Sum(found, k => k.Item1), Sum(found, k => k.Item2), found.Values.Sum(Pairs));

        long Pairs((long First, long Second) n) => second > 0 ? n.First * n.Second : n.Second * (n.Second - 1) / 2;

        long Sum(Dictionary<(int, int), (long First, long Second)> counts, Func<(int, int), int> of)
        {
            var sums = new Dictionary<int, (long First, long Second)>();
            foreach (var (key, n) in counts)
            {
                ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, of(key), out _);
                sum = (sum.First + n.First, sum.Second + n.Second);
            }
            return sums.Values.Sum(Pairs);
        }
    }
}
