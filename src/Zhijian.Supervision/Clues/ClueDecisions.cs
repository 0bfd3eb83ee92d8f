using Zhijian.Kernel;

namespace Zhijian.Supervision.Clues;

/// <summary>What a finding does to the clues.</summary>
public enum RaisedAs
{
    New,
    SeenAgain,
    Changed,
    Reopened,
}

/// <summary>What a decision about a clue may know beside the clue itself.</summary>
/// <param name="Colleagues">Those of the actor's unit who may handle clues, by id, with their names.</param>
/// <param name="Other">The clue that the act names, as the actor may see it; null for one that does not exist for them.</param>
/// <param name="Target">The procuratorate that the act names; null where there is none.</param>
/// <param name="SeesMatter">The actor sees the matter that the act names.</param>
/// <param name="NameOf">The name of a procuratorate by its code.</param>
public sealed record ClueContext(
    Actor Actor, DateOnly Today, ClueWords Words, IReadOnlyDictionary<string, string> Colleagues, Clue? Other, ClueOffice? Target, bool SeesMatter, Func<string, string> NameOf);

/// <summary>What findings and people do to clues. Pure: no clock, no I/O, no randomness.</summary>
public static class ClueDecisions
{
    /// <summary>
    /// A finding that is unknown becomes a clue. The same facts again change nothing, whatever was judged; other facts are recorded with old and new
    /// values, and bring back a clue that was set aside, found to be a duplicate or ended.
    /// </summary>
    public static (RaisedAs As, IClueEvent? Event) Raise(Clue? known, Finding finding, ClueOffice office, string run, string? origin)
    {
        var f = finding;
        if (known is null)
            return (RaisedAs.New, new ClueRaised(office.Code, office.Path, f.Model, f.Version, f.Key, f.Subject, f.Unit, f.Score, f.Explanation, f.Values, f.Rows, run, origin));
        var changes = Changes(known.Values, f.Values);
        if (changes.Count == 0)
            return (RaisedAs.SeenAgain, null);
        return known.State is ClueState.SetAside or ClueState.Duplicate or ClueState.Closed
            ? (RaisedAs.Reopened, new ClueReopened(f.Version, f.Score, f.Explanation, f.Values, f.Rows, run, changes))
            : (RaisedAs.Changed, new ClueFactsChanged(f.Version, f.Score, f.Explanation, f.Values, f.Rows, run, changes));
    }

