using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Matters.Intake;

/// <summary>What became of one row of an import.</summary>
/// <param name="Row">From 1.</param>
public sealed record ImportRow(int Row, string? CaseId, string? Title, ImportResult Result, MatterId? Matter, IReadOnlyList<FieldError> Errors);

/// <summary>What an import did with a row.</summary>
public enum ImportResult
{
    Imported,

    /// <summary>A dry run: it would be imported.</summary>
    WouldImport,

    /// <summary>It is in this office already; nothing was done.</summary>
    AlreadyThere,

    Refused,
}

/// <summary>
/// Takes published cases (data/published/README.md) into an office, one transaction a row: a row is in whole or not at all, and taken in
/// twice it is there once. What the case states becomes history; nothing is guessed.
/// </summary>
public sealed partial class PublishedCases(EventStore store, LawBook law, TimeProvider time)
{
    private static readonly Dictionary<string, Track> Functions = new(StringComparer.Ordinal)
    {
        ["criminal"] = Track.Criminal,
        ["civil"] = Track.Civil,
        ["civil-court"] = Track.Civil,
        ["admin"] = Track.Administrative,
        ["admin-enforcement"] = Track.Administrative,
        ["pil"] = Track.PublicInterest,
    };

    /// <summary>Taking in a case registers a matter: the same roles may do both.</summary>
    public bool May(Actor actor) => law.Procedures["register-matter"].Who.Any(actor.Is);

