using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Offices;

namespace Zhijian.Web.Pages.Matters;

/// <summary>How the matter pages say roles, sources, moments and sizes.</summary>
public static class Said
{
    public static Text Of(IEnumerable<Role> roles) => new(string.Join('、', roles.Select(r => Names.Of(r).Zh)), string.Join(", ", roles.Select(r => Names.Of(r).En)));

    /// <summary>Where a published case was found. A re-post is said to be one.</summary>
    public static (string State, Text Words) OfSource(string kind) => kind switch
    {
        "official" => ("ok", new Text("官方发布", "official")),
        "judgment" => ("ok", new Text("裁判文书", "judgment")),
        "mirror" => ("unk", new Text("? 转载，未见原文", "? re-post, original not seen")),
        _ => ("", new Text("报刊", "press")),
    };

    public static Text Of(LastDay rule) => rule switch
    {
        LastDay.Moves => new Text("遇休息日顺延", "moves to the next working day"),
        LastDay.Stands => new Text("不顺延", "stands, also on a holiday"),
        _ => new Text("遇休息日顺延，在押的不顺延", "moves to the next working day, but not in custody"),
    };

    /// <summary>A moment of the log in the time of China (UTC+8): 2026-09-28 09:12.</summary>
    public static string Moment(string recordedAt) =>
        DateTimeOffset.TryParse(recordedAt, out var at) ? ChinaTime.In(at).ToString("yyyy-MM-dd HH:mm") : recordedAt;

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{bytes / 1024.0:0} kB",
        _ => $"{bytes / 1024.0 / 1024.0:0.0} MB",
    };
}

/// <summary>Names of the people of an office by their id; an id that is nobody's stays as it is.</summary>
public sealed class PersonNames(IReadOnlyList<PersonRow> rows)
{
    private readonly Dictionary<string, PersonRow> _byId = rows.ToDictionary(r => r.Id, StringComparer.Ordinal);

    public IReadOnlyList<PersonRow> All => rows;

    public Text this[string id] => _byId.TryGetValue(id, out var row) ? new Text(row.Name, row.NameEn) : new Text(id, id);
}

/// <summary>How a stored field of an entry is called and how its value reads. Pure.</summary>
public static class EntryFields
{
    /// <summary>The step whose form looks most like the entry: it knows the labels of the fields.</summary>
    public static Step? StepOf(StepCatalogue steps, JsonObject data) => steps.All
        .Select(s => (Step: s, Same: s.Fields.Count(f => data.ContainsKey(f.Name)), s.Fields.Count))
        .Where(s => s.Same > 1 || s.Count == 1)
        .OrderByDescending(s => 2 * s.Same - s.Count)
        .Select(s => s.Step).FirstOrDefault();

    public static StepField? FieldOf(Step? step, string name) => step?.Fields.FirstOrDefault(f => f.Name == name);

    public static Text LabelOf(Step? step, string name) => FieldOf(step, name)?.Label ?? (name == "on" ? new Text("日期", "Date") : new Text(name, name));

    /// <summary>The value as people read it: the label of a choice, names for ids, “未填” for nothing.</summary>
    public static Text ValueOf(Matter matter, StepField? field, JsonNode? value) => value switch
    {
        null => new Text("未填", "empty"),
        JsonArray { Count: 0 } => new Text("无", "none"),
        JsonArray list when list.All(i => i is JsonValue) => Joined([.. list.Select(i => ValueOf(matter, field, i))]),
        JsonArray or JsonObject => new Text(value.ToJsonString(Store.Json.Options), value.ToJsonString(Store.Json.Options)),
        _ => OfWord(matter, field, value.ToString()),
    };

    private static Text Joined(IReadOnlyList<Text> items) => new(string.Join('、', items.Select(i => i.Zh)), string.Join(", ", items.Select(i => i.En)));

    private static Text OfWord(Matter matter, StepField? field, string word) => word switch
    {
        "" => new Text("未填", "empty"),
        "true" => new Text("是", "yes"),
        "false" => new Text("否", "no"),
        _ when field?.Choices.FirstOrDefault(c => c.Value == word) is { Value: not null } choice => choice.Label,
        _ when field?.Kind is FieldKind.Persons or FieldKind.Holders && matter.NameOf(word) is { } name => new Text(name, name),
        _ => new Text(word, word),
    };
}
