using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A worked example of a step as people read it (data/procedures/).</summary>
/// <param name="Before">The steps that went before, the registration left out.</param>
/// <param name="Entered">What was entered, in the words of the form.</param>
/// <param name="Result">Where it leads and which duties it opens, or that it is refused.</param>
public sealed record ExampleRow(Text Says, bool Passes, IReadOnlyList<Text> Before, IReadOnlyList<(Text Label, Text Value)> Entered, IReadOnlyList<Text> Result)
{
    /// <summary>Pure.</summary>
    public static IReadOnlyList<ExampleRow> Of(Step step, LawBook law) => [.. step.Procedure.Examples.Select(e => new ExampleRow(
        e.Says,
        e.Refused is null,
        [.. e.Path(law.Procedures, step.Name).Skip(1).Select(p => law.Procedures[p.Step].Title)],
        [.. e.Fields.Where(f => f.Value is not null).Select(f => (LabelOf(step, f.Key), ValueOf(step, f.Key, f.Value!)))],
        [.. Results(step, e, law)]))];

    /// <summary>A stage of the step as people read it: of its proceeding, else of a person × charge.</summary>
    public static Text StageOf(Step step, string stage, LawBook law) =>
        step.Procedure.Proceeding is { } kind ? law.Proceedings[kind].Stage(stage).Title : Words.Parse<Stage>(stage)!.Value.Label();

    private static IEnumerable<Text> Results(Step step, Law.StepExample example, LawBook law)
    {
        if (example.Refused is { } code)
            yield return new Text($"不能办理（{code}）", $"refused ({code})");
        if (example.Stage is { } stage)
            yield return StageOf(step, stage, law);
        foreach (var (duty, due) in example.Opens)
            if (law.Duties.Rules.First(r => r.Id == duty).Title is var title)
                yield return new Text($"{title.Zh}：{due:yyyy-MM-dd}", $"{title.En}: {due:yyyy-MM-dd}");
        if (example is { Refused: null, Stage: null, Opens.Count: 0 })
            yield return new Text("予以记录", "recorded");
    }

    private static Text LabelOf(Step step, string field) => step.Fields.First(f => f.Name == field).Label;

    private static Text ValueOf(Step step, string field, JsonNode value) => value switch
    {
        JsonArray list when list.All(i => i is JsonValue) => Plain(string.Join('、', list)),
        JsonArray or JsonObject => Plain(value.ToJsonString(Store.Json.Options)),
        _ => step.Fields.First(f => f.Name == field).Choices.Where(c => c.Value == value.ToString()).Select(c => (Text?)c.Label).FirstOrDefault()
            ?? value.ToString() switch
            {
                "true" => new Text("是", "yes"),
                "false" => new Text("否", "no"),
                "" => new Text("未填", "empty"),
                var text => Plain(text),
            },
    };

    private static Text Plain(string text) => new(text, text);
}
