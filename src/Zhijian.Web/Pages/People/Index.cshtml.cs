using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;
using Zhijian.Web.SignIn;

namespace Zhijian.Web.Pages;

/// <summary>People and their roles; for administrators. For everybody else the page is not there.</summary>
public sealed class PeopleModel(Platform platform, Passwords passwords) : PageModel
{
    private Actor _actor = null!;

    /// <summary>Whose forms are open; null = a new person.</summary>
    [BindProperty(SupportsGet = true, Name = "edit")]
    public string? Edit { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public PersonRow? Open => People.FirstOrDefault(p => p.Id == Edit);

    public PersonInput Input { get; private set; } = new("", "", "", "", [], "");

    public IReadOnlyList<(string Field, Text Says)> Errors { get; private set; } = [];

    public Unit? UnitOf(string code) => platform.Units.Find(code);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _actor = (await HttpContext.ActorAsync())!;
        People = await platform.People.AllAsync(HttpContext.RequestAborted);
        if (!_actor.Is(Role.Administrator) || (Edit is not null && Open is null))
            context.Result = NotFound();
        else
            await next();
    }

    public void OnGet() =>
        Input = Open is { } p ? new PersonInput(p.Id, p.Name, p.NameEn, p.Unit, Names.Roles(p.Roles), "") : Input with { Unit = _actor.Unit };

    public async Task<IActionResult> OnPostSaveAsync(string? id, string? name, string? nameEn, string? unit, string[]? roles, string? password)
    {
        var isNew = Open is null;
        Input = new PersonInput(
            Open?.Id ?? Line(id).ToLowerInvariant(), Line(name), Line(nameEn), Line(unit), [.. (roles ?? []).Select(r => Words.Parse<Role>(r)).OfType<Role>().Distinct()], password ?? "");
        Errors = PeopleForm.Check(Input, isNew, People, platform.Units, _actor);
        if (Errors.Count > 0)
            return Again();
        var refusal = await platform.People.AppointAsync(_actor.Id, new PersonAppointed(Input.Id, Input.Name, Input.NameEn, PeopleForm.UnitOf(Input.Unit, platform.Units)!.Code, Input.Roles));
        if (refusal is not null)
        {
            Errors = [(refusal.Field ?? "id", new Text($"{refusal.Says.Zh}：{refusal.Remedy.Zh}", $"{refusal.Says.En}: {refusal.Remedy.En}"))];
            return Again();
        }
        if (isNew)
            await SetPasswordAsync(Input.Id, Input.Password);
        return Redirect($"/people?edit={Input.Id}&done={(isNew ? "added" : "changed")}");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? password)
    {
        if (Open is not { } person)
            return NotFound();
        OnGet();
        if (PeopleForm.Password(password ?? "") is { } wrong)
        {
            Errors = [("new-password", wrong)];
            return Again();
        }
        await SetPasswordAsync(person.Id, password!);
        return Redirect($"/people?edit={person.Id}&done=password");
    }

    // recorded first: a password that was set without a trace is worse than a trace of one that was not
    private async Task SetPasswordAsync(string person, string password)
    {
        await platform.People.RecordPasswordAsync(_actor, person);
        await passwords.SetAsync(person, password);
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string Line(string? text) => (text ?? "").Trim();
}
