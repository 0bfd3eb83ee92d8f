using Dapper;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Matters.Parties;

/// <summary>A party of another matter that may be one of this matter, and why. A hint: nothing is merged.</summary>
/// <param name="Why">In a sentence; for persons and firms the weights stand in <paramref name="Explanation"/>.</param>
/// <param name="Likely">Likely the same, as against worth a look.</param>
/// <param name="Judged">What a person said of the two, in this matter or in the other.</param>
public sealed record SameParty(MatterParty Own, string Matter, string Title, MatterParty Other, Text Why, Explanation? Explanation, bool Likely, PartyJudged? Judged);

/// <summary>Another office has a matter with the same party: nothing else is said of it.</summary>
public sealed record PartyElsewhere(MatterParty Own, string OfficePath);

/// <summary>What was found of the parties of a matter.</summary>
/// <param name="LeftOut">More that are alike were found than are listed.</param>
public sealed record PartyAnswer(IReadOnlyList<SameParty> Seen, IReadOnlyList<PartyElsewhere> Elsewhere, bool LeftOut);

/// <summary>
/// Finds the people, firms, brands and web addresses of a matter in other matters. What the person may not see is not told; of matters of other offices, but
/// for those that are kept to a circle, only that there is one, and of which office, so that the two can talk.
/// </summary>
public sealed class PartyLookup(EventStore store, PairComparison comparison)
{
    /// <summary>Other writings that a search shows.</summary>
    public const int Shown = 5;

    private const int MostOfOne = 100;
    private const double WorthALook = 5; // bits below the threshold

    private sealed record Row(string Key, string Matter, string Party, string Kind, string Name, string Title, string OfficePath, bool Seen);

    /// <summary>An index lookup for each key of each party; what is found is compared one by one.</summary>
    public async Task<PartyAnswer> FindAsync(Actor actor, Matter matter, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var judged = (await connection.QueryAsync<(string Matter, string Party, string OtherMatter, string OtherParty, string Judgement, string By, string On, string? Note)>(new CommandDefinition(
            "SELECT matter, party, other_matter, other_party, judgement, judged_by, judged_on, note FROM party_judgement WHERE matter = @id OR other_matter = @id ORDER BY judged_on", new { id = matter.Id.Value }, cancellationToken: ct))).AsList();
        var (seen, elsewhere, leftOut) = (new List<SameParty>(), new List<PartyElsewhere>(), false);
        foreach (var own in MatterParties.Of(matter))
        {
            var rows = await RowsAsync(connection, actor, MatterParties.Keys(own, comparison), matter.Id.Value, withBlind: true, ct);
            leftOut |= rows.Count == MostOfOne;
            foreach (var group in rows.GroupBy(r => (r.Matter, r.Party)).Select(g => g.ToList()))
                if (Compare(own, group) is { } hit)
                {
                    if (group[0].Seen)
                        seen.Add(hit with { Judged = judged.Where(j => IsOf(j, matter.Id.Value, own.Id, hit)).Select(j => new PartyJudged(own.Id, hit.Matter, hit.Other.Id, Words.Parse<PartyIs>(j.Judgement)!.Value, j.By, DateOnly.ParseExact(j.On, "yyyy-MM-dd"), j.Note)).LastOrDefault() });
                    else if (hit.Likely && elsewhere.All(e => (e.Own.Id, e.OfficePath) != (own.Id, group[0].OfficePath)))
                        elsewhere.Add(new PartyElsewhere(own, group[0].OfficePath));
                }
        }
        return new PartyAnswer(
            [.. seen.OrderByDescending(s => s.Likely).ThenByDescending(s => s.Explanation?.Score ?? 0).ThenBy(s => s.Matter, StringComparer.Ordinal)],
            [.. elsewhere.OrderBy(e => e.OfficePath, StringComparer.Ordinal)], leftOut);
    }

