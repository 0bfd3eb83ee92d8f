using System.CommandLine;
using Zhijian.Kernel;
using Zhijian.Supervision;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Web;

namespace Zhijian.Cli.Verbs;

/// <summary>The supervision models: list, one, its examples, runs over the data of one's unit, and what they found.</summary>
internal sealed class ModelVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<string?> _engine;
    private readonly Option<string?> _raise;
    private readonly Option<string?> _limit;

    public ModelVerb(Common common)
        : base(common, "model", common.Say["法律监督模型：清单、说明、示例、运行、结果", "supervision models: list, one, examples, runs, what was found"])
    {
        _words = Words("WHAT", "做什么，然后是模型或者运行，参数写 名称=值", "what to do, then the model or the run; parameters as NAME=VALUE");
        Add(common.As);
        _engine = Text("--engine", "NAME", "run：duckdb（默认）；postgres 用 ZHIJIAN_MODELS_DATABASE 的服务器或集群", "run: duckdb (by default); postgres: the server or cluster of ZHIJIAN_MODELS_DATABASE");
        _raise = Text("--raise", "N", $"run：分数最高的几条成为线索（默认 {ModelRuns.RaisedUnlessSaid}）", $"run: how many, by score, become clues (default {ModelRuns.RaisedUnlessSaid})");
        _limit = Text("--limit", "N", "found、runs：至多几条（默认 50）", "found, runs: how many at most (default 50)");
    }

    public override IReadOnlyList<string> Usage =>
        ["model list", "model show MODEL", "model test [MODEL]", "model run MODEL [NAME=VALUE…] [--engine NAME] [--raise N] [--as USER]", "model runs [MODEL]", "model found RUN", "model compare RUN EARLIER", "model repeat RUN",
         "model schedule MODEL daily|weekly|monthly|off [NAME=VALUE…]", "model schedules"];

    public override string Details => Say[
        "模型只提示，不立案。每次运行都有记录（模型版本、参数、数据快照），repeat 按记录重做并比较结果。test 运行模型文件里的示例，写模型时用。",
        "A model gives hints and files nothing. Every run is on record (version, parameters, snapshots of the data); repeat does it again from the record and compares. test runs the examples in the file of a model, for whoever writes one."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("model test penalty-at-threshold", Say["模型的示例是否成立", "do its examples hold"]),
        ("model run repeat-within-two-years --as lu", Say["在本院数据上运行", "run it over the data of the unit"]),
        ("model schedule repeat-within-two-years weekly --as lu", Say["每周一自己运行", "let it run by itself every Monday"]),
        ("model found MS-20260928-3fa9c1 --limit 20 --as lu", Say["它发现了什么", "what it found"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        await using var platform = await call.OpenAsync();
        foreach (var broken in platform.Supervision.Models.Broken)
            call.Note(Say[$"模型文件 {broken.File} 有错误：{broken.Message}", $"the model file {broken.File} is wrong: {broken.Message}"]);
        return words switch
        {
            [] or ["list"] => List(call, platform),
            ["show", var id] => Show(call, Find(platform, id)),
            ["test"] => await TestAsync(call, platform, platform.Supervision.Models.All),
            ["test", var id] => await TestAsync(call, platform, [Find(platform, id)]),
            ["run", var id, ..] => await RunAsync(call, platform, await call.ActorAsync(platform), id, words[2..]),
            ["runs", ..] => await RunsAsync(call, platform, await call.ActorAsync(platform), words.Length > 1 ? Find(platform, words[1]).Id : null),
            ["found", var run] => await FoundAsync(call, platform, await call.ActorAsync(platform), run),
            ["compare", var run, var earlier] => await CompareAsync(call, platform, await call.ActorAsync(platform), run, earlier),
            ["repeat", var run] => await RepeatAsync(call, platform, await call.ActorAsync(platform), run),
            ["schedules"] => await SchedulesAsync(call, platform, await call.ActorAsync(platform)),
            ["schedule", var id, var every, ..] => await ScheduleAsync(call, platform, await call.ActorAsync(platform), id, every, words[3..]),
            _ => throw Call.Usage(Say["见 zhijian model --help", "see zhijian model --help"]),
        };
    }

    private SupervisionModel Find(Platform platform, string id) => platform.Supervision.Models.Find(id)
        ?? throw new Failure(Exit.NotFound, "unknown-model", Say[$"没有模型“{id}”；见 zhijian model list", $"no model “{id}”; see zhijian model list"]);

    private int List(Call call, Platform platform)
    {
        var models = platform.Supervision.Models.All;
        if (call.Json)
            call.Result(models.Select(m => new { m.Id, m.Title, m.Version, m.Track, m.Severity, inputs = m.Inputs.Keys }));
        else
            call.Table(
                [Say["模型", "model"], Say["名称", "title"], Say["版本", "version"], Say["数据", "data"]],
                [.. models.Select(m => (IReadOnlyList<string>)[m.Id, Say[m.Title], $"{m.Version}", string.Join(' ', m.Inputs.Keys)])]);
        return Exit.Ok;
    }

    private int Show(Call call, SupervisionModel model)
    {
        if (call.Json)
        {
            call.Result(new { model.Id, model.Title, model.Version, model.Track, model.Severity, model.Basis, model.Inputs, model.Parameters, model.Rules, model.Values, model.Prose, steps = model.Steps.Select(s => new { s.Name, s.Sql.Sql }), finding = model.Finding.Sql });
            return Exit.Ok;
        }
        call.Line($"{model.Id} v{model.Version}  {Say[model.Title]}");
        call.Line(Say[model.Prose]);
        foreach (var basis in model.Basis)
            call.Line($"  {TermVerb.Cite(Say, basis.Reference)}  {Say[basis.Says]}{(basis.From is { } from ? Say[$"（{from:yyyy-MM-dd} 起）", $" (from {from:yyyy-MM-dd})"] : "")}{(basis.To is { } to ? Say[$"（至 {to:yyyy-MM-dd}）", $" (to {to:yyyy-MM-dd})"] : "")}");
        call.Table(
            [Say["参数", "parameter"], Say["名称", "title"], Say["默认", "default"], Say["范围", "range"], Say["依据", "basis"]],
            [.. model.Parameters.Select(p => (IReadOnlyList<string>)[
                p.Id, Say[p.Title], p.IsDated ? string.Join("; ", p.Values.Select(v => $"{v.From:yyyy-MM-dd} {v.Value} ({TermVerb.Cite(Say, v.Reference)})")) : p.Default ?? "", p.IsAdjustable ? $"{p.Min}–{p.Max}" : "", p.Reference is { } given ? TermVerb.Cite(Say, given) : p.IsDated ? "" : Say["习惯", "practice"]])]);
        foreach (var (set, columns) in model.Inputs)
            call.Line($"  {set}: {string.Join(", ", columns)}");
        return Exit.Ok;
    }

    private async Task<int> TestAsync(Call call, Platform platform, IReadOnlyList<SupervisionModel> models)
    {
        NeedsDuck();
        using var scratch = new ScratchFolder();
        var engine = new DuckEngine(new Supervision.Sets.SetSnapshots(scratch.Path), scratch.Path);
        var (held, failed) = (0, 0);
        foreach (var model in models)
            foreach (var example in model.Examples)
            {
                var file = Path.Combine(scratch.Path, $"{model.Id}-{held + failed}.duckdb");
                await engine.RunAsync(model, ModelSql.Render(model, example.Parameters, example.Today), ExampleInputs.Of(model, example, platform.Supervision.Catalogue, platform.Law), file, null, call.Stop);
                var (findings, rows) = new RunFile(file).InFull(call.Stop);
                var differences = ModelExampleCheck.Differences(example, findings, rows);
                (held, failed) = differences.Count == 0 ? (held + 1, failed) : (held, failed + 1);
                foreach (var difference in differences)
                    call.Line(difference);
            }
        call.Line(Say[$"{held} 个示例成立，{failed} 个不成立", $"{held} examples hold, {failed} do not"]);
        return failed + platform.Supervision.Models.Broken.Count == 0 ? Exit.Ok : Exit.Refused;
    }

    private async Task<int> RunAsync(Call call, Platform platform, Actor actor, string id, string[] pairs)
    {
        NeedsDuck();
        var parameters = Parameters(pairs);
        var runs = platform.Supervision.Runs;
        var (run, refusal) = await runs.StartAsync(actor, new RunOrder(id, parameters, call.Get(_engine) ?? "duckdb", (int)(call.Number(_raise, 0, 100_000) ?? ModelRuns.RaisedUnlessSaid)), ct: call.Stop);
        if (refusal is not null)
            throw Failure.Of(refusal, Say);
        await using (call.Stop.Register(() => _ = runs.CancelAsync(actor, run!)))
            await runs.WaitAsync(run!);
        var row = (await runs.FindAsync(actor, run!))!.Value.Row;
        if (call.Json)
            call.Result(row);
        else if (row.State == RunRow.Finished)
            call.Line(Say[$"{run}：发现 {row.Findings:N0} 条，用时 {row.Milliseconds / 1000.0:0.0} 秒；{row.Raised} 条成为或更新线索（zhijian clue list）", $"{run}: {row.Findings:N0} findings in {row.Milliseconds / 1000.0:0.0} s; {row.Raised} became clues or changed one (zhijian clue list)"]);
        else
            call.Line($"{run}: {row.State}{(row.WhyZh is null ? "" : $"  {Say[row.WhyZh, row.WhyEn!]}")}");
        return row.State == RunRow.Finished ? Exit.Ok : Exit.CouldNotRun;
    }

    private Dictionary<string, string> Parameters(string[] pairs) =>
        pairs.ToDictionary(p => p.Split('=', 2)[0], p => p.Split('=', 2) is [_, var value] ? value : throw Call.Usage(Say[$"“{p}”应为 名称=值", $"“{p}”: NAME=VALUE"]), StringComparer.Ordinal);

    private async Task<int> ScheduleAsync(Call call, Platform platform, Actor actor, string id, string every, string[] pairs)
    {
        var cadence = Law.Words.Parse<Cadence>(every);
        if (cadence is null && every != "off")
            throw Call.Usage(Say[$"“{every}”应为 daily、weekly、monthly 或 off", $"“{every}”: daily, weekly, monthly or off"]);
        if (await platform.Supervision.Schedules.SetAsync(actor, id, cadence, Parameters(pairs)) is { } refusal)
            throw Failure.Of(refusal, Say);
        call.Line(cadence is { } c ? Say[$"{id}：{Labels.Of(c)?.Zh}运行，服务开着时凌晨两点以后", $"{id}: runs {Labels.Of(c)?.En}, after two in the morning while the service is up"] : Say[$"{id}：不再按期运行", $"{id}: no longer runs by itself"]);
        return Exit.Ok;
    }

    private async Task<int> SchedulesAsync(Call call, Platform platform, Actor actor)
    {
        var rows = (await platform.Supervision.Schedules.OfAsync(actor, call.Stop)).Values;
        if (call.Json)
            call.Result(rows);
        else
            call.Table(
                [Say["模型", "model"], Say["多久", "how often"], Say["安排人", "by"], Say["上次到期", "last due"], Say["运行", "run"], Say["没有运行的原因", "why not"]],
                [.. rows.Select(r => (IReadOnlyList<string>)[r.Model, Labels.Of(r.Every) is { } label ? Say[label] : r.Cadence, r.Person, r.LastDay, r.LastRun ?? "", r.WhyZh is null ? "" : Say[r.WhyZh, r.WhyEn!]])]);
        return Exit.Ok;
    }

    private async Task<int> RunsAsync(Call call, Platform platform, Actor actor, string? model)
    {
        var rows = await platform.Supervision.Runs.ListAsync(actor, model, (int)(call.Number(_limit, 1, 10_000) ?? 50), call.Stop);
        if (call.Json)
            call.Result(rows);
        else
            call.Table(
                [Say["运行", "run"], Say["模型", "model"], Say["状态", "state"], Say["发现", "findings"], Say["开始", "started"], Say["引擎", "engine"]],
                [.. rows.Select(r => (IReadOnlyList<string>)[r.Run, $"{r.Model} v{r.Version}", r.State, $"{r.Findings}", r.StartedAt[..16], r.Engine])]);
        return Exit.Ok;
    }

    private async Task<int> FoundAsync(Call call, Platform platform, Actor actor, string run)
    {
        var (row, model) = await FinishedAsync(call, platform, actor, run);
        var found = platform.Supervision.Runs.FileOf(run).Findings(model, 0, (int)(call.Number(_limit, 1, 100_000) ?? 50), call.Stop);
        if (call.Json)
            call.Result(new { row, found });
        else
            foreach (var finding in found)
            {
                call.Line($"{finding.Score,3}  {finding.Subject}  {finding.Unit}");
                call.Line($"     {Say[finding.Explanation]}");
                call.Line($"     {string.Join(' ', finding.Rows.Take(5).Select(r => $"{r.Set}:{r.Row}{(r.Rule is null ? "" : $" ({r.Rule})")}"))}{(finding.Rows.Count > 5 ? $" … {finding.Rows.Count}" : "")}");
            }
        return Exit.Ok;
    }

    private async Task<int> CompareAsync(Call call, Platform platform, Actor actor, string run, string earlier)
    {
        var (row, _) = await FinishedAsync(call, platform, actor, run);
        var (before, _) = await FinishedAsync(call, platform, actor, earlier);
        if (row.Model != before.Model)
            throw Call.Usage(Say[$"两次运行的模型不同：{row.Model}、{before.Model}", $"two models: {row.Model} and {before.Model}"]);
        var difference = platform.Supervision.Runs.FileOf(run).Since(platform.Supervision.Runs.FileOf(earlier), (int)(call.Number(_limit, 1, 10_000) ?? 50), call.Stop);
        if (call.Json)
        {
            call.Result(difference);
            return Exit.Ok;
        }
        foreach (var (name, keys) in new[] { (Say["新出现", "new"], difference.New), (Say["不再出现", "gone"], difference.Gone), (Say["数据有变化", "changed"], difference.Changed) })
        {
            call.Line($"{name}: {keys.Count:N0}");
            foreach (var key in keys.First)
                call.Line($"  {key.Subject}  {key.Key}");
        }
        return Exit.Ok;
    }

    private async Task<int> RepeatAsync(Call call, Platform platform, Actor actor, string run)
    {
        NeedsDuck();
        await FinishedAsync(call, platform, actor, run);
        var (row, started) = (await platform.Supervision.Runs.FindAsync(actor, run, call.Stop))!.Value;
        var (same, refusal) = await platform.Supervision.Runs.RepeatAsync(row, started, call.Stop);
        if (refusal is not null)
            throw Failure.Of(refusal, Say);
        call.Line(same == true ? Say["结果相同", "the same came out"] : Say["结果不同", "something else came out"]);
        return same == true ? Exit.Ok : Exit.Refused;
    }

    private async Task<(RunRow Row, SupervisionModel Model)> FinishedAsync(Call call, Platform platform, Actor actor, string run)
    {
        if (await platform.Supervision.Runs.FindAsync(actor, run, call.Stop) is not { } found)
            throw new Failure(Exit.NotFound, "unknown-run", Say[$"没有运行“{run}”", $"no run “{run}”"]);
        return found.Row.State == RunRow.Finished && platform.Supervision.Models.Find(found.Row.Model) is { } model && platform.Supervision.Runs.FileOf(run).Exists
            ? (found.Row, model) : throw new Failure(Exit.CouldNotRun, "no-result", Say[$"运行“{run}”没有结果（{found.Row.State}）", $"the run “{run}” has no result ({found.Row.State})"]);
    }

    private void NeedsDuck()
    {
        if (!SupervisionDesk.CanRun)
            throw new Failure(Exit.CouldNotRun, "no-duckdb", Say["本机没有 libduckdb，模型不能运行", "libduckdb is not on this machine: models do not run"]);
    }

    private sealed class ScratchFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("zhijian-models").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
