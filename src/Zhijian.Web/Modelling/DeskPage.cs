using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Supervision;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Modelling;

/// <summary>What the pages of models, runs and data sets share. For whoever only administers they do not exist.</summary>
public abstract class DeskPage(Platform platform, Ui ui) : PageModel
{
    private IReadOnlyDictionary<string, PersonRow> _people = new Dictionary<string, PersonRow>();

    public Actor Actor { get; private set; } = null!;

    /// <summary>Whether the actor has a role to run and import, and this machine can.</summary>
    public bool MayAct => UnitSets.MayImport(Actor) && SupervisionDesk.CanRun;

    protected Platform Platform => platform;

    protected SupervisionDesk Desk => platform.Supervision;

    protected CancellationToken Stop => HttpContext.RequestAborted;

    public string NameOf(string person) => Names.Of(_people.GetValueOrDefault(person), ui.IsEnglish) ?? person;

    public string UnitOf(string? code) => code is null ? ui["未知", "unknown"] : platform.Units.Find(code) is { } unit ? Names.Of(unit, ui.IsEnglish) : code;

    /// <summary>A value as people read it.</summary>
    public string Show(string? value, ColumnType type) => ExplanationTemplate.Show(value, type, ui.Language);

    protected async Task<bool> OpenAsync()
    {
        Actor = (await HttpContext.ActorAsync())!;
        return Actor.Roles.Any(r => r != Role.Administrator);
    }

    protected async Task NamesAsync(IEnumerable<string> people) => _people = await platform.People.FindAsync(people, Stop);
}
