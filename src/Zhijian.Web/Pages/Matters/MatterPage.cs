using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Offices;
using Zhijian.Store;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A page inside a matter. Who may not see the matter gets the same answer as for an id that was never given.</summary>
public abstract class MatterPage(Platform platform) : PageModel
{
    public Platform Platform => platform;

    public Actor Actor { get; private set; } = null!;

    public Matter Matter { get; private set; } = null!;

    public IReadOnlyList<StoredEvent> Events { get; private set; } = [];

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>Everyone whose name the page may need: the office, the circle, and who recorded something.</summary>
    public PersonNames People { get; private set; } = new([]);

    public string At(string rest = "") => $"/matters/{Matter.Id}{rest}";

    /// <summary>False: answer 404.</summary>
    protected async Task<bool> OpenAsync(string id)
    {
        if (MatterId.TryParse(id) is not { } matterId || await HttpContext.ActorAsync() is not { } actor)
            return false;
        Events = await platform.Store.LoadAsync(matterId.Value, HttpContext.RequestAborted);
        var matter = MatterFold.Fold(matterId, Events, await platform.Store.LoadAsync(KeptExhibits.StreamOf(matterId), HttpContext.RequestAborted), actor.Id);
        if (!Access.MaySee(actor, matter))
            return false;
        (Actor, Matter, Duties) = (actor, matter, platform.Runner.DutiesOf(matter));
        People = await ReadPeopleAsync(matter);
        return true;
    }

    private async Task<PersonNames> ReadPeopleAsync(Matter matter)
    {
        var unit = matter.OfficePath.TrimEnd('/').Split('/')[^1];
        var rows = (await platform.People.OfUnitAsync(unit, HttpContext.RequestAborted)).ToList();
        foreach (var id in Events.Select(e => e.Actor).Concat(matter.Circle).Distinct(StringComparer.Ordinal).Except(rows.Select(r => r.Id), StringComparer.Ordinal).ToList())
            if (await platform.People.ActorAsync(id, HttpContext.RequestAborted) is { } other)
                rows.Add(new PersonRow(other.Id, other.Name, other.Name, other.Unit, string.Join(',', other.Roles.Select(Words.Kebab))));
        return new PersonNames(rows);
    }

    /// <summary>The files that the person has read, by exhibit.</summary>
    protected async Task<HashSet<(string Exhibit, string File)>> ReadAsync() =>
        [.. (await platform.ReadingMarks.VisitsAsync(Actor.Id, Matter.Id.Value, HttpContext.RequestAborted)).Select(v => (v.Exhibit, v.File))];

    protected bool May(string step) => platform.Runner.Steps.Find(step) is { } s && Access.May(Actor, s.Procedure, Matter)
        && (Matter.ClosedOn is null || s.Procedure.AfterClosing);
}
