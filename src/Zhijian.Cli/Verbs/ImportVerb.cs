using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Zhijian.Matters.Intake;

namespace Zhijian.Cli.Verbs;

/// <summary>Takes published cases in, one transaction a row; a row is said only after it is on disk.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Argument<string?> _what;
    private readonly Argument<string?> _file;
    private readonly Option<bool> _dryRun;

    public ImportVerb(Common common)
        : base(common, "import", common.Say["导入公开案例", "take published cases in"])
    {
        _what = Word("cases", "导入什么；目前只有 cases", "what to import; only: cases");
        _file = Word("FILE", "JSON 文件（UTF-8），格式见 data/published/README.md", "JSON file (UTF-8) of the form that data/published/README.md describes");
        Add(common.As);
        _dryRun = Flag("--dry-run", "只检查，什么也不写", "check only, write nothing");
    }

    public override IReadOnlyList<string> Usage => ["import cases FILE [--as USER] [--dry-run]"];

    public override string Details => Say[
        "逐行导入，每行一个事务，写入磁盘后才报告。已有的不重复录入，有错的退回并指明栏目，其余照录。\nCtrl-C 在当前行之后停止；再次执行接着录完。有行被退回时退出码为 2。",
        "Row by row, one transaction each; a row is reported once it is on disk. What is there already is not taken in twice; a wrong row is\nrefused with its field, the others go in. Ctrl-C stops after the current row; run it again to finish. Exit code 2 when rows were refused."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("import cases data/published/cases.json --as lu", Say["导入自带的公开案例", "take in the cases that come with the program"]),
        ("import cases more.json --dry-run", Say["只检查另一个同样格式的文件", "only check another file of the same form"]),
        ("import cases more.json --json | jq '.rows[] | select(.result == \"refused\")'", Say["只看被退回的行", "only the rows that were refused"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        if (call.Get(_what) is { } what && what != "cases")
            throw Call.Usage(Say[$"只能导入 cases，不能导入“{what}”", $"only “cases” can be imported, not “{what}”"]);
        _ = call.Need(_what);
        var path = call.Need(_file);
        var bytes = await ReadAsync(path, call.Stop);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        if (!platform.Published.May(actor))
            throw new Failure(Exit.Refused, "forbidden", Say[
                $"{actor.Name}（{Say.Roles(actor.Roles)}）不能录入案件", $"{actor.Id} ({Say.Roles(actor.Roles)}) may not take matters in"]);

        var report = new Report(call);
        var stopped = false;
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            await platform.Published.ImportAsync(stream, actor, call.Get(_dryRun), report.Row, call.Stop);
        }
        catch (JsonException e)
        {
            throw new Failure(Exit.CouldNotRun, "bad-json", Where(path, bytes, e));
        }
        catch (OperationCanceledException) when (call.Stop.IsCancellationRequested)
        {
            stopped = true;
        }
        catch
        {
            report.Break();
            throw;
        }
        report.End(stopped);
        return stopped ? Exit.Stopped : report.Refused > 0 ? Exit.Refused : Exit.Ok;
    }

    /// <summary>The bytes without a byte order mark.</summary>
    private async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Failure(Exit.CouldNotRun, "no-file", Say[$"没有文件 {path}", $"no file {path}"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Failure(Exit.CouldNotRun, "file", Say[$"{path} 读不出来：{e.Message}", $"{path} cannot be read: {e.Message}"]);
        }
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(bytes) || bytes.AsSpan().IndexOf((byte)0) >= 0)
        {
            var line = 1 + bytes.AsSpan(0, FirstInvalid(bytes)).Count((byte)'\n');
            throw new Failure(Exit.CouldNotRun, "not-utf-8", Say[
                $"{path} 第 {line} 行不是 UTF-8 文字（可能是 GB18030 或 UTF-16）", $"{path}, line {line}: no UTF-8 text (it may be GB18030 or UTF-16)"])
            {
                Remedy = Say["另存为 UTF-8，或：iconv -f GB18030 -t UTF-8 旧文件 > 新文件", "save it as UTF-8, or: iconv -f GB18030 -t UTF-8 old > new"],
            };
        }
        return bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) >= 0 ? bytes
            : throw new Failure(Exit.CouldNotRun, "bad-json", Say[$"{path} 是空的", $"{path} is empty"]);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] == 0 || Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return at;
            at += length;
        }
        return bytes.Length;
    }

    private string Where(string path, byte[] bytes, JsonException e)
    {
        if (e.LineNumber is not { } line)
            return Say[$"{path} 须是案例列表：[ {{…}}, … ]", $"{path} must be a list of cases: [ {{…}}, … ]"];
        var start = 0;
        for (var i = 0; i < line; i++)
            start += bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        var column = 1 + Encoding.UTF8.GetCharCount(bytes, start, (int)Math.Min(e.BytePositionInLine ?? 0, bytes.Length - start));
        var why = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is >= 0 and var cut ? e.Message[..cut] : e.Message;
        return Say[$"{path} 第 {line + 1} 行第 {column} 列不是合法的 JSON：{why}", $"{path}, line {line + 1}, column {column}: no valid JSON: {why}"];
    }

    /// <summary>Says each row as soon as it is in, and the counts at the end. As JSON it is one document, written row by row.</summary>
    private sealed class Report(Call call)
    {
        private readonly Dictionary<ImportResult, int> _counts = Enum.GetValues<ImportResult>().ToDictionary(r => r, _ => 0);
        private bool _begun;

        public int Refused => _counts[ImportResult.Refused];

        public void Row(ImportRow row)
        {
            _counts[row.Result]++;
            if (call.Json)
                Write(_begun ? ",\n" : "{\"rows\":[\n", Call.InOneLine(new
                {
                    row.Row,
                    id = row.CaseId,
                    row.Title,
                    row.Result,
                    matter = row.Matter?.Value,
                    errors = row.Errors.Select(e => new { e.Field, says = call.Say[e.Says] }),
                }));
            else
                Say(row);
            _begun = true;
            call.Terminal.Out.Flush();
        }

        private void Say(ImportRow row)
        {
            var (say, id) = (call.Say, row.Matter?.Value);
            var result = row.Result switch
            {
                ImportResult.Imported => say[$"已录入 {id}", $"imported {id}"],
                ImportResult.WouldImport => say["可录入", "would be imported"],
                ImportResult.AlreadyThere => say[$"已有 {id}", $"already there {id}"],
                _ => say["退回", "refused"],
            };
            call.Line($"{row.Row,5}  {Columns.Pad(row.CaseId ?? "—", 12)}  {Columns.Pad(result, 26)}  {Columns.Clean(row.Title ?? "—")}");
            foreach (var error in row.Errors)
                call.Line($"       {(error.Field.Length > 0 ? Columns.Clean(error.Field) + say["：", ": "] : "")}{Columns.Clean(say[error.Says])}");
        }

        public void End(bool stopped)
        {
            var (say, all) = (call.Say, _counts.Values.Sum());
            if (call.Json)
            {
                Write(_begun ? "\n],\n" : "{\"rows\":[],\n", $"\"counts\":{Call.InOneLine(new
                {
                    rows = all,
                    imported = _counts[ImportResult.Imported],
                    wouldImport = _counts[ImportResult.WouldImport],
                    alreadyThere = _counts[ImportResult.AlreadyThere],
                    refused = Refused,
                })},\"stopped\":{(stopped ? "true" : "false")}}}\n");
                return;
            }
            List<string> parts = [];
            void Part(ImportResult result, string zh, string en)
            {
                if (_counts[result] > 0)
                    parts.Add(say[$"{zh} {_counts[result]}", $"{_counts[result]} {en}"]);
            }
            Part(ImportResult.Imported, "录入", "imported");
            Part(ImportResult.WouldImport, "可录入", "would be imported");
            Part(ImportResult.AlreadyThere, "已有", "already there");
            Part(ImportResult.Refused, "退回", "refused");
            call.Line((stopped ? say["已停止；", "stopped; "] : "") + say[$"共 {all} 行", all == 1 ? "1 row" : $"{all} rows"] + (parts.Count > 0 ? say["：", ": "] + string.Join(say["，", ", "], parts) : ""));
        }

        /// <summary>Something broke between two rows: the document ends as an object, and the error follows on standard error only.</summary>
        public void Break()
        {
            if (call.Json && _begun)
                Write("\n],", "\"broken\":true}\n");
        }

        private void Write(string before, string text)
        {
            call.Terminal.Out.Write(before);
            call.Terminal.Out.Write(text);
        }
    }
}
