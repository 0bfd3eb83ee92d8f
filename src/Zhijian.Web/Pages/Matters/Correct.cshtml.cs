using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Intake;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Propose to correct one field of an entry: first the field, then the value that it should have and why.</summary>
public sealed class CorrectModel(Platform platform) : MatterPage(platform)
{
    public TimelineEntry Entry { get; private set; } = null!;

    public JsonObject Data { get; private set; } = [];

    public Step? Form { get; private set; }

    /// <summary>The field to be corrected; null while none is chosen.</summary>
    public string? Field { get; private set; }

    public FieldView? Control { get; private set; }

    public string Reason { get; private set; } = "";

    public Refusal? Refusal { get; private set; }

    public StepOutcome.Conflict? Conflict { get; private set; }

    public long Expected { get; private set; }

    public bool Allowed => May("propose-correction");

    public async Task<IActionResult> OnGetAsync(string id, long version, string? field)
    {
        if (!await FindAsync(id, version))
            return NotFound();
        Expected = Matter.Version;
        if (field is not null && Data.ContainsKey(field))
            Show(field, Current(field));
        if (!Allowed)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, long version)
    {
        if (!await FindAsync(id, version))
            return NotFound();
        var form = Request.Form;
        var field = form["_field"].ToString();
        var given = form["value"].OfType<string>().ToList();
        Reason = form["reason"].ToString().Trim();
        Expected = long.TryParse(form["_version"], out var seen) ? seen : Matter.Version;
        var step = Platform.Runner.Steps.Find("propose-correction")!;
        var isList = Data.TryGetPropertyValue(field, out var now) && now is JsonArray;
        var value = isList && ControlOf(field, given)?.Control == ControlKind.Checks ? new JsonArray([.. given.Select(g => JsonValue.Create(g))]).ToJsonString() : given is [var one, ..] ? one.Trim() : "";
        var outcome = await Platform.Runner.RunAsync(Actor, Matter.Id, step, new ProposeCorrection(Platform.Runner.Today, version, field, value, Reason), Expected);
        if (outcome is StepOutcome.Done done)
            return Redirect(At($"?done={Expected}-{done.Version}#done"));
        if (outcome is StepOutcome.NotFound)
            return NotFound();
        (Refusal, Conflict) = ((outcome as StepOutcome.Refused)?.Refusal, outcome as StepOutcome.Conflict);
        if (Conflict is { } conflict)
        {
            await FindAsync(id, version);
            Expected = conflict.Version;
        }
        if (Data.ContainsKey(field))
            Show(field, given);
        Response.StatusCode = outcome switch { StepOutcome.Forbidden => 403, StepOutcome.Conflict => 409, _ => 422 };
        return Page();
    }

    private async Task<bool> FindAsync(string id, long version)
    {
        if (!await OpenAsync(id) || Matter.Timeline.FirstOrDefault(t => t.Recorded.Version == version) is not { } entry || entry.Event is CorrectionProposed or CorrectionConfirmed)
            return false;
        (Entry, Data) = (entry, JsonNode.Parse(entry.Data)!.AsObject());
        Form = EntryFields.StepOf(Platform.Runner.Steps, Data);
        return true;
    }

    private IReadOnlyList<string> Current(string field) => Data[field] switch
    {
        null => [],
        JsonArray list when list.All(i => i is JsonValue) => [.. list.Select(i => i!.ToString())],
        JsonArray or JsonObject => [Data[field]!.ToJsonString(Store.Json.Options)],
        var value => [value.ToString()],
    };

    private void Show(string field, IReadOnlyList<string> values) => (Field, Control) = (field, ControlOf(field, values));

    /// <summary>The control of the form by which the fact was entered, where there is one: a choice stays a choice.</summary>
    private FieldView? ControlOf(string field, IReadOnlyList<string> values)
    {
        var label = EntryFields.LabelOf(Form, field);
        var known = EntryFields.FieldOf(Form, field);
        var view = known is null || Form is null ? null : StepFormView.Of(
            Form, new FormContext(Matter, Actor, Platform.Law, Duties, People, Platform.Runner.Today), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [field] = values }, isAnswer: true)
            .First(f => f.Name == field);
        var text = known?.Kind == FieldKind.Structure || Data[field]?.GetValueKind() is JsonValueKind.Object || (Data[field] is JsonArray && view?.Control != ControlKind.Checks);
        var control = text ? ControlKind.Lines : view?.Control switch
        {
            null => ControlKind.Line,
            // what is known of a published date may be a month only
            ControlKind.Date when Data[field]?.ToString() is { Length: not 10 } => ControlKind.Line,
            // a list must hold whom it held, also those for whom the step is closed now
            var c => c.Value,
        };
        var values2 = text ? [Data[field]?.ToJsonString(Store.Json.Options) is { } json && values.Count != 1 ? json : values.Count > 0 ? values[0] : ""] : values;
        return new FieldView(
            new StepField("value", known?.Kind ?? FieldKind.Text, true, new Text($"“{label.Zh}”应为", $"“{label.En}” should be"), text ? new Text("按原值的形式填写（JSON）", "in the form of the present value (JSON)") : null, known?.Choices ?? []),
            control == ControlKind.YesNo ? ControlKind.Select : control,
            control == ControlKind.YesNo ? [new FieldOption("true", new Text("是", "yes")), new FieldOption("false", new Text("否", "no"))] : [.. (view?.Options ?? []).Select(o => o with { Disabled = false })],
            values2,
            null)
        {
            Errors = Refusal is { Field: "value" or "field" or null } no ? [no.Says] : [],
        };
    }
}
