using System.Globalization;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Matters.Plea;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Matters.Suggestions;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>
/// What the matters of a unit say of the tables that supervision models read (data/sets/): who is already dealt with, which right holders were told, who was
/// not prosecuted and what the agency made of it, which suggestions wait for an answer, and what an agency transferred to the police. Matters kept to a circle are left out, also for those of the circle: what a model finds is read by the whole unit.
/// </summary>
public sealed class MatterRows(EventStore store)
{
    private static readonly Dictionary<string, Func<Matter, IEnumerable<IReadOnlyDictionary<string, string?>>>> Sets = new(StringComparer.Ordinal)
    {
        ["matter_person"] = Persons,
        ["suggestion"] = Suggestions,
        ["notice"] = Notices,
        ["non_prosecution"] = NonProsecutions,
        ["transfer"] = Transfers,
        ["police_decision"] = PoliceDecisions,
    };

    /// <summary>The sets of which matters say something.</summary>
    public static IReadOnlyCollection<string> Known => Sets.Keys;

    /// <summary>The rows of a set, each value by its column; null for a set of which matters say nothing. Linear in the events of the unit's matters.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>?> OfAsync(Actor actor, string set, CancellationToken ct = default)
    {
        if (!Sets.ContainsKey(set))
            return null;
        var found = new List<IReadOnlyDictionary<string, string?>>();
        foreach (var id in await OpenToAllAsync(actor, ct))
            if (MatterFold.Fold(id, await store.LoadAsync(id.Value, ct)) is { Published: null } matter)
                found.AddRange(Of(matter, set));
        return [.. found.DistinctBy(r => r.Values.First())]; // the key stands first; one number is one transfer, also where two matters record it
    }

    /// <summary>What one matter says of a set that matters say something of.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string?>> Of(Matter matter, string set) => Sets[set](matter);

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

    /// <summary>One row for each right holder of a matter that was accepted for review for prosecution.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string?>> Notices(Matter matter)
    {
        var decided = matter.Accusations.Any(a => a.Accusation.Stage == Stage.ProsecutionReview) ? null
            : matter.Occurrences.LastOrDefault(o => o.Type is "prosecuted" or "not-prosecuted")?.On.Day;
        return
        [
            .. from holder in matter.RightHolders
               let accepted = First(matter, "transfer-accepted", holder)
               where accepted is not null
               select Row(
                   ("notice_no", $"{matter.Id}-{holder.Id}"), ("matter_no", matter.Id.Value), ("office", OfficeOf(matter)), ("right_holder", holder.Name), ("charge", matter.Accusations.FirstOrDefault().Accusation?.Charge),
                   ("accepted_on", Day(accepted)), ("told_on", Day(First(matter, "victim-notified", holder))), ("notice_served_on", Day(First(matter, "right-holder-notified", holder))),
                   ("answered_on", Day(Answered(matter, holder))), ("closed_on", Day(decided ?? matter.ClosedOn?.Day))),
        ];
    }

    private static DateOnly? First(Matter matter, string what, RightHolder holder) => matter.Occurrences.FirstOrDefault(o => o.Type == what && o.Subject == holder.Id)?.On.Day;

    // an opinion, an action of their own or a request: whatever shows that they were reached
    private static DateOnly? Answered(Matter matter, RightHolder holder) => matter.Timeline.Select(t => t.Event switch
    {
        PleaOpinionHeard heard when heard.Holders.Contains(holder.Id) => heard.On,
        IncidentalActionRecorded action when action.Holders.Contains(holder.Id) => action.On,
        ProtestRequested request when request.Holders.Contains(holder.Id) => request.On,
        _ => (DateOnly?)null,
    }).Min();

