using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Offices;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Registers a matter: right, holders, suspects with their charges, amounts with their source.</summary>
public sealed class NewModel(Platform platform) : PageModel
{
    public LawBook Law => platform.Law;

    public Actor Actor { get; private set; } = null!;

    public IReadOnlyList<PersonRow> Prosecutors { get; private set; } = [];

    public RegisterForm Values { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public string Key { get; private set; } = "";

    public bool Allowed { get; private set; }

    private Step Step => platform.Runner.Steps.Find("register-matter")!;

    public IReadOnlyList<Role> Who => Step.Procedure.Who;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await OpenAsync())
            return NotFound();
        Key = StepModel.NewKey();
        var lead = Actor.Is(Role.Prosecutor) ? Actor.Id : "";
        Values = new RegisterForm(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["on"] = [platform.Runner.Today.ToString("yyyy-MM-dd")], ["secrecy"] = ["internal"], ["lead"] = [lead] });
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
        if (Values["_more"].Length > 0)
            return Page(); // more rows: nothing is checked yet
        if (Values.Bind(Law) is { } command)
            switch (await platform.Runner.RunAsync(Actor, null, Step, command, idempotencyKey: Key))
            {
                case StepOutcome.Done done:
                    return Redirect($"/matters/{done.Matter}?done=0-{done.Version}#done");
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

    private async Task<bool> OpenAsync()
    {
        if (await HttpContext.ActorAsync() is not { } actor)
            return false;
        (Actor, Allowed) = (actor, Step.Procedure.Who.Any(actor.Is));
        Prosecutors = [.. (await platform.People.OfUnitAsync(actor.Unit, HttpContext.RequestAborted)).Where(p => Names.Roles(p.Roles).Contains(Role.Prosecutor))];
        return true;
    }
}
