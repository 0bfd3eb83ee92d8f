using System.Diagnostics;
using Dapper;

namespace Zhijian.Cli.Verbs;

/// <summary>Writes the read tables anew from the log, in one transaction.</summary>
internal sealed class RebuildVerb(Common common) : Verb(common, "rebuild", common.Say["从日志重建列表、查找索引等读表", "write the read tables and the search index anew from the log"])
{
    public override IReadOnlyList<string> Usage => ["rebuild"];

    public override string Details => Say[
        "在一个事务里完成：中途停止等于没有做。期间别的程序可以读，写入要等待。日志不变。",
        "One transaction: stopped half-way, nothing was done. Others can read meanwhile; who writes, waits. The log does not change."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("rebuild", Say["升级或恢复备份之后", "after an upgrade or a restored backup"]),
        ("rebuild --database \"Host=127.0.0.1;Database=zhijian;Username=zhijian\"", Say["在 PostgreSQL 上", "on PostgreSQL"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        await using var platform = await call.OpenAsync();
        var watch = Stopwatch.StartNew();
        var streams = await platform.Store.RebuildAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var connection = await platform.Store.Database.OpenAsync(call.Stop);
        foreach (var table in platform.Store.ReadTables)
            rows[table] = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}");
        if (call.Json)
        {
            call.Result(new { streams, rows = rows.Values.Sum(), tables = rows, seconds = Math.Round(seconds, 3) });
            return Exit.Ok;
        }
        call.Line(Say[$"已重建：{streams} 条事件流，{rows.Values.Sum()} 行，{seconds:0.0} 秒", $"rebuilt: {streams} streams, {rows.Values.Sum()} rows, {seconds:0.0} s"]);
        foreach (var (table, count) in rows.OrderBy(r => r.Key, StringComparer.Ordinal))
            call.Line($"  {Columns.Pad(table, 16)}{count,8}");
        return Exit.Ok;
    }
}
