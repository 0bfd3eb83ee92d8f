using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class ListVerbTests
{
    [Theory, EveryDatabase]
    public async Task It_lists_what_the_person_may_see_by_words_and_kind(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        await office.OutAsync(0, "import", "cases", office.Write("cases.json", Cases.File(12)), "--as", "lu");
        await Steps.RegisterAsync(office);
        (await office.OutAsync(0, "list", "--as", "lu")).ShouldEndWith("共 13 件\n");
        (await office.OutAsync(0, "list", "--as", "lu", "--published", "--limit", "3")).ShouldEndWith("共 12 件，列出 3 件（--limit 可多列）\n");
        (await office.OutAsync(0, "list", "滤清器", "黄某", "--as", "lu")).ShouldContain("假冒滤清器案");
        (await office.OutAsync(0, "list", "滤清器", "白酒", "--as", "lu")).ShouldBe("共 0 件\n");
        (await office.OutAsync(0, "list", "@滤清器", "--as", "lu")).ShouldContain("假冒滤清器案"); // “@” names no file of arguments; it parts words like any mark
        (await office.OutAsync(0, "list", "--live", "--as", "lu", "--lang", "en")).ShouldEndWith("1 matter\n");
        (await office.OutAsync(0, "list", "--as", "he")).ShouldBe("共 0 件\n");
        (await office.OutAsync(0, "list", "--as", "admin")).ShouldBe("共 0 件\n");
        (await office.OutAsync(0, "list", "--as", "qin")).ShouldEndWith("共 13 件\n");
        var result = await office.JsonAsync(0, "list", "--as", "lu", "--live");
        result["total"]!.GetValue<int>().ShouldBe(1);
        result["rows"]![0]!["title"]!.GetValue<string>().ShouldBe("假冒滤清器案");
        (await office.RunAsync("list", "--live", "--published", "--as", "lu")).Exit.ShouldBe(64);
        (await office.RunAsync("list", "--limit", "0", "--as", "lu")).Exit.ShouldBe(64);
    }

    [Fact]
    public async Task Columns_stand_under_each_other_and_what_was_recorded_moves_no_cursor()
    {
        await using var office = await Office.OpenAsync();
        await Steps.RegisterAsync(office);
        await Steps.RegisterAsync(office);
        await office.TamperAsync("UPDATE matter SET title = 'ab' || CHAR(27) || '[2Jc' || CHAR(10) || 'cd' WHERE matter = 'MS-2026-0002'");
        var lines = (await office.OutAsync(0, "list", "--as", "lu")).Split('\n');
        lines.ShouldAllBe(l => !l.Contains('\u001b'));
        lines[1].ShouldStartWith("MS-2026-0002  ab [2Jc cd    已登记 1");
        lines[2].ShouldStartWith("MS-2026-0001  假冒滤清器案  已登记 1");
    }

    [Theory, EveryDatabase]
    public async Task The_workbench_counts_what_is_overdue_and_due_soon(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var result = await office.JsonAsync(0, "work", "--as", "lu");
        var rows = result["rows"]!.AsArray();
        rows.Count.ShouldBe(result["counts"]!["items"]!.GetValue<int>());
        rows.Count(r => r!["urgency"]!.GetValue<string>() == "overdue").ShouldBe(result["counts"]!["overdue"]!.GetValue<int>());
        rows.ShouldContain(r => r!["step"] != null && r["step"]!.GetValue<string>() == "notify-suspect" && r["urgency"]!.GetValue<string>() == "overdue");
        rows.Select(r => r!["due"]?.GetValue<string>() ?? "9").ShouldBeInOrder();
        var text = await office.OutAsync(0, "work", "--as", "lu");
        text.ShouldContain("逾期");
        text.ShouldContain(matter);
        (await office.OutAsync(0, "list", "work", "--as", "lu")).ShouldBe(text);
        (await office.OutAsync(0, "work", "--as", "he")).ShouldBe("共 0 项：逾期 0，3 天内到期 0\n");
        (await office.OutAsync(0, "work", "--as", "shen", "--mine")).ShouldBe("共 0 项：逾期 0，3 天内到期 0\n");
        (await office.JsonAsync(0, "work", "--as", "lu", "--waiting"))["rows"]!.AsArray().ShouldAllBe(r => r!["holder"]!.GetValue<string>() != "office");
    }
}
