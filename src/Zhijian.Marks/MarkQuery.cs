namespace Zhijian.Marks;

/// <summary>What is searched.</summary>
/// <param name="Written">The mark, as somebody wrote it.</param>
public sealed record MarkQuery(string Written)
{
    public const int MostHits = 1000;

    /// <summary>Nice classes of the goods that it is about; empty for all.</summary>
    public IReadOnlyList<int> Classes { get; init; } = [];

    /// <summary>Similar groups (类似群) of the goods that it is about.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [];

    /// <summary>Leave out the marks of other classes, and do not only count them as further away.</summary>
    public bool OnlyTheseClasses { get; init; }

    /// <summary>How many of the likest are wanted.</summary>
    public int Top { get; init; } = 50;

    internal ulong ClassMask => Classes.Aggregate(0UL, (mask, c) => mask | 1UL << c);

    internal Points GoodsOf(Likeness likeness, int niceClass, ReadOnlySpan<ushort> groups)
    {
        var goods = Classes.Contains(niceClass) ? Points.SameClass : 0;
        foreach (var group in groups)
            if (Groups.Contains(group))
                goods = Points.SameGroup;
        return Points.Of(likeness) with { Goods = goods };
    }

    internal int MostGoods => Groups.Count > 0 ? Points.SameGroup : Classes.Count > 0 ? Points.SameClass : 0;
}

/// <summary>One mark that was found, with what its score is made of.</summary>
public sealed record MarkHit(RegisteredMark Mark, Likeness Likeness, Points Points);

/// <summary>The likest marks, and how many there are of each kind in all.</summary>
/// <param name="Searched">Marks that were compared.</param>
/// <param name="Total">Marks that are like the query in some way.</param>
public sealed record MarkAnswer(int Searched, int Total, IReadOnlyDictionary<LikenessKinds, int> Kinds, IReadOnlyList<MarkHit> Hits);
