using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Reading;
using Zhijian.Offices;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Registers a matter: right, holders, suspects with their charges, amounts with their source.</summary>
[RequestFormLimits(ValueLengthLimit = MostPasted, ValueCountLimit = 4096)]
public sealed class NewModel(Platform platform) : PageModel
{
    /// <summary>Bytes of a paste as a form sends it: nine for a Chinese character.</summary>
    private const int MostPasted = FactReader.Longest * 9 + (1 << 16);

    /// <summary>What a link may fill in.</summary>
    private static readonly string[] FromLink = ["title", "note", "clue"];

    public LawBook Law => platform.Law;

    public Actor Actor { get; private set; } = null!;

    public IReadOnlyList<PersonRow> Prosecutors { get; private set; } = [];

    public RegisterForm Values { get; private set; } = null!;

    /// <summary>What was pasted and asked to be read; null without it.</summary>
    public PastedFacts? Pasted { get; private set; }

    /// <summary>What came of ticking.</summary>
    public Text? Said { get; private set; }

    public string SaidState { get; private set; } = "ok";

    public Refusal? Refusal { get; private set; }

    public string Key { get; private set; } = "";

    public bool Allowed { get; private set; }

    /// <summary>The clue from which the matter is registered; the way leads back to it.</summary>
    public string? Clue => ClueNumber.TryParse(Values["clue"])?.Value;

    private Step Step => platform.Runner.Steps.Find("register-matter")!;

    public IReadOnlyList<Role> Who => Step.Procedure.Who;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        Key = StepModel.NewKey();
        var lead = Actor.Is(Role.Prosecutor) ? Actor.Id : "";
        var given = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["on"] = [platform.Runner.Today.ToString("yyyy-MM-dd")], ["secrecy"] = ["internal"], ["lead"] = [lead] };
        foreach (var field in FromLink.Where(Request.Query.ContainsKey))
            given[field] = [Request.Query[field].ToString()];
        Values = new RegisterForm(given);
        if (!Allowed)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        if (!Allowed)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }
        Values = new RegisterForm(Request.Form.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()], StringComparer.Ordinal));
        Key = Values["_key"] is { Length: > 0 } key ? key : StepModel.NewKey();
        if (Values["_read"].Length + Values["_take"].Length > 0 || Values["paste.mark"].Length > 0)
            Pasted = PastedFacts.Of(Values["paste"], Law.Vocabulary);
        if (Values["_take"].Length > 0)
            Take();
        if (Values["_more"].Length + Values["_read"].Length + Values["_take"].Length > 0)
            return Page(); // more rows, or a text to read: nothing is checked yet
        if (Values.Bind(Law) is { } command)
            switch (await platform.Runner.RunAsync(Actor, null, Step, command, idempotencyKey: Key))
            {
                case StepOutcome.Done done:
                    return Redirect(Clue is { } clue ? $"/clues/{clue}?matter={done.Matter}#acts" : $"/matters/{done.Matter}?done=0-{done.Version}#done");
                case StepOutcome.Refused refused:
                    Refusal = refused.Refusal;
                    Values.Add(new FieldError(RegisterForm.FieldOf(refused.Refusal.Field), refused.Refusal.Says));
                    break;
                case StepOutcome.KeyReused:
                    Key = StepModel.NewKey();
                    Values.Add(new FieldError("", new Text("这张表单已提交过，内容不同；核对后再次提交即另登记一案", "this form was submitted before with other content; submitting again registers another matter")));
                    break;
                default:
                    Values.Add(new FieldError("", new Text("编号刚被他人占用，请再次提交", "the number was just taken by somebody else; submit again")));
                    break;
            }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Take()
    {
        if (Pasted is null || Pasted.Mark != Values["paste.mark"])
        {
            (Said, SaidState) = (new Text("文字已改动，建议已重新读出，请再勾选", "the text was changed and has been read again; tick again"), "warn");
            return;
        }
        (Values, var taken, var noPlace) = Pasted.Take(Values);
        (Said, SaidState) = (taken, noPlace) switch
        {
            (0, 0) => (new Text("没有勾选任何一条", "nothing was ticked"), "warn"),
            (_, 0) => (new Text($"已填入 {taken} 条；尚未登记，请核对下面的表单", $"{taken} put into the form; nothing is registered yet, look it over below"), "ok"),
            _ => (new Text($"已填入 {taken} 条，{noPlace} 条没有填入：行数已满或栏目不符", $"{taken} put into the form, {noPlace} not: no row left, or not for that field"), "warn"),
        };
    }

    private async Task<bool> OpenAsync()
    {
        if (await HttpContext.ActorAsync() is not { } actor)
            return false;
        (Actor, Allowed) = (actor, Step.Procedure.Who.Any(actor.Is));
        Prosecutors = [.. (await platform.People.OfUnitAsync(actor.Unit, HttpContext.RequestAborted)).Where(p => Names.Roles(p.Roles).Contains(Role.Prosecutor))];
        return true;
    }
}
