using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Search;

/// <summary>
/// Asks the index. The order is made of the row alone: what the query hits in it (number, title, name, text) and its day. How rare a word is elsewhere has
/// no say, because it would tell of what one may not see.
/// </summary>
public sealed class Searcher(Database database, Characters characters)
{
    private const int MostSuggestions = 8;

    /// <summary>Linear in the rows that match and are seen.</summary>
    public async Task<SearchAnswer> FindAsync(SearchSight sight, SearchQuery query, SearchFilter filter, int limit, int offset, CancellationToken ct = default)
    {
        await using var snapshot = await database.BeginSnapshotAsync(ct); // the count and the page are of one moment
        var parameters = new DynamicParameters(sight.Parameters);
        var where = $"{SearchIndex.Grams.Where(database.Dialect, "s.id", query.Terms, parameters)} AND {sight.Condition}";
        var groups = (await snapshot.Connection.QueryAsync<Group>(new CommandDefinition(
            "SELECT s.kind AS Kind, s.tracks AS Tracks, s.stages AS Stages, s.office_path AS Office, s.year AS Year, COUNT(*) AS Count "
            + $"FROM search_row s WHERE {where} GROUP BY s.kind, s.tracks, s.stages, s.office_path, s.year",
            parameters, snapshot.Transaction, cancellationToken: ct))).AsList();
        var total = groups.Where(g => g.Fits(filter, null)).Sum(g => g.Count);
        var facets = Enum.GetValues<SearchProperty>().Select(p => new SearchFacet(p, Counts(groups.Where(g => g.Fits(filter, p)), p))).ToList();
        var hits = limit == 0 || total <= offset ? [] : await PageAsync(snapshot, $"{where}{Narrow(filter, parameters)}", Tier(query, parameters), parameters, query, limit, offset, ct);
        return new SearchAnswer((int)total, hits, facets);
    }

