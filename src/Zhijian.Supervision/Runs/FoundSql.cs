using Zhijian.Supervision.Models;

namespace Zhijian.Supervision.Runs;

/// <summary>What every engine asks, in one order, so that the same run gives the same file.</summary>
internal static class FoundSql
{
    /// <summary>Where the findings are while their rows and links are looked up.</summary>
    public const string Materialize = $"CREATE TEMPORARY TABLE {ModelSql.FindingTable} AS ";

    public const string Findings = $"SELECT * FROM {ModelSql.FindingTable} ORDER BY score DESC, key";

    public static string Rows(ModelQuery query) => $"SELECT DISTINCT finding_key, set_name, row_id, rule FROM (\n{query.RowsSql}\n) AS r ORDER BY finding_key, set_name, row_id, rule";

    public static string? Links(ModelQuery query) =>
        query.LinksSql is null ? null : $"SELECT DISTINCT from_name, to_name, label, finding_key FROM (\n{query.LinksSql}\n) AS l ORDER BY finding_key, from_name, to_name, label";
}
