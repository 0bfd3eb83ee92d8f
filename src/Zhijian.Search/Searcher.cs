using System.Data.Common;
using System.Text.Json;
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

    /// <summary>
    /// Linear in the rows that match and are seen: each is looked at once, as four numbers, from which come the counts and the order. Words and texts are
    /// read of what is shown alone.
    /// </summary>
    public async Task<SearchAnswer> FindAsync(SearchSight sight, SearchQuery query, SearchFilter filter, int limit, int offset, CancellationToken ct = default)
    {
        await using var snapshot = await database.BeginSnapshotAsync(ct); // the count and the page are of one moment
        var matches = await MatchesAsync(snapshot, sight, query, ct);
        var total = matches.Groups.Where(g => g.Fits(filter, null)).Sum(g => g.Count);
        var facets = Enum.GetValues<SearchProperty>().Select(p => new SearchFacet(p, Counts(matches.Groups.Where(g => g.Fits(filter, p)), p))).ToList();
        var hits = limit == 0 || total <= offset ? [] : await PageAsync(snapshot, matches.Page(filter, limit, offset), query, ct);
        return new SearchAnswer(total, hits, facets);
    }

    private async Task<Matches> MatchesAsync(Snapshot snapshot, SearchSight sight, SearchQuery query, CancellationToken ct)
    {
        var parameters = new DynamicParameters(sight.Parameters);
        var matches = new Matches();
        await using (var reader = await snapshot.Connection.ExecuteReaderAsync(new CommandDefinition(
            $"SELECT s.id, s.own_facets + s.place_facets, s.days, {Tier(query, parameters)} FROM {SearchIndex.Grams.Table} g JOIN search_row s ON s.id = g.{TextIndex.Key(database.Dialect)} "
            + $"WHERE {SearchIndex.Grams.Condition(database.Dialect, query.Terms, parameters)} AND {sight.Condition}",
            parameters, snapshot.Transaction, cancellationToken: ct)))
            while (await reader.ReadAsync(ct))
                matches.Add(new Match(reader.GetInt64(0), reader.GetInt64(1), (int)reader.GetInt64(2), reader.GetInt32(3)));
        var of = (await snapshot.Connection.QueryAsync<FacetValues>(new CommandDefinition(
            $"SELECT id AS Id, kind AS Kind, tracks AS Tracks, stages AS Stages, office_path AS Office, year AS Year FROM search_row WHERE id IN {database.ListSql("rows", "BIGINT")}",
            new { rows = JsonSerializer.Serialize(matches.Groups.Select(g => g.Row)) }, snapshot.Transaction, cancellationToken: ct))).ToDictionary(v => v.Id);
        foreach (var group in matches.Groups)
            group.Has = of[group.Row];
        return matches;
    }

    private async Task<IReadOnlyList<SearchHit>> PageAsync(Snapshot snapshot, IReadOnlyList<long> page, SearchQuery query, CancellationToken ct)
    {
        var found = (await snapshot.Connection.QueryAsync<Found>(new CommandDefinition(
            "SELECT s.id AS Id, s.matter AS Matter, s.kind AS Kind, s.item AS Item, s.page AS Page, s.day AS Day, x.title AS Title, x.text AS Text "
            + $"FROM search_row s JOIN search_text x ON x.id = s.id WHERE s.id IN {database.ListSql("page", "BIGINT")}",
            new { page = JsonSerializer.Serialize(page) }, snapshot.Transaction, cancellationToken: ct))).ToDictionary(f => f.Id);
        var titles = (await snapshot.Connection.QueryAsync<(string Matter, string Title)>(new CommandDefinition(
            $"SELECT s.matter, x.title FROM search_row s JOIN search_text x ON x.id = s.id WHERE s.matter IN {database.ListSql("matters", "TEXT")} AND s.kind = 'matter'",
            new { matters = JsonSerializer.Serialize(found.Values.Select(f => f.Matter).Distinct(StringComparer.Ordinal)) }, snapshot.Transaction, cancellationToken: ct))).DistinctBy(t => t.Matter).ToDictionary(t => t.Matter, t => t.Title, StringComparer.Ordinal);
        return
        [
            .. page.Select(id => found[id]).Select(f => new SearchHit(
                f.Matter, titles.GetValueOrDefault(f.Matter, ""), Words.Parse<ThingKind>(f.Kind)!.Value, f.Item, (int)f.Page, f.Day, Excerpt.Whole(f.Title, query.Terms, characters),
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
    private string Tier(SearchQuery query, DynamicParameters parameters)
    {
        var wanted = query.Terms.Where(t => !t.Not).Select(t => t.Phrase).Distinct(StringComparer.Ordinal).ToList();
        parameters.Add("exact", string.Join(' ', wanted));
        string In(params IEnumerable<TextTerm> terms) => SearchIndex.Grams.Where(database.Dialect, "s.id", [.. terms], parameters);
        var title = In(wanted.Select(w => new TextTerm(w, SearchIndex.Title)));
        var names = string.Join(" AND ", wanted.Select(w => $"({In(new TextTerm(w, SearchIndex.Party))} OR {In(new TextTerm(w, SearchIndex.Brand))})"));
        return $"CASE WHEN s.id IN (SELECT n.id FROM search_name n WHERE n.key = @exact AND n.kind = 'number' AND n.whole = 1) THEN 0 WHEN {title} THEN 1 WHEN {names} THEN 2 ELSE 3 END";
    }

    private static IReadOnlyList<SearchCount> Counts(IEnumerable<MatchGroup> groups, SearchProperty property) =>
    [
        .. groups.SelectMany(g => g.Has.Of(property), (g, value) => (value, g.Count)).Where(v => v.value.Length > 0).GroupBy(v => v.value, v => v.Count, StringComparer.Ordinal)
            .Select(v => new SearchCount(v.Key, v.Sum())).OrderByDescending(c => property == SearchProperty.Year ? 0 : c.Count)
            .ThenByDescending(c => property == SearchProperty.Year ? c.Value : "", StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal),
    ];

    private sealed record Found(long Id, string Matter, string Kind, string Item, long Page, string Day, string Title, string Text);
}