    private async Task<IReadOnlyList<SearchHit>> PageAsync(
        Snapshot snapshot, string where, string tier, DynamicParameters parameters, SearchQuery query, int limit, int offset, CancellationToken ct)
    {
        parameters.Add("limit", limit);
        parameters.Add("offset", offset);
        // the texts are fetched for the page only
        var found = (await snapshot.Connection.QueryAsync<Found>(new CommandDefinition(
            "SELECT p.matter AS Matter, p.kind AS Kind, p.item AS Item, p.page AS Page, p.day AS Day, x.title AS Title, x.text AS Text FROM ("
            + $"SELECT s.id, s.matter, s.kind, s.item, s.page, s.day, {tier} AS tier FROM search_row s WHERE {where} ORDER BY tier, s.day DESC, s.id DESC LIMIT @limit OFFSET @offset) p "
            + "JOIN search_text x ON x.id = p.id ORDER BY p.tier, p.day DESC, p.id DESC",
            parameters, snapshot.Transaction, cancellationToken: ct))).AsList();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var matter in found.Select(f => f.Matter).Distinct(StringComparer.Ordinal))
            titles[matter] = await snapshot.Connection.ExecuteScalarAsync<string>(new CommandDefinition(
                "SELECT x.title FROM search_row s JOIN search_text x ON x.id = s.id WHERE s.matter = @matter AND s.kind = 'matter'", new { matter }, snapshot.Transaction, cancellationToken: ct)) ?? "";
        return
        [
            .. found.Select(f => new SearchHit(
                f.Matter, titles[f.Matter], Words.Parse<ThingKind>(f.Kind)!.Value, f.Item, (int)f.Page, f.Day, Excerpt.Whole(f.Title, query.Terms, characters),
                Excerpt.Of(f.Text, query.Terms, characters))),
        ];
    }

    /// <summary>A condition on the column with the id of a row of a matter: for lists that are narrowed down by words.</summary>
    public static string MatterWhere(Dialect dialect, string column, SearchQuery query, DynamicParameters parameters) =>
        $"{column} IN (SELECT s.matter FROM search_row s WHERE s.kind = 'matter' AND {SearchIndex.Grams.Where(dialect, "s.id", query.Terms, parameters)})";

    /// <summary>Names, brands and numbers that begin as typed, by letters, characters or sound. O(log n) and linear in the names that begin so.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(SearchSight sight, string typed, CancellationToken ct = default)
    {
        var from = characters.Folding.Fold(typed);
        if (from.Length == 0 || (from.Length == 1 && char.IsAscii(from[0])))
            return [];
        var parameters = new DynamicParameters(sight.Parameters);
        parameters.Add("from", from);
        parameters.Add("to", from + "\uF8FF"); // after everything that names are written with, in the order of bytes
        parameters.Add("most", MostSuggestions);
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Kind, string Name, long Matters)>(new CommandDefinition(
            "SELECT n.kind, n.name, COUNT(DISTINCT s.matter) FROM search_name n JOIN search_row s ON s.id = n.id "
            + $"WHERE n.key >= @from AND n.key < @to AND {sight.Condition} GROUP BY n.kind, n.name ORDER BY LENGTH(n.name), n.name {database.Binary}, n.kind LIMIT @most",
            parameters, cancellationToken: ct));
        return [.. rows.Select(r => new SearchSuggestion(Words.Parse<NameKind>(r.Kind)!.Value, r.Name, (int)r.Matters))];
    }

    /// <summary>0 the number itself, 1 every word in the title, 2 every word in a name, 3 elsewhere.</summary>
    private static string Tier(SearchQuery query, DynamicParameters parameters)
    {
        var wanted = query.Terms.Where(t => !t.Not).Select(t => t.Phrase).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < wanted.Count; i++)
            parameters.Add($"word{i}", $"%{wanted[i]}%");
        parameters.Add("exact", $"%|{string.Join(' ', wanted)}|%");
        string All(string column) => string.Join(" AND ", wanted.Select((_, i) => $"s.{column} LIKE @word{i}"));
        return $"CASE WHEN s.numbers LIKE @exact THEN 0 WHEN {All("title")} THEN 1 WHEN {All("names")} THEN 2 ELSE 3 END";
    }

    private static string Narrow(SearchFilter filter, DynamicParameters parameters)
    {
        var sql = "";
        void And(string condition, string name, object? value)
        {
            if (value is null)
                return;
            sql += $" AND {condition}";
            parameters.Add(name, value);
        }
        And("s.kind = @kind", "kind", filter.Kind is { } kind ? Words.Kebab(kind) : null);
        And("s.tracks LIKE @track", "track", filter.Track is { } track ? $"%,{track},%" : null);
        And("s.stages LIKE @stage", "stage", filter.Stage is { } stage ? $"%,{stage},%" : null);
        And("s.office_path = @office", "office", filter.Office);
        And("s.year = @year", "year", filter.Year);
        return sql;
    }

    private static IReadOnlyList<SearchCount> Counts(IEnumerable<Group> groups, SearchProperty property) =>
    [
        .. groups.SelectMany(g => g.Values(property), (g, value) => (value, g.Count)).Where(v => v.value.Length > 0).GroupBy(v => v.value, v => v.Count, StringComparer.Ordinal)
            .Select(v => new SearchCount(v.Key, (int)v.Sum())).OrderByDescending(c => property == SearchProperty.Year ? 0 : c.Count)
            .ThenByDescending(c => property == SearchProperty.Year ? c.Value : "", StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal),
    ];

    private sealed record Found(string Matter, string Kind, string Item, long Page, string Day, string Title, string Text);

    // by its properties: of an answer without rows SQLite does not tell the type of a count
    private sealed record Group
    {
        public string Kind { get; init; } = "";

        public string Tracks { get; init; } = "";

        public string Stages { get; init; } = "";

        public string Office { get; init; } = "";

        public string Year { get; init; } = "";

        public long Count { get; init; }

        public IReadOnlyList<string> Values(SearchProperty property) => property switch
        {
            SearchProperty.Kind => [Kind],
            SearchProperty.Track => SearchIndex.Unlist(Tracks),
            SearchProperty.Stage => SearchIndex.Unlist(Stages),
            SearchProperty.Office => [Office],
            _ => [Year],
        };

        /// <summary>Whether it passes the filter, that of one property aside.</summary>
        public bool Fits(SearchFilter f, SearchProperty? aside)
        {
            return Has(SearchProperty.Kind, f.Kind is { } kind ? Words.Kebab(kind) : null) && Has(SearchProperty.Track, f.Track) && Has(SearchProperty.Stage, f.Stage)
                && Has(SearchProperty.Office, f.Office) && Has(SearchProperty.Year, f.Year);

            bool Has(SearchProperty property, string? chosen) => chosen is null || property == aside || Values(property).Contains(chosen);
        }
    }
}
