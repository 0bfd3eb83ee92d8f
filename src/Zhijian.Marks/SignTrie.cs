using System.Runtime.InteropServices;

namespace Zhijian.Marks;

/// <summary>
/// One node: the sign that leads to it, its children (side by side, ascending) and the entries that end here. A branch with one text left is cut: its
/// entries stand at the cut.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TrieNode(int sign, uint children, uint first, uint entries)
{
    private const uint CutBit = 0x8000_0000;

    public readonly int Sign = sign;

    /// <summary>The first child; the last is the one before the first child of the next node.</summary>
    public readonly uint Children = children;

    /// <summary>The first entry in the order of the trie.</summary>
    public readonly uint First = first;

    private readonly uint _entries = entries;

    public uint Entries => _entries & ~CutBit;

    public bool IsCut => (_entries & CutBit) != 0;

    public static uint Cut(uint entries) => entries | CutBit;
}

/// <summary>Tries over sorted texts: built level by level, so that children lie side by side, and walked in mapped memory.</summary>
internal static class SignTrie
{
    /// <summary>Nodes and, at the end, one that closes the children of the last. O(signs).</summary>
    public static TrieNode[] Build(SignTexts texts, uint[] order)
    {
        var nodes = new List<TrieNode>(order.Length + order.Length / 2);
        var (from, to) = (new List<uint>(nodes.Capacity) { 0 }, new List<uint>(nodes.Capacity) { (uint)order.Length });
        var sign = new List<int>(nodes.Capacity) { 0 };
        var (level, next) = (0, 1);
        for (var depth = 0; level < next; depth++)
        {
            for (; level < next; level++)
            {
                var (lo, hi) = (from[level], to[level]);
                var children = (uint)sign.Count;
                if (hi > lo && level > 0 && texts[order[lo]].SequenceEqual(texts[order[hi - 1]]))
                {
                    var all = hi - lo;
                    nodes.Add(new TrieNode(sign[level], children, lo, texts[order[lo]].Length > depth ? TrieNode.Cut(all) : all));
                    continue;
                }
                var at = lo;
                while (at < hi && texts[order[at]].Length == depth)
                    at++;
                nodes.Add(new TrieNode(sign[level], children, lo, at - lo));
                while (at < hi)
                {
                    var (begin, lead) = (at, texts[order[at]][depth]);
                    while (at < hi && texts[order[at]][depth] == lead)
                        at++;
                    sign.Add(lead);
                    from.Add(begin);
                    to.Add(at);
                }
            }
            next = sign.Count;
        }
        nodes.Add(new TrieNode(0, (uint)sign.Count, 0, 0));
        return [.. nodes];
    }
}

/// <summary>
/// Walks a trie for the texts that may be near a query. It finds every one of them and some others: whoever asks compares them with the query.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TrieWalk(Mapped<TrieNode> nodes, Found found)
{
    /// <summary>The child of a sign, or 0.</summary>
    private uint Child(uint node, int sign)
    {
        var (low, high) = (nodes[node].Children, nodes[node + 1].Children);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].Sign < sign)
                low = middle + 1;
            else
                high = middle;
        }
        return low < nodes[node + 1].Children && nodes[low].Sign == sign ? low : 0;
    }

    private void Take(uint node) => found.Add(nodes[node].First, nodes[node].Entries);

    /// <summary>
    /// Texts within some edits of the query that leave its first signs whole. One edit: the first <paramref name="whole"/>; of two halves one is. Two: the
    /// first two signs, or the first one and the one behind the edit that follows it. Forwards and backwards together that is every text, for of five signs
    /// three stay: two in front, or two behind, or one between the edits. But for the edits at both ends, which <see cref="MarkFile"/> finds by what is between.
    /// </summary>
    /// <param name="query">The signs that count as equal, place by place.</param>
    public void Near(int[][] query, int whole, int most) => Near(0, query, 0, 0, most < 2 ? whole : 2, most, owed: false);

    /// <param name="owed">The next sign must stay.</param>
    private void Near(uint node, int[][] query, int at, int edits, int whole, int most, bool owed)
    {
        var of = nodes[node];
        if (of.IsCut)
        {
            Take(node);
            return;
        }
        if (of.Entries > 0 && query.Length - at + edits <= most)
            Take(node);
        if (at < query.Length)
            foreach (var equal in query[at])
                if (Child(node, equal) is > 0 and var same)
                    Near(same, query, at + 1, edits, whole, most, owed: false);
        var early = at < whole;
        if (owed || edits == most || early && (most < 2 || at == 0))
            return;
        if (at < query.Length)
            Near(node, query, at + 1, edits + 1, whole, most, early);
        for (var child = of.Children; child < nodes[node + 1].Children; child++)
        {
            // a sign that is due: taken above, and to put it in before itself is to put it in after
            if (at < query.Length && query[at].Contains(nodes[child].Sign))
                continue;
            if (nodes[child].IsCut)
            {
                Take(child);
                continue;
            }
            if (at < query.Length)
                Near(child, query, at + 1, edits + 1, whole, most, early);
            Near(child, query, at, edits + 1, whole, most, early);
        }
    }

    /// <summary>Texts whose every sign is one of those that the query allows at that place.</summary>
    public void Each(int[][] allowed) => Each(0, allowed, 0);

    private void Each(uint node, int[][] allowed, int at)
    {
        if (nodes[node].IsCut || at == allowed.Length)
        {
            if (nodes[node].Entries > 0)
                Take(node);
            return;
        }
        foreach (var sign in allowed[at])
            if (Child(node, sign) is > 0 and var child)
                Each(child, allowed, at + 1);
    }

    /// <summary>Texts that are the beginning of these signs, and at a cut those that may be.</summary>
    public void Beginnings(ReadOnlySpan<int> signs, int least)
    {
        var node = 0u;
        for (var i = 0; i < signs.Length; i++)
        {
            node = Child(node, signs[i]);
            if (node == 0)
                return;
            if (nodes[node].Entries > 0 && (i + 1 >= least || nodes[node].IsCut))
                Take(node);
            if (nodes[node].IsCut)
                return;
        }
    }
}

/// <summary>Collects runs of entries in the order of a trie.</summary>
internal sealed class Found
{
    private (uint First, uint Count)[] _runs = new (uint, uint)[1024];
    private int _count;

    public ReadOnlySpan<(uint First, uint Count)> Runs => _runs.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(uint first, uint count)
    {
        if (_count == _runs.Length)
            Array.Resize(ref _runs, 2 * _count);
        _runs[_count++] = (first, count);
    }
}