    /// <summary>Parties that the person may see and whose name is another writing of the text: what a search for the words alone would miss.</summary>
    public async Task<IReadOnlyList<SameParty>> NamedAsync(Actor actor, string text, int most, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var found = new List<SameParty>();
        foreach (var own in new[] { PartyKind.Firm, PartyKind.Person }.Select(kind => new MatterParty("", kind, text)))
            foreach (var group in (await RowsAsync(connection, actor, MatterParties.Keys(own, comparison), "", withBlind: false, ct)).GroupBy(r => (r.Matter, r.Party)))
                if (Compare(own, [.. group]) is { Likely: true } hit && hit.Other.Kind == own.Kind && !hit.Other.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
                    found.Add(hit);
        return [.. found.OrderByDescending(f => f.Explanation?.Score ?? 0).ThenBy(f => f.Matter, StringComparer.Ordinal).Take(most)];
    }

    private static async Task<List<Row>> RowsAsync(System.Data.Common.DbConnection connection, Actor actor, IReadOnlyList<string> keys, string matter, bool withBlind, CancellationToken ct)
    {
        if (keys.Count == 0)
            return [];
        var parameters = new DynamicParameters(Access.SqlParameters(actor));
        parameters.Add("self", matter);
        for (var i = 0; i < keys.Count; i++)
            parameters.Add($"key{i}", keys[i]); // one parameter each: PostgreSQL takes no list
        var visible = Access.VisibleSql("p");
        // a matter of another office that is kept to nobody; those kept to a circle, here or there, do not exist
        var told = withBlind ? $"({visible} OR (p.secrecy = 'internal' AND p.is_published = 0))" : visible;
        var rows = await connection.QueryAsync<(string Key, string Matter, string Party, string Kind, string Name, string Title, string OfficePath, long Seen)>(new CommandDefinition(
            $"SELECT k.key, p.matter, p.party, p.kind, p.name, p.title, p.office_path, CASE WHEN {visible} THEN 1 ELSE 0 END "
            + $"FROM party_key k JOIN party p ON p.matter = k.matter AND p.party = k.party WHERE k.key IN ({string.Join(", ", keys.Select((_, i) => $"@key{i}"))}) AND p.matter <> @self AND {told} "
            + $"ORDER BY p.matter DESC, p.party LIMIT {MostOfOne}",
            parameters,
            cancellationToken: ct));
        return [.. rows.Select(r => new Row(r.Key, r.Matter, r.Party, r.Kind, r.Name, r.Title, r.OfficePath, r.Seen == 1))];
    }

    private SameParty? Compare(MatterParty own, List<Row> rows)
    {
        var row = rows[0];
        var exact = rows.Any(r => MatterParties.IsExact(r.Key));
        var other = new MatterParty(row.Party, Words.Parse<PartyKind>(row.Kind)!.Value, row.Name);
        if (own.Kind is PartyKind.Brand or PartyKind.Site)
            return new SameParty(own, row.Matter, row.Title, other, MatterParties.Why(rows.FirstOrDefault(r => MatterParties.IsExact(r.Key))?.Key ?? row.Key), null, exact, null);
        var why = comparison.Compare(own.Id, own.Named, row.Party, other.Named);
        var likely = why.Score >= comparison.Threshold || (exact && own.Kind == PartyKind.Person);
        if (!likely && why.Score < comparison.Threshold - WorthALook)
            return null;
        var says = own.Kind == PartyKind.Person && exact ? new Text("姓名相同：可能是同名的人", "the same name: it may be a namesake")
            : likely ? new Text("名称很可能指同一主体", "the names likely mean the same one") : new Text("名称相近", "the names are alike");
        return new SameParty(own, row.Matter, row.Title, other, says, why, likely, null);
    }

    private static bool IsOf((string Matter, string Party, string OtherMatter, string OtherParty, string Judgement, string By, string On, string? Note) j, string matter, string party, SameParty hit) =>
        (j.Matter, j.Party, j.OtherMatter, j.OtherParty) == (matter, party, hit.Matter, hit.Other.Id) || (j.Matter, j.Party, j.OtherMatter, j.OtherParty) == (hit.Matter, hit.Other.Id, matter, party);
}
