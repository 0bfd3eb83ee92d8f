using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters;

/// <summary>
/// One row of the workbench: what somebody owes in a matter, by when and why. The same duty of several persons with the same clock is one
/// row. A matter of the office that no clock runs in still has a row: what is left to do.
/// </summary>
public sealed record WorkItem
{
    public required string Matter { get; init; }

    /// <summary>The duty's key (the first, when several persons share the row); “next” for a row without a clock.</summary>
    public required string Key { get; init; }

    public required Holder Holder { get; init; }

    public required Track Track { get; init; }

    public required Stage? Stage { get; init; }

    /// <summary>The step to take; null = record that it was done.</summary>
    public required string? Step { get; init; }

    public required Text Title { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required string Subjects { get; init; }

    /// <summary>The same persons or right holders by their ids in the matter, separated by commas: P1,P2.</summary>
    public required string SubjectIds { get; init; }

    /// <summary>Their charges, as articles.</summary>
    public required string Charges { get; init; }

    public required Custody Custody { get; init; }

    public required string? OpenedOn { get; init; }

    public required DateOnly? Due { get; init; }

    /// <summary>False where the last day stands even on a holiday: it must be done before.</summary>
    public required bool Moves { get; init; }

    public required string Law { get; init; }

    public required RefStatus LawStatus { get; init; }

    /// <summary>7 日, 1 个月 + 15 日</summary>
    public required Text Length { get; init; }

    /// <summary>How the date came about, in few words: 在押不顺延; 10-03 顺延.</summary>
    public required Text Remark { get; init; }

    public required Text? Question { get; init; }
}

/// <summary>What is to be done in a matter, from its duties and its state. Pure.</summary>
public static class WorkItems
{
    public static IReadOnlyList<WorkItem> Of(Matter matter, IReadOnlyList<Duty> duties)
    {
        if (matter.ClosedOn is not null)
            return [];
        var open = duties.Where(d => d.Status == DutyStatus.Open).ToList();
        var items = open
            .GroupBy(d => (d.Rule.Id, d.Count.Due, d.OpenedOn, d.Term.Id, Moves: Moves(d), Remark: Remark(d), d.Count.Question, Length: LengthOf(d), Stage: StageOf(matter, d)))
            .Select(g => FromDuties(matter, [.. g]))
            .ToList();
        // a published case whose record ends in the middle has no next step that we know of
        if (!open.Any(d => d.Rule.Holder == Holder.Office) && NextWithoutClock(matter) is { } next)
            items.Add(next);
        return items;
    }

    private static Stage? StageOf(Matter matter, Duty duty) => duty.Subject is { } s && matter.Person(s) is { Accusations: [var first, ..] } ? first.Stage : null;

    private static WorkItem FromDuties(Matter matter, IReadOnlyList<Duty> duties)
    {
        var (first, rule) = (duties[0], duties[0].Rule);
        var persons = duties.Select(d => d.Subject is { } s ? matter.Person(s) : null).OfType<Person>().ToList();
        return new WorkItem
        {
            Matter = matter.Id.Value,
            Key = first.Key,
            Holder = rule.Holder,
            Track = matter.TrackOf(first),
            Stage = StageOf(matter, first) ?? (rule.Scope == DutyScope.RightHolder ? Stage.ProsecutionReview : null),
            Step = rule.Step,
            Title = rule.Title,
            Subjects = string.Join('、', duties.Select(d => matter.NameOf(d.Subject)).OfType<string>().Distinct()),
            SubjectIds = string.Join(',', duties.Select(d => d.Subject).OfType<string>().Distinct()),
            Charges = string.Join('、', (persons.Count > 0 ? persons : matter.Persons).SelectMany(p => p.Accusations.Select(a => a.Charge)).Distinct()),
            Custody = rule.Scope != DutyScope.Person ? Custody.Free : duties.Any(d => d.Custody == Custody.Detained) ? Custody.Detained : first.Custody,
            OpenedOn = first.OpenedOn.Value,
            Due = first.Count.Due,
            Moves = Moves(first),
            Law = (first.Count.Value?.Reference ?? first.Term.Values[^1].Reference).Article,
            LawStatus = (first.Count.Value?.Reference ?? first.Term.Values[^1].Reference).Status,
            Length = LengthOf(first),
            Remark = Remark(first),
            Question = first.Count.Question,
        };
    }

    private static bool Moves(Duty duty) => duty.Term.Counting.LastDay switch
    {
        LastDay.Moves => true,
        LastDay.MovesUnlessInCustody => duty.Custody != Custody.Detained,
        _ => false,
    };

    /// <summary>7 日, 1 个月 + 15 日; empty where nothing could be counted.</summary>
    public static Text LengthOf(Duty duty)
    {
        if (duty.Count.Value is not { } value)
            return new Text("", "");
        var all = new[] { value }.Concat(duty.From?.Extensions.Select(e => e.Value) ?? []).Select(Lengths.In).ToList();
        return new Text(string.Join(" + ", all.Select(t => t.Zh)), string.Join(" + ", all.Select(t => t.En)));
    }

    /// <summary>What happened to the last day, in few words; empty when nothing did.</summary>
    public static Text Remark(Duty duty) => duty.Count switch
    {
        { Due: { } due, UnmovedEnd: { } end } when end < due => new Text($"{end:MM-dd} 顺延", $"moved from {end:d MMM}"),
        _ when duty.Custody == Custody.Detained && duty.Term.Counting.LastDay == LastDay.MovesUnlessInCustody => new Text("在押不顺延", "not extended in custody"),
        _ => new Text("", ""),
    };

    private static WorkItem? NextWithoutClock(Matter matter)
    {
        var charges = matter.Accusations.Select(a => a.Accusation).ToList();
        var (step, title) = matter switch
        {
            { Published: null } when charges.Any(a => a.Stage == Stage.Registered) => ("accept-transfer", new Text("受理移送", "Accept the transfer")),
            _ when matter.Published is null && charges.Any(a => !a.Stage.IsFinal()) => (null, default),
            { Checks.Count: < 4 } => ("record-check", new Text("填写一案四查", "Fill the four-check board")),
            _ => ("close-matter", new Text("结案", "Close the matter")),
        };
        if (step is null)
            return null;
        return new WorkItem
        {
            Matter = matter.Id.Value,
            Key = "next",
            Holder = Holder.Office,
            Track = matter.Tracks.Count > 0 ? matter.Tracks.First() : Track.Criminal,
            Stage = charges.Count > 0 ? charges[0].Stage : null,
            Step = step,
            Title = title,
            Subjects = string.Join('、', matter.Persons.Select(p => p.Name)),
            SubjectIds = "", // a step without a clock is open for whom its page says
            Charges = string.Join('、', charges.Select(a => a.Charge).Distinct()),
            Custody = Custody.Free,
            OpenedOn = null,
            Due = null,
            Moves = true,
            Law = "",
            LawStatus = RefStatus.Verified,
            Length = new Text("", ""),
            Remark = new Text("", ""),
            Question = null,
        };
    }
}
