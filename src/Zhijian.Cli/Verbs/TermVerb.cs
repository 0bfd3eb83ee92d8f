using System.CommandLine;
using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Cli.Verbs;

/// <summary>Counts a legal time limit and says how. Needs no store, only the law files.</summary>
internal sealed class TermVerb : Verb
{
    private readonly Argument<string?> _term;
    private readonly Option<string?> _from;
    private readonly Option<string?> _custody;
    private readonly Option<string[]> _extend;
    private readonly Option<string[]> _exclude;

    public TermVerb(Common common)
        : base(common, "term", common.Say["计算期限，逐步说明", "count a legal time limit, step by step"])
    {
        _term = Word("TERM", "期限编号，如 CR-PR-STD；不填则列出全部", "id of the term, e.g. CR-PR-STD; without it all are listed");
        _from = Text("--from", "DATE", "起算事件的日期 2026-09-03，或时刻 2026-09-03T14:30（以小时计的期限）", "day of the event that starts it, 2026-09-03; the moment, 2026-09-03T14:30, for terms in hours");
        _custody = Text("--custody", "detained|free", "是否在押；不填为未知", "in custody or not; unknown when absent");
        _extend = Several("--extend", "TERM", "已批准的延长，填期限编号，可多次", "an extension that was granted: id of its term; may be repeated");
        _exclude = Several("--exclude", "FROM..TO[=WHY]", "不计入的期间，两端都不计，可多次；TO 不填表示尚未恢复", "days that do not count, both ends included; may be repeated; without TO it still lasts");
    }

    private Option<string[]> Several(string name, string value, string zh, string en) =>
        Add(new Option<string[]>(name) { HelpName = value, Description = Say[zh, en], AllowMultipleArgumentsPerToken = false });

