using System.CommandLine;
using System.Text;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.FourChecks;
using Zhijian.Web;

namespace Zhijian.Cli.Verbs;

/// <summary>One matter whole. A matter that the person may not see is as unknown as one that does not exist.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string?> _matter;
    private readonly Option<string?> _ics;

    public ShowVerb(Common common)
        : base(common, "show", common.Say["看一件案件：人员、罪名、期限、四查、经过", "show a matter: persons, charges, duties, checks, timeline"])
    {
        _matter = Word("MATTER", "案号，如 MS-2026-0001", "id of the matter, e.g. MS-2026-0001");
        _ics = Text("--ics", "FILE|-", "把正在走的期限写成日历文件（iCalendar），- 为标准输出", "write the running clocks as a calendar file (iCalendar); - is standard output");
        Add(common.As);
    }

    public override IReadOnlyList<string> Usage => ["show MATTER [--as USER] [--ics FILE|-]"];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("show MS-2026-0001 --as lu", Say["期限连同怎样算出来的", "every due date with how it was counted"]),
        ("show MS-2026-0001 --as lu --ics MS-2026-0001.ics", Say["导入日历程序；限知悉范围的案件只写案号", "for a calendar program; of a matter kept to a circle only its id is written"]),
        ("show MS-2026-0001 --as lu --json | jq '.duties[] | {key, due}'", Say["义务的编号和到期日，供 do record-performance 使用", "keys and due dates of the duties, for do record-performance"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var given = call.Need(_matter);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        var matter = await FindAsync(call, platform, actor, given);
        var duties = platform.Runner.DutiesOf(matter);
        if (call.Get(_ics) is { Length: > 0 } file)
            await WriteCalendarAsync(call, file, ClockCalendar.Of(matter, duties, platform.Time.GetUtcNow(), Say.Language));
        else if (call.Json)
            call.Result(ToJson(platform, matter, duties));
        else
            await WriteAsync(call, platform, matter, duties);
        return Exit.Ok;
    }

    private async Task WriteCalendarAsync(Call call, string file, string calendar)
    {
        if (file == "-")
        {
            await call.Terminal.Out.WriteAsync(calendar);
            return;
        }
        await call.WriteAsync(file, Encoding.UTF8.GetBytes(calendar));
        call.Note(Say[$"已写入 {file}", $"written to {file}"]);
    }

    /// <exception cref="Failure">Not there, or not for this person.</exception>
    public static async Task<Matter> FindAsync(Call call, Platform platform, Actor actor, string given) =>
        MatterId.TryParse(given.ToUpperInvariant()) is { } id && await platform.Runner.FindAsync(actor, id, call.Stop) is { } matter ? matter : throw NotFound(call.Say, given);

    public static Failure NotFound(Say say, string given) => new(Exit.NotFound, "not-found", say[$"没有案件“{given}”", $"no matter “{given}”"]);

    private async Task WriteAsync(Call call, Platform platform, Matter matter, IReadOnlyList<Duty> duties)
    {
        call.Line($"{matter.Id}  {matter.Id.CaseNumber}  {matter.Title}");
        void Row(string zh, string en, string? value)
        {
            if (value is { Length: > 0 })
                call.Line($"  {Columns.Pad(Say[zh, en], 14)}{value}");
        }
        async Task<string> NameOf(string id) => await platform.People.ActorAsync(id, call.Stop) is { } person ? Say[$"{person.Name}（{id}）", $"{person.Name} ({id})"] : id;
        Row("承办", "Lead", matter.Lead is { } lead ? await NameOf(lead) : null);
        Row("协办", "Assistants", string.Join('、', await Task.WhenAll(matter.Assistants.Select(NameOf))));
        Row("登记", "Registered", matter.RegisteredOn?.ToString());
        Row("办结", "Closed", matter.ClosedOn?.ToString());
        Row("职能", "Tracks", string.Join('、', matter.Tracks.Select(t => Say.Track(t))));
        Row("知悉范围", "Secrecy", matter.Secrecy == Secrecy.Circle ? Say[$"限 {string.Join('、', matter.Circle)}", $"only {string.Join(", ", matter.Circle)}"] : null);
        Row("权利", "Right", matter.Right is { } right ? $"{(platform.Law.Vocabulary.Right(right.Type) is { } type ? Say[type.Title] : right.Type)} {right.Name}".Trim() : null);
        Row("权利人", "Right holders", string.Join('、', matter.RightHolders.Select(h => $"{h.Id} {h.Name}")));
        Row("涉案物品", "Goods", matter.Goods);
        Row("行为", "Acts", matter.ActsFrom is null && matter.ActsTo is null ? null : $"{matter.ActsFrom?.ToString() ?? "…"} – {matter.ActsTo?.ToString() ?? "…"}");
        foreach (var amount in matter.Amounts)
            Row("数额", "Amount", $"{KindOf(platform, amount.Kind)} {amount.Yuan} {Say["元", "yuan"]}{(amount.Approximate ? Say["（约）", " (about)"] : "")} · {amount.Source}");
        Row("出处", "Source", matter.Published is { } p ? $"{p.CaseId} {p.SourceKind} {p.Url}{(p.Office is null ? "" : $" · {p.Office}")}{(p.CaseNumber is null ? "" : $" · {p.CaseNumber}")}" : null);
        Row("备注", "Note", matter.Note);
        Row("版本", "Version", matter.Version.ToString());

        Heading(call, "人员与罪名", "Persons and charges", matter.Persons.Count);
        if (matter.Persons.Count > 0)
            call.Table(
                ["", Say["姓名", "name"], Say["强制措施", "measure"], Say["罪名", "charge"], Say["阶段", "stage"], Say["自", "since"], Say["处理", "outcome"]],
                [.. matter.Accusations.Select(a => (IReadOnlyList<string>)
                [
                    a.Person.Id, a.Person.Name, a.Person.IsUnit ? Say["单位", "unit"] : Say.Of(a.Person.Measure), ChargeOf(platform, a.Accusation.Charge),
                    Say.Of(a.Accusation.Stage), a.Accusation.Since?.ToString() ?? "", a.Accusation.Outcome is { } outcome ? Say[outcome] : "",
                ])]);

        Heading(call, "监督程序", "Supervision", matter.Proceedings.Count);
        foreach (var one in matter.Proceedings)
        {
            call.Line($"  {one.Id}  {Say[platform.Law.KindOf(one).Title]}  {Columns.Clean(one.Title)}  {Say[platform.Law.StageOf(one).Title]}  {(one.Since.IsKnown ? one.Since : Say["日期未公布", "date not published"])}{(one.Outcome is { } outcome ? $"  {Say[outcome]}" : "")}");
            if (ProceedingFacts.Of(one) is { Count: > 0 } facts)
                call.Line($"      {string.Join(" · ", facts.Select(f => $"{Say[f.Label]} {Columns.Clean(Say[f.Says])}"))}");
        }

        Heading(call, "义务与期限", "Duties and clocks", duties.Count);
        foreach (var duty in duties)
            WriteDuty(call, platform, matter, duty);

        Heading(call, "一案四查", "Four checks", matter.Checks.Count);
        foreach (var (track, check) in matter.Checks)
            call.Line($"  {Say.Track(track)}  {Say.Of(check.Outcome)}  {check.On}  {check.By}  {Columns.Clean(check.Reason)}");

        var questions = CheckQuestions.Of(matter, platform.Law);
        Heading(call, "核查事项", "Questions of the board", questions.Count);
        foreach (var q in questions)
            call.Line($"  {(q.Answer is null ? "?" : "✓")} {Say.Track(q.Function)}  {Say[q.Rule.Title]}{(matter.NameOf(q.Subject) is { } about ? $" · {Columns.Clean(about)}" : "")}"
                + $"  {(q.Answer is { } a ? $"{Say.Of(a.Outcome)} {a.Proceeding}".TrimEnd() : string.Join(' ', q.Rule.LeadsTo.Select(l => l.Step)))}  <{q.Key}>");

        Heading(call, "发现", "Findings", matter.Findings.Count);
        foreach (var found in matter.Findings)
            call.Line($"  {found.Id}  {Say.Track(found.Is.FoundIn)}  {Say[found.Is.Title]}  {Columns.Clean(found.Is.What)}  {PartialDate.Of(found.Is.On)}");
        foreach (var (use, by) in matter.Uses)
            call.Line($"  {use.Item}  {Say.Track(use.From)} → {Say.Track(use.To)} {use.Proceeding}  {Say.Of(use.Purpose)}  {use.Basis}  ({by.Actor} {by.ActedOn})");

        Heading(call, "证据", "Exhibits", matter.Exhibits.Count);
        foreach (var exhibit in matter.Exhibits)
            call.Line($"  {exhibit.Id}  {Columns.Clean(exhibit.Is.Title)}  {Say[exhibit.Is.Kind.Label()]}  {exhibit.Is.Volume} {exhibit.Is.Pages}{(exhibit.Withdrawn is null ? "" : Say["  已撤下", "  withdrawn"])}");
        foreach (var table in ProofMatrix.Of(matter, platform.Law, platform.Runner.Today).Where(_ => matter.Exhibits.Count > 0))
            foreach (var row in table.Rows)
                call.Line($"  {table.Person} {table.Charge}  {(row.Gap == ProofGap.None ? "✓" : "?")} {Say[row.Title]}  {string.Join(' ', row.Exhibits.Select(e => e.Exhibit.Id))}");

        Heading(call, "文书", "Papers", matter.Papers.Count);
        foreach (var paper in matter.Papers)
            call.Line($"  {paper.N}. {Say[paper.Name]}  {Say[paper.State.Label()]}  {paper.Number?.Text}".TrimEnd());

        Heading(call, "附卷材料", "Documents", matter.Documents.Count);
        foreach (var document in matter.Documents)
            call.Line($"  {document.On}  {Columns.Clean(document.Name)}  {document.Size}  {document.MediaType}  sha256 {document.Hash}");

        Heading(call, "经过", "Timeline", matter.Timeline.Count);
        foreach (var entry in matter.Timeline)
            call.Line($"  {entry.Recorded.Version,3}  {Columns.Pad(entry.Recorded.ActedOn.ToString(), 10)}  {Columns.Clean(Say[entry.Event.Says(matter)])}"
                + $"  ({entry.Recorded.Actor} {entry.Recorded.RecordedAt}{(entry.Corrected ? Say["，已更正", ", corrected"] : "")})");
    }

    private void Heading(Call call, string zh, string en, int count) => call.Line($"\n{Say[zh, en]}{(count == 0 ? Say["：无", ": none"] : "")}");

    private void WriteDuty(Call call, Platform platform, Matter matter, Duty duty)
    {
        var due = duty.Count.Due is { } day ? Say.Day(day) + (duty.Count.DueHour is { } hour ? $" {hour:HH\\:mm}" : "") : "—";
        var state = duty.Status switch
        {
            DutyStatus.Discharged => Say[$"已履行 {duty.DischargedOn}", $"done {duty.DischargedOn}"],
            DutyStatus.Unrecorded => Say["未见记录", "not recorded"],
            _ => duty.Count.Due is { } open ? Say.Left(open, platform.Runner.Today) : "",
        };
        call.Line($"  {due}  [{state}]  {Say[duty.Rule.Title]}{(matter.NameOf(duty.Subject) is { } name ? $" · {Columns.Clean(name)}" : "")}  <{duty.Key}>");
        if (duty.Status != DutyStatus.Open)
            return;
        TermVerb.WriteSteps(call, duty.Count, "      ");
        if (duty.Rule.Late is { } late)
            call.Line($"      {Say["逾期后果：", "when late: "]}{Say[late]}");
    }

    private string KindOf(Platform platform, string kind) => platform.Law.Vocabulary.AmountKind(kind) is { } known ? Say[known.Title] : kind;

    private string ChargeOf(Platform platform, string article) => platform.Law.Vocabulary.Charge(article) is { } charge ? $"{article} {Say[charge.Title]}" : article;

    private object ToJson(Platform platform, Matter matter, IReadOnlyList<Duty> duties) => new
    {
        matter = matter.Id.Value,
        caseNumber = matter.Id.CaseNumber,
        matter.Version, matter.Title, matter.OfficePath, matter.Lead, matter.Assistants, matter.Secrecy, matter.Circle, matter.Tracks, matter.RegisteredOn, matter.ClosedOn,
        matter.Right, matter.RightHolders, matter.Goods, matter.ActsFrom, matter.ActsTo, matter.Amounts, matter.Published, matter.Note, matter.Documents,
        evidence = Web.Api.EvidenceApi.Of(platform, matter),
        persons = matter.Persons.Select(p => new
        {
            p.Id, p.Name, p.IsUnit, p.Measure, p.Custody, p.Returns,
            accusations = p.Accusations.Select(a => new
            {
                a.Charge, title = platform.Law.Vocabulary.Charge(a.Charge) is { } charge ? Say[charge.Title] : null, a.Stage, a.Since,
                outcome = a.Outcome is { } outcome ? Say[outcome] : null,
            }),
        }),
        proceedings = matter.Proceedings.Select(p => new
        {
            p.Id, p.Kind, p.Track, p.Title, p.Stage, stageTitle = Say[platform.Law.StageOf(p).Title], platform.Law.StageOf(p).Final, p.Since,
            outcome = p.Outcome is { } outcome ? Say[outcome] : null, p.Facts,
        }),
        duties = duties.Select(d => new
        {
            d.Key, rule = d.Rule.Id, title = Say[d.Rule.Title], d.Rule.Holder, d.Subject, name = matter.NameOf(d.Subject), d.Status, d.OpenedOn, d.DischargedOn,
            term = d.Term.Id, count = TermVerb.ToJson(Say, d.Count),
        }),
        checks = matter.Checks.Select(c => new { track = c.Key, c.Value.Outcome, c.Value.Reason, c.Value.By, c.Value.On }),
        timeline = matter.Timeline.Select(t => new
        {
            t.Recorded.Version, t.Recorded.ActedOn, t.Type, says = Say[t.Event.Says(matter)], t.Recorded.Actor, t.Recorded.RecordedAt, t.Corrected,
        }),
    };
}
