using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;
using Zhijian.Supervision.Import;

namespace Zhijian.Supervision.Sets;

/// <summary>One import of a set, as lists show it.</summary>
public sealed record SetImportRow(
    string Set, long Version, string Source, string FileName, long Rows, long LeftOut, string Snapshot, long Bytes, string Person, string At, string Mapping)
{
    public SetSnapshot Kept => new(Set, Snapshot, Rows, Bytes);

    public ColumnMapping Mapped => new(JsonSerializer.Deserialize<List<MappedColumn>>(Mapping, Json.Options)!);
}

/// <summary>
/// The data sets of one's own unit. What a unit imports, its runs read; another unit cannot tell that it is there. Whoever works on matters may import.
/// </summary>
public sealed class UnitSets(EventStore store, DataSetCatalogue sets, SetImport import, TimeProvider time)
{
    private const string Columns =
        "set_id AS \"Set\", version AS Version, source AS Source, file_name AS FileName, row_count AS Rows, left_out AS LeftOut, snapshot AS Snapshot, bytes AS Bytes, person AS Person, at AS At, mapping AS Mapping";

    public DataSetCatalogue Catalogue => sets;

    /// <summary>Who works with the data of a unit: imports them, runs models over them and handles what these find.</summary>
    public static IReadOnlyList<Role> Hands { get; } = [Role.Prosecutor, Role.Assistant, Role.OfficeHead];

    public static bool MayImport(Actor actor) => Hands.Any(actor.Is);

    /// <summary>The newest import of each set of the unit, by set.</summary>
    public async Task<IReadOnlyDictionary<string, SetImportRow>> NewestAsync(Actor actor, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<SetImportRow>(new CommandDefinition(
            $"SELECT {Columns} FROM set_import i WHERE unit = @Unit AND version = (SELECT MAX(version) FROM set_import n WHERE n.unit = i.unit AND n.set_id = i.set_id)", new { actor.Unit }, cancellationToken: ct));
        return rows.ToDictionary(r => r.Set, StringComparer.Ordinal);
    }

    /// <summary>All imports of a set by the unit, newest first.</summary>
    public async Task<IReadOnlyList<SetImportRow>> HistoryAsync(Actor actor, string set, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<SetImportRow>(new CommandDefinition(
            $"SELECT {Columns} FROM set_import WHERE unit = @Unit AND set_id = @set ORDER BY version DESC", new { actor.Unit, set }, cancellationToken: ct))).AsList();
    }

    /// <summary>The columns of a file and how they would be read: as the last file of the same source was, else by their names.</summary>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public async Task<(IReadOnlyList<string> Columns, ColumnMapping Mapping)> LookAsync(Actor actor, DataSet set, string file, SourceKind kind, string source, CancellationToken ct = default)
    {
        var before = (await HistoryAsync(actor, set.Id, ct)).FirstOrDefault(h => h.Source == source)?.Mapped;
        return await Task.Run(() => import.Look(set, file, kind, before, ct), ct);
    }

    /// <summary>Reads a file and keeps nothing: what would be taken, and what would not.</summary>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public async Task<ImportReport> TryAsync(Actor actor, ImportOrder order, IProgress<double>? progress = null, CancellationToken ct = default) =>
        await import.TryAsync(await RequestAsync(actor, order, ct), progress, ct);

    /// <summary>Imports. The rows that could be taken are there when it is recorded; nothing is before.</summary>
    /// <returns>The report, or the refusal.</returns>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public async Task<(ImportReport? Report, Refusal? Refusal)> ImportAsync(Actor actor, ImportOrder order, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        if (!MayImport(actor))
            return (null, new NotForThisRole());
        if (order.Set.FromLaw)
            return (null, new SetComesFromTheLaw(order.Set.Title) { Field = "set" });
        if (order.Set.FromNames)
            return (null, new SetIsMadeOfNames(order.Set.Title) { Field = "set" });
        if (string.IsNullOrWhiteSpace(order.Source))
            return (null, new ImportNeedsASource() { Field = "source" });
        var request = await RequestAsync(actor, order, ct);
        var report = await import.KeepAsync(request, progress, ct);
        if (report.Rows == 0)
            return (report with { Snapshot = null }, new NothingToImport(report.Left) { Field = "file" });
        var kept = report.Snapshot!;
        var now = time.GetUtcNow();
        var imported = new SetImported(
            actor.Unit, order.Set.Id, order.Source.Trim(), order.FileName, await HashAsync(order.File, ct), order.Kind, order.Mapping.Columns, order.Adds, report.Rows, report.Left, kept.Hash, kept.Bytes);
        var stream = SetImported.Stream(actor.Unit, order.Set.Id);
        await store.Writer.RunAsync(async work => await work.AppendAsync(
            stream, await work.VersionAsync(stream), [imported], new AppendContext(actor.Id, actor.Unit, ChinaTime.DayOf(now), now)));
        return (report, null);
    }

    private async Task<ImportRequest> RequestAsync(Actor actor, ImportOrder order, CancellationToken ct) =>
        new(order.Set, order.File, order.Kind, order.Mapping, order.Adds && (await NewestAsync(actor, ct)).TryGetValue(order.Set.Id, out var before) ? before.Kept : null, order.First);

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}

/// <summary>What a person asks to import.</summary>
/// <param name="Source">Where the file comes from, in their words.</param>
/// <param name="Adds">To what is there: a row with a known key takes the place of the old one. Else the file takes the place of the set.</param>
/// <param name="First">When it is only tried: how many rows of it; null: all.</param>
public sealed record ImportOrder(DataSet Set, string File, string FileName, SourceKind Kind, string Source, ColumnMapping Mapping, bool Adds, int? First = null);

public sealed record NotForThisRole()
    : Refusal("supervision-role", new Text("数据集和模型由检察官、检察官助理和部门负责人使用", "data sets and models are for prosecutors, their assistants and heads of offices"), null, new Text("请有此角色的人员办理", "ask somebody who has one of these roles"));

public sealed record SetComesFromTheLaw(Text Set)
    : Refusal("set-comes-from-the-law", new Text($"“{Set.Zh}”取自法律库，不能导入", $"“{Set.En}” comes from the law book and is not imported"), null, new Text("数额标准随法律文件更新", "its figures change with the files of the law"));

public sealed record SetIsMadeOfNames(Text Set)
    : Refusal("set-is-made-of-names", new Text($"“{Set.Zh}”由其他数据中的名称归并得出，不能导入", $"“{Set.En}” is made of the names in other data and is not imported"), null, new Text("导入模型所用的其他数据集", "import the other data that the model reads"));

public sealed record ImportNeedsASource()
    : Refusal("import-needs-a-source", new Text("没有写明数据来源", "where the data come from is not said"), null, new Text("写明提供单位和系统，例如“市市场监管局 处罚系统导出”", "name who provided them, and from which system"));

public sealed record FileIsImported(long Rows, long Left)
    : Refusal("file-is-imported", new Text($"这个文件已经导入：数据集有 {Rows} 行，没有导入 {Left} 行", $"this file was imported: the set has {Rows} rows, {Left} were left out"), null, new Text("要再导入，重新上传", "send it again to import it again"));

public sealed record FileIsBeingImported()
    : Refusal("file-is-being-imported", new Text("这个文件正在导入", "this file is being imported"), null, new Text("等它结束", "wait until that is over"));

public sealed record NothingToImport(long Left)
    : Refusal("nothing-to-import", new Text($"没有一行可以导入，{Left} 行有错误", $"no row could be taken, {Left} have errors"), null, new Text("看错误文件，改列的对应关系或者改文件", "see the error file; change the mapping or the file"));
