using System.Globalization;
using System.Text.Json.Nodes;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Matters.Intake;

/// <summary>One step of a practice matter (data/practice/): who takes it, and its fields.</summary>
/// <param name="Source">File and line.</param>
public sealed record PracticeStep(Step Step, string By, JsonObject Given, DataNode Source)
{
    /// <summary>The steps of a file; days are counted back from today, in <c>days_ago</c> and in fields such as <c>200 days ago</c>.</summary>
    public static IEnumerable<PracticeStep> Read(DataNode file, StepCatalogue steps, DateOnly today)
    {
        foreach (var node in file.Items("steps"))
        {
            var step = steps.Find(node.String("step")) ?? throw node.Error($"no step “{node.String("step")}”");
            var given = node.Find("with")?.ToJson()?.AsObject() ?? [];
            foreach (var (field, value) in given.ToList())
                if (value is JsonValue text && text.TryGetValue<string>(out var ago) && ago.EndsWith(" days ago", StringComparison.Ordinal)
                    && int.TryParse(ago[..^" days ago".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
                    given[field] = today.AddDays(-days).ToString("yyyy-MM-dd");
            given["on"] = today.AddDays(-node.Int("days_ago")).ToString("yyyy-MM-dd");
            var by = node.String("as");
            node.Done();
            yield return new PracticeStep(step, by, given, node);
        }
        _ = file.String("based_on");
        file.Done();
    }

    /// <summary>The command, with what a question of the board carries over.</summary>
    /// <exception cref="DataFileException">A field is wrong; the message names file and line.</exception>
    public IDated Command(Matter? matter, LawBook law)
    {
        var body = Given.ToJsonString();
        var (command, errors) = StepForm.FromJson(Step, matter is null ? body : FromCheck.Fill(matter, law, Step, body));
        return command ?? throw Source.Error(errors[0].Says.En);
    }
}
