using System.Globalization;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>
/// What the matters of a unit say of the tables that supervision models read (data/sets/): who is already dealt with, and which suggestions wait for an
/// answer. Matters kept to a circle are left out, also for those of the circle: what a model finds is read by the whole unit.
/// </summary>
public sealed class MatterRows(EventStore store)
{
    private static readonly Dictionary<string, Func<Matter, IEnumerable<IReadOnlyDictionary<string, string?>>>> Sets = new(StringComparer.Ordinal)
    {
        ["matter_person"] = Persons,
        ["suggestion"] = Suggestions,
    };

    /// <summary>The rows of a set, each value by its column; null for a set of which matters say nothing. Linear in the events of the unit's matters.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>?> OfAsync(Actor actor, string set, CancellationToken ct = default)
    {
        if (!Sets.TryGetValue(set, out var rows))
            return null;
        var found = new List<IReadOnlyDictionary<string, string?>>();
        foreach (var id in await OpenToAllAsync(actor, ct))
            if (MatterFold.Fold(id, await store.LoadAsync(id.Value, ct)) is { Published: null } matter)
                found.AddRange(rows(matter));
        return found;
    }

    private async Task<IEnumerable<MatterId>> OpenToAllAsync(Actor actor, CancellationToken ct)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT matter FROM matter WHERE office_path = @UnitPath AND secrecy = @secrecy AND published IS NULL ORDER BY matter", new { actor.UnitPath, secrecy = Words.Kebab(Secrecy.Internal) },
            cancellationToken: ct))).Select(MatterId.Parse);
    }

    private static IEnumerable<IReadOnlyDictionary<string, string?>> Persons(Matter matter) => matter.Accusations.Select(a => Row(
        ("person_no", $"{matter.Id}-{a.Person.Id}-{a.Accusation.Charge}"), ("matter_no", matter.Id.Value), ("office", OfficeOf(matter)), ("name", a.Person.Name), ("charge", a.Accusation.Charge)));

    private static IEnumerable<IReadOnlyDictionary<string, string?>> Suggestions(Matter matter)
    {
        foreach (var proceeding in matter.Proceedings.Where(p => p.Kind == Proceedings.Suggestion && !p.IsPublished))
        {
            if (Last<SuggestionServed>(matter, e => e.Proceeding == proceeding.Id) is not { } served)
                continue; // before it is served nobody owes an answer
            var reply = Last<SuggestionReplied>(matter, e => e.Proceeding == proceeding.Id && e.Reply != SuggestionReply.None);
            yield return Row(
                ("suggestion_no", $"{matter.Id}-{proceeding.Id}"), ("office", OfficeOf(matter)), ("kind", Kind(proceeding.Kind())), ("addressee", proceeding.Fact("addressee")), ("received_on", Day(served.On)),
                ("due_on", Day(served.ReplyBy)), ("replied_on", Day(reply?.On)), ("reply", reply is null ? null : reply.Reply.Label().Zh),
                ("escalated_on", Day(Last<SuggestionEscalated>(matter, e => e.Proceeding == proceeding.Id)?.On)));
        }
    }

    // as the set calls them
    private static string Kind(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Retrial => "再审",
        SuggestionKind.Correction => "纠正违法",
        SuggestionKind.PublicInterest => "公益诉讼",
        SuggestionKind.SocialGovernance => "社会治理",
        _ => "其他",
    };

    private static T? Last<T>(Matter matter, Func<T, bool> which)
        where T : class, IMatterEvent => matter.Timeline.Select(t => t.Event).OfType<T>().LastOrDefault(which);

    private static string OfficeOf(Matter matter) => matter.OfficePath.TrimEnd('/').Split('/')[^1];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Row(params (string Column, string? Value)[] values) => values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal);
}
