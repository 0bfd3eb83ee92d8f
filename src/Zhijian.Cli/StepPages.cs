using System.Reflection;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Matters;

namespace Zhijian.Cli;

/// <summary>The list of steps and the form of one, as <c>zhijian do</c> shows them.</summary>
internal static class StepPages
{
    public static void WriteSteps(Call call, IReadOnlyList<Step> steps)
    {
        var say = call.Say;
        if (call.Json)
        {
            call.Result(steps.Select(s => new
            {
                step = s.Name, title = say[s.Procedure.Title], s.Procedure.Track, s.Procedure.Scope, from = s.Procedure.From, to = s.Procedure.To, who = s.Procedure.Who,
                reference = s.Procedure.Reference?.Article,
            }));
            return;
        }
        call.Table(
            [say["步骤", "step"], say["名称", "title"], say["职能", "track"], say["谁可以办", "who may"], say["依据", "basis"]],
            [.. steps.Select(s => (IReadOnlyList<string>)[s.Name, say[s.Procedure.Title], say.Track(s.Procedure.Track), say.Roles(s.Procedure.Who), s.Procedure.Reference?.Article ?? ""])]);
    }

    public static void WriteFields(Call call, Step step)
    {
        var say = call.Say;
        var example = Example(step, Today(call));
        if (call.Json)
        {
            call.Result(new
            {
                step = step.Name, title = say[step.Procedure.Title], who = step.Procedure.Who, reference = step.Procedure.Reference?.Article,
                fields = step.Fields.Select(f => new
                {
                    f.Name, f.Kind, f.Required, label = say[f.Label], hint = f.Hint is { } hint ? say[hint] : null,
                    choices = f.Choices.Count == 0 ? null : f.Choices.Select(c => new { c.Value, label = say[c.Label] }),
                }),
                example,
            });
            return;
        }
        call.Line($"{step.Name}  {say[step.Procedure.Title]}  {step.Procedure.Reference?.Article}".TrimEnd());
        call.Line(say["谁可以办：", "Who may: "] + say.Roles(step.Procedure.Who));
        call.Line();
        call.Table(
            [say["栏目", "field"], say["必填", "required"], say["类型", "type"], say["名称", "label"], say["填法", "how"]],
            [.. step.Fields.Select(f => (IReadOnlyList<string>)[$"--{f.Name}", f.Required ? say["是", "yes"] : "", Kind(say, f.Kind), say[f.Label], How(say, f)])]);
        call.Line();
        call.Line(say["例子：", "Example:"]);
        var matter = step.Command == typeof(Matters.Intake.RegisterMatter) ? "" : " MS-2026-0001";
        if (step.Command == typeof(Matters.Intake.AttachDocument))
            call.Line($"  zhijian do {step.Name}{matter} --as lu --on {Today(call)} --file scan.pdf");
        else if (step.Fields.Any(f => f.Kind == FieldKind.Structure))
            call.Line($"  echo '{example.ToJsonString(Store.Json.Options)}' |\n    zhijian do {step.Name}{matter} --as lu --body -");
        else
            call.Line($"  zhijian do {step.Name}{matter} --as lu " + string.Join(' ', example.Select(f => $"--{f.Key} {Quoted(f.Value!)}")));
    }

    private static string How(Say say, StepField field) => string.Join(
        say["；", "; "],
        new[] { field.Hint is { } hint ? say[hint] : null, field.Choices.Count == 0 ? null : string.Join(say["、", ", "], field.Choices.Select(c => $"{c.Value} {(say.IsEnglish ? "" : c.Label.Zh)}".Trim())) }
            .OfType<string>());

    private static string Kind(Say say, FieldKind kind) => kind switch
    {
        FieldKind.Date => say["日期", "date"],
        FieldKind.PartialDate => say["日期或年、年月", "date, month or year"],
        FieldKind.Money => say["金额（元）", "yuan"],
        FieldKind.Number => say["整数", "number"],
        FieldKind.YesNo => say["是否", "yes/no"],
        FieldKind.Choice => say["选择", "choice"],
        FieldKind.Persons => say["人员 P1,P2", "persons P1,P2"],
        FieldKind.Holders => say["权利人 R1,R2", "holders R1,R2"],
        FieldKind.Texts => say["文字，逗号分隔", "texts, by comma"],
        FieldKind.Structure => "JSON",
        _ => say["文字", "text"],
    };

    private static string Quoted(JsonNode value) => value is JsonArray list ? string.Join(',', list.Select(v => v!.ToString()))
        : value.ToString() is var text && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? text : $"\"{text}\"";

    private static string Today(Call call) => $"{call.Terminal.Time.Today():yyyy-MM-dd}";

    /// <summary>The required fields, filled in.</summary>
    private static JsonObject Example(Step step, string today) => new(Parameters(step.Command)
        .Where(p => step.Fields.First(f => f.Name == Name(p)).Required)
        .Select(p => KeyValuePair.Create(Name(p), Value(p.ParameterType, Name(p), today))));

    private static IEnumerable<ParameterInfo> Parameters(Type record) => record.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();

    private static string Name(ParameterInfo parameter) => char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];

    private static JsonNode? Value(Type type, string name, string today)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(DateOnly) || type == typeof(PartialDate))
            return today;
        if (type == typeof(Money))
            return 126000;
        if (type == typeof(int) || type == typeof(long))
            return 1;
        if (type == typeof(bool))
            return true;
        if (type.IsEnum)
            return Law.Words.Kebab(Enum.GetNames(type)[0]);
        if (type == typeof(string))
            return name is "rightType" ? "TM" : "……";
        if (!type.IsGenericType)
            return new JsonObject(Parameters(type).Where(p => !p.HasDefaultValue).Select(p => KeyValuePair.Create(Name(p), Value(p.ParameterType, Name(p), today))));
        var item = type.GetGenericArguments()[0];
        return new JsonArray(item != typeof(string) ? Value(item, name, today) : name switch { "charges" => "213", "holders" => "R1", _ => "P1" });
    }
}