    /// <summary>One row for each person, by the last decision on them.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string?>> NonProsecutions(Matter matter)
    {
        foreach (var person in matter.Persons)
        {
            if (Last<NotProsecuted>(matter, e => e.Persons.Contains(person.Id)) is not { } decision)
                continue;
            var review = matter.Proceedings.LastOrDefault(p => p.Kind == Proceedings.PenaltyOpinion && p.Fact("persons").Split(' ').Contains(person.Id));
            var opinion = Last<PenaltyOpinionDecided>(matter, e => e.Proceeding == review?.Id);
            var uncalled = Last<PenaltyTransferDeclined>(matter, e => e.Persons.Contains(person.Id)) is not null || Last<PenaltyReviewEnded>(matter, e => e.Proceeding == review?.Id) is not null;
            yield return Row(
                ("decision_no", $"{matter.Id}-{person.Id}"), ("office", OfficeOf(matter)), ("province", OfficeOf(matter)[..2]), ("person", person.Name),
                ("charge", string.Join(' ', decision.Charges ?? [.. person.Accusations.Select(a => a.Charge)])), ("kind", Kind(decision.Kind)), ("acted_on", Day(matter.ActsTo?.Day)), ("decided_on", Day(decision.On)),
                ("penalty_due", opinion is not null ? "true" : uncalled ? "false" : null), ("opinion_served_on", Day(Last<PenaltyOpinionServed>(matter, e => e.Proceeding == review?.Id)?.On)),
                ("organ", opinion?.Agency), ("replied_on", Day(Last<PenaltyReplied>(matter, e => e.Proceeding == review?.Id && e.Result != PenaltyResult.NoReply && e.Persons.Contains(person.Id))?.On)));
        }
    }

    /// <summary>
    /// One row for each transfer that an agency made on the opinion of the procuratorate. When the police accepted it, is not recorded; which police it was, is where
    /// the matter supervises one.
    /// </summary>
    private static IEnumerable<IReadOnlyDictionary<string, string?>> Transfers(Matter matter) => Transferred(matter).Select(t => Row(
        ("transfer_no", NumberOf(matter, t.Answer)), ("office", OfficeOf(matter)), ("agency", t.Proceeding.Fact("police")),
        ("police", OfPolice(matter).Select(p => p.Fact("police")).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null),
        ("party", matter.Persons.Count > 0 ? string.Join('、', matter.Persons.Select(p => p.Name)) : t.Proceeding.Title),
        ("charge", matter.Accusations.Select(a => a.Accusation.Charge).Distinct(StringComparer.Ordinal).ToList() is [var charge] ? charge : null)));

    /// <summary>
    /// That the police filed the case, where the matter records one transfer only, so that it is the one that they decide on. The day of a refusal to file is not
    /// recorded, and a row needs one.
    /// </summary>
    private static IEnumerable<IReadOnlyDictionary<string, string?>> PoliceDecisions(Matter matter) =>
        Transferred(matter).ToList() is not [var (_, transferred)] ? []
        : from proceeding in OfPolice(matter)
          where proceeding.Fault() != FilingFault.WronglyFiled
          let filed = Last<FilingComplied>(matter, e => e.Proceeding == proceeding.Id && e.On >= transferred.On)
          where filed is not null
          select Row(
              ("decision_no", filed.Document), ("transfer_no", NumberOf(matter, transferred)), ("office", OfficeOf(matter)), ("outcome", "立案"), ("decided_on", Day(filed.On)));

    private static IEnumerable<(Proceeding Proceeding, TransferAnswered Answer)> Transferred(Matter matter) =>
        from proceeding in Supervisions(matter)
        let answer = Last<TransferAnswered>(matter, e => e.Proceeding == proceeding.Id)
        where answer is { Answer: TransferAnswer.Transferred }
        select (proceeding, answer);

    private static IEnumerable<Proceeding> OfPolice(Matter matter) => Supervisions(matter).Where(p => p.Fault() != FilingFault.NotTransferred);

    private static IEnumerable<Proceeding> Supervisions(Matter matter) => matter.Proceedings.Where(p => p.Kind == Proceedings.FilingSupervision && !p.IsPublished);

    // what was typed is the number, unless it is a sentence: with the number the same transfer in an import, and the answer of the police, are found
    private static string NumberOf(Matter matter, TransferAnswered transferred) =>
        transferred.Detail.Any(c => char.IsWhiteSpace(c) || c is '，' or '。' or '；' or '、' or ',' or ';') ? $"{matter.Id}-{transferred.Proceeding}" : transferred.Detail;

    // as the sets call them
    private static string Kind(NonProsecution kind) => kind switch
    {
        NonProsecution.Legal => "法定",
        NonProsecution.Discretionary => "相对",
        NonProsecution.Doubtful => "存疑",
        _ => "特别",
    };

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
