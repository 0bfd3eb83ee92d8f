using System.Collections.Concurrent;

namespace Zhijian.Marks;

/// <summary>
/// Finds in one index every text that is like a query: candidates from the tries, the suffixes and the consonants, each compared with the query as a
/// full scan would (<see cref="MarkScan"/>). Any thread may ask.
/// </summary>
public sealed class MarkSearch(MarkFile file)
{
    private const int Ahead = 16; // texts that are asked for while others are compared
    private const int Lot = 4096;

    private readonly ConcurrentBag<Scratch> _scratch = [];

    /// <summary>Every text that is like the query, once.</summary>
    internal Finds Find(AskedMark asked)
    {
        var query = asked.Signs;
        if (query.Length == 0 || file.Texts == 0)
            return new Finds();
        if (!_scratch.TryTake(out var scratch))
            scratch = new Scratch(file.Texts);
        var finds = Finds.Rent();
        Near(query, scratch);
        BothEnds(query, scratch);
        Looks(query, scratch);
        Parts(query, scratch);
        Compare(asked, scratch.Candidates, finds);
        Transliterated(query, scratch, finds);
        Wholes(query, scratch, finds);
        scratch.Clear();
        _scratch.Add(scratch);
        return finds;
    }

    /// <summary>Many candidates on all threads, in lots; the finds stay in the order of the candidates.</summary>
    private void Compare(AskedMark asked, ReadOnlyMemory<uint> candidates, Finds finds)
    {
        var count = candidates.Length;
        if (count <= Lot)
        {
            Compare(asked, candidates.Span, finds);
            return;
        }
        var found = new Finds[(count + Lot - 1) / Lot];
        Parallel.For(0, found.Length, lot => Compare(asked, candidates.Span[(lot * Lot)..Math.Min(count, (lot + 1) * Lot)], found[lot] = Finds.Rent()));
        foreach (var part in found)
        {
            finds.Add(part);
            part.Dispose();
        }
    }

    private void Compare(AskedMark asked, ReadOnlySpan<uint> candidates, Finds finds)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i + 2 * Ahead < candidates.Length)
                file.Places.Prefetch(candidates[i + 2 * Ahead]);
            if (i + Ahead < candidates.Length)
                file.Signs.Prefetch(file.Places[candidates[i + Ahead]].Signs);
            var like = asked.Compare(file.Text(candidates[i]));
            if (like.Kinds != LikenessKinds.None)
                finds.Add(candidates[i], like);
        }
    }

    /// <summary>
    /// Within some edits, and the same by sound but for a syllable. Texts within one edit are also within one syllable, and stand among the sounds where one
    /// of their signs has a reading: else the signs themselves are walked too, from the front and from the back.
    /// </summary>
    private void Near(int[] query, Scratch scratch)
    {
        var most = Likeness.Edits(query.Length);
        var half = query.Length / 2;
        var heard = query.Count(file.SignTable.HasReading);
        void Sounding() => new TrieWalk(file.Sound, scratch.Sounding).Near(Array.ConvertAll(query, file.SignTable.SoundsAlike), 0, Math.Min(most, 1));
        void FromTheFront() => new TrieWalk(file.Forward, scratch.Found).Near(Array.ConvertAll(query, sign => (int[])[sign]), half, most);
        void FromBehind() => new TrieWalk(file.Backward, scratch.Behind).Near([.. query.Reverse().Select(sign => (int[])[sign])], query.Length - half, most);
        if (heard > most && most < 2)
            Sounding();
        else if (heard > 0)
            Parallel.Invoke(Sounding, FromTheFront, FromBehind);
        else if (most > 0)
            Parallel.Invoke(FromTheFront, FromBehind);
        else
            FromTheFront();
        scratch.AddRuns(scratch.Found, null);
        scratch.AddRuns(scratch.Behind, file.BackwardOrder);
        scratch.AddRuns(scratch.Sounding, file.SoundOrder);
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

    private void Looks(int[] query, Scratch scratch)
    {
        new TrieWalk(file.Forward, scratch.Found).Each([.. query.Select(sign => (int[])[sign, .. file.SignTable.Like(sign)])]);
        scratch.AddRuns(scratch.Found, null);
    }

    /// <summary>
    /// Transliterations are like the query in this way alone: letters and characters share no sign, no reading and no shape. Texts that are spelt alike
    /// are compared once; of the spellings of one text the likest counts.
    /// </summary>
    private void Transliterated(int[] query, Scratch scratch, Finds finds)
    {
        var texts = Transliteration.IsLatin(query) ? file.Han : file.Latin;
        var groups = new List<(int Degree, long From, long To)>();
        Span<char> space = stackalloc char[Transliteration.MostPacked];
        foreach (var spelling in Transliteration.Of(file.SignTable, query))
        {
            var likeness = new LettersAlike(spelling.Letters);
            var (low, high) = (0L, texts.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (texts[middle].Consonants < spelling.Consonants)
                    low = middle + 1;
                else
                    high = middle;
            }
            for (long from = low, to; from < texts.Length && texts[from].Consonants == spelling.Consonants; from = to)
            {
                var of = texts[from];
                for (to = from + 1; to < texts.Length && texts[to].Consonants == of.Consonants && texts[to].Spelling == of.Spelling; to++)
                {
                }
                var spelt = Transliteration.Letters(of.Spelling, space);
                if (spelt.IsEmpty)
                    spelt = Transliteration.Of(file.SignTable, file.Text((uint)of.Text)).First(s => s.Consonants == of.Consonants && s.Key == of.Spelling).Letters;
                if (Transliteration.Enough(likeness.Degree(spelt), of.Consonants) is > 0 and var degree)
                    groups.Add((degree, from, to));
            }
        }
        foreach (var (degree, from, to) in groups.OrderByDescending(g => g.Degree))
            for (var i = from; i < to; i++)
            {
                if (i + Ahead < to)
                    file.Places.Prefetch((long)texts[i + Ahead].Text);
                var text = (uint)texts[i].Text;
                if (scratch.Add(text))
                    finds.Add(text, new Likeness(LikenessKinds.Transliterated, Math.Max(query.Length, file.LengthOf(text)), 0, 0, 0, 0, degree));
            }
    }

    /// <summary>Texts that are a part of the query.</summary>
    private void Parts(int[] query, Scratch scratch)
    {
        for (var i = 0; i < query.Length; i++)
        {
            new TrieWalk(file.Forward, scratch.Found).Beginnings(query.AsSpan(i), 2);
            scratch.AddRuns(scratch.Found, null);
        }
    }

    /// <summary>Texts of which the query is a part. Those that are like it in another way are among the candidates; of the others their length says all.</summary>
    private void Wholes(int[] query, Scratch scratch, Finds finds)
    {
        if (!Likeness.MayBePart(query))
            return;
        var (from, to) = file.SuffixesOf(query);
        for (var i = from; i < to; i++)
        {
            if (i + Ahead < to)
                file.Places.Prefetch(file.Suffixes[i + Ahead]);
            var text = file.Suffixes[i];
            if (scratch.Add(text))
                finds.Add(text, new Likeness(LikenessKinds.Contained, file.LengthOf(text), file.LengthOf(text) - query.Length, 0, 0, 0, 0));
        }
    }

    /// <summary>What one search remembers while it runs: which texts it has seen.</summary>
    private sealed class Scratch(int texts)
    {
        private readonly ulong[] _seen = new ulong[(texts + 63) / 64];
        private uint[] _candidates = new uint[4096];
        private int _count;

        public Found Found { get; } = new();

        /// <summary>From the back.</summary>
        public Found Behind { get; } = new();

        public Found Sounding { get; } = new();

        public ReadOnlyMemory<uint> Candidates => _candidates.AsMemory(0, _count);

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

        /// <param name="order">The text of each entry; null where the entries are the texts themselves.</param>
        public void AddRuns(Found found, Mapped<uint>? order)
        {
            foreach (var (first, count) in found.Runs)
                for (var entry = first; entry < first + count; entry++)
                    Add(order is { } texts ? texts[entry] : entry);
            found.Clear();
        }

        public void Clear()
        {
            foreach (var text in Candidates.Span)
                _seen[text >> 6] = 0;
            _count = 0;
        }
    }
}

