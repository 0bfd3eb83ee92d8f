using System.CommandLine;
using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Store;
using Zhijian.Web;

namespace Zhijian.Cli.Verbs;

/// <summary>Takes any step. It knows no step: fields, errors and refusals come from the step itself.</summary>
internal sealed class DoVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<bool> _fields;
    private readonly Option<string?> _body;
    private readonly Option<string?> _file;
    private readonly Option<string?> _expect;
    private readonly Option<string?> _key;

    public DoVerb(Common common)
        : base(common, "do", common.Say["办理一个步骤", "take a step"])
    {
        _words = Words("STEP", "步骤、案号，然后是栏目：--栏目 值", "the step, the matter, then its fields: --field value");
        Add(common.As);
        _fields = Flag("--fields", "列出这一步骤的栏目和例子", "the fields of the step, with an example");
        _body = Text("--body", "FILE", "从文件读 JSON 代替各栏目；- 为标准输入", "the fields as JSON from a file instead; - = standard input");
        _file = Text("--file", "FILE", "附卷：存入这个文件，并填好 hash、name、size、mediaType", "for attach-document: takes this file in and fills hash, name, size and mediaType");
        _expect = Text("--expect", "VERSION", "只在案件仍是这一版本时办理", "only if the matter still stands at this version");
        _key = Text("--key", "KEY", "幂等键：同一请求带同一键重发，只记一次", "idempotency key: the same request sent twice with it is recorded once");
    }

    public override IReadOnlyList<string> Usage => ["do", "do STEP --fields", "do STEP [MATTER] --as USER [--field value …] [--body FILE|-] [--expect VERSION] [--key KEY]", "do attach-document MATTER --file FILE --on DATE --as USER"];

    public override string Details => Say[
        "不带参数列出全部步骤。栏目名同网页和 API（transferredBy 也可写 transferred-by）；多个人员写 P1,P2，不填为所有可办的人。\n法律不允许的，说明理由、依据和怎么办，退出码 2，什么也不记。",
        "Without arguments it lists the steps. Fields are named as in the API (transferredBy or transferred-by); several persons as P1,P2, none = all\nfor whom the step is open. What the law does not allow is refused with reason, basis and remedy, exit code 2, and nothing is recorded."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("do accept-transfer --fields", Say["有哪些栏目", "which fields there are"]),
        ("do return-for-investigation MS-2026-0002 --as lu --on 2026-09-28 --outline \"补查销售去向\"", Say["退回补充侦查", "return for supplementary investigation"]),
        ("do register-matter --as lu --body new.json --key 2026-09-28-1", Say["从文件登记新案；重发不会重复", "register a matter from a file; sending it again does nothing"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        if (words.Length == 0 || call.Get(_fields))
        {
            var catalogue = new StepCatalogue(call.Law());
            if (words.Length == 0)
                StepPages.WriteSteps(call, catalogue.All);
            else
                StepPages.WriteFields(call, Find(catalogue, words[0]));
            return Exit.Ok;
        }
        await using var platform = await call.OpenAsync();
        var step = Find(platform.Runner.Steps, words[0]);
        var given = Given.Read(words.Skip(1), step, Say);
        var actor = await call.ActorAsync(platform);
        var id = Target(step, given.Matter);
        if (call.Get(_file) is { } file)
            await TakeInAsync(call, platform, actor, step, given, file);
        var command = await CommandAsync(call, step, given, id is { } known && FromCheck.IsOpening(step) ? await platform.Runner.FindAsync(actor, known) : null, platform.Law);
        var outcome = await platform.Runner.RunAsync(actor, id, step, command, call.Number(_expect, 0, long.MaxValue), call.Get(_key));
        return outcome switch
        {
            StepOutcome.Done done => await DoneAsync(call, platform, actor, step, done),
            StepOutcome.Refused { Refusal: var no } => throw Failure.Of(no, Say),
            StepOutcome.NotFound => throw ShowVerb.NotFound(Say, given.Matter ?? ""),
            StepOutcome.Forbidden { Needed: var who } => throw new Failure(Exit.Refused, "forbidden", Say[
                $"{actor.Name}（{Say.Roles(actor.Roles)}）不能办理“{step.Procedure.Title.Zh}”", $"{actor.Id} ({Say.Roles(actor.Roles)}) may not take “{step.Procedure.Title.En}”"])
            {
                Remedy = Say[$"须由本案所在院的{Say.Roles(who)}办理", $"for the {Say.Roles(who)} of the office that has the matter"],
            },
            StepOutcome.Conflict at => throw new Failure(Exit.Conflict, "conflict", Say[
                $"{at.Matter} 已是第 {at.Version} 版：{at.ChangedBy} 于 {at.ChangedAt} 改动", $"{at.Matter} stands at version {at.Version}: changed by {at.ChangedBy} at {at.ChangedAt}"])
            {
                Remedy = Say[$"先看 zhijian show {at.Matter}，再决定", $"look at zhijian show {at.Matter}, then decide again"],
            },
            _ => throw new Failure(Exit.Conflict, "key-reused", Say["这个幂等键已用于别的请求", "the idempotency key was used for another request"])
            {
                Remedy = Say["换一个 --key", "give another --key"],
            },
        };
    }

    private Step Find(StepCatalogue steps, string name) => steps.Find(name) ?? throw new Failure(Exit.NotFound, "unknown-step", Say[$"没有步骤“{name}”", $"no step “{name}”"])
    {
        Remedy = steps.All.Where(s => s.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(s => s.Name).ToList() is { Count: > 0 } near
            ? string.Join(' ', near) : Say["zhijian do 列出全部步骤", "zhijian do lists the steps"],
    };

    private MatterId? Target(Step step, string? given)
    {
        if (step.Command == typeof(RegisterMatter))
            return given is null ? null : throw Call.Usage(Say[$"登记新案不填案号（“{given}”）", $"a new matter has no id yet (“{given}”)"]);
        if (given is null)
            throw Call.Usage(Say["缺少案号，如 MS-2026-0001", "the matter is missing, e.g. MS-2026-0001"]);
        return MatterId.TryParse(given.ToUpperInvariant()) ?? throw ShowVerb.NotFound(Say, given);
    }

    /// <summary>Stores the file, once it is clear that the person sees the matter, and fills the fields that describe it.</summary>
    private async Task TakeInAsync(Call call, Platform platform, Actor actor, Step step, Given given, string path)
    {
        if (step.Command != typeof(AttachDocument))
            throw Call.Usage(Say["--file 只用于 attach-document", "--file is for attach-document only"]);
        _ = await ShowVerb.FindAsync(call, platform, actor, given.Matter!);
        try
        {
            await using var content = File.OpenRead(path);
            var stored = await platform.Store.Attachments.SaveAsync(content, Attachments.MaxUploadBytes, call.Stop);
            given.Values["hash"] = [stored.Hash];
            given.Values["size"] = [stored.Size.ToString()];
            given.Values["mediaType"] = [stored.MediaType];
            given.Values.TryAdd("name", [Path.GetFileName(path)]);
        }
        catch (AttachmentRefusedException e)
        {
            throw new Failure(Exit.Refused, e.Code, e.Message);
        }
    }

    /// <param name="known">The matter, where the step may open a proceeding from a question of its board.</param>
    private async Task<IDated> CommandAsync(Call call, Step step, Given given, Matter? known, LawBook law)
    {
        if (known is not null && given.Values.TryGetValue("check", out var check))
            foreach (var (field, text) in FromCheck.Carry(known, law, step, check[0]))
                given.Values.TryAdd(field, [text]);
        var (command, errors) = call.Get(_body) is not { } body ? StepForm.Bind(step, given.Values)
            : given.Values.Count > 0 ? throw Call.Usage(Say["--body 和各栏目只能用一种", "either --body or the fields, not both"])
            : StepForm.FromJson(step, Carried(body == "-" ? await call.Terminal.In.ReadToEndAsync(call.Stop) : await File.ReadAllTextAsync(body, call.Stop)));
        string Carried(string text) => known is null ? text : FromCheck.Fill(known, law, step, text);
        return command ?? throw new Failure(Exit.Usage, "fields", Say[$"“{step.Procedure.Title.Zh}”填得不对", $"“{step.Procedure.Title.En}” is not filled in right"])
        {
            Fields = [.. errors.Select(e => (e.Field, Say[e.Says]))],
            Remedy = Say[$"栏目见 zhijian do {step.Name} --fields", $"the fields: zhijian do {step.Name} --fields"],
        };
    }

    private async Task<int> DoneAsync(Call call, Platform platform, Actor actor, Step step, StepOutcome.Done done)
    {
        var matter = await platform.Runner.FindAsync(actor, done.Matter);
        var open = matter is null ? [] : platform.Runner.DutiesOf(matter).Where(d => d.Status == DutyStatus.Open).OrderBy(d => d.Count.Due ?? DateOnly.MaxValue).ToList();
        var doubts = matter?.Timeline.Where(t => t.Recorded.Version == done.Version).SelectMany(t => t.Event.Doubts).Select(d => Say[d]).ToList() ?? [];
        if (call.Json)
        {
            call.Result(new
            {
                matter = done.Matter.Value, done.Version, step = step.Name, doubts,
                duties = open.Select(d => new { d.Key, title = Say[d.Rule.Title], d.Rule.Holder, d.Count.Due, question = d.Count.Question is { } q ? Say[q] : null }),
            });
            return Exit.Ok;
        }
        call.Line(Say[$"{done.Matter} 第 {done.Version} 版：{step.Procedure.Title.Zh}，已记录", $"{done.Matter} version {done.Version}: {step.Procedure.Title.En}, recorded"]);
        foreach (var doubt in doubts)
            call.Line($"  ! {doubt}{Say["（已照原样记录）", " (recorded as given)"]}");
        foreach (var duty in open)
            call.Line($"  {(duty.Count.Due is { } due ? $"{Say.Day(due)} [{Say.Left(due, platform.Runner.Today)}]" : "—")}  {Say[duty.Rule.Title]}"
                + (matter!.NameOf(duty.Subject) is { } name ? $" · {Columns.Clean(name)}" : "") + (duty.Count.Question is { } q ? $"  {Say[q]}" : ""));
        return Exit.Ok;
    }

    /// <summary>What stands after the name of the step.</summary>
    private sealed record Given(string? Matter, Dictionary<string, IReadOnlyList<string>> Values)
    {
        public static Given Read(IEnumerable<string> words, Step step, Say say)
        {
            string? matter = null;
            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            var left = new Queue<string>(words);
            while (left.TryDequeue(out var word))
            {
                if (!word.StartsWith("--", StringComparison.Ordinal))
                {
                    matter = matter is null ? word : throw Call.Usage(say[$"“{word}”是多余的；栏目写作 --栏目 值", $"“{word}” is too much; a field is written --field value"]);
                    continue;
                }
                var (name, value) = word.IndexOf('=') is > 0 and var at ? (word[2..at], word[(at + 1)..]) : (word[2..], null);
                var field = step.Fields.FirstOrDefault(f => f.Name == name || Law.Words.Kebab(f.Name) == name);
                if (field is null)
                    throw new Failure(Exit.Usage, "unknown-field", say[$"“{step.Procedure.Title.Zh}”没有栏目“{name}”", $"“{step.Procedure.Title.En}” has no field “{name}”"])
                    {
                        Field = name,
                        Remedy = string.Join(' ', step.Fields.Select(f => $"--{f.Name}")),
                    };
                if (value is null && field.Kind == FieldKind.YesNo && !(left.TryPeek(out var next) && next is "true" or "false" or "yes" or "no" or "是" or "否"))
                    value = "true";
                if (value is null && !left.TryDequeue(out value))
                    throw Call.Usage(say[$"--{name} 后面缺少值", $"--{name} needs a value"]);
                values[field.Name] = values.TryGetValue(field.Name, out var before)
                    ? field.Kind is FieldKind.Persons or FieldKind.Holders or FieldKind.Texts ? [.. before, value]
                        : throw Call.Usage(say[$"--{name} 给了不止一次", $"--{name} is given more than once"])
                    : [value];
            }
            return new Given(matter, values);
        }
    }
}
