using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Pages.Matters;

/// <summary>What came of the events after a version: what was recorded, which duties it opened, ended or moved. Pure.</summary>
/// <param name="Moved">Duties whose due date is another now, with the date before.</param>
public sealed record Changes(
    IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<Duty> Opened, IReadOnlyList<Duty> Ended, IReadOnlyList<(Duty Duty, DateOnly? Before)> Moved)
{
    /// <param name="after">The version before the change.</param>
    /// <param name="until">The last version of it; later ones are left out.</param>
    public static Changes Of(MatterId id, IReadOnlyList<StoredEvent> events, long after, long until, Func<Matter, IReadOnlyList<Duty>> dutiesOf)
    {
        var now = MatterFold.Fold(id, [.. events.Where(e => e.Version <= until)]);
        var before = MatterFold.Fold(id, [.. events.Where(e => e.Version <= after)]);
        var old = dutiesOf(before).ToDictionary(d => d.Key, StringComparer.Ordinal);
        var duties = dutiesOf(now);
        return new Changes(
            [.. now.Timeline.Where(t => t.Recorded.Version > after)],
            [.. duties.Where(d => !old.ContainsKey(d.Key) && d.Status == DutyStatus.Open).OrderBy(d => d.Count.Due ?? DateOnly.MaxValue)],
            [.. duties.Where(d => d.Status == DutyStatus.Discharged && old.TryGetValue(d.Key, out var o) && o.Status == DutyStatus.Open)],
            [.. duties.Where(d => d.Status == DutyStatus.Open && old.TryGetValue(d.Key, out var o) && o.Count.Due != d.Count.Due).Select(d => (d, old[d.Key].Count.Due))]);
    }

    /// <summary>“12-14”: the versions after 12 up to 14. Anything else, or what lies outside the record, is null.</summary>
    public static (long After, long Until)? Range(string? text, long last)
    {
        if (text?.Split('-') is not [var a, var b] || !long.TryParse(a, out var after) || !long.TryParse(b, out var until))
            return null;
        return after >= 0 && after < until && until <= last ? (after, until) : null;
    }
}
