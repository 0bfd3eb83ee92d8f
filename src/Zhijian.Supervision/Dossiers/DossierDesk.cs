using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Dossiers;

/// <summary>Another writing in the data that may be the same person or firm, and why. Nothing is merged: the person says whether it is read together.</summary>
public sealed record AlikeSubject(DossierSubject Subject, Explanation Why);

/// <summary>Dossiers of plaintiffs and applicants over what one's own unit imported.</summary>
public sealed class DossierDesk(UnitSets sets, SetSnapshots snapshots, BadFaithSigns signs, PairComparison comparison, TimeProvider time, string temp, long? memoryLimit)
{
    /// <summary>More writings are not read together.</summary>
    public const int MostTogether = 20;

    private const int MostAlike = 12;
    private const int MostCompared = 400;

    // everybody whom the three sets name, by code, else by name
    private const string Named =
        """
        SELECT coalesce(plaintiff_code, plaintiff) AS key, plaintiff AS name, plaintiff_code AS code, 1 AS suit, 0 AS mark, 0 AS work FROM suit
        UNION ALL SELECT coalesce(applicant_code, applicant), applicant, applicant_code, 0, 1, 0 FROM trademark
        UNION ALL SELECT coalesce(owner_code, owner), owner, owner_code, 0, 0, 1 FROM copyright_registration
        """;

    /// <summary>Whether a figure is a sum, in fen.</summary>
    public static bool IsMoney(string figure) => DossierFigures.Sums.Contains(figure);

    /// <summary>Who stands in the data: those whose name has the text in it or whose code it is; without a text those with most suits. Linear in the rows of the sets.</summary>
    public async Task<(IReadOnlyList<DossierSubject> Found, IReadOnlyList<DossierSource> Sources, Refusal? Refusal)> FindAsync(Actor actor, string text, int most, CancellationToken ct)
    {
        if (!DuckLibrary.IsAvailable)
            return ([], [], new DataNeedDuckDb());
        var newest = await sets.NewestAsync(actor, ct);
        return await Task.Run(() =>
        {
            using var tables = Open(newest);
            var rows = tables.Read(
                $"SELECT key, min(name), sum(suit), sum(mark), sum(work) FROM ({Named}) WHERE contains(lower(name), lower($1)) OR key = upper($1) GROUP BY key ORDER BY 3 DESC, 4 DESC, 5 DESC, 1 LIMIT {most}", ct, text.Trim());
            return ((IReadOnlyList<DossierSubject>)[.. rows.Select(Subject)], tables.Sources, (Refusal?)null);
        }, ct);
    }

    /// <summary>The dossier of one subject. Linear in the rows of the sets.</summary>
    /// <param name="key">A code or a name as <see cref="FindAsync"/> gives it.</param>
    /// <param name="also">Other writings that the person reads as the same one.</param>
    /// <returns>Null where the data of the unit do not name the subject.</returns>
    public async Task<Dossier?> OfAsync(Actor actor, string key, IReadOnlyList<string> also, CancellationToken ct)
    {
        if (!DuckLibrary.IsAvailable)
            return null;
        var newest = await sets.NewestAsync(actor, ct);
        return await Task.Run(() =>
        {
            using var tables = Open(newest);
            DossierFigures.Prepare(tables, [key, .. also.Where(a => a != key).Distinct(StringComparer.Ordinal).Take(MostTogether)], ct);
            var subjects = tables.Read($"SELECT n.key, min(n.name), sum(suit), sum(mark), sum(work) FROM ({Named}) n JOIN subject s ON s.key = n.key GROUP BY n.key ORDER BY n.key", ct, [])
                .Select(Subject).OrderBy(s => s.Key != key).ToList();
            if (subjects.Count == 0 || subjects[0].Key != key)
                return null;
            var figures = DossierFigures.Count(tables, ChinaTime.DayOf(time.GetUtcNow()), ct);
            var span = tables.Read("SELECT min(day), max(day) FROM (SELECT filed_on AS day FROM mine UNION ALL SELECT filed_on FROM filed UNION ALL SELECT registered_on FROM work)", ct)[0];
            return new Dossier(
                subjects, tables.Sources, figures, Day(span[0]), Day(span[1]), signs.Judge(figures), DossierLists.Read(tables, ct), DossierLists.Links(tables, subjects[0].Name, ct), Alike(tables, subjects, ct));
        }, ct);
    }

    /// <summary>Linear in the names of the sets; a few hundred are compared.</summary>
    private List<AlikeSubject> Alike(DossierTables tables, List<DossierSubject> together, CancellationToken ct)
    {
        var subject = together[0];
        var keys = Keys(subject).ToHashSet(StringComparer.Ordinal);
        // a name that has no character in common is not looked at: nothing but a rendering in another script is lost
        var characters = subject.Name.EnumerateRunes().Select(r => r.ToString()).Where(r => !string.IsNullOrWhiteSpace(r)).Distinct(StringComparer.Ordinal).ToArray();
        var near = tables.Read($"SELECT key, min(name), sum(suit), sum(mark), sum(work) FROM ({Named}) GROUP BY key", ct).Select(Subject)
            .Where(s => together.TrueForAll(t => t.Key != s.Key) && Array.Exists(characters, c => s.Name.Contains(c, StringComparison.Ordinal)) && Keys(s).Any(keys.Contains)).Take(MostCompared).ToList();
        var least = comparison.Threshold - 5;
        return [.. near.Select(s => new AlikeSubject(s, Compare(subject, s))).Where(a => a.Why.Score >= least)
            .OrderByDescending(a => a.Why.Score).ThenBy(a => a.Subject.Key, StringComparer.Ordinal).Take(MostAlike)];
    }

    private DossierTables Open(IReadOnlyDictionary<string, SetImportRow> newest) => new(newest, sets.Catalogue, snapshots, temp, memoryLimit);

    private IEnumerable<string> Keys(DossierSubject s) => LooksLikePerson(s) ? [.. comparison.Keys(Party(s, true)), .. comparison.Keys(Party(s, false))] : comparison.Keys(Party(s, false));

    private Explanation Compare(DossierSubject a, DossierSubject b)
    {
        var persons = LooksLikePerson(a) && LooksLikePerson(b);
        return comparison.Compare(a.Key, Party(a, persons), b.Key, Party(b, persons));
    }

    private static NamedParty Party(DossierSubject s, bool isPerson) => new(s.Name, isPerson, s.Key == s.Name ? null : s.Key);

    /// <summary>Two to four Chinese characters: a person, or the short form of a firm.</summary>
    private static bool LooksLikePerson(DossierSubject s) => NamedParty.MayBePerson(s.Name, most: 4);

    private static DossierSubject Subject(IReadOnlyList<string?> row) => new(row[0]!, row[1]!, Number(row[2]), Number(row[3]), Number(row[4]));

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
