using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Models;

/// <summary>One model: what it means, on what law it rests, its figures, data, SQL, examples and runs; and where it is run.</summary>
public sealed class ModelModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    /// <summary>What a field of the form is called: the parameter behind it.</summary>
    public const string Prefix = "p.";

    private readonly Ui _ui = ui;
    private Dictionary<string, string> _given = new(StringComparer.Ordinal);

    public SupervisionModel Is { get; private set; } = null!;

    public IReadOnlyList<(SetHave Have, IReadOnlyList<string> Used)> Sets { get; private set; } = [];

    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public IReadOnlyList<string> Engines { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public string Engine { get; private set; } = "";

    /// <summary>What was typed for a parameter; its default before.</summary>
    public string ValueOf(ModelParameter parameter) => _given.GetValueOrDefault(parameter.Id) ?? parameter.Default ?? "";

    public bool IsWrong(ModelParameter parameter) => Refusal?.Field == parameter.Id;

    /// <summary>The sets that the refusal asks for.</summary>
    public IEnumerable<DataSet> Missing => Refusal is SetsMissing missing ? Sets.Select(s => s.Have.Set).Where(s => missing.Sets.Contains(s.Title)) : [];

    /// <summary>A table of an example: rows of a set, or, without one, what it finds.</summary>
    public ShownTable TableOf(string name, DataRows rows, DataSet? set)
    {
        var columns = rows.Columns.Select(c => set?.Find(c) is { } column ? (column.Title, column.Type) : Is.Values.FirstOrDefault(v => v.Name == c) is { } value ? (value.Title, value.Type) : (ShownTable.TitleOf(c), ColumnType.Text)).ToList();
        return new ShownTable(name, [.. columns.Select(c => _ui[c.Item1])], [.. rows.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select((value, i) => Show(value, columns[i].Item2))])]);
    }

    public string Day(DateOnly? day) => day is { } d ? $"{d:yyyy-MM-dd}" : _ui["至今", "now"];

    /// <summary>How it runs by itself in the unit; null when it does not.</summary>
    public ScheduleRow? Schedule { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? act) => act is null && await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? act)
    {
        if (act is not (null or "schedule") || !await ReadAsync(id))
            return NotFound();
        _given = Is.Parameters.Where(p => p.IsAdjustable).ToDictionary(p => p.Id, p => Request.Form[Prefix + p.Id].ToString().Trim(), StringComparer.Ordinal);
        Engine = Request.Form["engine"].ToString() is { Length: > 0 } engine ? engine : Engine;
        var changed = _given.Where(g => g.Value.Length > 0 && g.Value != Is.Parameter(g.Key)!.Default).ToDictionary(StringComparer.Ordinal);
        if (!Supervision.SupervisionDesk.CanRun)
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        var (run, refusal) = act is null
            ? await Desk.Runs.StartAsync(Actor, new RunOrder(Is.Id, changed, Engine), ct: Stop)
            : (null, await Desk.Schedules.SetAsync(Actor, Is.Id, Words.Parse<Cadence>(Request.Form["every"]), changed));
        if (refusal is null)
            return Redirect(run is null ? $"/models/{Is.Id}#arranged" : $"/models/runs/{run}");
        Refusal = refusal;
        Response.StatusCode = refusal is NotForThisRole ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ReadAsync(string id)
    {
        if (!await OpenAsync() || Desk.Models.Find(id) is not { } model)
            return false;
        Is = model;
        var newest = await Desk.Sets.NewestAsync(Actor, Stop);
        var own = await Desk.Runs.OwnReadAsync(Actor, Stop);
        Sets = [.. model.Inputs.Select(i => (new SetHave(Desk.Catalogue.Find(i.Key)!, newest.GetValueOrDefault(i.Key), own.GetValueOrDefault(i.Key)), i.Value))];
        Runs = await Desk.Runs.ListAsync(Actor, model.Id, 10, Stop);
        Engines = [.. Desk.Runs.Engines];
        Engine = Engines[0];
        Schedule = (await Desk.Schedules.OfAsync(Actor, Stop)).GetValueOrDefault(model.Id);
        await NamesAsync(Runs.Select(r => r.Person).Append(Schedule?.Person ?? ""));
        return true;
    }
}
