using Shouldly;
using Xunit;

namespace Zhijian.Entities.Tests;

public sealed class HardSetTests
{
    private static readonly string Folder = Path.Combine(Sample.Data, "entities");

    [Fact]
    public void The_files_are_what_the_rules_make()
    {
        var (records, pairs) = HardSet.Make(Sample.Cleaning);
        if (Environment.GetEnvironmentVariable("ZHIJIAN_RENEW") == "1")
        {
            File.WriteAllText(Path.Combine(Folder, "hard-records.csv"), records);
            File.WriteAllText(Path.Combine(Folder, "hard-pairs.csv"), pairs);
        }
        File.ReadAllText(Path.Combine(Folder, "hard-records.csv")).ShouldBe(records, "run the test with ZHIJIAN_RENEW=1");
        File.ReadAllText(Path.Combine(Folder, "hard-pairs.csv")).ShouldBe(pairs, "run the test with ZHIJIAN_RENEW=1");
        pairs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(5000);
    }

    [Fact]
    public void Most_of_it_is_told_apart_without_a_label()
    {
        var table = new RecordTable(
            [new("name", ColumnKind.Company), new("code", ColumnKind.Id), new("address", ColumnKind.Address), new("phone", ColumnKind.Phone), new("person", ColumnKind.Name)]);
        CsvRecords.Read(Path.Combine(Folder, "hard-records.csv"), table, "id");
        var run = Linker.Run(table, Sample.Cleaning);
        var clusters = run.Clusters();
        var byRule = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var (found, truly, right) = (0, 0, 0);
        foreach (var pair in File.ReadLines(Path.Combine(Folder, "hard-pairs.csv")).Skip(1).Select(l => l.Split(',')))
        {
            var (one, same) = (clusters[run.Row(pair[0])!.Value] == clusters[run.Row(pair[1])!.Value], pair[2] == "same");
            (found, truly, right) = (found + (one ? 1 : 0), truly + (same ? 1 : 0), right + (one && same ? 1 : 0));
            var (r, all) = byRule.GetValueOrDefault(pair[3]);
            byRule[pair[3]] = (r + (one == same ? 1 : 0), all + 1);
        }
        var told = string.Join(", ", byRule.Select(r => $"{r.Key} {100.0 * r.Value.Right / r.Value.All:F0} %"));
        (2.0 * right / (found + truly)).ShouldBeGreaterThan(0.9, told);
        byRule.Values.ShouldAllBe(r => r.Right > r.All * 0.6, told);
        Console.WriteLine($"F1 {2.0 * right / (found + truly):F4}: {told}");
    }
}
