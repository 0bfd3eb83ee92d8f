using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Matters.Intake;

/// <summary>Propose to correct an entry (提出更正). The entry stays in the log; once a second person confirms, the state is as if it had been right.</summary>
public sealed record ProposeCorrection(
    [Label("日期", "Date")] DateOnly On,
    [Label("更正第几条记录", "Entry number", HintZh = "见时间线", HintEn = "see the timeline")] long Target,
    [Label("栏目", "Field", HintZh = "如 on（日期）", HintEn = "e.g. on (the date)")] string Field,
    [Label("应为", "Should be", HintZh = "日期写 2026-09-03；多个值写 JSON 数组", HintEn = "a date as 2026-09-03; several values as a JSON array")] string Value,
    [Label("理由", "Reason"), LongText] string Reason)
    : ICommand<ProposeCorrection>
{
    public static Decision Decide(Matter matter, ProposeCorrection c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        if (matter.Timeline.FirstOrDefault(t => t.Recorded.Version == c.Target) is not { } entry)
            return new NoSuchEntry(c.Target, matter.Version) { Field = "target" };
        if (entry.Event is CorrectionProposed or CorrectionConfirmed)
            return new CorrectionsAreNotCorrected() { Field = "target" };
        if (entry.Event is Documents.IPaperEvent)
            return new PapersAreNotCorrected() { Field = "target" };
        var data = JsonNode.Parse(entry.Data)!.AsObject();
        // a field that was left empty is not in the data, but it can be corrected like any other
        var fields = entry.Event.GetType().GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToList();
        if (!fields.Contains(c.Field))
            return new NoSuchField(c.Field, string.Join(", ", fields)) { Field = "field" };
        if (Candidates(data[c.Field], c.Value).Select(v => With(c.Field, v)).FirstOrDefault(w => StillReads(entry, w)) is not { } changes)
            return new ValueDoesNotFit(c.Field, c.Value) { Field = "value" };
        if (!matter.Bears(c.Target, changes))
            return new LaterEntriesNeedIt(c.Field, c.Value) { Field = "value" };
        return c.Field == "on" && PartialDate.TryParse(c.Value)?.Day is { } day && day > x.Today
            ? new DateInFuture(day, x.Today) { Field = "value" }
            : Decision.Of(new CorrectionProposed(c.On, c.Target, changes, c.Reason));
    }

    private static Dictionary<string, JsonNode?> With(string field, JsonNode? value) => new(StringComparer.Ordinal) { [field] = value };

    /// <summary>What the text may mean: a text where a text stands, JSON where a number, truth value or list stands, and either where nothing does.</summary>
    private static IEnumerable<JsonNode?> Candidates(JsonNode? now, string text)
    {
        if (now is null || now.GetValueKind() is JsonValueKind.String)
            yield return JsonValue.Create(text);
        if (now?.GetValueKind() is not JsonValueKind.String && Parse(text) is { } json)
            yield return json;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool StillReads(TimelineEntry entry, Dictionary<string, JsonNode?> changes)
    {
        try
        {
            return JsonSerializer.Deserialize(MatterFold.Patch(entry.Data, changes), entry.Event.GetType(), Json.Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

public sealed record NoSuchEntry(long Target, long Last)
    : Refusal("no-such-entry", new Text($"没有第 {Target} 条记录（共 {Last} 条）", $"no entry {Target}; there are {Last}"), null, new Text("从时间线选择", "choose one from the timeline"));

public sealed record PapersAreNotCorrected()
    : Refusal(
        "papers-are-not-corrected",
        new Text("文书的记录不更正", "what was recorded of a paper is not corrected"),
        null,
        new Text("更正文书所依据的事实后重新制作；已完成的作废后另行制作", "correct the fact on which it rests and make it again; a finished one is cancelled and made anew"));

public sealed record CorrectionsAreNotCorrected()
    : Refusal("corrections-are-not-corrected", new Text("更正本身不能更正", "a correction is not itself corrected"), null, new Text("对原记录另提更正", "propose another correction of the original entry"));

public sealed record NoSuchField(string Name, string Known)
    : Refusal("no-such-field", new Text($"该记录没有栏目“{Name}”", $"the entry has no field “{Name}”"), null, new Text($"可更正：{Known}", $"one of: {Known}"));

public sealed record ValueDoesNotFit(string Name, string Value)
    : Refusal("value-does-not-fit", new Text($"“{Value}”不是“{Name}”可用的值", $"“{Value}” does not fit “{Name}”"), null, new Text("按原值的形式填写", "write it in the form of the present value"));

public sealed record LaterEntriesNeedIt(string Name, string Value)
    : Refusal("later-entries-need-it", new Text($"“{Name}”改为“{Value}”后，案件中的记录会指向不在案的人员", $"with “{Name}” = “{Value}” an entry would name somebody who is not in the matter"), null, new Text("先更正指向该人员的记录", "correct the entries that name the person first"));

[EventType("matter.correction-proposed")]
public sealed record CorrectionProposed(DateOnly On, long Target, IReadOnlyDictionary<string, JsonNode?> Changes, string Reason) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // nothing changes until a second person confirms
    }

    public Text Says(Matter matter) => new(
        $"提出更正第 {Target} 条：{string.Join("；", Changes.Select(c => $"{c.Key} 应为 {c.Value}"))}（{Reason}）",
        $"Correction of entry {Target} proposed: {string.Join("; ", Changes.Select(c => $"{c.Key} = {c.Value}"))} ({Reason})");

    Law.Track? IMatterEvent.Track => null;
}
