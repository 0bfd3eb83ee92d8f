using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>Compares what a model found with what its example expects; the order of rows does not count, their number does.</summary>
public static class ModelExampleCheck
{
    /// <summary>What differs, one line each; empty when all is as expected.</summary>
    /// <param name="findings">key, subject, unit, score and the values.</param>
    /// <param name="rows">finding_key, set_name, row_id, rule.</param>
    public static IReadOnlyList<string> Differences(ModelExample example, DataRows findings, DataRows rows)
    {
        var says = new List<string>();
        Compare(says, "finding", example.Finds, findings);
        if (example.Rows is { } expected)
            Compare(says, "row", expected, rows);
        var keys = Column(findings, "key").ToHashSet();
        says.AddRange(Column(findings, "key").GroupBy(k => k).Where(g => g.Key is null || g.Count() > 1).Select(g => $"the key “{g.Key ?? "NULL"}” stands {g.Count()} times"));
        says.AddRange(Column(findings, "subject").Where(s => s is null).Select(_ => "a finding without a subject"));
        says.AddRange(Column(findings, "score").Where(s => !int.TryParse(s, out var score) || score is < 1 or > 100).Select(s => $"a score is 1 to 100, not {s ?? "NULL"}"));
        says.AddRange(Column(rows, "finding_key").Where(k => !keys.Contains(k)).Distinct().Select(k => $"a row rests on the finding “{k ?? "NULL"}”, which was not made"));
        says.AddRange(keys.Except(Column(rows, "finding_key")).Select(k => $"the finding “{k}” rests on no row"));
        return [.. says.Select(s => $"{example.Source}: {s}")];
    }

    private static void Compare(List<string> says, string what, DataRows expected, DataRows actual)
    {
        var missing = expected.Columns.Except(actual.Columns).ToList();
        if (missing.Count > 0)
        {
            says.Add($"the {what}s have no column “{missing[0]}”");
            return;
        }
        var places = expected.Columns.Select(c => actual.Columns.ToList().IndexOf(c)).ToList();
        var left = actual.Rows.Select(r => string.Join(" · ", places.Select(p => r[p] ?? "NULL"))).ToList();
        foreach (var row in expected.Rows.Select(r => string.Join(" · ", r.Select(c => c ?? "NULL"))))
            if (!left.Remove(row))
                says.Add($"expected the {what} {row}");
        says.AddRange(left.Select(row => $"did not expect the {what} {row}"));
    }

    private static IEnumerable<string?> Column(DataRows rows, string name) =>
        rows.Columns.ToList().IndexOf(name) is >= 0 and var at ? rows.Rows.Select(r => r[at]) : [];
}
