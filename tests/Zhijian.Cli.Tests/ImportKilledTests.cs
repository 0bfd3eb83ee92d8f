using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests;

/// <summary>The program is killed in the middle of an import, as by a power cut. What it had said stays; what it had not said is whole or absent.</summary>
public class ImportKilledTests
{
    private const int All = 200;

    [Theory, EveryDatabase]
    public async Task What_was_acknowledged_is_there_and_a_second_import_completes_it(Dialect dialect)
    {
        await using var clean = await Office.OpenAsync(dialect);
        clean.Clock.Set(TimeProvider.System.GetUtcNow());
        await clean.OutAsync(0, "import", "cases", clean.Write("cases.json", Cases.File(All)), "--as", "lu");
        var whole = (await clean.LogAsync()).GroupBy(e => e.Split('|')[0]).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

        await using var office = await Office.OpenAsync(dialect);
        office.Clock.Set(clean.Clock.GetUtcNow());
        var file = office.Write("cases.json", Cases.File(All));
        var acknowledged = await ImportUntilKilledAsync(office, file, after: 60);

        // the next start finds each matter with all its events, or not at all
        var there = (await office.LogAsync()).GroupBy(e => e.Split('|')[0]).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        there.Keys.Intersect(acknowledged).Count().ShouldBe(acknowledged.Count);
        there.Count.ShouldBeLessThan(All);
        foreach (var (matter, events) in there)
            events.ShouldBe(whole[matter]);
        var listed = (await office.JsonAsync(0, "list", "--as", "lu", "--limit", "1000"))["rows"]!.AsArray().Select(r => r!["matter"]!.GetValue<string>());
        listed.ShouldBe(there.Keys, ignoreOrder: true);
        await office.OutAsync(0, "verify");
        var tables = await office.ReadTablesAsync();
        await office.OutAsync(0, "rebuild");
        (await office.ReadTablesAsync()).ShouldBe(tables);

        (await office.OutAsync(0, "import", "cases", file, "--as", "lu")).ShouldEndWith($"共 {All} 行：录入 {All - there.Count}，已有 {there.Count}\n");
        (await office.LogAsync()).ShouldBe(await clean.LogAsync());
        (await office.ReadTablesAsync()).ShouldBe(await clean.ReadTablesAsync());
        await office.OutAsync(0, "verify");
    }

    /// <returns>The matters that it had acknowledged.</returns>
    private static async Task<HashSet<string>> ImportUntilKilledAsync(Office office, string file, int after)
    {
        using var import = office.Start("import", "cases", file, "--as", "lu");
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        while (acknowledged.Count < after && await import.StandardOutput.ReadLineAsync() is { } line)
            acknowledged.Add(Matter(line));
        import.Kill(); // SIGKILL
        while (await import.StandardOutput.ReadLineAsync() is { } late) // what was on its way through the pipe
            if (late.Contains("已录入 MS-"))
                acknowledged.Add(Matter(late));
        await import.WaitForExitAsync();
        import.ExitCode.ShouldBe(137, await import.StandardError.ReadToEndAsync());
        acknowledged.Count.ShouldBeInRange(after, All - 1);
        return acknowledged;
    }

    private static string Matter(string line) => line[line.IndexOf("MS-", StringComparison.Ordinal)..].Split(' ')[0];
}
