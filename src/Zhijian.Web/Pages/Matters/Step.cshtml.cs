using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The form of any step, from its command record: what is asked stands there, what the law says stands beside it.</summary>
public sealed class StepModel(Platform platform) : MatterPage(platform)
{
    public Step Step { get; private set; } = null!;

    public IReadOnlyList<FieldView> Fields { get; private set; } = [];

    /// <summary>Errors that belong to no field.</summary>
    public IReadOnlyList<Text> Errors { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public StepOutcome.Conflict? Conflict { get; private set; }

    /// <summary>Roles that may, when the actor may not.</summary>
    public IReadOnlyList<Role>? Needed { get; private set; }

    /// <summary>The version on which the next submission rests.</summary>
    public long Expected { get; private set; }

    /// <summary>The version that the actor had seen when somebody else changed the matter.</summary>
    public long OldVersion { get; private set; }

    /// <summary>The same form sent twice is recorded once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Nobody of the matter is in a stage in which the step is open, or the matter is closed.</summary>
    public bool IsOpen => !(Matter.ClosedOn is not null && !Step.Procedure.AfterClosing)
        && (Step.Procedure.From.Count == 0 || (Step.Procedure.Scope == StepScope.Proceeding ? Step.OpenIn(Matter).Count > 0 : Step.OpenFor(Matter).Count > 0));

    /// <summary>What was taken over from the matter, for a proceeding that is opened from a question of the board.</summary>
    public IReadOnlyDictionary<string, string> Carried { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Open duties that the step discharges; where it is not itself named, the office's duties towards persons in the same stage.</summary>
    public IReadOnlyList<Duty> ClocksOfStep
    {
        get
        {
            var open = Duties.Where(d => d.Status == DutyStatus.Open).ToList();
            var own = open.Where(d => d.Rule.Step == Step.Name).ToList();
            return own.Count > 0 ? own : [.. open.Where(d => d.Rule is { Holder: Holder.Office, Step: { } name }
                && Platform.Runner.Steps.Find(name)!.Procedure is { To.Count: > 0 } other && other.From.Any(Step.Procedure.From.Contains))];
        }
    }

    /// <summary>The papers that belong to the step, each with the templates from which it can be made.</summary>
    public IEnumerable<(string Name, DocumentTemplate? Template)> Papers => Step.Procedure.Documents.SelectMany(name =>
        Platform.Law.Documents.Values.Where(t => t.Title.Zh == name && t.Steps.Contains(Step.Name)).DefaultIfEmpty().Select(t => (name, t)));

    public async Task<IActionResult> OnGetAsync(string id, string step)
    {
        if (!await OpenAsync(id, step))
            return NotFound();
        if (ElsewhereOf(Step.Name) is { } address)
            return Redirect(address);
        if (!Access.May(Actor, Step.Procedure, Matter))
            return Forbidden(Step.Procedure.Who);
        (Expected, Key) = (Matter.Version, NewKey());
        var given = Request.Query.ToDictionary(q => q.Key, q => (IReadOnlyList<string>)[.. q.Value.OfType<string>()], StringComparer.Ordinal);
        Carried = FromCheck.Carry(Matter, Platform.Law, Step, Request.Query["check"]);
        foreach (var (field, value) in Carried)
            given.TryAdd(field, [value]);
        Show(given, isAnswer: false, []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string step)
    {
        if (!await OpenAsync(id, step) || ElsewhereOf(Step.Name) is not null)
            return NotFound();
        var form = Request.Form;
        Key = form["_key"].ToString() is { Length: > 0 } key ? key : NewKey();
        Expected = long.TryParse(form["_version"], out var version) ? version : Matter.Version;
        var given = Step.Fields.Where(f => form.ContainsKey(f.Name))
            .ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[.. form[f.Name].OfType<string>()], StringComparer.Ordinal);
        var (command, errors) = StepForm.Bind(Step, given);
        // on paper nobody ticked means nobody; the API takes it for everyone
        if (Step.Fields.FirstOrDefault(f => f.Kind is FieldKind.Persons or FieldKind.Holders) is { } whom && !given.ContainsKey(whom.Name) && HasChoice(whom))
            errors = [.. errors, new FieldError(whom.Name, new Text($"请至少选择一个{whom.Label.Zh}", $"choose at least one: {whom.Label.En}"))];
        if (command is null || errors.Count > 0)
            return Again(given, errors);
        switch (await Platform.Runner.RunAsync(Actor, Matter.Id, Step, command, Expected, Key))
        {
            case StepOutcome.Done done:
                return Redirect(OfferedSteps.HomeOf(Step) is { Length: > 0 } home
                    ? At($"{home}?done={Step.Name}{(given.GetValueOrDefault("paper") is [var n, ..] ? $"&paper={n}" : "")}#done")
                    : At($"?done={Expected}-{done.Version}#done"));
            case StepOutcome.Refused refused:
                Refusal = refused.Refusal;
                return Again(given, refused.Refusal.Field is { } field ? [new FieldError(field, refused.Refusal.Says)] : []);
            case StepOutcome.Conflict conflict:
                Conflict = conflict;
                await OpenAsync(id);
                var again = Again(given, []);
                (OldVersion, Expected) = (Expected, conflict.Version);
                return again;
            case StepOutcome.Forbidden forbidden:
                return Forbidden(forbidden.Needed);
            case StepOutcome.KeyReused:
                Key = NewKey();
                return Again(given, [new FieldError("", new Text("这张表单已提交过，内容不同；核对后再次提交即另记一条", "this form was submitted before with other content; check it, submitting again records it anew"))]);
            default:
                return NotFound();
        }
    }

    private async Task<bool> OpenAsync(string id, string name)
    {
        if (Platform.Runner.Steps.Find(name) is not { } step || !await OpenAsync(id))
            return false;
        Step = step;
        return true;
    }

    private string? ElsewhereOf(string step) => step switch
    {
        "register-matter" => "/matters/new",
        "attach-document" => At("/files"),
        "record-facts" => At("/assessment"),
        "make-document" => At($"/documents/make{Request.QueryString}"),
        "propose-correction" or "confirm-correction" => At("#timeline"),
        _ => null,
    };

    private bool HasChoice(StepField field) => StepFormView.Of(Step, Context(), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), isAnswer: true)
        .First(f => f.Name == field.Name).Options.Any(o => !o.Disabled);

    private FormContext Context() => new(Matter, Actor, Platform.Law, Duties, People, Platform.Runner.Today);

    private void Show(IReadOnlyDictionary<string, IReadOnlyList<string>> given, bool isAnswer, IReadOnlyList<FieldError> errors)
    {
        Fields = [.. StepFormView.Of(Step, Context(), given, isAnswer)
            .Select(f => f with { IsCarried = Carried.ContainsKey(f.Name), Errors = [.. errors.Where(e => e.Field == f.Name || e.Field.StartsWith($"{f.Name}[", StringComparison.Ordinal)).Select(e => e.Says)] })];
        Errors = [.. errors.Where(e => Fields.All(f => f.Name != e.Field && !e.Field.StartsWith($"{f.Name}[", StringComparison.Ordinal))).Select(e => e.Says)];
    }

    private PageResult Again(IReadOnlyDictionary<string, IReadOnlyList<string>> given, IReadOnlyList<FieldError> errors)
    {
        Show(given, isAnswer: true, errors);
        Response.StatusCode = Conflict is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Forbidden(IReadOnlyList<Role> needed)
    {
        Needed = needed;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    internal static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