    public override IReadOnlyList<string> Usage => ["term", "term TERM", "term TERM --from DATE [--custody detained|free] [--extend TERM]… [--exclude FROM..TO[=WHY]]…"];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("term CR-ARR-DET --from 2025-09-26 --custody detained", Say["审查逮捕，在押，末日不顺延", "arrest review, in custody: the last day does not move"]),
        ("term CR-PR-STD --from 2026-01-15 --custody free --extend CR-PR-EXT", Say["审查起诉，延长十五日", "review for prosecution, extended by 15 days"]),
        ("term CR-PR-STD --from 2026-07-20 --custody free --exclude 2026-08-10..2026-08-21=鉴定", Say["扣除鉴定时间", "less the days of an expert opinion"]),
    ];

    public override Task<int> RunAsync(Call call)
    {
        var law = call.Law();
        if (call.Get(_term) is not { } id)
        {
            List(call, law);
            return Task.FromResult(Exit.Ok);
        }
        var term = Find(law, id);
        if (call.Get(_from) is not { } start)
        {
            TermFacts.Write(call, law, term);
            return Task.FromResult(Exit.Ok);
        }
        var (day, hour) = Moment(start);
        var from = new CountFrom(day, Custody(call.Get(_custody)))
        {
            Hour = hour,
            Extensions = [.. (call.Get(_extend) ?? []).Select(e => Extension(law, e, day))],
            Suspensions = [.. (call.Get(_exclude) ?? []).Select(Excluded)],
        };
        var counted = CheckedCount.Of(term, from, law.Calendar);
        if (call.Json)
            call.Result(new
            {
                term = term.Id, title = Say[term.Title], from = start, from.Custody, count = ToJson(Say, counted.Count),
                check = new { simulated = counted.Walk.Due, agrees = counted.Agrees },
            });
        else
            Write(call, counted);
        return Task.FromResult(Exit.Ok);
    }

    private void List(Call call, LawBook law)
    {
        var terms = law.Terms.Values.OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        if (call.Json)
        {
            call.Result(terms.Select(t => new
            {
                t.Id, title = Say[t.Title], obligor = Say[t.Obligor], trigger = Say[t.Trigger], duty = Say[t.Duty], t.Counting.LastDay, t.Note,
                values = t.Values.Select(v => new { v.From, v.Length, v.Unit, reference = v.Reference.Article, status = v.Reference.Status }),
            }));
            return;
        }
        call.Table(
            [Say["编号", "id"], Say["期限", "term"], Say["长度", "length"], Say["义务人", "who"], Say["起算", "starts with"], Say["依据", "basis"]],
            [.. terms.Select(t => (IReadOnlyList<string>)[t.Id, Say[t.Title], Say[Lengths.In(t.Values[^1])], Say[t.Obligor], Say[t.Trigger], t.Values[^1].Reference.Article])]);
    }

    private void Write(Call call, CheckedCount counted)
    {
        var (term, count) = (counted.Term, counted.Count);
        call.Line($"{term.Id}  {Say[term.Title]}");
        call.Line(Say[$"{term.Obligor.Zh}：{term.Duty.Zh}", $"{term.Obligor.En}: {term.Duty.En}"]);
        var due = count.Due is { } day ? Say.Day(day) + (count.DueHour is { } hour ? $" {hour:HH\\:mm}" : "") : Say["算不出", "cannot be counted"];
        call.Line(Say["到期：", "Due: "] + due + (count.Due is not null && count.Question is not null ? Say["（最早）", " (at the earliest)"] : ""));
        WriteSteps(call, count, "  ");
        if (count.RemindOn is { } remind)
            call.Line(Say[$"内部提醒：{Say.Day(remind)}（前一工作日，不是法定日期）", $"Office reminder: {Say.Day(remind)} (the working day before; no legal date)"]);
        call.Line(Say[counted.Says]);
        if (term.Note is { } note)
            call.Line(Say["说明：", "Note: "] + note);
    }

    public static void WriteSteps(Call call, TermCount count, string indent)
    {
        foreach (var step in count.Steps)
            call.Line($"{indent}{step.Running:yyyy-MM-dd}  {call.Say[step.What]}{(step.Basis is { Article.Length: > 0 } basis ? $"（{Cite(call.Say, basis)}）" : "")}");
        if (count.EarlierReading is { } earlier)
            call.Line($"{indent}{call.Say["较早的算法", "Earlier reading"]} {call.Say.Day(earlier.On)}{call.Say["：", ": "]}{call.Say[earlier.Why]}");
        if (count.Question is { } question)
            call.Line($"{indent}{call.Say["待补：", "Missing: "]}{call.Say[question]}");
    }

    public static string Cite(Say say, LegalRef basis) => basis.Status switch
    {
        RefStatus.Verified => basis.Article,
        RefStatus.Secondary => $"{basis.Article}，{say["间接来源", "secondary source"]}",
        RefStatus.Unsettled => $"{basis.Article}，{say["有争议", "unsettled"]}",
        _ => $"{basis.Article}，{say["待核", "unverified"]}",
    };

    public static object ToJson(Say say, TermCount count) => new
    {
        count.Due,
        dueHour = count.DueHour?.ToString("HH\\:mm"),
        count.UnmovedEnd,
        earlierReading = count.EarlierReading is { } earlier ? new { earlier.On, why = say[earlier.Why] } : null,
        question = count.Question is { } question ? say[question] : null,
        count.RemindOn,
        length = count.Value is { } value ? new { value.Length, value.Unit, reference = value.Reference.Article, status = value.Reference.Status } : null,
        steps = count.Steps.Select(s => new { on = s.Running, what = say[s.What], basis = s.Basis is { Article.Length: > 0 } basis ? basis.Article : null }),
    };

    private Term Find(LawBook law, string id)
    {
        if (law.Terms.GetValueOrDefault(id.ToUpperInvariant()) is { } term)
            return term;
        var near = law.Terms.Keys.Where(k => k.Contains(id, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(5).ToList();
        throw new Failure(Exit.NotFound, "unknown-term", Say[$"没有期限“{id}”", $"no term “{id}”"])
        {
            Remedy = near.Count > 0 ? string.Join(' ', near) : Say["zhijian term 列出全部", "zhijian term lists all of them"],
        };
    }

    private (DateOnly Day, TimeOnly? Hour) Moment(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, null)
        : DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
        : throw Call.Usage(Say[$"--from：“{text}”不是日期（2026-09-03）或时刻（2026-09-03T14:30）", $"--from: “{text}” is no date (2026-09-03) and no moment (2026-09-03T14:30)"]);

    private Custody Custody(string? text) => text switch
    {
        null or "unknown" => Kernel.Custody.Unknown,
        "detained" => Kernel.Custody.Detained,
        "free" => Kernel.Custody.Free,
        _ => throw Call.Usage(Say[$"--custody 只能是 detained（在押）或 free（未在押），不能是“{text}”", $"--custody is detained or free, not “{text}”"]),
    };

    private Extension Extension(LawBook law, string id, DateOnly day)
    {
        var term = Find(law, id);
        return new Extension(term.Title, term.ValueOn(day) ?? throw new Failure(Exit.NotFound, "no-value", Say[
            $"{term.Id}：{day:yyyy-MM-dd} 时适用的规定未录入", $"{term.Id}: the text in force on {day:yyyy-MM-dd} is not recorded"]));
    }

    private Suspension Excluded(string text)
    {
        var (days, reason) = text.IndexOf('=') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        var ends = days.Split("..");
        DateOnly? Day(string d) => DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;
        if (ends.Length == 2 && Day(ends[0]) is { } first && (ends[1].Length == 0 ? (DateOnly?)DateOnly.MaxValue : Day(ends[1])) is { } last && first <= last)
            return new Suspension(
                reason.Length > 0 ? new Text(reason, reason) : new Text("不计入的期间", "days that do not count"), first, ends[1].Length == 0 ? null : last, new LegalRef("", RefStatus.Unverified));
        throw Call.Usage(Say[$"--exclude：“{text}”不是 2026-08-10..2026-08-21=理由 的形式", $"--exclude: “{text}” has not the form 2026-08-10..2026-08-21=reason"]);
    }
}
