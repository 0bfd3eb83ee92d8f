using System.CommandLine;
using Zhijian.Kernel;
using Zhijian.Supervision;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;
using Zhijian.Web;

namespace Zhijian.Cli.Verbs;

/// <summary>The data sets of one's unit: list, columns, and the import of a file.</summary>
internal sealed class SetVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<string?> _source;
    private readonly Option<bool> _adds;
    private readonly Option<bool> _dry;
    private readonly Option<string?> _older;
    private readonly Option<bool> _remove;

    public SetVerb(Common common)
        : base(common, "set", common.Say["数据集：清单、列、导入文件", "data sets: list, columns, import of a file"])
    {
        _words = Words("WHAT", "做什么，然后是数据集、文件和列的对应", "what to do, then the set, the file and the mapping of columns");
        Add(common.As);
        _source = Text("--source", "NAME", "import：数据来源，例如“市市场监管局 处罚系统”", "import: where the file comes from");
        _adds = Flag("--add", "import：并入已有的数据（相同的键以新的为准）；不填为替换", "import: add to what is there (the same key: the new row counts); else in its place");
        _dry = Flag("--dry-run", "import：只读一遍，不保存", "import: read it, keep nothing");
        _older = Text("--older", "DAYS", $"tidy：只看早于多少天的（默认 {Tidying.DaysUnlessSaid}，至少 1）", $"tidy: only what is older than so many days (default {Tidying.DaysUnlessSaid}, at least 1)");
        _remove = Flag("--remove", "tidy：删除；不填只列出", "tidy: remove it; else it is only listed");
    }

    public override IReadOnlyList<string> Usage => ["set list [--as USER]", "set show SET", "set import SET FILE [COLUMN=HEADER…] [COLUMN:=VALUE…] --source NAME [--add] [--dry-run]", "set tidy [--older DAYS] [--remove]"];

    public override string Details => Say[
        "文件可以是 CSV（UTF-8、UTF-16、GB18030）、XLSX、JSON Lines、Parquet。列按名称自动对应；不同时写 列=表头。金额列的单位写 列=表头@万元（元、万元、亿元、分）。各行相同的值写 列:=值。\n读不出的行不导入，连同原因写进错误文件；其余的照常导入。\n"
        + "tidy 由系统管理员执行：找出没有用处的旧快照、索引和运行结果。各单位最近的导入、较新的运行以及待核查、跟进中或刚判断的线索所依据的数据都不动；用过已删快照的运行不能再复核。",
        "A file is CSV (UTF-8, UTF-16, GB18030), XLSX, JSON Lines or Parquet. Columns are matched by name; else COLUMN=HEADER. The unit of sums: COLUMN=HEADER@万元 (元, 万元, 亿元, 分). One value for all rows: COLUMN:=VALUE.\n"
        + "Rows that cannot be read are left out and stand in an error file with the reason; the others are taken.\n"
        + "tidy is for the administrator: old snapshots, indexes and findings that nothing needs. The newest import of each unit, newer runs, and what clues rest on that wait, are followed or were judged of late, stay; a run whose snapshots went cannot be repeated."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("set list --as lu", Say["有哪些数据，多少行，何时导入", "which data there are, how many rows, since when"]),
        ("set import penalty 处罚.csv --source 市市场监管局 --dry-run --as lu", Say["先看能不能读", "see first what would be read"]),
        ("set import penalty 处罚.xlsx turnover=经营额@万元 province:=31 --source 市市场监管局 --as lu", Say["指明列，然后导入", "say which column is which, and import"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        return words switch
        {
            [] or ["list"] => await ListAsync(call, platform, actor),
            ["show", var id] => Show(call, Find(platform, id)),
            ["import", var id, var file, ..] => await ImportAsync(call, platform, actor, Find(platform, id), file, words[3..]),
            ["tidy"] => await TidyAsync(call, platform, actor),
            _ => throw Call.Usage(Say["见 zhijian set --help", "see zhijian set --help"]),
        };
    }

    private DataSet Find(Platform platform, string id) => platform.Supervision.Catalogue.Find(id) ?? throw new Failure(Exit.NotFound, "unknown-set", Say[
        $"没有数据集“{id}”：{string.Join('、', platform.Supervision.Catalogue.All.Select(s => s.Id))}", $"no data set “{id}”: {string.Join(", ", platform.Supervision.Catalogue.All.Select(s => s.Id))}"]);

    private async Task<int> ListAsync(Call call, Platform platform, Actor actor)
    {
        var newest = await platform.Supervision.Sets.NewestAsync(actor, call.Stop);
        var own = await platform.Supervision.Runs.OwnReadAsync(actor, call.Stop);
        if (call.Json)
            call.Result(platform.Supervision.Catalogue.All.Select(s => new { s.Id, s.Title, s.FromLaw, s.FromMatters, import = newest.GetValueOrDefault(s.Id), own = own.GetValueOrDefault(s.Id) }));
        else
            call.Table(
                [Say["数据集", "set"], Say["名称", "title"], Say["行数", "rows"], Say["来源", "source"], Say["导入时间", "imported"]],
                [.. platform.Supervision.Catalogue.All.Select(s => newest.TryGetValue(s.Id, out var of)
                    ? (IReadOnlyList<string>)[s.Id, Say[s.Title], $"{of.Rows:N0}", of.Source, of.At[..10]]
                    : s.FromMatters == FromMatters.Enough ? [s.Id, Say[s.Title], $"{own.GetValueOrDefault(s.Id)?.Rows:N0}", Say["取自本院案件", "from this office’s matters"], ""]
                    : [s.Id, Say[s.Title], "", s.FromLaw ? Say["取自法律库", "from the law"] : s.FromNames ? Say["由名称归并得出", "made of names"] : "", ""])]);
        return Exit.Ok;
    }

    private async Task<int> TidyAsync(Call call, Platform platform, Actor actor)
    {
        var days = (int)(call.Number(_older, 1, 36_500) ?? Tidying.DaysUnlessSaid);
        if (!actor.Is(Role.Administrator))
            throw Failure.Of(new TidyingIsForAdministrators(), Say); // also for a look: it counts what other units have
        var remove = call.Get(_remove);
        var (files, refusal) = remove ? await platform.Supervision.Tidying.RemoveAsync(actor, days, call.Stop) : (await platform.Supervision.Tidying.LookAsync(days, call.Stop), null);
        if (refusal is not null)
            throw Failure.Of(refusal, Say);
        var bytes = files.Sum(f => f.Bytes);
        if (call.Json)
        {
            call.Result(new { removed = remove, days, bytes, files });
            return Exit.Ok;
        }
        if (files.Count > 0)
            call.Table(
                [Say["种类", "kind"], Say["名称", "name"], Say["字节", "bytes"]],
                [.. files.Select(f => (IReadOnlyList<string>)[Say.Of(f.Kind), f.Name, $"{f.Bytes:N0}"])]);
        call.Line(remove
            ? Say[$"已删除 {files.Count} 个文件，腾出 {bytes:N0} 字节", $"{files.Count} files removed, {bytes:N0} bytes freed"]
            : Say[$"{files.Count} 个文件可以删除，腾出 {bytes:N0} 字节；加 --remove 删除", $"{files.Count} files could go, {bytes:N0} bytes; --remove removes them"]);
        return Exit.Ok;
    }

    private int Show(Call call, DataSet set)
    {
        if (call.Json)
            call.Result(set);
        else
        {
            call.Line($"{set.Id}  {Say[set.Title]}  {set.Meaning}");
            call.Table(
                [Say["列", "column"], Say["名称", "title"], Say["类型", "type"], Say["必填", "required"], Say["含义", "meaning"], Say["别的清单里叫", "in other lists"]],
                [.. set.Columns.Select(c => (IReadOnlyList<string>)[c.Name, Say[c.Title], Law.Words.Kebab(c.Type), c.Required ? Say["是", "yes"] : "", c.Meaning, string.Join(' ', c.Also)])]);
        }
        return Exit.Ok;
    }

    private async Task<int> ImportAsync(Call call, Platform platform, Actor actor, DataSet set, string file, string[] pairs)
    {
        if (!SupervisionDesk.CanRun)
            throw new Failure(Exit.CouldNotRun, "no-duckdb", Say["本机没有 libduckdb，不能导入", "libduckdb is not on this machine: nothing can be imported"]);
        if (!File.Exists(file))
            throw new Failure(Exit.CouldNotRun, "no-file", Say[$"没有文件 {file}", $"there is no file {file}"]);
        var source = call.Get(_source) ?? "";
        try
        {
            var kind = SourceKinds.Of(file);
            var (columns, proposed) = await platform.Supervision.Sets.LookAsync(actor, set, file, kind, source, call.Stop);
            var order = new ImportOrder(set, file, Path.GetFileName(file), kind, source, Mapping(proposed, pairs), call.Get(_adds));
            if (order.Mapping.Check(set, columns) is { } wrong)
                throw Failure.Of(wrong, Say);
            var progress = new Progress(p => call.Note($"{p:0} %"));
            if (call.Get(_dry))
                return Report(call, order, await platform.Supervision.Sets.TryAsync(actor, order, progress, call.Stop));
            var (report, refusal) = await platform.Supervision.Sets.ImportAsync(actor, order, progress, call.Stop);
            return refusal is null ? Report(call, order, report!) : throw Failure.Of(refusal, Say);
        }
        catch (SourceUnreadableException e)
        {
            throw new Failure(Exit.Refused, "unreadable", Say[e.Why]);
        }
    }

    private int Report(Call call, ImportOrder order, ImportReport report)
    {
        if (call.Json)
        {
            call.Result(new { report.Rows, report.Left, errors = report.Errors, report.Sample, snapshot = report.Snapshot?.Hash, report.ErrorFile, mapping = order.Mapping.Columns });
            return report.Left == 0 ? Exit.Ok : Exit.Refused;
        }
        foreach (var mapped in order.Mapping.Columns)
            call.Line($"  {mapped.Column} ← {mapped.From ?? $"“{mapped.Constant}”"}{(mapped.Unit != MoneyUnit.Yuan ? $" ({Labels.Of(mapped.Unit)?.Zh})" : "")}");
        foreach (var e in report.Errors)
        {
            var what = string.Join(' ', ((string?[])[e.Column, e.Value is null ? null : $"“{e.Value}”", Say.Of(e.Problem)]).OfType<string>());
            call.Line(e.Record is { } n ? Say[$"  第 {n} 条：{what}", $"  record {n}: {what}"] : Say[$"  文件第 {e.Line} 行：{what}", $"  line {e.Line} of the file: {what}"]);
        }
        call.Line(report.Snapshot is null
            ? Say[$"试读：{report.Rows:N0} 行可以导入，{report.Left:N0} 行有错误；没有保存", $"dry run: {report.Rows:N0} rows would be taken, {report.Left:N0} have errors; nothing was kept"]
            : Say[$"已导入，现有 {report.Rows:N0} 行；{report.Left:N0} 行没有导入", $"imported, {report.Rows:N0} rows now; {report.Left:N0} rows were left out"]);
        if (report.ErrorFile is { } errors)
            call.Line(Say[$"错误行：{errors}", $"rows with errors: {errors}"]);
        return report.Left == 0 ? Exit.Ok : Exit.Refused;
    }

    /// <summary>The proposed mapping, with what was said on the command line in its place.</summary>
    private ColumnMapping Mapping(ColumnMapping proposed, string[] pairs)
    {
        var said = pairs.Select(p => p.Split('=', 2) is [var column, var value] && column.Length > 0
            ? column.EndsWith(':') ? new MappedColumn(column[..^1], null, value) : Of(column, value)
            : throw Call.Usage(Say[$"“{p}”应为 列=表头 或 列:=值", $"“{p}”: COLUMN=HEADER or COLUMN:=VALUE"])).ToList();
        return new ColumnMapping([.. proposed.Columns.Where(c => said.All(s => s.Column != c.Column)), .. said]);

        MappedColumn Of(string column, string value)
        {
            var at = value.LastIndexOf('@');
            return at >= 0 && MoneyUnits.Named(value[(at + 1)..]) is { } unit ? new MappedColumn(column, value[..at], null, unit) : new MappedColumn(column, value);
        }
    }

    internal sealed class Progress(Action<double> tell) : IProgress<double>
    {
        private double _last;

        // every tenth is enough
        public void Report(double value)
        {
            if (value < _last + 10 && value < 100)
                return;
            _last = value;
            tell(value);
        }
    }
}
