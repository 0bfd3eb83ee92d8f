using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests.Verbs;

public class ShowVerbTests
{
    [Fact]
    public async Task A_matter_is_shown_with_each_clock_and_how_it_was_counted()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var text = await office.OutAsync(0, "show", matter, "--as", "lu");
        text.ShouldStartWith("MS-2026-0001  知产案〔2026〕0001号  假冒滤清器案\n");
        text.ShouldContain("陆某（lu）");
        text.ShouldContain("R1 某滤清器公司");
        text.ShouldContain("213 假冒注册商标罪  审查起诉");
        text.ShouldContain("2026-10-03 周六  [余 5 天]  决定是否起诉 · 黄某  <decide-prosecution.P1.1>");
        text.ShouldContain("2026-10-03  在押，末日遇休息日不顺延（刑诉法105");
        text.ShouldContain("收到移送审查起诉：黄某（公安某区分局）");
        (await office.OutAsync(0, "show", matter, "--as", "lu", "--lang", "en")).ShouldContain("In custody: the last day does not move");

        var result = await office.JsonAsync(0, "show", matter, "--as", "lu");
        result["persons"]![0]!["accusations"]![0]!["stage"]!.GetValue<string>().ShouldBe("prosecution-review");
        var duty = result["duties"]!.AsArray().Single(d => d!["key"]!.GetValue<string>() == "decide-prosecution.P1.1")!;
        duty["count"]!["due"]!.GetValue<string>().ShouldBe("2026-10-03");
        result["timeline"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Its_running_clocks_are_written_for_a_calendar_program()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var text = await office.OutAsync(0, "show", matter, "--as", "lu", "--ics", "-");
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldContain("DTSTART;VALUE=DATE:20261003\r\n");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            (await office.OutAsync(0, "show", matter, "--as", "lu", "--ics", file)).ShouldBeEmpty();
            (await File.ReadAllTextAsync(file)).ShouldBe(text);
        }
        finally
        {
            File.Delete(file);
        }
        (await office.OutAsync(1, "show", matter, "--as", "lu", "--ics", Path.Combine(file, "in", "no", "folder"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_matter_that_is_hidden_is_as_unknown_as_one_that_does_not_exist()
    {
        await using var office = await Office.OpenAsync();
        await Steps.RegisterAsync(office, Steps.NewMatter.Replace("\"on\"", "\"secrecy\":\"circle\",\"on\""));
        await office.OutAsync(0, "show", "MS-2026-0001", "--as", "lu");
        foreach (var user in new[] { "shen", "zhou", "he", "qin", "admin" })
        {
            var (hidden, unknown) = (await office.RunAsync("show", "MS-2026-0001", "--as", user), await office.RunAsync("show", "MS-2026-0002", "--as", user));
            (hidden.Exit, hidden.Out).ShouldBe((4, ""), user);
            hidden.Error.ShouldBe(unknown.Error.Replace("0002", "0001"), user);
            (await office.RunAsync("list", "--as", user)).Out.ShouldBe("共 0 件\n");
        }
        (await office.JsonAsync(4, "show", "nonsense", "--as", "lu"))["error"]!["code"]!.GetValue<string>().ShouldBe("not-found");
    }

    [Fact]
    public async Task Every_published_case_can_be_shown()
    {
        await using var office = await Office.OpenAsync();
        var imported = await office.JsonAsync(0, "import", "cases", Path.Combine(Law.DataFolder.Find(), "published", "cases.json"), "--as", "lu");
        foreach (var matter in imported["rows"]!.AsArray().Select(r => r!["matter"]!.GetValue<string>()))
        {
            (await office.OutAsync(0, "show", matter, "--as", "lu")).ShouldContain("tc-");
            (await office.JsonAsync(0, "show", matter, "--as", "lu"))["published"]!["url"]!.GetValue<string>().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_published_proceeding_is_shown_with_its_stage_and_day()
    {
        await using var office = await Office.OpenAsync();
        var imported = await office.JsonAsync(0, "import", "cases", Path.Combine(Law.DataFolder.Find(), "published", "cases.json"), "--as", "lu");
        string Matter(string id) => imported["rows"]!.AsArray().Single(r => r!["id"]!.GetValue<string>() == id)!["matter"]!.GetValue<string>();

        (await office.OutAsync(0, "show", Matter("tc-022"), "--as", "lu")).ShouldContain("A1  行政检察监督  蒙娜丽莎商标争议行政诉讼监督（北京市高级人民法院）  再审已改变原裁判  2022-06-14  公布：再审改判，撤销一审二审\n");
        (await office.OutAsync(0, "show", Matter("tc-081"), "--as", "lu", "--lang", "en")).ShouldContain("protest decided  date not published  published: 抗诉案\n");
        (await office.JsonAsync(0, "show", Matter("tc-047"), "--as", "lu"))["proceedings"]![0]!["stage"]!.GetValue<string>().ShouldBe("suggestion-decided");
        (await office.OutAsync(0, "show", Matter("tc-060"), "--as", "lu")).ShouldContain("监督程序：无\n");
    }
}
