using System.CommandLine;
using System.Globalization;
using System.Text;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Clues;
using Zhijian.Web;
using Zhijian.Web.Clues;

namespace Zhijian.Cli.Verbs;

/// <summary>The clues of the supervision models: list, one, how the models do, findings of another system taken in, and every act on a clue.</summary>
internal sealed class ClueVerb : Verb
{
    private static readonly string[] Fields = ["grade", "note", "person", "judgement", "reason", "of", "from", "what", "unit", "answer", "matter", "kind", "on"];

    /// <summary>The field that the word after the number fills.</summary>
    private static readonly Dictionary<string, string> Main = new(StringComparer.Ordinal)
    {
        ["grade"] = "grade", ["assign"] = "person", ["judge"] = "judgement", ["withdraw"] = "reason", ["transfer"] = "unit", ["answer"] = "answer", ["matter"] = "matter", ["result"] = "kind",
    };

    private readonly Argument<string[]> _words;
    private readonly Dictionary<string, Option<string?>> _fields;
    private readonly Option<string?> _model;
    private readonly Option<string?> _state;
    private readonly Option<bool> _mine;
    private readonly Option<string?> _limit;
    private readonly Option<string?> _run;
    private readonly Option<string?> _origin;
    private readonly Option<string?> _expect;
    private readonly Option<string?> _csv;

    public ClueVerb(Common common)
        : base(common, "clue", common.Say["线索：清单、一条、判断和结果、模型表现、导入", "clues: list, one, judge, results, how the models do, take findings in"])
    {
        _words = Words("WHAT", "做什么，然后是线索编号和值", "what to do, then the number of the clue and the value");
        Add(common.As);
        (string Zh, string En)[] says =
        [
            ("级别 A、B、C（list 为条件）", "grade A, B, C (with list: a condition)"), ("说明", "note"), ("人员编号", "id of a person"), ("follow、set-aside、duplicate、needs-data", "follow, set-aside, duplicate, needs-data"),
            ("理由；不采用的填 data/clues/reasons.yaml 的编号", "reason; to set aside: an id of data/clues/reasons.yaml"), ("与哪一条重复", "the clue that it repeats"), ("向谁调取", "from whom the data come"),
            ("需要什么数据", "which data"), ("单位代码", "code of a unit"), ("accept、return", "accept, return"), ("案号", "number of a matter"), ("结果，data/clues/results.yaml 的编号", "result: an id of data/clues/results.yaml"), ("日期", "day"),
        ];
        _fields = Fields.Select((f, i) => (f, says[i])).ToDictionary(x => x.f, x => Text($"--{x.f}", x.f.ToUpperInvariant(), x.Item2.Zh, x.Item2.En), StringComparer.Ordinal);
        _model = Text("--model", "ID", "list、performance：模型编号", "list, performance: id of a model");
        _state = Text("--state", "STATE", "list：状态，all 为全部；不填为待核查", "list: a state, or all; without it those to review");
        _mine = Flag("--mine", "list：只列本人承办的", "list: only those that you handle");
        _limit = Text("--limit", "N", "list：至多几条（默认 50）", "list: how many at most (default 50)");
        _run = Text("--run", "ID", "raise：这一批的编号；同一编号重发不重复", "raise: the id of the batch; sent again it counts once");
        _origin = Text("--origin", "NAME", "raise：来自哪个系统", "raise: the system that they come from");
        _csv = Text("--csv", "FILE|-", "show：把触发的数据行写成 CSV，- 为标准输出", "show: write the rows that fired as CSV; - is standard output");
        _expect = Text("--expect", "VERSION", "只在线索仍是这一版本时办理", "only if the clue still stands at this version");
    }

    public override IReadOnlyList<string> Usage =>
    [
        "clue list [--model ID] [--state STATE] [--grade A] [--mine] [--as USER]", "clue show NUMBER [--csv FILE|-]", "clue performance [--model ID]", "clue raise FILE|- --run ID --origin NAME",
        "clue judge NUMBER follow|set-aside|duplicate|needs-data [--reason ID] [--note TEXT] [--of NUMBER] [--from WHOM --what DATA]",
        "clue grade|assign|take|withdraw|transfer|answer|matter|result NUMBER [VALUE] [--reason …] [--note …] [--on DATE]",
    ];

