using Zhijian.Kernel;

namespace Zhijian.Search;

/// <summary>What can be found.</summary>
public enum ThingKind
{
    [Label("案件", "Matter")]
    Matter,

    [Label("文书", "Paper")]
    Paper,

    [Label("证据", "Exhibit")]
    Exhibit,

    [Label("附卷材料", "Attached document")]
    Document,

    [Label("记录", "Entry")]
    Entry,
}

/// <summary>What a name in the index is the name of.</summary>
public enum NameKind
{
    [Label("编号", "Number")]
    Number,

    [Label("人员、权利人", "Person or right holder")]
    Party,

    [Label("品牌、权利", "Brand or right")]
    Brand,
}

/// <summary>The text of one page of a file, as it was read from it. <paramref name="Page"/>: from 1; 0 where the file has no pages.</summary>
public sealed record PageText(int Page, string Text);

/// <summary>
/// One row of the index: a matter, a paper, an exhibit, an entry of the record, a page of a file. It belongs to a matter and is seen by whoever sees
/// the matter; where it is kept to named people, by those of them only.
/// </summary>
public sealed record IndexedThing
{
    public required ThingKind Kind { get; init; }

    /// <summary>Its id in the matter: 3, E1, the hash of a file, the version of an entry; empty for the matter itself.</summary>
    public required string Item { get; init; }

    /// <summary>The number of the event that brought it; from it the row has its id, the same in every rebuild.</summary>
    public required long Seq { get; init; }

    /// <summary>The page of a file; 0 for what has none.</summary>
    public int Page { get; init; }

    public required string Title { get; init; }

    /// <summary>A hit in the title counts for more. That of an entry is made of names that stand elsewhere, so it does not.</summary>
    public bool TitleCounts { get; init; } = true;

    public IReadOnlyList<string> Numbers { get; init; } = [];

    public IReadOnlyList<string> Parties { get; init; } = [];

    public IReadOnlyList<string> Brands { get; init; } = [];

    public string Text { get; init; } = "";

    /// <summary>Day of the thing, as far as known: 2026-09-28, 2026-09, 2026 or empty.</summary>
    public string Day { get; init; } = "";

    /// <summary>Functions to which it belongs, as files spell them.</summary>
    public IReadOnlyList<string> Tracks { get; init; } = [];

    /// <summary>Ids of the people who alone may know it; null = whoever sees the matter.</summary>
    public IReadOnlyCollection<string>? KeptTo { get; init; }
}

/// <summary>Where a matter lies and who may see it: the columns on which the rule of access is put.</summary>
public sealed record IndexedPlace(string Matter, string OfficePath, string Secrecy, IReadOnlyList<string> Stages)
{
    /// <summary>The same place; records compare their lists by reference.</summary>
    public bool Is(IndexedPlace other) => this with { Stages = other.Stages } == other && Stages.SequenceEqual(other.Stages);
}
