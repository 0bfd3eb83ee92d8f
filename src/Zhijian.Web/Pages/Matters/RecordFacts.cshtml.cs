using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The form of the facts of one person and charge (查明事实): every field may stay empty, and “none” is an answer of its own.</summary>
public sealed class RecordFactsModel(Platform platform) : MatterPage(platform)
{
    public Person Person { get; private set; } = null!;

    public Charge Charge { get; private set; } = null!;

    public FactFields Fields { get; private set; } = null!;

    public FactsForm Form { get; private set; } = null!;

    public string On { get; private set; } = "";

    /// <summary>The list for which more rows were asked for.</summary>
    public string? More { get; private set; }

    public long Expected { get; private set; }

    public string Key { get; private set; } = "";

    public Refusal? Refusal { get; private set; }

    public StepOutcome.Conflict? Conflict { get; private set; }

    public bool MayRecord => May("record-facts");

    public string Back => At($"/assessment/{Person.Id}/{Charge.Id}");

    public async Task<IActionResult> OnGetAsync(string id, string person, string charge)
    {
        if (!await OpenAsync(id, person, charge))
            return NotFound();
        (Form, On, Expected, Key) = (FactsForm.Of(Matter.Established(person, charge)), $"{Platform.Runner.Today:yyyy-MM-dd}", Matter.Version, StepModel.NewKey());
        if (!MayRecord)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string person, string charge)
    {
        if (!await OpenAsync(id, person, charge))
            return NotFound();
        var typed = Request.Form;
        (On, More) = (typed["on"].ToString(), typed["_more"].ToString() is { Length: > 0 } more ? more : null);
        Key = typed["_key"].ToString() is { Length: > 0 } key ? key : StepModel.NewKey();
        Expected = long.TryParse(typed["_version"], out var version) ? version : Matter.Version;
        (Form, var facts) = FactsForm.Read(typed.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())), Fields);
        if (More is not null)
        {
            Form = Form.With([]);
            return Page();
        }
        List<FieldError> errors = [.. Form.Errors];
        if (PartialDate.TryParse(On)?.Day is not { } on)
        {
            errors.Add(new FieldError("on", new Text($"“{On}”不是日期，例如 2026-09-28", $"“{On}” is no date, e.g. 2026-09-28")));
            return Again(errors);
        }
        if (facts is not null)
            errors.AddRange(RecordFacts.Errors(facts, Person, charge, Platform.Law, on).Select(e => new FieldError(e.Path, e.Says)));
        return errors.Count > 0 || facts is null ? Again(errors) : await RecordAsync(id, new RecordFacts(on, person, charge, facts));
    }

    private async Task<IActionResult> RecordAsync(string id, RecordFacts command)
    {
        switch (await Platform.Runner.RunAsync(Actor, Matter.Id, Platform.Runner.Steps.Find("record-facts")!, command, Expected, Key))
        {
            case StepOutcome.Done:
                return Redirect(Back);
            case StepOutcome.Refused refused:
                Refusal = refused.Refusal;
                return Again(refused.Refusal.Field is { } field ? [new FieldError(field.Replace("facts.", ""), refused.Refusal.Says)] : []);
            case StepOutcome.Conflict conflict:
                Conflict = conflict;
                await OpenAsync(id);
                Expected = conflict.Version;
                return Again([]);
            case StepOutcome.KeyReused:
                Key = StepModel.NewKey();
                return Again([new FieldError("", new Text("这张表单已提交过，内容不同；核对后再次提交即另记一条", "this form was submitted before with other content; check it, submitting again records it anew"))]);
            case StepOutcome.Forbidden:
                Response.StatusCode = StatusCodes.Status403Forbidden;
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> OpenAsync(string id, string person, string charge)
    {
        if (!await OpenAsync(id) || Matter.Person(person) is not { } found || found.Accusations.All(a => a.Charge != charge) || !Platform.Law.Charges.TryGetValue(charge, out var known))
            return false;
        (Person, Charge, Fields) = (found, known, new FactFields(Platform.Law, known, found));
        return true;
    }

    private PageResult Again(IReadOnlyList<FieldError> errors)
    {
        Form = Form.With(errors);
        Response.StatusCode = Conflict is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Page();
    }
}