    public override string Details => Say[
        "raise 从文件收下别的系统的发现：每行一个 JSON 对象（model、version、key、subject、unit、score、explanation、values、rows）。\n同一模型同一 key 是同一条线索：数据没有变化的不再列出，有变化的写明原值和新值。",
        "raise takes in what another system found: one JSON object a line (model, version, key, subject, unit, score, explanation, values, rows).\nThe same key of the same model is the same clue: unchanged facts do not bring it back, other facts do, with both values."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("clue list --as lu", Say["待核查的线索，按分数", "those to review, by score"]),
        ("clue raise findings.jsonl --run 2026-09-28 --origin \"某省平台\" --as lu", Say["导入", "take findings in"]),
        ("clue judge MS-2026-PAT-0043 set-aside --reason lawful-enforcement --as lu", Say["不采用，写明理由", "set aside, with the reason"]),
        ("clue result MS-2026-PAT-0043 police-filed --on 2026-10-09 --as lu", Say["登记结果", "what came of it"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        if (words.Length == 0)
            throw Call.Usage(Say["做什么？list、show、performance、raise、judge …", "what? list, show, performance, raise, judge …"]);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        return words[0] switch
        {
            "list" => await ListAsync(call, platform, actor),
            "show" => await ShowAsync(call, platform, actor, Number(words)),
            "performance" => await PerformanceAsync(call, platform, actor),
            "raise" => await RaiseAsync(call, platform, actor, words),
            var act when ClueActKind.Find(act) is not null => await ActAsync(call, platform, actor, act, Number(words), words),
            var other => throw Call.Usage(Say[$"不认识“{other}”；见 zhijian clue --help", $"“{other}” is not known here; see zhijian clue --help"]),
        };
    }

    private ClueNumber Number(string[] words) => words.Length < 2 ? throw Call.Usage(Say["缺少线索编号，如 MS-2026-PAT-0001", "the number of the clue is missing, e.g. MS-2026-PAT-0001"])
        : ClueNumber.TryParse(words[1].ToUpperInvariant()) ?? throw NotFound(words[1]);

    private Failure NotFound(string number) => new(Exit.NotFound, "not-found", Say[$"没有线索“{number}”", $"no clue “{number}”"]);

    private async Task<int> ListAsync(Call call, Platform platform, Actor actor)
    {
        var state = call.Get(_state);
        if (state is not (null or "all") && Law.Words.Parse<ClueState>(state) is null)
            throw Call.Usage(Say[$"没有状态“{state}”：{string.Join('、', Enum.GetValues<ClueState>().Select(Law.Words.Kebab))}、all", $"no state “{state}”: {string.Join(", ", Enum.GetValues<ClueState>().Select(Law.Words.Kebab))}, all"]);
        var grade = call.Get(_fields["grade"]);
        if (grade is not null && Law.Words.Parse<ClueGrade>(grade.ToLowerInvariant()) is null)
            throw Call.Usage(Say[$"没有级别“{grade}”", $"no grade “{grade}”"]);
        var filter = new ClueFilter
        {
            ToReview = state is null, State = Law.Words.Parse<ClueState>(state), Model = call.Get(_model), Grade = Law.Words.Parse<ClueGrade>(grade?.ToLowerInvariant()), Person = call.Get(_mine) ? actor.Id : null,
        };
        var (rows, total) = await platform.ClueLists.FindAsync(actor, filter, (int)(call.Number(_limit, 1, 100_000) ?? 50), 0, call.Stop);
        if (call.Json)
        {
            call.Result(new { total, rows });
            return Exit.Ok;
        }
        if (rows.Count > 0)
            call.Table(
                [Say["编号", "number"], Say["分数", "score"], Say["级别", "grade"], Say["对象", "subject"], Say["模型", "model"], Say["状态", "state"], Say["承办", "handled by"]],
                [.. rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Clue, $"{r.Score}", r.Grade?.ToUpperInvariant() ?? "", r.Subject, Say[platform.TitleOfModel(r.Model)], Say.Of(Law.Words.Parse<ClueState>(r.State)!.Value), r.Person ?? "",
                ])]);
        call.Line(Say[$"共 {total} 条", total == 1 ? "1 clue" : $"{total} clues"]);
        return Exit.Ok;
    }

