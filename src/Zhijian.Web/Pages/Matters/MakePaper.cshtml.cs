using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Documents;

namespace Zhijian.Web.Pages.Matters;

/// <summary>
/// Making a paper: first the templates that fit, then what the paper says so far beside what only the maker can say and what has to be recorded
/// first. Nothing is recorded before it is made.
/// </summary>
public sealed class MakePaperModel(Platform platform) : MatterPage(platform)
{
    private const string StepName = "make-document";

    public IReadOnlyList<PaperOffer> Offers { get; private set; } = [];

    /// <summary>Null while no template is chosen, or where it does not fit.</summary>
    public PaperPlan? Plan { get; private set; }

    /// <summary>The paper that is made again.</summary>
    public Paper? Again { get; private set; }

    /// <summary>Whom the paper could be about; those chosen are ticked.</summary>
    public IReadOnlyList<FieldOption> Subjects { get; private set; } = [];

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Given { get; private set; } = new Dictionary<string, string>();

    public DateOnly On { get; private set; }

    /// <summary>Nothing was typed yet: what is missing is no error.</summary>
    public bool IsFirst { get; private set; }

    public Refusal? Refusal { get; private set; }

    public StepOutcome.Conflict? Conflict { get; private set; }

    public long Expected { get; private set; }

    public string Key { get; private set; } = "";

    public bool MayMake => May(StepName);

    public async Task<IActionResult> OnGetAsync(string id, string? template, int? paper)
    {
        if (!await OpenAsync(id))
            return NotFound();
        (Expected, Key, On, IsFirst) = (Matter.Version, StepModel.NewKey(), Platform.Runner.Today, true);
        if (paper is { } n)
        {
            if (Matter.Paper(n) is not { } again)
                return NotFound();
            return Show(again.Template, again, [.. again.Subject.Ids], again.Given());
        }
        return Show(template, null, [.. Request.Query["subjects"].OfType<string>().SelectMany(s => s.Split(','))], new Dictionary<string, string>());
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await OpenAsync(id) || !MayMake)
            return NotFound();
        var form = Request.Form;
        Key = form["_key"].ToString() is { Length: > 0 } key ? key : StepModel.NewKey();
        Expected = long.TryParse(form["_version"], out var version) ? version : Matter.Version;
        On = DateOnly.TryParse(form["on"], out var on) ? on : Platform.Runner.Today;
        var again = int.TryParse(form["paper"], out var n) ? Matter.Paper(n) : null;
        var values = form.Where(f => f.Key.StartsWith("v.", StringComparison.Ordinal)).ToDictionary(f => f.Key[2..], f => f.Value.ToString(), StringComparer.Ordinal);
        List<string> subjects = [.. form["subjects"].OfType<string>()];
        var template = form["template"].ToString();
        if (form["act"] != "make")
            return Show(template, again, subjects, values);
        var filled = values.Where(v => v.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        var command = again is null ? new MakeDocument(On, template, subjects, filled) : new MakeDocument(On, Values: filled, Paper: again.N);
        switch (await Platform.Runner.RunAsync(Actor, Matter.Id, Platform.Runner.Steps.Find(StepName)!, command, Expected, Key))
        {
            case StepOutcome.Done:
                return Redirect(At($"/documents?done={StepName}&paper={again?.N ?? Matter.Papers.Count + 1}#done"));
            case StepOutcome.Refused refused:
                Refusal = refused.Refusal;
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Show(template, again, subjects, values);
            case StepOutcome.Conflict conflict:
                await OpenAsync(id);
                (Conflict, Expected) = (conflict, conflict.Version);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Show(template, again, subjects, values);
            case StepOutcome.KeyReused:
                Key = StepModel.NewKey();
                return Show(template, again, subjects, values);
            default:
                return NotFound();
        }
    }

    private IActionResult Show(string? template, Paper? again, IReadOnlyList<string> subjects, IReadOnlyDictionary<string, string> given)
    {
        var by = new PaperBy(Actor.UnitName, Actor.Name);
        (Again, Given) = (again, given);
        if (string.IsNullOrEmpty(template))
        {
            var open = OfferedSteps.Of(Platform.Runner.Steps, Platform.Law, Matter, Duties, Actor).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
            Offers = PaperOffer.Of(Matter, Platform.Law, by, open);
            return Page();
        }
        if (!Platform.Law.Documents.TryGetValue(template, out var chosen))
            return NotFound();
        (Plan, var no) = PaperPlan.Of(chosen, Matter, Platform.Law, subjects, by, given);
        Refusal ??= no;
        Chosen = Plan is null ? subjects : [.. Plan.Papers.SelectMany(p => p.Subject.Ids).Distinct(StringComparer.Ordinal)];
        var all = again is null ? PaperSubjects.Of(Matter, chosen, Platform.Law).Union(Chosen) : Chosen;
        Subjects = [.. all.Where(i => Matter.NameOf(i) is not null).Select(i => new FieldOption(i, new Text($"{i} {Matter.NameOf(i)}", $"{i} {Matter.NameOf(i)}")))];
        return Page();
    }

    /// <summary>The step by which a missing fact is recorded, where the actor may take it.</summary>
    public Step? StepOf(PaperGap gap) => gap.Step is { } name && May(name) ? Platform.Runner.Steps.Find(name) : null;

    public Text TitleOf(PaperGap gap) => Platform.Law.Procedures[gap.Step!].Title;
}
