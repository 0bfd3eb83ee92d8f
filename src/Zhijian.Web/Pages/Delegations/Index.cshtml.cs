using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;

namespace Zhijian.Web.Pages;

/// <summary>Who of the unit may approve which papers in place of the head, and until when. Everybody of the unit reads it; its head gives and ends it.</summary>
public sealed class DelegationsModel(Platform platform) : PageModel
{
    private Actor _actor = null!;

    public IReadOnlyList<DelegationRow> Standing { get; private set; } = [];

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    /// <summary>Those who could be entrusted.</summary>
    public IReadOnlyList<PersonRow> Prosecutors => [.. People.Where(p => p.Id != _actor.Id && Names.Roles(p.Roles).Contains(Role.Prosecutor))];

    public IReadOnlyList<DocumentTemplate> Papers => [.. platform.Delegations.Delegable.OrderBy(t => t.Track).ThenBy(t => t.Id, StringComparer.Ordinal)];

    public bool MayDelegate => _actor.Is(Role.OfficeHead);

    public string Person { get; private set; } = "";

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public string Until { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Refusal? Refusal { get; private set; }

    public bool Done { get; private set; }

    public DateOnly Today => platform.Runner.Today;

    public string NameOf(string person) => People.FirstOrDefault(p => p.Id == person)?.Name ?? person;

    public Text TitleOf(string template) => platform.Law.Documents.TryGetValue(template, out var known) ? known.Name : new Text(template, template);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _actor = (await HttpContext.ActorAsync())!;
        await ReadAsync();
        await next();
    }

    public void OnGet(string? done) => Done = done is not null;

    public async Task<IActionResult> OnPostAsync(string? person, string[]? papers, string? until, string? reason)
    {
        (Person, Chosen, Until, Reason) = (person ?? "", papers ?? [], until ?? "", reason ?? "");
        // no day is a day before the first: the refusal says what is wanted
        var last = DateOnly.TryParseExact(Until, "yyyy-MM-dd", out var day) ? day : DateOnly.MinValue;
        return Answer(await platform.Delegations.DelegateAsync(_actor, new ApprovalDelegated(Person, _actor.Unit, Chosen, Today, last, Reason)));
    }

    public async Task<IActionResult> OnPostEndAsync(string? person) => Answer(await platform.Delegations.EndAsync(_actor, person ?? "", Today, ""));

    private IActionResult Answer(Refusal? refusal)
    {
        if (refusal is null)
            return Redirect("/delegations?done=1");
        Refusal = refusal;
        Response.StatusCode = refusal is OnlyTheHeadDelegates ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ReadAsync()
    {
        Standing = await platform.Delegations.OfUnitAsync(_actor.Unit, Today, HttpContext.RequestAborted);
        People = await platform.People.OfUnitAsync(_actor.Unit, HttpContext.RequestAborted);
    }
}
