using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>What is wrong with a row that was left out.</summary>
public enum RowProblem
{
    [Label("这一行读不出", "the line cannot be read")]
    Unreadable,

    [Label("必填而没有填", "required and not given")]
    Missing,

    [Label("不是日期", "not a date")]
    NotADate,

    [Label("不是整数", "not a whole number")]
    NotACount,

    [Label("不是金额（数字，到分为止）", "not a sum (a number, not below the fen)")]
    NotASum,

    [Label("不是是或否", "neither yes nor no")]
    NotAFlag,

    [Label("与前面的行重复", "the same key as an earlier row")]
    Duplicate,
}

/// <summary>
/// One thing that is wrong with a row that was left out. <paramref name="Record"/> counts the rows under the header from 1, without those that could not be read at all; these have
/// <paramref name="Line"/>, the line of the file. <paramref name="Column"/> and <paramref name="Value"/>: as in the file.
/// </summary>
public sealed record RowError(long? Record, long? Line, RowProblem Problem, string? Column, string? Value, string Row);

/// <summary>What an import did, or would do.</summary>
/// <param name="Rows">Rows taken.</param>
/// <param name="Left">Rows left out; each stands in the error file with what is wrong.</param>
/// <param name="Errors">All that is wrong with the first of them.</param>
/// <param name="Sample">The first rows as they were understood.</param>
/// <param name="Snapshot">What was kept; null after a dry run.</param>
public sealed record ImportReport(long Rows, long Left, IReadOnlyList<RowError> Errors, DataRows Sample, SetSnapshot? Snapshot, string? ErrorFile)
{
    /// <summary>Of how many rows <see cref="Errors"/> tells.</summary>
    public int RowsListed => Errors.DistinctBy(e => (e.Record, e.Line)).Count();
}