    private async Task<int> ShowAsync(Call call, Platform platform, Actor actor, ClueNumber number)
    {
        var clue = await platform.Clues.FindAsync(actor, number, call.Stop) ?? throw NotFound(number.Value);
        if (call.Get(_csv) is { Length: > 0 } file)
        {
            var csv = await ClueRowsFile.OfAsync(platform.Supervision, clue, Say.Language, call.Stop);
            if (file == "-")
                await call.Terminal.Out.WriteAsync(Encoding.UTF8.GetString(csv).TrimStart('\ufeff'));
            else
            {
                await call.WriteAsync(file, csv);
                call.Note(Say[$"已写入 {file}", $"written to {file}"]);
            }
            return Exit.Ok;
        }
        var same = await platform.ClueLists.SameSubjectAsync(actor, number, ct: call.Stop);
        var basis = platform.Supervision.Models.Find(clue.Model)?.Citations ?? [];
        if (call.Json)
        {
            call.Result(new
            {
                number = clue.Number.Value, basis, clue.Version, clue.Model, clue.ModelVersion, clue.Key, clue.Subject, clue.Office, clue.Origin, clue.Score, clue.Explanation, clue.Values, clue.Rows, clue.Changes, clue.State,
                clue.Grade, clue.Person, clue.Judged, clue.Transfer, clue.Matters, clue.Results, same = same.Select(r => r.Clue),
                timeline = clue.Timeline.Select(t => new { t.Recorded.Version, t.Recorded.ActedOn, t.Type, says = Say[t.Says], t.Recorded.Actor, t.Recorded.RecordedAt, t.Matter }),
            });
            return Exit.Ok;
        }
        call.Line($"{clue.Number}  {Columns.Clean(clue.Subject)}  {Say.Of(clue.State)}  {Say[$"{clue.Score} 分", $"score {clue.Score}"]}{(clue.Grade is { } grade ? $"  {Say.Of(grade)}" : "")}");
        call.Line($"  {Say[platform.TitleOfModel(clue.Model)]} v{clue.ModelVersion}: {Say[clue.Explanation]}");
        foreach (var cited in basis)
            call.Line($"  {TermVerb.Cite(Say, cited)}");
        foreach (var (name, value) in clue.Values)
            call.Line($"  {Columns.Pad(name, 18)}{value ?? Say["? 未知", "? unknown"]}");
        foreach (var row in clue.Rows)
            call.Line($"  {row.Set} {row.Row} {row.Rule}".TrimEnd());
        if (same.Count > 0)
            call.Line(Say[$"  同一对象：{string.Join('、', same.Select(r => r.Clue))}", $"  same subject: {string.Join(", ", same.Select(r => r.Clue))}"]);
        foreach (var entry in clue.Timeline)
            call.Line($"  {entry.Recorded.Version,3}  {entry.Recorded.ActedOn}  {Say[entry.Says]} {entry.Matter} ({entry.Recorded.Actor})");
        return Exit.Ok;
    }

    private async Task<int> PerformanceAsync(Call call, Platform platform, Actor actor)
    {
        var rows = await platform.ClueLists.PerformanceAsync(actor, call.Get(_model), call.Stop);
        if (call.Json)
        {
            call.Result(rows);
            return Exit.Ok;
        }
        string Share(decimal? share) => share is { } s ? (s * 100).ToString("0.0", CultureInfo.InvariantCulture) : Say["未知", "unknown"];
        if (rows.Count > 0)
            call.Table(
                [Say["模型", "model"], Say["版本", "version"], Say["季度", "quarter"], Say["产生", "raised"], Say["已判断", "judged"], Say["确认", "confirmed"], Say["精准率%", "precision %"], Say["有成效", "with result"], Say["成案率%", "yield %"]],
                [.. rows.Select(r => (IReadOnlyList<string>)
                [
                    Say[platform.TitleOfModel(r.Model)], $"{r.Version}", r.Quarter, $"{r.Raised}", $"{r.Judged}", $"{r.Confirmed}", Share(r.Precision), $"{r.Yielded}", Share(r.Yield),
                ])]);
        else
            call.Line(Say["还没有线索", "there are no clues yet"]);
        return Exit.Ok;
    }

