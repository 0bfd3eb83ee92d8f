using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class SearchVerbTests
{
    [Theory, EveryDatabase]
    public async Task It_finds_what_the_person_may_see_and_says_where(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        await Steps.RegisterAsync(office);
        var found = await office.OutAsync(0, "search", "滤清器", "--kind", "matter", "--as", "lu");
        found.ShouldStartWith("案件  假冒滤清器案\n");
        found.ShouldEndWith("    MS-2026-0001 · 2026-09-01\n共 1 条\n");
        (await office.OutAsync(0, "search", "lqq", "当事人:黄某", "--kind", "matter", "--as", "lu", "--lang", "en")).ShouldEndWith("1 result\n");
        (await office.OutAsync(0, "search", "滤清器 -黄某", "--kind", "matter", "--as", "lu")).ShouldBe("共 0 条\n");
        foreach (var other in new[] { "he", "admin" })
            (await office.OutAsync(0, "search", "滤清器", "--as", other)).ShouldBe("共 0 条\n");
        var result = await office.JsonAsync(0, "search", "滤清器", "--as", "lu");
        result["total"]!.GetValue<int>().ShouldBeGreaterThan(1);
        result["rows"]![0]!["matter"]!.GetValue<string>().ShouldBe("MS-2026-0001");
        result["facets"]!.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_wrong_question_is_told_in_a_sentence()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (args, says) in new[]
        {
            (new[] { "search", "--as", "lu" }, "请输入要查找的词"), (["search", "\"滤清器", "--as", "lu"], "引号没有成对"), (["search", "人名:黄", "--as", "lu"], "可用：当事人、品牌、文号、标题"),
            (["search", "滤清器", "--kind", "nonsense", "--as", "lu"], "matter, paper, exhibit, document, entry"), (["list", "\"滤清器", "--as", "lu"], "引号没有成对"),
        })
        {
            var answer = await office.RunAsync(args);
            answer.Exit.ShouldBe(64, string.Join(' ', args));
            answer.Error.ShouldContain(says);
        }
    }
}
