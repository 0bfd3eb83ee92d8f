using System.Collections.Concurrent;

namespace Zhijian.Marks;

/// <summary>
/// Finds in one index every text that is like a query: candidates from the tries, the suffixes and the consonants, each compared with the query as a
/// full scan would (<see cref="MarkScan"/>). Any thread may ask.
/// </summary>
public sealed class MarkSearch(MarkFile file)
{
    private readonly ConcurrentBag<Scratch> _scratch = [];

    internal MarkFile File => file;

    /// <summary>Hands over every text that is like the query, once.</summary>
    internal void Each(int[] query, Action<uint, Likeness> take)
    {
        if (query.Length == 0 || file.Texts == 0)
            return;
        if (!_scratch.TryTake(out var scratch))
            scratch = new Scratch(file.Texts);
        try
        {
            Near(query, scratch);
            BothEnds(query, scratch);
            Sounds(query, scratch);
            Looks(query, scratch);
            Transliterated(query, scratch);
            Parts(query, scratch);
            foreach (var text in scratch.Candidates)
                if (Likeness.Between(file.SignTable, query, file.Text(text)) is { Kinds: not LikenessKinds.None } like)
                    take(text, like);
            Wholes(query, scratch, take);
        }
        finally
        {
            scratch.Clear();
            _scratch.Add(scratch);
        }
    }

    private void Near(int[] query, Scratch scratch)
    {
        var most = Likeness.Edits(query.Length);
        // one edit: one half stays whole. Two: at least one half has no more than one
        var (half, early) = (query.Length / 2, most - 1);
        scratch.Found.Clear();
        new TrieWalk(file.Forward, scratch.Found).Near(query, most == 0 ? query.Length : half, Math.Max(early, 0), most);
        foreach (var (first, count) in scratch.Found.Runs)
            for (var i = first; i < first + count; i++)
                scratch.Add(i);
        if (most == 0)
            return;
        scratch.Found.Clear();
        int[] backward = [.. query.AsEnumerable().Reverse()];
        new TrieWalk(file.Backward, scratch.Found).Near(backward, query.Length - half, early, most);
        scratch.AddRuns(file.BackwardOrder);
    }

    /// <summary>Two edits, the one at the first sign and the other at the last: what is between stands in the text one place further or nearer.</summary>
    private void BothEnds(int[] query, Scratch scratch)
    {
        if (Likeness.Edits(query.Length) < 2)
            return;
        var (from, to) = file.SuffixesOf(query.AsSpan(1..^1));
        for (var i = from; i < to; i++)
            if (file.SuffixPlaces[i] <= 2 && Math.Abs(file.LengthOf(file.Suffixes[i]) - query.Length) <= 2)
                scratch.Add(file.Suffixes[i]);
    }

    private void Sounds(int[] query, Scratch scratch)
    {
        var sounds = Array.ConvertAll(query, file.SignTable.Sound);
        if (!sounds.Any(s => s >= Signs.FirstSound))
            return;
        scratch.Found.Clear();
        new TrieWalk(file.Sound, scratch.Found).Near(sounds, 0, 0, Math.Min(Likeness.Edits(query.Length), 1));
        scratch.AddRuns(file.SoundOrder);
    }

    private void Looks(int[] query, Scratch scratch)
    {
        scratch.Found.Clear();
        new TrieWalk(file.Forward, scratch.Found).Each([.. query.Select(sign => (int[])[sign, .. file.SignTable.Like(sign)])]);
        foreach (var (first, count) in scratch.Found.Runs)
            for (var i = first; i < first + count; i++)
                scratch.Add(i);
    }

    private void Transliterated(int[] query, Scratch scratch)
    {
        var latin = Transliteration.IsLatin(query);
        var (keys, texts) = latin ? (file.HanKeys, file.HanTexts) : (file.LatinKeys, file.LatinTexts);
        foreach (var key in Transliteration.Of(file.SignTable, query).Select(s => s.Consonants).Distinct())
        {
            var (low, high) = (0L, keys.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (keys[middle] < key)
                    low = middle + 1;
                else
                    high = middle;
            }
            for (; low < keys.Length && keys[low] == key; low++)
                scratch.Add(texts[low]);
        }
    }

    /// <summary>Texts that are a part of the query.</summary>
    private void Parts(int[] query, Scratch scratch)
    {
        for (var i = 0; i < query.Length; i++)
        {
            scratch.Found.Clear();
            new TrieWalk(file.Forward, scratch.Found).Beginnings(query.AsSpan(i), 2);
            foreach (var (first, count) in scratch.Found.Runs)
                for (var text = first; text < first + count; text++)
                    scratch.Add(text);
        }
    }

    /// <summary>Texts of which the query is a part. Those that are like it in another way are among the candidates; of the others their length says all.</summary>
    private void Wholes(int[] query, Scratch scratch, Action<uint, Likeness> take)
    {
        if (!Likeness.MayBePart(query))
            return;
        var (from, to) = file.SuffixesOf(query);
        for (var i = from; i < to; i++)
            if (scratch.Add(file.Suffixes[i]))
            {
                var length = file.LengthOf(file.Suffixes[i]);
                take(file.Suffixes[i], new Likeness(LikenessKinds.Contained, length, length - query.Length, 0, 0, 0, 0));
            }
    }

    /// <summary>What one search remembers while it runs: which texts it has seen.</summary>
    private sealed class Scratch(int texts)
    {
        private readonly ulong[] _seen = new ulong[(texts + 63) / 64];
        private uint[] _candidates = new uint[4096];
        private int _count;

        public Found Found { get; } = new();

        public ReadOnlySpan<uint> Candidates => _candidates.AsSpan(0, _count);

        public bool Add(uint text)
        {
            ref var word = ref _seen[text >> 6];
            var bit = 1UL << (int)(text & 63);
            if ((word & bit) != 0)
                return false;
            word |= bit;
            if (_count == _candidates.Length)
                Array.Resize(ref _candidates, 2 * _count);
            _candidates[_count++] = text;
            return true;
        }

        public void AddRuns(Mapped<uint> order)
        {
            foreach (var (first, count) in Found.Runs)
                for (var i = first; i < first + count; i++)
                    Add(order[i]);
        }

        public void Clear()
        {
            foreach (var text in Candidates)
                _seen[text >> 6] = 0;
            _count = 0;
            Found.Clear();
        }
    }
}

/// <summary>The same question by comparing every text: what the search must find, and what it is measured against.</summary>
public sealed class MarkScan(MarkFile file)
{
    internal void Each(int[] query, Action<uint, Likeness> take)
    {
        for (var text = 0u; text < file.Texts; text++)
            if (Likeness.Between(file.SignTable, query, file.Text(text)) is { Kinds: not LikenessKinds.None } like)
                take(text, like);
    }
}