    /// <exception cref="JsonException">The file is no JSON list.</exception>
    public async Task<IReadOnlyList<ImportRow>> ImportAsync(Stream file, Actor actor, bool dryRun = false, Action<ImportRow>? report = null, CancellationToken ct = default)
    {
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: ct);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("expected a list of cases: [ {…}, … ]");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<ImportRow>();
        foreach (var element in json.RootElement.EnumerateArray())
        {
            ct.ThrowIfCancellationRequested();
            var row = await ImportRowAsync(element, rows.Count + 1, actor, dryRun, seen);
            rows.Add(row);
            report?.Invoke(row);
        }
        return rows;
    }

    private async Task<ImportRow> ImportRowAsync(JsonElement element, int number, Actor actor, bool dryRun, HashSet<string> seen)
    {
        var row = new Row(element);
        if (row.Errors.Count > 0)
            return new ImportRow(number, null, null, ImportResult.Refused, null, row.Errors);
        if (Unreadable(element, "") is { } field)
            return new ImportRow(number, null, null, ImportResult.Refused, null, [new FieldError(field, new Text("含有不能存储的字符", "a character that cannot be stored"))]);
        var events = Read(row, actor);
        var (id, title) = (row.Text("id"), row.Text("title"));
        if (id is not null && !seen.Add(id))
            row.Wrong("id", $"“{id}”在本文件中重复", $"“{id}” stands twice in this file");
        if (row.Errors.Count > 0)
            return new ImportRow(number, id, title, ImportResult.Refused, null, row.Errors);
        var now = time.GetUtcNow();
        return await store.Writer.RunAsync(async work =>
        {
            var there = await work.Connection.ExecuteScalarAsync<string?>(
                "SELECT matter FROM matter WHERE published = @id AND office_path = @office", new { id, office = actor.UnitPath }, work.Transaction);
            if (there is not null)
                return new ImportRow(number, id, title, ImportResult.AlreadyThere, MatterId.Parse(there), []);
            if (dryRun)
                return new ImportRow(number, id, title, ImportResult.WouldImport, null, []);
            var today = ChinaTime.DayOf(now);
            var matter = await StepRunner.NextIdAsync(work, actor, today);
            await work.AppendAsync(matter.Value, 0, events, new AppendContext(actor.Id, actor.Unit, today, now));
            return new ImportRow(number, id, title, ImportResult.Imported, matter, []);
        });
    }

    /// <summary>The first text with half of a surrogate pair or with U+0000: JSON can write them, text columns cannot hold them.</summary>
    private static string? Unreadable(JsonElement e, string path) => e.ValueKind switch
    {
        JsonValueKind.Object => e.EnumerateObject().Select(p => Unreadable(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")).FirstOrDefault(f => f is not null),
        JsonValueKind.Array => e.EnumerateArray().Select((v, i) => Unreadable(v, $"{path}[{i}]")).FirstOrDefault(f => f is not null),
        JsonValueKind.String => IsText(e) ? null : path,
        _ => null,
    };

    private static bool IsText(JsonElement e)
    {
        try
        {
            return !e.GetString()!.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private List<IEvent> Read(Row row, Actor actor)
    {
        var track = row.Required("function") is { } function
            ? Functions.TryGetValue(function, out var t) ? t : row.Wrong<Track?>("function", $"“{function}”不是 {string.Join('、', Functions.Keys)} 之一", $"“{function}” is none of {string.Join(", ", Functions.Keys)}")
            : null;
        var charges = row.Texts("charges").Select((c, i) => law.Vocabulary.Charge(c)?.Article
            ?? row.Wrong<string?>($"charges[{i}]", $"罪名表中没有“{c}”", $"no charge “{c}” in the list")).OfType<string>().ToList();
        var right = row.Text("ipType") is { } type
            ? law.Vocabulary.Right(type) ?? row.Wrong<RightType?>("ipType", $"权利类型表中没有“{type}”", $"no kind of right “{type}”")
            : null;
        var outcomes = row.Items("outcome").Select((o, i) => Outcome(row, o, i)).ToList();
        var history = row.Items("events").Select((e, i) => Event(row, e, i)).ToList();
        var amounts = row.Items("amounts").Select((a, i) => Amount(row, a, i)).OfType<NewAmount>().ToList();
        var period = row.Items("period").Select((p, i) => p.ValueKind == JsonValueKind.Null ? null : row.Date($"period[{i}]", p)).ToList();
        var names = track == Track.Criminal ? Names(outcomes, row.Number("persons")) : [];
        var source = new PublishedSource(
            row.Required("id") ?? "", row.Required("source") ?? "", row.Required("sourceKind") ?? "", row.Text("office"), row.Text("court"), row.Text("caseNo"));
        if (source.SourceKind is not ("official" or "judgment" or "press" or "mirror" or ""))
            row.Wrong("sourceKind", $"“{source.SourceKind}”不是 official、judgment、press、mirror 之一", $"“{source.SourceKind}” is none of official, judgment, press, mirror");

        var today = time.Today();
        List<IEvent> events =
        [
            new MatterRegistered
            {
                Title = row.Required("title") ?? "",
                On = today,
                Office = actor.UnitPath,
                Right = right is null ? null : new Right(right.Code, null),
                Goods = row.Text("goods"),
                ActsFrom = period.ElementAtOrDefault(0),
                ActsTo = period.ElementAtOrDefault(1),
                RightHolders = [],
                Persons = [.. names.Select(n => new NewPerson(n, charges))],
                Amounts = amounts,
                Secrecy = Secrecy.Internal,
                Lead = actor.Id,
                Tracks = track is { } of ? [of] : [],
                Published = source,
                Note = Note(row),
            },
        ];
        if (row.Errors.Count == 0)
        {
            List<(string Place, PublishedEvent Said)> said =
            [
                ("title", new PublishedEvent(PartialDate.Unknown, row.Text("title")!)),
                .. row.Texts("measures").Select(m => ("measures", new PublishedEvent(PartialDate.Unknown, m))),
                .. history.OfType<PublishedEvent>().Select(e => ("events", e)),
            ];
            var words = said.SelectMany(s => law.PublishedWords.In(row.Text("function")!, s.Place, s.Said.What).Select(w => new PublishedStanding(w, s.Said.On))).ToList();
            // what the proceeding says itself is not told twice
            var plain = history.OfType<PublishedEvent>().Where(e => !words.Exists(w => w.Word.Place == "events" && w.Word.Phrase == e.What)).ToList();
            events.AddRange(History(plain, outcomes!, names.Count, track!.Value));
            events.AddRange(PublishedStanding.Events(words, law, row.Text("title")!, source, track.Value));
        }
        return events;
    }

    private static string? Note(Row row)
    {
        var parts = new List<string>();
        if (row.Text("note") is { } note)
            parts.Add(note);
        var measures = row.Texts("measures").ToList();
        if (measures.Count > 0)
            parts.Add("措施：" + string.Join('、', measures));
        var counts = row.Items("counts").Select(c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("what", out var what) && c.TryGetProperty("value", out var value)
            ? $"{what} {value}{(c.TryGetProperty("approx", out var about) && about.ValueKind == JsonValueKind.True ? "（约）" : "")}" : null).OfType<string>().ToList();
        if (counts.Count > 0)
            parts.Add("数量：" + string.Join('、', counts));
        return parts.Count == 0 ? null : string.Join('；', parts);
    }

    /// <summary>Named persons, and one entry for those who were not named: how many is known, who is not.</summary>
    private static List<string> Names(IReadOnlyList<PublishedOutcome?> outcomes, int? persons)
    {
        var named = outcomes.OfType<PublishedOutcome>().SelectMany(o => o.Who.Split('、')).Where(w => MaskedName().IsMatch(w)).Distinct().ToList();
        if (persons is null)
            return named.Count > 0 ? named : ["犯罪嫌疑人（人数和姓名未公布）"];
        if (persons > named.Count)
            named.Add($"{(named.Count > 0 ? "其余 " : "")}{persons - named.Count} 人（姓名未公布）");
        return named;
    }

    private IEnumerable<IEvent> History(IReadOnlyList<PublishedEvent> history, IReadOnlyList<PublishedOutcome?> outcomes, int persons, Track track)
    {
        IReadOnlyList<string> all = [.. Enumerable.Range(1, persons).Select(i => $"P{i}")];
        var judged = false;
        foreach (var e in history.OrderBy(e => e.On.Earliest))
        {
            var milestone = track == Track.Criminal ? law.Vocabulary.Milestone(e.What) : null;
            judged |= milestone is Milestone.JudgedFirst or Milestone.JudgedFinal or Milestone.NotProsecuted;
            yield return new HistoryRecorded(e.On, e.What, milestone, milestone is null ? [] : all);
        }
        foreach (var o in outcomes.OfType<PublishedOutcome>())
        {
            // a published sentence says that all were judged, though not when
            var milestone = !judged && o.Months is not null && track == Track.Criminal ? Milestone.JudgedFirst : (Milestone?)null;
            judged |= milestone is not null;
            yield return new HistoryRecorded(PartialDate.Unknown, o.Sentence, milestone, milestone is null ? [] : all);
        }
    }

    private static PublishedEvent? Event(Row row, JsonElement e, int i)
    {
        var what = row.Member(e, "what", $"events[{i}].what");
        var date = row.Member(e, "date", $"events[{i}].date");
        var on = date is null ? null : PartialDate.TryParse(date);
        if (date is not null && on is null)
            row.Wrong($"events[{i}].date", $"“{date}”不是日期（2024、2024-02 或 2024-02-17）", $"“{date}” is no date (2024, 2024-02 or 2024-02-17)");
        return what is not null && on is { } day ? new PublishedEvent(day, what) : null;
    }

    private static PublishedOutcome? Outcome(Row row, JsonElement o, int i)
    {
        if (row.Member(o, "who", $"outcome[{i}].who") is not { } who)
            return null;
        int? Number(string name) => !o.TryGetProperty(name, out var n) || n.ValueKind == JsonValueKind.Null ? null
            : n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var value) && value >= 0 ? value
            : row.Wrong<int?>($"outcome[{i}].{name}", $"“{n}”不是非负整数", $"“{n}” is no whole number from 0");
        return new PublishedOutcome(who, Number("months"), Number("suspendedMonths"), Number("fineYuan"), row.Optional(o, "note", $"outcome[{i}].note"));
    }

    private NewAmount? Amount(Row row, JsonElement a, int i)
    {
        var kind = row.Member(a, "kind", $"amounts[{i}].kind");
        if (kind is null)
            return null;
        if (!a.TryGetProperty("yuan", out var yuan) || yuan.ValueKind != JsonValueKind.Number || !yuan.TryGetDecimal(out var value) || value < 0 || decimal.Round(value, 2) != value)
            return row.Wrong<NewAmount?>($"amounts[{i}].yuan", "须为非负金额（元，至多两位小数）", "expected an amount in yuan, not negative, at most two places");
        var note = row.Optional(a, "note", $"amounts[{i}].note") is { } said ? $"，{said}" : "";
        return new NewAmount(law.Vocabulary.AmountKind(kind)?.Id ?? kind, new Money(value), $"公开案例（{kind}{note}）", a.TryGetProperty("approx", out var about) && about.ValueKind == JsonValueKind.True);
    }

    /// <summary>A masked or coined name as the cases write it: 杨某某, 秦某胜, 张×; not “其余最高” or “从犯一”.</summary>
    [GeneratedRegex("^\\p{IsCJKUnifiedIdeographs}[某×]{1,2}\\p{IsCJKUnifiedIdeographs}?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MaskedName();

    private sealed record PublishedEvent(PartialDate On, string What);

    private sealed record PublishedOutcome(string Who, int? Months, int? SuspendedMonths, int? FineYuan, string? Note)
    {
        public string Sentence => Who + "：" + string.Join('，', new[]
        {
            Months is { } m ? string.Create(CultureInfo.InvariantCulture, $"有期徒刑 {m} 个月") : null,
            SuspendedMonths is { } s ? string.Create(CultureInfo.InvariantCulture, $"缓刑 {s} 个月") : null,
            FineYuan is { } f ? $"罚金 {new Money(f)} 元" : null,
            Note,
        }.OfType<string>().DefaultIfEmpty("结果未公布细节"));
    }

    /// <summary>One case of the file, read field by field; every fault is kept with its field.</summary>
    private sealed class Row(JsonElement element)
    {
        public List<FieldError> Errors { get; } = element.ValueKind == JsonValueKind.Object ? [] : [new FieldError("", new Text("不是一个案例对象", "no case object"))];

        public void Wrong(string field, string zh, string en) => Errors.Add(new FieldError(field, new Text(zh, en)));

        public T? Wrong<T>(string field, string zh, string en)
        {
            Wrong(field, zh, en);
            return default;
        }

        public string? Text(string field) => Find(field) is { ValueKind: JsonValueKind.String } v && v.GetString() is { Length: > 0 } text ? text
            : Find(field) is null or { ValueKind: JsonValueKind.Null or JsonValueKind.String } ? null
            : Wrong<string?>(field, "须为文字", "expected a text");

        public string? Required(string field) => Text(field) ?? (Errors.Exists(e => e.Field == field) ? null : Wrong<string?>(field, "必须填写", "is required"));

        public int? Number(string field) => Find(field) is not { } v || v.ValueKind == JsonValueKind.Null ? null
            : v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var n) && n >= 0 ? n
            : Wrong<int?>(field, "须为非负整数", "expected a whole number from 0");

        public IEnumerable<JsonElement> Items(string field)
        {
            if (Find(field) is not { } v || v.ValueKind == JsonValueKind.Null)
                return [];
            if (v.ValueKind == JsonValueKind.Array)
                return v.EnumerateArray();
            Wrong(field, "须为列表", "expected a list");
            return [];
        }

        public IEnumerable<string> Texts(string field) =>
            Items(field).Select((v, i) => v.ValueKind == JsonValueKind.String ? v.GetString() : Wrong<string?>($"{field}[{i}]", "须为文字", "expected a text")).OfType<string>();

        public PartialDate? Date(string field, JsonElement v) => v.ValueKind == JsonValueKind.String && PartialDate.TryParse(v.GetString()) is { } date ? date
            : Wrong<PartialDate?>(field, $"“{v}”不是日期（2024、2024-02 或 2024-02-17）", $"“{v}” is no date (2024, 2024-02 or 2024-02-17)");

        public string? Member(JsonElement item, string name, string field) =>
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String && v.GetString() is { Length: > 0 } text
                ? text : Wrong<string?>(field, "必须填写", "is required");

        public string? Optional(JsonElement item, string name, string field) =>
            !item.TryGetProperty(name, out var v) || v.ValueKind == JsonValueKind.Null ? null
            : v.ValueKind == JsonValueKind.String ? v.GetString() is { Length: > 0 } text ? text : null
            : Wrong<string?>(field, "须为文字", "expected a text");

        private JsonElement? Find(string field) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var v) ? v : null;
    }
}
