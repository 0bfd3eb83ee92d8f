using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Clocks of a matter: the same duty of several persons that ends on the same day for the same reason is one row.</summary>
/// <param name="First">The duty to whose page the row leads.</param>
public sealed record ClockRow(Duty First, string Subjects, int Count)
{
    /// <summary>Pure. Ours first, then those of others, then those whose outcome was not published; in each the earliest first.</summary>
    public static IReadOnlyList<ClockRow> Of(Matter matter, IReadOnlyList<Duty> duties) => [.. duties
        .Where(d => d.Status != DutyStatus.Discharged)
        .GroupBy(d => (d.Rule.Id, d.Status, d.OpenedOn, d.Count.Due, d.Count.Question, Remark: WorkItems.Remark(d)))
        .Select(g => new ClockRow(g.First(), string.Join('、', g.Select(d => matter.NameOf(d.Subject)).OfType<string>().Distinct()), g.Count()))
        .OrderBy(r => r.First.Status).ThenBy(r => r.First.Rule.Holder != Holder.Office).ThenBy(r => r.First.Count.Due ?? DateOnly.MaxValue)];

    public LegalRef Law => LawOf(First);

    public static LegalRef LawOf(Duty duty) => (duty.Count.Value ?? duty.Term.Values[^1]).Reference;
}

/// <summary>What the office and others had to do, one row a rule; what is not done stands first.</summary>
/// <param name="Late">Done after the due date.</param>
public sealed record DutyRow(Duty First, string Subjects, DutyStatus Status, PartialDate? DoneOn, bool Late)
{
    /// <summary>Ids of the persons or right holders of the row, for the link to the step.</summary>
    public IReadOnlyList<string> Ids { get; private init; } = [];

    /// <summary>From the matter's address on: where the duty is done. Null where it has been.</summary>
    public string? Href(StepCatalogue steps) => Status != DutyStatus.Open ? null : NextAction.HrefOf(First, steps, Ids);

    /// <summary>Pure.</summary>
    public static IReadOnlyList<DutyRow> Of(Matter matter, IReadOnlyList<Duty> duties) => [.. duties
        .GroupBy(d => (d.Rule.Id, d.Ordinal, d.Status, d.DischargedOn, d.Count.Due))
        .Select(g => new DutyRow(
            g.First(), string.Join('、', g.Select(d => matter.NameOf(d.Subject)).OfType<string>().Distinct()), g.Key.Status, g.Key.DischargedOn,
            g.Key is { DischargedOn.Day: { } done, Due: { } due } && done > due)
        {
            Ids = [.. g.Select(d => d.Subject).OfType<string>()],
        })
        .OrderBy(r => r.Status switch { DutyStatus.Open => 0, DutyStatus.Unrecorded => 1, _ => 2 })
        .ThenBy(r => r.First.Count.Due ?? DateOnly.MaxValue)];
}

/// <summary>A proposed correction that nobody confirmed yet.</summary>
public sealed record PendingCorrection(TimelineEntry Entry, CorrectionView View)
{
    public long Version => Entry.Recorded.Version;

    /// <summary>Pure.</summary>
    public static IReadOnlyList<PendingCorrection> Of(Matter matter, StepCatalogue steps)
    {
        var done = matter.Timeline.Select(t => t.Event).OfType<CorrectionConfirmed>().Select(c => c.Proposal).ToHashSet();
        return [.. matter.Timeline.Where(t => t.Event is CorrectionProposed && !done.Contains(t.Recorded.Version))
            .Select(t => new PendingCorrection(t, CorrectionView.Of(matter, (CorrectionProposed)t.Event, steps)))];
    }
}
