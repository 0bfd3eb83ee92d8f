using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Search;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>The search as one person may have it: every question goes through <see cref="Access.Sight"/>.</summary>
public sealed class MatterSearch(EventStore store, LawBook law)
{
    private readonly Searcher _searcher = new(store.Database, law.Characters);

    /// <returns>The query, or one sentence that says what is wrong with it.</returns>
    public (SearchQuery? Query, Text? Wrong) Parse(string given) => SearchQuery.Parse(given, law.Characters);

    public Task<SearchAnswer> FindAsync(Actor actor, SearchQuery query, SearchFilter filter, int limit = 20, int offset = 0, CancellationToken ct = default) =>
        _searcher.FindAsync(Access.Sight(actor), query, filter, limit, offset, ct);

    public Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(Actor actor, string typed, CancellationToken ct = default) => _searcher.SuggestAsync(Access.Sight(actor), typed, ct);
}
