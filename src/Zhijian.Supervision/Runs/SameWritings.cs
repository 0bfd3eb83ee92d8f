using System.Globalization;
using Zhijian.Entities;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>
/// Which writings of the names in the inputs of a run mean the same party, so that a model counts them together and says so. Careful rather than complete: persons
/// are left alone, two codes are two parties, and every pair of a party must be likely the same, not only one by way of another.
/// </summary>
internal sealed class SameWritings(PairComparison comparison)
{
    /// <summary>Bits above the threshold of the comparison: what is counted together must be surer than what is shown side by side.</summary>
    private const double Surer = 2;
    private const int LargestBlock = 100; // so many names with one core say nothing of each other

    /// <summary>A party as a row of data names it.</summary>
    public readonly record struct Writing(string Key, string Name, string? Code);

    /// <summary>Rows of the set <c>same_party</c>. Linear in the names, times the size of the blocks that they fall into. Pure.</summary>
    public DataRows Of(IEnumerable<Writing> writings)
    {
        var all = writings.Where(w => !NamedParty.MayBePerson(w.Name)).OrderBy(w => w.Key, StringComparer.Ordinal).ToList();
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
            foreach (var key in comparison.Keys(new NamedParty(all[i].Name)).Where(k => k[0] is 'c' or 's').Distinct(StringComparer.Ordinal))
                (blocks.TryGetValue(key, out var block) ? block : blocks[key] = []).Add(i);
        var least = comparison.Threshold + Surer;
        var pairs = (from block in blocks.Values
                     where block.Count is > 1 and <= LargestBlock
                     from a in block
                     from b in block
                     where a < b
                     select (a, b)).Distinct()
            .Select(p => (p.a, p.b, Bits: Bits(all[p.a], all[p.b]))).Where(p => p.Bits >= least).OrderByDescending(p => p.Bits).ThenBy(p => (p.a, p.b)).ToList();
        var parties = new Dictionary<int, List<int>>();
        var weakest = new Dictionary<int, double>();
        foreach (var (a, b, bits) in pairs)
        {
            var (left, right) = (PartyOf(a), PartyOf(b));
            if (left == right || left.Any(x => right.Any(y => (x, y) != (a, b) && (x, y) != (b, a) && Bits(all[x], all[y]) < least)))
                continue;
            left.AddRange(right);
            foreach (var i in right)
                parties[i] = left;
            foreach (var i in left)
                weakest[i] = Math.Min(weakest.GetValueOrDefault(i, bits), bits);
        }
        return new DataRows(["writing", "name", "party", "bits"],
        [
            .. from i in parties.Keys.Order()
               where parties[i].Count > 1
               let party = parties[i].OrderBy(x => all[x].Code is null).ThenBy(x => all[x].Key, StringComparer.Ordinal).First()
               select (IReadOnlyList<string?>)[all[i].Key, all[i].Name, all[party].Key, ((long)weakest[i]).ToString(CultureInfo.InvariantCulture)],
        ]);

        List<int> PartyOf(int i) => parties.TryGetValue(i, out var party) ? party : parties[i] = [i];
    }

    private double Bits(Writing a, Writing b) => comparison.Compare(a.Key, new NamedParty(a.Name, Code: a.Code), b.Key, new NamedParty(b.Name, Code: b.Code)).Score;
}