    /// <summary>A value that is not there is unknown, as one that is null.</summary>
    public static IReadOnlyList<FactChange> Changes(IReadOnlyDictionary<string, string?> was, IReadOnlyDictionary<string, string?> now) =>
        [.. was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new FactChange(name, was.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(c => c.Was != c.Is)];

    public static Decision Decide(Clue clue, ClueAct act, ClueContext x) => Misplaced(clue, act, x) is { } no ? no : act switch
    {
        GradeClue a => Unsettled(clue) ?? Decision.Of(new ClueGraded(a.Grade, Clean(a.Note))),
        AssignClue a => Unsettled(clue) ?? Assign(a.Person, x, taken: false),
        TakeClue => Unsettled(clue) ?? Assign(x.Actor.Id, x, taken: true),
        JudgeClue a => Judge(clue, a, x),
        WithdrawJudgement a => Withdraw(clue, a),
        TransferClue a => Transfer(clue, a, x),
        AnswerTransfer { Accepted: false, Reason: var r } when Clean(r) is null => new ReturnNeedsAReason { Field = "reason" },
        AnswerTransfer a => Decision.Of(new ClueTransferAnswered(a.Accepted, Clean(a.Reason))),
        LinkMatter a => Link(clue, a, x),
        RecordResult a => Result(clue, a, x),
        _ => throw new InvalidOperationException($"{act.GetType().Name} is no act of a clue"),
    };

    /// <summary>The clue is with another office, on its way to one, or in the hands of another person.</summary>
    private static Refusal? Misplaced(Clue clue, ClueAct act, ClueContext x)
    {
        if (act is AnswerTransfer)
            return clue.Transfer?.Path == x.Actor.UnitPath ? null : new NoTransferToAnswer();
        if (clue.OfficePath != x.Actor.UnitPath)
            return new ClueIsElsewhere(x.NameOf(clue.Office));
        if (clue.Transfer is { } transfer)
            return new ClueIsUnderTransfer(x.NameOf(transfer.Unit));
        return clue.Person is { } person && person != x.Actor.Id && !x.Actor.Is(Role.OfficeHead) ? new ClueIsAnothers(x.Colleagues.GetValueOrDefault(person, person)) : null;
    }

    private static Decision? Unsettled(Clue clue) =>
        clue.State is ClueState.SetAside or ClueState.Duplicate or ClueState.Closed ? new ClueIsSettled(ClueText.Of(clue.State)) : (Decision?)null;

    private static Decision Assign(string person, ClueContext x, bool taken) =>
        x.Colleagues.TryGetValue(person, out var name) ? Decision.Of(new ClueAssigned(person, name, taken)) : new NotAtWorkHere(person) { Field = "person" };

    private static Decision Judge(Clue clue, JudgeClue a, ClueContext x)
    {
        if (clue.Judged is { Is: not Judgement.NeedsData } judged)
            return new ClueIsJudged(ClueText.Of(judged.Is), judged.On);
        var note = Clean(a.Note);
        switch (a.Judgement)
        {
            case Judgement.SetAside:
                if (x.Words.Reason(a.Reason) is not { } reason)
                    return new SetAsideNeedsAReason([.. x.Words.Reasons.Select(r => r.Id)]) { Field = "reason" };
                return reason.NeedsNote && note is null ? new NoteIsMissing(reason.Title) { Field = "note" }
                    : Decision.Of(new ClueJudged(Judgement.SetAside, reason.Id, reason.Title, note, null, null, null));
            case Judgement.Duplicate:
                if (a.Of == clue.Number.Value)
                    return new DuplicateOfItself { Field = "of" };
                if (x.Other is not { } other)
                    return new NoSuchClue(a.Of ?? "") { Field = "of" };
                return other.Judged is { Is: Judgement.Duplicate, Of: { } of } ? new DuplicateOfADuplicate(other.Number.Value, of) { Field = "of" }
                    : Decision.Of(new ClueJudged(Judgement.Duplicate, null, null, note, other.Number.Value, null, null));
            case Judgement.NeedsData:
                return Clean(a.From) is { } from && Clean(a.What) is { } what
                    ? Decision.Of(new ClueJudged(Judgement.NeedsData, null, null, note, null, from, what))
                    : new DataFromWhom { Field = Clean(a.What) is null ? "what" : "from" };
            default:
                return Decision.Of(new ClueJudged(Judgement.Follow, null, null, note, null, null, null));
        }
    }

    private static Decision Withdraw(Clue clue, WithdrawJudgement a) =>
        clue.Judged is not { } judged ? new ClueIsNotJudged()
        : clue.IsBuiltOn ? new JudgementWasBuiltOn()
        : Clean(a.Reason) is { } reason ? Decision.Of(new ClueJudgementWithdrawn(judged.Is, reason)) : new WithdrawalNeedsAReason { Field = "reason" };

    private static Decision Transfer(Clue clue, TransferClue a, ClueContext x) =>
        clue.IsBuiltOn ? new JudgementWasBuiltOn()
        : Unsettled(clue) is { } settled ? settled
        : x.Target is not { } target ? new NoSuchProcuratorate(a.Unit) { Field = "unit" }
        : target.Path == clue.OfficePath ? new TransferToOneself { Field = "unit" }
        : Clean(a.Reason) is { } reason ? Decision.Of(new ClueTransferred(target.Code, target.Path, target.Name, reason)) : new TransferNeedsAReason { Field = "reason" };

    private static Decision Link(Clue clue, LinkMatter a, ClueContext x) =>
        clue.State is not (ClueState.Followed or ClueState.Closed) ? new ClueIsNotFollowed(ClueText.Of(clue.State))
        : !x.SeesMatter ? new NoSuchMatter(a.Matter) { Field = "matter" }
        : clue.Matters.Contains(a.Matter) ? new ClueIsInThatMatter(a.Matter) { Field = "matter" }
        : Decision.Of(new ClueBecameMatter(a.Matter));

    private static Decision Result(Clue clue, RecordResult a, ClueContext x)
    {
        if (clue.State is not (ClueState.Followed or ClueState.Closed))
            return new ClueIsNotFollowed(ClueText.Of(clue.State));
        if (x.Words.Result(a.Kind) is not { } kind)
            return new UnknownResult([.. x.Words.Results.Select(r => r.Id)]) { Field = "kind" };
        if (a.On < clue.RaisedOn || a.On > x.Today)
            return new ResultOutOfTime($"{clue.RaisedOn:yyyy-MM-dd}", $"{x.Today:yyyy-MM-dd}") { Field = "on" };
        return kind.NeedsNote && Clean(a.Note) is null ? new NoteIsMissing(kind.Title) { Field = "note" } : Decision.Of(new ClueResultRecorded(kind.Id, kind.Title, a.On, Clean(a.Note)));
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
