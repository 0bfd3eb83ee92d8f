using System.CommandLine;
using System.Text;
using System.Text.Json;
using Zhijian.Store;

namespace Zhijian.Cli.Verbs;

/// <summary>Everything that was recorded, in open files that can be checked without this program.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly Argument<string?> _target;

    public ExportVerb(Common common)
        : base(common, "export", common.Say["完整导出为开放格式", "export everything in an open form"]) =>
        _target = Word("TARGET", "新目录，或以 .zip 结尾的新文件", "a new folder, or a new file that ends with .zip");

    public override IReadOnlyList<string> Usage => ["export DIR", "export FILE.zip"];

    public override string Details => Say[
        "包括：全部事件（逐字，含散列）、签名检查点、公钥、附卷文件、每个文件的 SHA-256，以及怎样独立校验的说明和脚本。\n"
        + "不包括：密码、令牌、幂等键。导出含全部案件，包括限知悉范围的案件；能执行本命令的人本来就能读数据文件，所以不问 --as。\n"
        + "日志不完整时照样导出，并说明，退出码 3。",
        "All events (to the letter, with their hashes), signed checkpoints, public key, attachments, the SHA-256 of each file, and how to check all of it\n"
        + "without this program, with a script. Not: passwords, tokens, idempotency keys. It holds every matter, also those kept to a circle; who can run\n"
        + "this command can read the data files anyway, so it asks for no --as. A log that is not whole is exported too, and said to be so: exit code 3."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("export backup-2026-09-28", Say["导出到新目录", "into a new folder"]),
        ("export backup.zip && unzip -d backup backup.zip && python3 backup/verify-log.py backup", Say["导出、解开、独立校验", "export, unpack, and check it independently"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var target = call.Need(_target);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new Failure(Exit.CouldNotRun, "there-already", Say[$"{target} 已存在，不覆盖", $"{target} is there already; it is not overwritten"]);
        await using var platform = await call.OpenAsync();
        var store = platform.Store;
        var checkpoints = store.Checkpoints();
        await using var snapshot = await store.Database.BeginSnapshotAsync(call.Stop);
        var verdict = await LogVerification.VerifyAsync(snapshot, store.Signer, checkpoints);

        await using var package = ExportPackage.Create(target);
        var events = 0L;
        await package.AddAsync("events.jsonl", async to =>
        {
            await foreach (var e in EventLog.ReadAllAsync(snapshot).WithCancellation(call.Stop))
            {
                await WriteLineAsync(to, e);
                events++;
            }
        });
        await package.AddAsync("checkpoints.jsonl", async to =>
        {
            foreach (var checkpoint in checkpoints)
                await WriteLineAsync(to, checkpoint);
        });
        var head = await store.SignedHeadAsync(snapshot);
        await package.AddAsync("head.json", to => WriteLineAsync(to, head));
        await package.AddTextAsync("public-key.pem", store.Signer.PublicKeyPem + "\n");
        var attachments = 0;
        foreach (var hash in store.Attachments.All())
        {
            call.Stop.ThrowIfCancellationRequested();
            await using var file = store.Attachments.Open(hash);
            var copied = await package.AddAsync($"attachments/{hash}", to => file.CopyToAsync(to, call.Stop));
            if (copied != hash && verdict.IsWhole)
                verdict = verdict with { Why = $"attachment {hash} was changed: its content has the hash {copied}", WhyZh = $"附卷文件 {hash} 被改过：现在的散列是 {copied}" };
            attachments++;
        }
        await package.AddTextAsync("LOG-FORMAT.md", Resource("log-format.md"));
        await package.AddTextAsync("verify-log.py", Resource("verify-log.py"));
        await package.AddTextAsync("README.md", Readme(store, events, head, attachments, verdict));
        await package.CompleteAsync(new
        {
            program = $"zhijian {typeof(ExportVerb).Assembly.GetName().Version?.ToString(3)}",
            exportedAt = call.Terminal.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            events, headHash = head.Hash, keyId = store.Signer.KeyId, checkpoints = checkpoints.Count, attachments, whole = verdict.IsWhole, why = verdict.Why,
        });
        return Tell(call, target, events, attachments, verdict, package.Files);
    }

    private int Tell(Call call, string target, long events, int attachments, LogVerdict verdict, int files)
    {
        if (call.Json)
            call.Result(new
            {
                target = Path.GetFullPath(target), events, attachments, files, whole = verdict.IsWhole,
                error = verdict.IsWhole ? null : new { code = "not-whole", message = verdict.WhyIn(Say.IsEnglish), exit = Exit.NotWhole },
            });
        else
            call.Line(Say[$"已导出到 {target}：{events} 个事件，{attachments} 个附卷文件", $"exported to {target}: {events} events, {attachments} attachments"]);
        if (verdict.IsWhole)
            return Exit.Ok;
        if (!call.Json)
            call.Note(Say[$"注意：日志不完整：{verdict.WhyIn(english: false)}", $"attention: the log is not whole: {verdict.Why}"]);
        return Exit.NotWhole;
    }

    private static async Task WriteLineAsync<T>(Stream to, T value)
    {
        await JsonSerializer.SerializeAsync(to, value, Json.Options);
        to.WriteByte((byte)'\n');
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ExportVerb).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Readme(EventStore store, long events, Checkpoint head, int attachments, LogVerdict verdict) => $"""
        # 知检数据导出 · Zhijian export

        {(verdict.IsWhole ? "" : $"**导出时日志不完整：{verdict.WhyZh}。The log was not whole when it was exported: {verdict.Why}.**\n")}
        | 文件 file | 内容 content |
        |---|---|
        | `events.jsonl` | 全部 {events} 个事件，一行一个，逐字照录，含散列 · all events, one a line, to the letter, with their hashes |
        | `checkpoints.jsonl` | 签名检查点 · signed checkpoints |
        | `head.json` | 导出时日志末位及其签名 · the signed head of the log at the time of the export |
        | `public-key.pem` | 签名公钥，指纹 `{store.Signer.KeyId}` · the public key of the signatures, with its fingerprint |
        | `attachments/` | {attachments} 个附卷文件，文件名是内容的 SHA-256 · attached files, each named by the SHA-256 of its content |
        | `LOG-FORMAT.md` | 各字段、散列公式、签名格式 · fields, hash formula, signatures |
        | `verify-log.py` | 独立校验的脚本，只用 Python 标准库 · checks everything, with the Python standard library only |
        | `manifest.json` | 以上每个文件的字节数和 SHA-256 · size and SHA-256 of each file above |

        ## 怎样校验 · How to check it

            python3 verify-log.py .

        脚本从第一个事件起重算散列链，核对每个检查点和末位的签名，以及清单里的每个文件。公钥指纹要与另外记下的对照（`zhijian verify` 显示）：
        连公钥一起换掉的导出，只有指纹能发现。

        The script recomputes the chain from the first event and checks every signature and every file of the manifest. Compare the fingerprint of the
        key with the one that was written down elsewhere (`zhijian verify` shows it): an export that was replaced together with its key is only found
        that way.

        末位 head: {head.Seq} `{head.Hash}`

        不在其中 · not included: 密码、令牌、幂等键 · passwords, tokens, idempotency keys.
        """;
}
