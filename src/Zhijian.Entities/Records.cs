namespace Zhijian.Entities;

/// <summary>The records as they are compared: one row of value numbers a record, side by side in memory.</summary>
internal sealed class Records
{
    private const int RowsOfJob = 1 << 12;
    private const int ValuesOfJob = 1 << 14;

    private readonly Cleaning _cleaning;
    private readonly int[][] _counts; // per feature and value, for its frequency

    public Records(RecordTable table, Cleaning cleaning)
    {
        (Table, _cleaning) = (table, cleaning);
        Features = Plan(table.Columns);
        Width = Features.Length;
        Count = table.Count;
        var numbers = Numbered();
        Rows = new int[(long)Count * Width];
        Parallel.For(0, (Count + RowsOfJob - 1) / RowsOfJob, job =>
        {
            for (var f = 0; f < Width; f++)
            {
                var codes = table.Codes(Features[f].Column);
                var own = numbers[f];
                for (var i = job * RowsOfJob; i < Math.Min(Count, (job + 1) * RowsOfJob); i++)
                    Rows[(long)i * Width + f] = codes[i] < 0 ? -1 : own[codes[i]];
            }
        });
        Parallel.ForEach(Features.DistinctBy(f => f.Set), feature => feature.Set.Complete(cleaning, feature.How));
        _counts = new int[Width][];
        Present = new int[Width];
        Parallel.For(0, Width, f =>
        {
            var counts = new int[Features[f].Set.Count];
            for (var i = 0; i < Count; i++)
                if (Rows[(long)i * Width + f] is >= 0 and var v)
                {
                    counts[v]++;
                    Present[f]++;
                }
            _counts[f] = counts;
        });
    }

    public RecordTable Table { get; }

    public Feature[] Features { get; }

    public int Width { get; }

    public int Count { get; private set; }

    public int[] Rows { get; private set; }

    /// <summary>How many records have the feature at all.</summary>
    public int[] Present { get; }

    public ReadOnlySpan<int> Row(int record) => Rows.AsSpan(record * Width, Width);

    public int Frequency(int feature, int value) => value < _counts[feature].Length ? _counts[feature][value] : 0;

    public ReadOnlySpan<int> Frequencies(int feature) => _counts[feature];

    /// <summary>The row of a record that is not in the table; a value that no record has gets a number of its own.</summary>
    public int[] RowOf(IReadOnlyList<string?> values)
    {
        var row = new int[Width];
        var parts = values.Select((v, c) => string.IsNullOrWhiteSpace(v) ? null : _cleaning.Parts(Table.Columns[c].Kind, v)).ToArray();
        for (var f = 0; f < Width; f++)
            row[f] = parts[Features[f].Column]?[Features[f].Part] is { } text ? Features[f].Set.Add(text) : -1;
        foreach (var feature in Features)
            feature.Set.Complete(_cleaning, feature.How);
        return row;
    }

    /// <summary>Takes a row behind the last one. Frequencies stay as they were learnt.</summary>
    public int Append(ReadOnlySpan<int> row)
    {
        if ((Count + 1) * Width > Rows.Length)
        {
            var rows = Rows;
            Array.Resize(ref rows, Math.Max(Rows.Length + Rows.Length / 8, (Count + 1) * Width));
            Rows = rows;
        }
        row.CopyTo(Rows.AsSpan(Count * Width));
        return Count++;
    }

    /// <summary>The levels of a pair as one number, three bits a feature; 0 where a value is missing, so that it carries no weight.</summary>
    public ulong Pattern(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        ulong pattern = 0;
        for (var f = 0; f < Features.Length; f++)
            pattern |= (ulong)(Level(f, x, y) + 1) << (3 * f);
        return pattern;
    }

    /// <summary>The level of a feature in a pattern, −1 where it is missing.</summary>
    public static int Level(ulong pattern, int feature) => ((int)(pattern >> (3 * feature)) & 7) - 1;

    public ulong Pattern(int i, int j) => Pattern(Row(i), Row(j));

    private int Level(int f, ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        var feature = Features[f];
        var (a, b) = (x[f], y[f]);
        if (a < 0 || b < 0)
            return feature.How == Comparing.Branch && a != b ? 0 : -1;
        if (a == b)
            return feature.Exact;
        foreach (var other in feature.Others)
            if (a == y[other] && b == x[other])
                return feature.Moved;
        return feature.Level(a, b);
    }

    /// <summary>
    /// For each feature and each value in the pool of its column the number of that part in the set of the feature, −1 where there is none. The values are
    /// taken apart on all threads, each lot with numbers of its own; these are joined in the order of the pool, so they are the same whichever thread was first.
    /// </summary>
    private int[][] Numbered()
    {
        var numbers = Features.Select(f => new int[Table.Pools[f.Column].Count]).ToArray();
        var of = Enumerable.Range(0, Table.Columns.Count).Select(c => Enumerable.Range(0, Width).Where(f => Features[f].Column == c).ToArray()).ToArray();
        var lots = numbers.Select(n => new ValueSet[(n.Length + ValuesOfJob - 1) / ValuesOfJob]).ToArray();
        var jobs = from c in Enumerable.Range(0, of.Length) from job in Enumerable.Range(0, (Table.Pools[c].Count + ValuesOfJob - 1) / ValuesOfJob) select (c, job);
        Parallel.ForEach(jobs, work =>
        {
            var (column, job) = work;
            var (pool, kind, features) = (Table.Pools[column], Table.Columns[column].Kind, of[column]);
            foreach (var f in features)
                lots[f][job] = new ValueSet();
            for (var v = job * ValuesOfJob; v < Math.Min(pool.Count, (job + 1) * ValuesOfJob); v++)
            {
                var parts = _cleaning.Parts(kind, pool[v]);
                foreach (var f in features)
                    numbers[f][v] = parts[Features[f].Part] is { } text ? lots[f][job].Add(text) : -1;
            }
        });
        Parallel.ForEach(Enumerable.Range(0, Width).GroupBy(f => Features[f].Set), together =>
        {
            together.Key.Expect(together.Sum(f => lots[f].Sum(l => l.Count)));
            foreach (var f in together)
                for (var job = 0; job < lots[f].Length; job++)
                {
                    var into = together.Key.Add(lots[f][job]);
                    foreach (ref var number in numbers[f].AsSpan(job * ValuesOfJob, Math.Min(ValuesOfJob, numbers[f].Length - job * ValuesOfJob)))
                        number = number < 0 ? -1 : into[number];
                }
        });
        return numbers;
    }

    private static Feature[] Plan(IReadOnlyList<ColumnSpec> columns)
    {
        var features = new List<Feature>();
        ValueSet? names = null;
        for (var c = 0; c < columns.Count; c++)
        {
            var parts = Feature.Of(columns[c].Kind);
            for (var p = 0; p < parts.Count; p++)
            {
                var set = columns[c].Kind == ColumnKind.Name ? names ??= new ValueSet() : new ValueSet();
                features.Add(new Feature(parts[p].Part.Length == 0 ? columns[c].Name : $"{columns[c].Name}.{parts[p].Part}", c, p, parts[p].How, set));
            }
        }
        if (features.Count > 21)
            throw new ArgumentException("more than 21 things to compare: leave out columns", nameof(columns));
        for (var f = 0; f < features.Count; f++)
            features[f].Others = [.. Enumerable.Range(0, features.Count).Where(o => o != f && features[o].Set == features[f].Set)];
        return [.. features];
    }
}
