using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class RebuildVerbTests
{
    [Theory, EveryDatabase]
    public async Task The_tables_are_the_same_as_before(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        await office.OutAsync(0, "import", "cases", Path.Combine(Law.DataFolder.Find(), "published", "cases.json"), "--as", "lu");
        await Steps.ToProsecutionReviewAsync(office);
        var before = await office.ReadTablesAsync();
        before.ShouldContain(r => r.StartsWith("work_item:"));

        var result = await office.JsonAsync(0, "rebuild");
        result["streams"]!.GetValue<int>().ShouldBe(8 + 60 + 1);
        result["rows"]!.GetValue<int>().ShouldBe(before.Count);
        (await office.ReadTablesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_damaged_comes_back()
    {
        await using var office = await Office.OpenAsync();
        await office.OutAsync(0, "import", "cases", office.Write("cases.json", Cases.File(3)), "--as", "lu");
        var before = await office.ReadTablesAsync();
        await office.TamperAsync("DELETE FROM matter WHERE matter = 'MS-2026-0002'");
        await office.TamperAsync("UPDATE matter SET title = 'x'");
        (await office.OutAsync(0, "rebuild")).ShouldStartWith("已重建：11 条事件流");
        (await office.ReadTablesAsync()).ShouldBe(before);
    }
}
