using System.Text;

namespace Zhijian.Marks;

/// <summary>
/// The marks that are searched: an index, and on top of it a small one of what came later. A mark of the later one with a known number takes the place
/// of the earlier.
/// </summary>
public sealed class MarkShelf : IDisposable
{
    private static readonly LikenessKinds[] AllKinds = [.. Enum.GetValues<LikenessKinds>().Where(k => k != LikenessKinds.None)];

    private readonly Signs _signs;
    private readonly MarkFile[] _files;
    private readonly MarkSearch[] _searches;
    private readonly HashSet<uint> _replaced = []; // marks of the first file
    private readonly Dictionary<uint, int> _replacedOf = []; // text of the first file → how many of its marks

    private MarkShelf(Signs signs, MarkFile[] files)
    {
        (_signs, _files, _searches) = (signs, files, [.. files.Select(f => new MarkSearch(f))]);
        foreach (var later in files.Skip(1))
            for (var mark = 0u; mark < later.Count; mark++)
                if (files[0].Numbered(later.NumberOf(mark)) is { } old && _replaced.Add(old)
                    && files[0].Find(signs.Of(files[0].Read(old, 0).Written)) is { } text)
                    _replacedOf[text] = _replacedOf.GetValueOrDefault(text) + 1;
    }

    public int Count => _files.Sum(f => f.Count) - _replaced.Count;

    /// <param name="later">What was added; null for nothing.</param>
    /// <exception cref="MarkFileException">A file is to be built again.</exception>
    public static MarkShelf Open(string path, string? later, Signs signs)
    {
        var first = MarkFile.Open(path, signs);
        try
        {
            return new MarkShelf(signs, later is null ? [first] : [first, MarkFile.Open(later, signs)]);
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    /// <summary>Writes what was added before and these marks into one file of additions; of one number the new one counts.</summary>
    public static int Add(string path, IEnumerable<RegisteredMark> marks, Signs signs, CancellationToken ct = default)
    {
        var all = new SortedDictionary<string, RegisteredMark>(Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))));
        if (System.IO.File.Exists(path))
        {
            using var before = MarkFile.Open(path, signs);
            for (var text = 0u; text < before.Texts; text++)
                foreach (var entry in before.MarksOf(text))
                {
                    var mark = before.Read(entry & MarkFile.MarkBits, (int)(entry >> MarkFile.ClassShift));
                    all[mark.Number] = mark;
                }
        }
        foreach (var mark in marks)
            all[mark.Number] = mark;
        return MarkWriter.Write(path, all.Values, signs, ct);
    }

    public MarkAnswer Search(MarkQuery query) => Answer(query, scan: false);

    /// <summary>The same answer, by comparing everything.</summary>
    public MarkAnswer Scan(MarkQuery query) => Answer(query, scan: true);

    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
    }

    private MarkAnswer Answer(MarkQuery query, bool scan)
    {
        using var asked = new AskedMark(_signs, _signs.Of(query.Written));
        var counts = new int[AllKinds.Length];
        var (total, best) = (0, new List<(MarkFile File, uint Mark, int Class, Likeness Likeness, Points Points)>());
        for (var i = 0; i < _files.Length; i++)
        {
            var (file, first) = (_files[i], i == 0);
            using var finds = scan ? new MarkScan(file).Find(asked) : _searches[i].Find(asked);
            total += Tally(file, first, finds, query, counts);
            best.AddRange(Best(file, first, asked, finds, query));
        }
        var hits = best.OrderByDescending(b => b.Points.Total).ThenBy(b => b.File.NumberOf(b.Mark).ToArray(), ByBytes).Take(query.Top)
            .Select(b => new MarkHit(b.File.Read(b.Mark, b.Class), b.Likeness, b.Points));
        return new MarkAnswer(Count, total, AllKinds.Select((k, i) => (k, i)).Where(k => counts[k.i] > 0).ToDictionary(k => k.k, k => counts[k.i]), [.. hits]);
    }

    /// <summary>How many marks count: those of the classes asked for, without those that were replaced.</summary>
    private int Tally(MarkFile file, bool first, Finds finds, MarkQuery query, int[] counts)
    {
        Span<int> byKinds = stackalloc int[256]; // of each combination: kinds are told apart once at the end
        byKinds.Clear();
        foreach (var find in finds.All)
        {
            var text = Finds.TextOf(find);
            var replaced = first && _replacedOf.Count > 0 ? _replacedOf.GetValueOrDefault(text) : 0;
            ref var count = ref byKinds[(int)Finds.KindsOf(find)];
            if (!query.OnlyTheseClasses)
                count += file.CountOf(text) - replaced;
            else if ((file.Classes[text] & query.ClassMask) != 0)
                foreach (var entry in file.MarksOf(text))
                    if (Counts(entry, replaced > 0, query))
                        count++;
        }
        var total = 0;
        for (var kinds = 0; kinds < byKinds.Length; kinds++)
        {
            total += byKinds[kinds];
            for (var k = 0; k < AllKinds.Length; k++)
                if (((LikenessKinds)kinds).Any(AllKinds[k]))
                    counts[k] += byKinds[kinds];
        }
        return total;
    }

    private bool Counts(uint entry, bool replaced, MarkQuery query) =>
        (!query.OnlyTheseClasses || (query.ClassMask >> (int)(entry >> MarkFile.ClassShift) & 1) != 0) && !(replaced && _replaced.Contains(entry & MarkFile.MarkBits));

    /// <summary>
    /// The likest marks of one file: texts from the highest score down, until not even the same goods could lift another mark among them.
    /// </summary>
    private List<(MarkFile, uint, int, Likeness, Points)> Best(MarkFile file, bool first, AskedMark asked, Finds finds, MarkQuery query)
    {
        var heap = new PriorityQueue<(uint Mark, int Class, Likeness Likeness, Points Points), (int Total, long Later)>();
        foreach (var find in finds.Sorted())
        {
            var text = Finds.TextOf(find);
            if (query.Top == 0)
                break;
            if (heap.Count == query.Top && heap.TryPeek(out _, out var least))
            {
                var most = Finds.ScoreOf(find) + query.MostGoods;
                if (least.Total > most)
                    break;
                if (least.Total == most && file.FirstMarkOf(text) > -least.Later)
                    continue; // of equal points the lower number stands first, and all of its marks have higher ones
            }
            var likeness = asked.Compare(file.Text(text));
            var replaced = first && _replacedOf.ContainsKey(text);
            foreach (var entry in file.MarksOf(text))
            {
                if (!Counts(entry, replaced, query))
                    continue;
                var (mark, niceClass) = (entry & MarkFile.MarkBits, (int)(entry >> MarkFile.ClassShift));
                var points = query.GoodsOf(likeness, niceClass, query.Groups.Count > 0 ? file.GroupsOf(mark) : []);
                var rank = (points.Total, -(long)mark);
                if (heap.Count < query.Top)
                    heap.Enqueue((mark, niceClass, likeness, points), rank);
                else if (heap.TryPeek(out _, out var worst) && rank.CompareTo(worst) > 0)
                    heap.EnqueueDequeue((mark, niceClass, likeness, points), rank);
            }
        }
        return [.. heap.UnorderedItems.Select(h => (file, h.Element.Mark, h.Element.Class, h.Element.Likeness, h.Element.Points))];
    }

    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
}
