using System.Runtime.InteropServices;
using Zhijian.Law;

namespace Zhijian.Search;

/// <summary>A row that matches and is seen, as numbers.</summary>
/// <param name="Facets">The same for rows that are counted under the same values.</param>
/// <param name="Days">Its day as a number.</param>
/// <param name="Tier">Where it was hit: the less, the further ahead.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(long Id, long Facets, int Days, int Tier);

/// <summary>All rows that match and are seen, with how they are spread.</summary>
internal sealed class Matches
{
    // what is shown last is the least, so that the queue gives way at the end of the page
    private static readonly Comparer<Match> LastFirst = Comparer<Match>.Create(static (a, b) =>
        a.Tier != b.Tier ? b.Tier.CompareTo(a.Tier) : a.Days != b.Days ? a.Days.CompareTo(b.Days) : a.Id.CompareTo(b.Id));

    private readonly List<Match> _rows = [];
    private readonly Dictionary<long, MatchGroup> _groups = [];

    public IReadOnlyCollection<MatchGroup> Groups => _groups.Values;

    public void Add(Match row)
    {
        _rows.Add(row);
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, row.Facets, out _);
        (group ??= new MatchGroup(row.Id)).Count++;
    }

    /// <summary>The ids of a page, in order. O(rows × log page), and for most rows one comparison.</summary>
    public IReadOnlyList<long> Page(SearchFilter filter, int limit, int offset)
    {
        var best = new PriorityQueue<long, Match>(LastFirst);
        var fitting = _groups.Where(g => g.Value.Fits(filter, null)).Select(g => g.Key).ToHashSet();
        foreach (var row in _rows)
        {
            if (fitting.Count < _groups.Count && !fitting.Contains(row.Facets))
                continue;
            if (best.Count < offset + limit)
                best.Enqueue(row.Id, row);
            else
                best.EnqueueDequeue(row.Id, row);
        }
        var page = new List<long>();
        while (best.Count > offset)
            page.Add(best.Dequeue());
        page.Reverse();
        return page;
    }
}

/// <summary>Rows that are counted under the same values; the values are read from one of them.</summary>
internal sealed class MatchGroup(long row)
{
    public long Row => row;

    public int Count { get; set; }

    public FacetValues Has { get; set; } = new();

    /// <summary>Whether its rows pass the filter, that of one property aside.</summary>
    public bool Fits(SearchFilter f, SearchProperty? aside)
    {
        return Passes(SearchProperty.Kind, f.Kind is { } kind ? Words.Kebab(kind) : null) && Passes(SearchProperty.Track, f.Track) && Passes(SearchProperty.Stage, f.Stage)
            && Passes(SearchProperty.Office, f.Office) && Passes(SearchProperty.Year, f.Year);

        bool Passes(SearchProperty property, string? chosen) => chosen is null || property == aside || Has.Of(property).Contains(chosen);
    }
}

/// <summary>What a row is counted under.</summary>
internal sealed record FacetValues
{
    public long Id { get; init; }

    public string Kind { get; init; } = "";

    public string Tracks { get; init; } = "";

    public string Stages { get; init; } = "";

    public string Office { get; init; } = "";

    public string Year { get; init; } = "";

    public IReadOnlyList<string> Of(SearchProperty property) => property switch
    {
        SearchProperty.Kind => [Kind],
        SearchProperty.Track => SearchIndex.Unlist(Tracks),
        SearchProperty.Stage => SearchIndex.Unlist(Stages),
        SearchProperty.Office => [Office],
        _ => [Year],
    };
}
