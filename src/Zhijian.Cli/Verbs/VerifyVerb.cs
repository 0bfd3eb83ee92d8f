using System.CommandLine;

namespace Zhijian.Cli.Verbs;

/// <summary>Recomputes the whole log. A log that is whole gets a new signed checkpoint.</summary>
internal sealed class VerifyVerb : Verb
{
    private readonly Option<string?> _checkpoints;

    public VerifyVerb(Common common)
        : base(common, "verify", common.Say["校验日志是否完整", "check that the log is whole"]) =>
        _checkpoints = Text("--checkpoints", "FILE", "另存在别处的检查点文件，一并比对", "a file of checkpoints that was kept elsewhere, compared as well");

    public override IReadOnlyList<string> Usage => ["verify [--checkpoints FILE]"];

    public override string Details => Say[
        "从第一个事件起重算散列链，比对签名的末位和每个检查点。完整则追加一个签名检查点；不完整则指出第一个不符的事件，退出码 3。\n把 checkpoints.jsonl 定期存到别的机器上：连数据库带检查点一起被截短的日志，只有它能发现。",
        "Recomputes the hash chain from the first event and compares it with the signed head and with every checkpoint. A whole log gets a new signed\ncheckpoint; else the first event that does not fit is named, exit code 3. Keep a copy of checkpoints.jsonl on another machine: only that shows\na log that was cut back together with its own checkpoints."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("verify", Say["校验数据目录中的日志", "check the log in the data folder"]),
        ("verify --checkpoints /mnt/safe/checkpoints.jsonl", Say["与另存的检查点比对", "compare it with checkpoints from elsewhere"]),
        ("verify --json || mail -s 日志不完整 admin", Say["供定时任务使用", "for a timer"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var kept = call.Get(_checkpoints);
        if (kept is not null && !File.Exists(kept))
            throw new Failure(Exit.CouldNotRun, "no-file", Say[$"没有文件 {kept}", $"no file {kept}"]);
        await using var platform = await call.OpenAsync();
        var (store, verdict) = (platform.Store, await platform.Store.VerifyAsync(kept));
        if (!verdict.IsWhole)
        {
            if (call.Json)
                call.Result(new
                {
                    whole = false, events = verdict.Events, firstWrong = verdict.FirstWrong, why = verdict.WhyIn(Say.IsEnglish), keyId = store.Signer.KeyId,
                    error = new { code = "not-whole", message = verdict.WhyIn(Say.IsEnglish), exit = Exit.NotWhole },
                });
            else
                call.Note(verdict.FirstWrong is { } first
                    ? Say[
                        $"日志不完整，第 {first} 个事件起不符：{verdict.WhyIn(english: false)}（此前 {verdict.Events} 个事件相符）",
                        $"the log is not whole from event {first}: {verdict.Why} ({verdict.Events} events before it fit)"]
                    : Say[$"日志不完整：{verdict.WhyIn(english: false)}", $"the log is not whole: {verdict.Why}"]);
            return Exit.NotWhole;
        }
        await store.CheckpointAsync(always: true);
        var checkpoints = store.Checkpoints();
        if (call.Json)
        {
            call.Result(new
            {
                whole = true, events = verdict.Events, head = verdict.Hash, keyId = store.Signer.KeyId, checkpoints = checkpoints.Count, lastCheckpoint = checkpoints is [.., var newest] ? newest : null,
            });
            return Exit.Ok;
        }
        call.Line(Say[$"日志完整：{verdict.Events} 个事件", $"the log is whole: {verdict.Events} events"]);
        call.Line($"  {Columns.Pad(Say["末位散列", "head hash"], 12)}{verdict.Hash}");
        call.Line($"  {Columns.Pad(Say["签名密钥", "signing key"], 12)}{store.Signer.KeyId}");
        call.Line($"  {Columns.Pad(Say["检查点", "checkpoints"], 12)}" + (checkpoints is [.., var last]
            ? Say[$"{checkpoints.Count} 个，最近的签到第 {last.Seq} 个事件（{last.At}）", $"{checkpoints.Count}, the last one signs event {last.Seq} ({last.At})"]
            : Say["无", "none"]));
        return Exit.Ok;
    }
}
