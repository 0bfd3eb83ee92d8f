using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Documents;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Web.Pages.Matters;

public enum ControlKind
{
    Line,
    Lines,
    Date,
    Money,
    Number,
    YesNo,
    Select,
    Radios,
    Checks,
}

/// <param name="Small">One line under the label: the stage of a person, the article of a choice.</param>
public sealed record FieldOption(string Value, Text Label, Text? Small = null, bool Disabled = false);

/// <param name="None">What an empty choice means; null where one must choose.</param>
public sealed record FieldView(StepField Field, ControlKind Control, IReadOnlyList<FieldOption> Options, IReadOnlyList<string> Values, Text? None)
{
    public string Name => Field.Name;

    public string Value => Values.Count > 0 ? Values[0] : "";

    /// <summary>The hint, unless it tells how to type what is chosen here.</summary>
    public Text? Hint => Options.Count == 0 || Field.Kind is FieldKind.Choice || Name == "charges" && !Field.Required ? Field.Hint : null;

    /// <summary>Taken over from the matter; it can be changed.</summary>
    public bool IsCarried { get; init; }

    public IReadOnlyList<Text> Errors { get; init; } = [];
}

/// <summary>What the form of a step needs to know beside the step. </summary>
public sealed record FormContext(Matter Matter, Actor Actor, LawBook Law, IReadOnlyList<Duty> Duties, PersonNames People, DateOnly Today);

/// <summary>The form of a step: one control a field, with what is known already. Pure.</summary>
public static class StepFormView
{
    /// <summary>Whom it concerns stands first; the rest as the command record has it.</summary>
    /// <param name="given">What was typed, or the query of a link; null = the form is opened.</param>
    public static IReadOnlyList<FieldView> Of(Step step, FormContext x, IReadOnlyDictionary<string, IReadOnlyList<string>> given, bool isAnswer) =>
        [.. step.Fields.OrderBy(f => f is not ({ Kind: FieldKind.Persons or FieldKind.Holders or FieldKind.Proceeding } or { Name: "check" }))
            .Select(f => Field(step, f, x, given.GetValueOrDefault(f.Name), isAnswer))
            .Where(f => f.Name != "check" || f.Field.Required || f.Options.Count + f.Values.Count > 0)]; // nothing asks for the step: nothing to choose from

