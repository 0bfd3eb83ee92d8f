using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class ImportVerbTests
{
    [Theory, EveryDatabase]
    public async Task The_published_cases_are_taken_in_once_however_often_they_are_imported(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        var file = Path.Combine(Law.DataFolder.Find(), "published", "cases.json");
        var first = await office.OutAsync(0, "import", "cases", file, "--as", "lu");
        first.ShouldContain("tc-003");
        first.ShouldContain("已录入 MS-2026-0001");
        first.ShouldEndWith("共 60 行：录入 60\n");
        var log = await office.LogAsync();

        var second = await office.OutAsync(0, "import", "cases", file, "--as", "lu");
        second.ShouldContain("已有 MS-2026-0001");
        second.ShouldEndWith("共 60 行：已有 60\n");
        (await office.LogAsync()).ShouldBe(log);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("cases.json", Cases.File(Cases.One(1), Cases.One(2).With(("charges", new JsonArray("抢劫")))));
        var before = await office.CountAsync("SELECT COUNT(*) FROM event");
        var output = await office.OutAsync(2, "import", "cases", file, "--as", "lu", "--dry-run");
        output.ShouldContain("可录入");
        output.ShouldEndWith("共 2 行：可录入 1，退回 1\n");
        (await office.CountAsync("SELECT COUNT(*) FROM event")).ShouldBe(before);
        (await office.ReadTablesAsync()).ShouldNotContain(r => r.StartsWith("matter:"));
    }

    [Theory, EveryDatabase]
    public async Task Wrong_rows_are_named_with_their_fields_and_the_others_go_in(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        var file = office.Write("cases.json", Cases.File(
            Cases.One(1),
            Cases.One(2).With(("charges", new JsonArray("假冒注册商标", "抢劫")), ("title", null)),
            "no object",
            Cases.One(3).With(("events", new JsonArray(new JsonObject { ["date"] = "2023-13-01", ["what"] = "立案" }))),
            Cases.One(4).With(("amounts", new JsonArray(new JsonObject { ["kind"] = "非法经营数额", ["yuan"] = -1, ["note"] = 5 }))),
            Cases.One(5).With(("outcome", new JsonArray(new JsonObject { ["who"] = "张某某", ["note"] = 7 }))),
            Cases.One(1),
            Cases.One(6).With(("goods", "鞋\0")),
            Cases.One(7)));
        var result = await office.JsonAsync(2, "import", "cases", file, "--as", "lu");
        result["counts"]!.ToJsonString().ShouldBe("""{"rows":9,"imported":2,"wouldImport":0,"alreadyThere":0,"refused":7}""");
        string Fields(int row) => string.Join(' ', result["rows"]![row - 1]!["errors"]!.AsArray().Select(e => e!["field"]!.GetValue<string>()));
        Fields(1).ShouldBe("");
        Fields(2).ShouldBe("charges[1] title");
        result["rows"]![2]!["errors"]!.AsArray().Single()!["says"]!.GetValue<string>().ShouldBe("不是一个案例对象");
        Fields(4).ShouldBe("events[0].date");
        Fields(5).ShouldBe("amounts[0].yuan");
        Fields(6).ShouldBe("outcome[0].note");
        Fields(7).ShouldBe("id");
        Fields(8).ShouldBe("goods");
        result["rows"]![8]!["matter"]!.GetValue<string>().ShouldBe("MS-2026-0002");

        var text = await office.OutAsync(2, "import", "cases", file, "--as", "lu");
        text.ShouldContain("charges[1]：罪名表中没有“抢劫”");
        text.ShouldEndWith("共 9 行：已有 2，退回 7\n");
        (await office.OutAsync(2, "import", "cases", file, "--as", "lu", "--lang", "en")).ShouldContain("charges[1]: no charge “抢劫” in the list");
    }

    [Theory]
    [InlineData("[\n  {\"id\": \"商标\", oops}\n]", "第 2 行第 16 列", "line 2, column 16")]
    [InlineData("[{\"id\": \"a\"}", "第 1 行第", "line 1, column")]
    [InlineData("{\"id\": \"a\"}", "须是案例列表", "must be a list")]
    [InlineData("\"text\"", "须是案例列表", "must be a list")]
    [InlineData("", "是空的", "is empty")]
    [InlineData(" \n", "是空的", "is empty")]
    public async Task A_file_that_is_no_list_is_told_where_it_is_wrong_and_nothing_is_written(string text, string zh, string en)
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("cases.json", text);
        var answer = await office.RunAsync("import", "cases", file, "--as", "lu");
        (answer.Exit, answer.Out).ShouldBe((1, ""));
        answer.Error.ShouldContain(zh);
        answer.Error.Trim().ShouldNotContain("\n");
        (await office.RunAsync("import", "cases", file, "--as", "lu", "--lang", "en")).Error.ShouldContain(en);
        (await office.JsonAsync(1, "import", "cases", file, "--as", "lu"))["error"]!["code"]!.GetValue<string>().ShouldBe("bad-json");
        (await office.CountAsync("SELECT COUNT(*) FROM matter")).ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_list_is_no_error()
    {
        await using var office = await Office.OpenAsync();
        (await office.OutAsync(0, "import", "cases", office.Write("cases.json", "[]"), "--as", "lu")).ShouldBe("共 0 行\n");
        (await office.JsonAsync(0, "import", "cases", office.Write("cases.json", "[]"), "--as", "lu"))["rows"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_byte_order_mark_is_tolerated()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("cases.json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Cases.File(1))]);
        (await office.OutAsync(0, "import", "cases", file, "--as", "lu")).ShouldEndWith("共 1 行：录入 1\n");
    }

    [Fact]
    public async Task Other_encodings_are_named_with_the_remedy()
    {
        await using var office = await Office.OpenAsync();
        byte[] gb18030 = [.. "[\n\""u8, 0xC9, 0xCC, 0xB1, 0xEA, .. "\"]"u8]; // 商标
        byte[][] files = [gb18030, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("[]")], Encoding.BigEndianUnicode.GetBytes("[]")];
        foreach (var bytes in files)
        {
            var answer = await office.RunAsync("import", "cases", office.Write("cases.json", bytes), "--as", "lu");
            answer.Exit.ShouldBe(1);
            answer.Error.ShouldContain("不是 UTF-8");
            answer.Error.ShouldContain("iconv");
        }
        (await office.RunAsync("import", "cases", office.Write("cases.json", gb18030), "--as", "lu")).Error.ShouldContain("第 2 行");
    }

    [Fact]
    public async Task What_keeps_it_from_running_is_one_line()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("cases.json", Cases.File(1));
        async Task Says(int exit, string says, params string[] args)
        {
            var answer = await office.RunAsync(args);
            answer.Exit.ShouldBe(exit, answer.Error);
            answer.Error.ShouldContain(says);
            answer.Out.ShouldBeEmpty();
        }
        await Says(1, "没有文件", "import", "cases", "no-such-file.json", "--as", "lu");
        await Says(1, "读不出来", "import", "cases", office.Folder, "--as", "lu");
        await Says(4, "没有在职人员“nobody”", "import", "cases", file, "--as", "nobody");
        await Says(2, "不能录入案件", "import", "cases", file, "--as", "admin");
        await Says(2, "不能录入案件", "import", "cases", file, "--as", "qin");
        await Says(64, "只能导入 cases", "import", "people", file, "--as", "lu");
        await Says(64, "缺少参数 FILE", "import", "cases");
        await Says(64, "缺少参数 cases", "import");
        (await office.CountAsync("SELECT COUNT(*) FROM matter")).ShouldBe(0);
    }

    [Fact]
    public async Task Without_as_it_is_the_prosecutor_of_the_sample_office_and_says_so()
    {
        await using var office = await Office.OpenAsync();
        var answer = await office.RunAsync("import", "cases", office.Write("cases.json", Cases.File(1)));
        answer.Exit.ShouldBe(0);
        answer.Error.ShouldContain("以样板人员陆某（lu）的身份");
    }

    [Fact]
    public async Task Ctrl_C_stops_after_a_row_and_says_what_is_in()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("cases.json", Cases.File(400));
        using var import = office.Start("import", "cases", file, "--as", "lu");
        for (var rows = 0; rows < 20; rows++)
            (await import.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        using (var signal = Process.Start("kill", ["-INT", $"{import.Id}"]))
            await signal.WaitForExitAsync();
        var answer = await import.EndAsync();
        answer.Exit.ShouldBe(130, answer.Error);
        var said = 20 + answer.Out.Split('\n').Count(l => l.Contains("已录入 MS-"));
        said.ShouldBeInRange(20, 399);
        answer.Out.ShouldContain($"已停止；共 {said} 行：录入 {said}");
        (await office.CountAsync("SELECT COUNT(*) FROM matter")).ShouldBe(said);
        (await office.OutAsync(0, "import", "cases", file, "--as", "lu")).ShouldEndWith($"共 400 行：录入 {400 - said}，已有 {said}\n");
    }
}
