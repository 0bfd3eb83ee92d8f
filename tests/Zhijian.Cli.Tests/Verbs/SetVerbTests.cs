using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

/// <summary>The data sets of a unit on the command line: what is there, and what of old can go.</summary>
public sealed class SetVerbTests
{
    private const string Header = "决定书文号,当事人,决定日\n";

    [DuckFact]
    public async Task Old_snapshots_are_shown_first_and_then_removed_by_an_administrator()
    {
        await using var office = await Office.OpenAsync();
        foreach (var party in new[] { "某甲", "某乙" })
            await office.OutAsync(0, "set", "import", "penalty", office.Write("处罚.csv", $"{Header}1号,{party},2025-06-01\n"), "--source", "某局", "--as", "lu");
        var folder = Path.Combine(office.Folder, "supervision", "sets", "penalty");
        foreach (var file in Directory.EnumerateFiles(folder))
            File.SetLastWriteTimeUtc(file, office.Clock.GetUtcNow().UtcDateTime);
        office.Clock.Advance(TimeSpan.FromDays(100));

        foreach (var who in new[] { "lu", "zhou" })
            (await office.RunAsync("set", "tidy", "--as", who)).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Out.ShouldBeEmpty(), a => a.Error.ShouldContain("系统管理员"));
        (await office.RunAsync("set", "tidy", "--older", "0", "--as", "admin")).Exit.ShouldBe(64);
        (await office.OutAsync(0, "set", "tidy", "--older", "200", "--as", "admin")).ShouldStartWith("0 个文件可以删除");
        (await office.OutAsync(0, "set", "tidy", "--as", "admin")).ShouldSatisfyAllConditions(o => o.ShouldContain("数据快照"), o => o.ShouldContain("1 个文件可以删除"));
        Directory.EnumerateFiles(folder).Count().ShouldBe(2);
        (await office.OutAsync(0, "set", "tidy", "--remove", "--as", "admin", "--lang", "en")).ShouldContain("1 files removed");
        Directory.EnumerateFiles(folder).Count().ShouldBe(1);
        var again = await office.JsonAsync(0, "set", "tidy", "--remove", "--as", "admin");
        (again["removed"]!.GetValue<bool>(), again["bytes"]!.GetValue<long>(), again["files"]!.AsArray().Count).ShouldBe((true, 0, 0));
        (await office.OutAsync(0, "verify")).ShouldNotBeEmpty();
    }

    [DuckFact]
    public async Task What_matters_tell_is_listed_as_such()
    {
        await using var office = await Office.OpenAsync();
        (await office.OutAsync(0, "set", "list", "--as", "lu")).Split('\n').Single(l => l.StartsWith("notice", StringComparison.Ordinal)).ShouldContain("取自本院案件");
        (await office.JsonAsync(0, "set", "list", "--as", "lu")).AsArray().Where(s => s!["fromMatters"]!.GetValue<string>() == "added").Select(s => s!["id"]!.GetValue<string>()).ShouldBe(["police_decision"]);
    }
}