    private async Task<int> RaiseAsync(Call call, Platform platform, Actor actor, string[] words)
    {
        if (words.Length < 2 || call.Get(_run) is not { Length: > 0 } run || call.Get(_origin) is not { Length: > 0 } origin)
            throw Call.Usage(Say["raise 要文件（- 为标准输入）、--run 和 --origin", "raise wants a file (- is standard input), --run and --origin"]);
        try
        {
            using var file = words[1] == "-" ? call.Terminal.In : new StreamReader(words[1]);
            var result = await platform.Clues.RaiseAsync(run, await FindingLines.ReadAsync(file, call.Stop), actor, origin);
            if (result.Refusal is { } no)
                throw Failure.Of(no, Say);
            if (call.Json)
                call.Result(new { result.New, result.Again, result.Changed, result.Reopened });
            else
                call.Line(Say[$"新线索 {result.New} 条，没有变化 {result.Again} 条，有变化 {result.Changed} 条，重新列出 {result.Reopened} 条",
                    $"{result.New} new, {result.Again} unchanged, {result.Changed} with other facts, {result.Reopened} came back"]);
            return Exit.Ok;
        }
        catch (FindingFileException e)
        {
            throw new Failure(Exit.Refused, "bad-finding", Say[$"{words[1]} 第 {e.Line} 行：{e.Says.Zh}", $"{words[1]}:{e.Line}: {e.Says.En}"]) { Remedy = Say["改正后重发；什么也没有收下", "correct it and send it again; nothing was taken in"] };
        }
    }

    private async Task<int> ActAsync(Call call, Platform platform, Actor actor, string act, ClueNumber number, string[] words)
    {
        var given = _fields.ToDictionary(f => f.Key, f => call.Get(f.Value), StringComparer.Ordinal);
        if (words.Length > 2)
        {
            if (words.Length > 3 || !Main.TryGetValue(act, out var main) || given[main] is not null)
                throw Call.Usage(Say[$"“{words[^1]}”是多余的", $"“{words[^1]}” is too much"]);
            given[main] = words[2];
        }
        given["on"] ??= $"{platform.Clues.Today:yyyy-MM-dd}";
        var (command, wrong) = ClueForm.Bind(act, f => given.GetValueOrDefault(f));
        if (command is null)
            throw new Failure(Exit.Usage, "fields", Say[wrong!.Says]) { Field = wrong.Field };
        switch (await platform.Clues.ActAsync(actor, number, command, call.Number(_expect, 0, long.MaxValue), call.Stop))
        {
            case ClueOutcome.Done done:
                if (call.Json)
                    call.Result(new { number = done.Number.Value, done.Version });
                else
                    call.Line(Say[$"{done.Number} 第 {done.Version} 版：{ClueActKind.Of(command).Title.Zh}，已记录", $"{done.Number} version {done.Version}: {ClueActKind.Of(command).Title.En}, recorded"]);
                return Exit.Ok;
            case ClueOutcome.Refused { Refusal: var no }:
                throw Failure.Of(no, Say);
            case ClueOutcome.Forbidden { Needed: var who }:
                throw new Failure(Exit.Refused, "forbidden", Say[$"{actor.Name}（{Say.Roles(actor.Roles)}）不能办理", $"{actor.Id} ({Say.Roles(actor.Roles)}) may not do this"]) { Remedy = Say[$"须由{Say.Roles(who)}办理", $"for the {Say.Roles(who)}"] };
            case ClueOutcome.Conflict at:
                throw new Failure(Exit.Conflict, "conflict", Say[$"{number} 已是第 {at.Version} 版：{at.ChangedBy} 于 {at.ChangedAt} 改动", $"{number} stands at version {at.Version}: changed by {at.ChangedBy} at {at.ChangedAt}"]);
            default:
                throw NotFound(number.Value);
        }
    }
}