/// <summary>The texts that were found, each with its score and the kinds of its likeness: twelve bits, seven bits and the text in one number.</summary>
internal sealed class Finds : IDisposable
{
    private const int KindShift = 32;
    private const int ScoreShift = 40;

    private static readonly ConcurrentBag<Finds> Free = [];

    private ulong[] _all = [];
    private ulong[] _sorted = [];
    private readonly int[] _starts = new int[1002];

    public int Count { get; private set; }

    public static Finds Rent() => Free.TryTake(out var free) ? free : new Finds();

    public static int ScoreOf(ulong find) => (int)(find >> ScoreShift);

    public static LikenessKinds KindsOf(ulong find) => (LikenessKinds)(find >> KindShift & 0xFF);

    public static uint TextOf(ulong find) => (uint)find;

    public void Add(uint text, Likeness like)
    {
        if (Count == _all.Length)
            Array.Resize(ref _all, Math.Max(1024, 2 * Count));
        _all[Count++] = (ulong)like.Score << ScoreShift | (ulong)like.Kinds << KindShift | text;
    }

    public void Add(Finds others)
    {
        if (Count + others.Count > _all.Length)
            Array.Resize(ref _all, Math.Max(2 * _all.Length, Count + others.Count));
        others.All.CopyTo(_all.AsSpan(Count));
        Count += others.Count;
    }

    public ReadOnlySpan<ulong> All => _all.AsSpan(0, Count);

    /// <summary>From the highest score down. Scores are small numbers: sorted by counting.</summary>
    public ReadOnlySpan<ulong> Sorted()
    {
        if (_sorted.Length < Count)
            _sorted = new ulong[_all.Length];
        Array.Clear(_starts);
        foreach (var find in All)
            _starts[1001 - ScoreOf(find)]++;
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
        foreach (var find in All)
            _sorted[_starts[1000 - ScoreOf(find)]++] = find;
        return _sorted.AsSpan(0, Count);
    }

    public void Dispose()
    {
        Count = 0;
        Free.Add(this);
    }
}

/// <summary>The same question by comparing every text: what the search must find, and what it is measured against.</summary>
public sealed class MarkScan(MarkFile file)
{
    internal Finds Find(AskedMark asked)
    {
        var finds = new Finds();
        for (var text = 0u; text < file.Texts; text++)
            if (asked.Compare(file.Text(text)) is { Kinds: not LikenessKinds.None } like)
                finds.Add(text, like);
        return finds;
    }
}