    private static FieldView Field(Step step, StepField field, FormContext x, IReadOnlyList<string>? given, bool isAnswer)
    {
        var options = Options(step, field, x);
        var control = field.Kind switch
        {
            FieldKind.Persons or FieldKind.Holders => ControlKind.Checks,
            FieldKind.Texts when options.Count > 0 => ControlKind.Checks,
            FieldKind.Choice when field.Required && options.Count <= 6 => ControlKind.Radios,
            _ when options.Count > 0 => ControlKind.Select,
            FieldKind.LongText or FieldKind.Structure => ControlKind.Lines,
            FieldKind.Date => ControlKind.Date,
            FieldKind.Money => ControlKind.Money,
            FieldKind.Number => ControlKind.Number,
            FieldKind.YesNo => ControlKind.YesNo,
            _ => ControlKind.Line,
        };
        var values = given is { Count: > 0 } ? given : isAnswer ? [] : Default(step, field, options, x);
        // the ids of a link come as one text: ?persons=P1,P2
        if (control == ControlKind.Checks)
            values = [.. values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return new FieldView(field, control, options, values, field.Required || DefaultOf(step, field) is not null ? null : new Text("未填", "not given"));
    }

    private static IReadOnlyList<string> Default(Step step, StepField field, IReadOnlyList<FieldOption> options, FormContext x) => field switch
    {
        { Name: "on" } => [x.Today.ToString("yyyy-MM-dd")],
        { Kind: FieldKind.Persons } when step.From.Count > 0 => [.. options.Where(o => !o.Disabled).Select(o => o.Value)],
        { Kind: FieldKind.Persons or FieldKind.Holders } when options.Count(o => !o.Disabled) == 1 => [options.First(o => !o.Disabled).Value],
        { Kind: FieldKind.Proceeding } or { Name: "paper" } when options.Where(o => !o.Disabled).ToList() is [var only] => [only.Value],
        { Kind: FieldKind.Holders } => [.. OwedTo(step, x)],
        { Name: "secrecy" } => [Words.Kebab(x.Matter.Secrecy)],
        { Name: "lead" } when x.Matter.Lead is { } lead => [lead],
        { Name: "assistants" } => [.. x.Matter.Assistants],
        _ => DefaultOf(step, field) is { } value ? [value] : [],
    };

    /// <summary>Right holders to whom the duty that the step discharges is still owed.</summary>
    private static IEnumerable<string> OwedTo(Step step, FormContext x) =>
        x.Duties.Where(d => d.Rule.Step == step.Name && d.Status == DutyStatus.Open).Select(d => d.Subject).OfType<string>().Distinct();

    /// <summary>The default that the command record names.</summary>
    private static string? DefaultOf(Step step, StepField field)
    {
        var parameter = step.Command.GetConstructors().SelectMany(c => c.GetParameters()).First(p => p.Name!.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
        return parameter is { HasDefaultValue: true, DefaultValue: { } value } ? field.Kind switch
        {
            FieldKind.Choice => Words.Kebab(Enum.ToObject(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, value).ToString()!),
            FieldKind.YesNo => null,
            _ => value.ToString(),
        } : null;
    }

    private static IReadOnlyList<FieldOption> Options(Step step, StepField field, FormContext x) => (step.Name, field.Name) switch
    {
        (_, "persons") => Persons(step, x.Matter),
        (_, "holders") => [.. x.Matter.RightHolders.Select(h => new FieldOption(h.Id, Same(h.Name), Notices(step, h.Id, x)))],
        (_, "proceeding") => [.. x.Matter.Proceedings.Where(p => p.Kind == step.Procedure.Proceeding && !p.IsPublished).Select(p => new FieldOption(
            p.Id, new Text($"{p.Id} {p.Title}（{x.Law.StageOf(p).Title.Zh}）", $"{p.Id} {p.Title} ({x.Law.StageOf(p).Title.En})"), null, !step.Procedure.From.Contains(p.Stage)))],
        (_, "person") => [.. x.Matter.Persons.Select(p => new FieldOption(p.Id, Same(p.Name), Charges(p)))],
        ("add-person" or "add-charge", "charges" or "charge") =>
            [.. x.Law.Vocabulary.Charges.Select(c => new FieldOption(c.Article, new Text($"{c.Article} {c.Title.Zh}", $"{c.Article} {c.Title.En}")))],
        (_, "charges") => [.. x.Matter.Accusations.Where(a => step.From.Contains(a.Accusation.Stage)).Select(a => a.Accusation.Charge).Distinct()
            .Select(c => new FieldOption(c, x.Law.Vocabulary.Charge(c) is { } name ? new Text($"{c} {name.Title.Zh}", $"{c} {name.Title.En}") : Same(c)))],
        (_, "check") => [.. CheckQuestions.Of(x.Matter, x.Law).Where(q => q.Answer is null && (step.Name == "answer-check" || q.Rule.LeadsTo.Any(l => l.Step == step.Name)))
            .Select(q => new FieldOption(q.Key, Question(q, x.Matter)))],
        ("answer-check" or "use-material", "into") => [.. x.Matter.Proceedings.Select(p => new FieldOption(p.Id, Same($"{p.Id} {p.Title}"), TrackNames.Of(p.Track)))],
        ("use-material", "item") => [.. Items.Of(x.Matter).Select(i => new FieldOption(i.Id, Same($"{i.Id} {i.Title}")))],
        (_, "paper") => [.. x.Matter.Papers.Select(p => new FieldOption(
            $"{p.N}", new Text($"{p.N}. {p.Name.Zh} {p.Number?.Text}（{p.State.Label().Zh}）", $"{p.N}. {p.Name.En} {p.Number?.Text} ({p.State.Label().En})"), null, !PaperSteps.For(p.State).Contains(step.Name)))],
        (_, "indicators") => [.. x.Law.Vocabulary.Indicators.Select(i => new FieldOption(i.Id, i.Title, i.Says))],
        ("record-finding", "kind") => [.. x.Law.Vocabulary.Findings.Select(f => new FieldOption(f.Id, f.Title))],
        ("record-amount", "kind") => [.. x.Law.Vocabulary.AmountKinds.Select(k => new FieldOption(k.Id, k.Title))],
        ("record-performance", "duty") => [.. x.Duties.Where(d => d is { Status: DutyStatus.Open, Rule.Step: null })
            .Select(d => new FieldOption(d.Key, DutyTitle(d, x.Matter)))],
        ("confirm-correction", "proposal") => [],
        ("assign-matter", "lead") => Staff(x, r => r.Contains(Role.Prosecutor)),
        ("assign-matter", "assistants") => Staff(x, r => r.Contains(Role.Assistant)),
        ("change-circle", "admit") => Staff(x, r => r.Any(role => role != Role.Administrator), id => !x.Matter.Circle.Contains(id)),
        ("change-circle", "exclude") => Staff(x, _ => true, x.Matter.Circle.Contains),
        _ => [.. field.Choices.Select(c => new FieldOption(c.Value, c.Label, Note(step, field, c.Value, x)))],
    };

    private static Text? Note(Step step, StepField field, string value, FormContext x) => field.Name == "function" && Words.Parse<Track>(value) is { } track
        ? x.Matter.Checks.TryGetValue(track, out var result)
            ? new Text($"已有结论：{result.Outcome.Label().Zh}（{result.On}）；再登记即以新结论为准", $"recorded: {result.Outcome.Label().En} ({result.On}); a new one takes its place")
            : new Text("查明中", "being looked into")
        : ChoiceNotes.Of(step.Name, field.Name, value);

    private static IReadOnlyList<FieldOption> Persons(Step step, Matter matter) => [.. matter.Persons.Select(p =>
    {
        var open = step.From.Count == 0 ? !(step.Name == "change-measure" && p.IsUnit) : p.Accusations.Any(a => step.From.Contains(a.Stage));
        var stages = p.Accusations.Select(a => (a.Charge, Stage: a.Stage.Label())).ToList();
        var zh = string.Join('；', stages.Select(s => $"{s.Charge} {s.Stage.Zh}"));
        var en = string.Join("; ", stages.Select(s => $"{s.Charge} {s.Stage.En}"));
        return new FieldOption(p.Id, Same(p.Name), new Text(open ? $"{p.Measure.Label().Zh} · {zh}" : $"{zh}，现在不能办", open ? $"{p.Measure.Label().En} · {en}" : $"{en}: not open now"), !open);
    })];

    private static Text? Notices(Step step, string holder, FormContext x)
    {
        var duty = x.Duties.LastOrDefault(d => d.Rule.Step == step.Name && d.Subject == holder);
        return duty switch
        {
            null => null,
            { Status: DutyStatus.Discharged } => new Text($"已于 {duty.DischargedOn} 办", $"done on {duty.DischargedOn}"),
            { Count.Due: { } due } => new Text($"{due:yyyy-MM-dd} 到期", $"due {due:yyyy-MM-dd}"),
            _ => null,
        };
    }

    private static Text Question(CheckQuestion q, Matter matter)
    {
        var name = matter.NameOf(q.Subject);
        return new Text($"{TrackNames.Of(q.Function).Zh}：{q.Rule.Title.Zh}{(name is null ? "" : $"（{name}）")}", $"{TrackNames.Of(q.Function).En}: {q.Rule.Title.En}{(name is null ? "" : $" ({name})")}");
    }

    private static Text DutyTitle(Duty duty, Matter matter)
    {
        var (name, due) = (matter.NameOf(duty.Subject), duty.Count.Due);
        return new Text(
            $"{duty.Rule.Title.Zh}{(name is null ? "" : $"：{name}")}{(due is { } d ? $"（{d:yyyy-MM-dd}）" : "")}",
            $"{duty.Rule.Title.En}{(name is null ? "" : $": {name}")}{(due is { } e ? $" ({e:yyyy-MM-dd})" : "")}");
    }

    private static Text Charges(Person p) => new(string.Join('、', p.Accusations.Select(a => a.Charge)), string.Join(", ", p.Accusations.Select(a => a.Charge)));

    private static IReadOnlyList<FieldOption> Staff(FormContext x, Func<IReadOnlyList<Role>, bool> fits, Func<string, bool>? and = null) =>
        [.. x.People.All.Where(p => fits(Names.Roles(p.Roles)) && (and is null || and(p.Id)))
            .Select(p => new FieldOption(p.Id, new Text(p.Name, p.NameEn), Said.Of(Names.Roles(p.Roles))))];

    private static Text Same(string name) => new(name, name);
}
