namespace Zhijian.Search;

/// <summary>What was found: how many rows in all, those of the page, and how they are spread.</summary>
public sealed record SearchAnswer(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<SearchFacet> Facets);

/// <summary>One row that was found.</summary>
public sealed record SearchHit(
    string Matter, string MatterTitle, ThingKind Kind, string Item, int Page, string Day, IReadOnlyList<ExcerptPart> Title, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>How the answer is spread over one property: what each value would leave if it were chosen in place of what is chosen now.</summary>
public sealed record SearchFacet(SearchProperty Property, IReadOnlyList<SearchCount> Counts);

public sealed record SearchCount(string Value, int Count);

/// <summary>By what an answer can be narrowed down.</summary>
public enum SearchProperty
{
    Kind,
    Track,
    Stage,
    Office,
    Year,
}

/// <summary>A name that begins as typed. <paramref name="Matters"/>: in how many matters that the person sees.</summary>
public sealed record SearchSuggestion(NameKind Kind, string Name, int Matters);

/// <summary>
/// What a person may see, as a condition on the rows <c>s</c>. Nobody can ask without one, and it stands inside of every statement: what they may not see
/// is neither found nor counted nor suggested, and moves nothing.
/// </summary>
public sealed record SearchSight(string Condition, IReadOnlyDictionary<string, object?> Parameters);
