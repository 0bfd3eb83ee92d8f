using System.Text.Json;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision;

namespace Zhijian.Cli.Tests.Verbs;

/// <summary>Findings taken in from a file, judged, and counted.</summary>
public sealed class ClueVerbTests
{
    private static string Line(string key, string amount = "61000", int score = 70) => JsonSerializer.Serialize(
        new Finding("penalty-at-threshold", 1, key, $"某商行{key}", null, score, new Text("以罚代刑", "fined only"), new Dictionary<string, string?> { ["amount"] = amount }, [new FindingRow("penalties", key, null)]), Json.Options);

    [Fact]
    public async Task A_file_is_taken_in_once_and_a_clue_goes_from_list_to_result()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("findings.jsonl", $"{Line("a", score: 90)}\n{Line("b")}\n");
        string[] raise = ["clue", "raise", file, "--origin", "某省平台", "--as", "lu", "--run"];
        (await office.OutAsync(0, [.. raise, "r1"])).ShouldBe("新线索 2 条，没有变化 0 条，有变化 0 条，重新列出 0 条\n");
        (await office.JsonAsync(0, [.. raise, "r2"]))["again"]!.GetValue<int>().ShouldBe(2);

        var listed = await office.JsonAsync(0, "clue", "list", "--as", "lu");
        listed["rows"]!.AsArray().Select(r => r!["clue"]!.GetValue<string>()).ShouldBe(["MS-2026-PAT-0001", "MS-2026-PAT-0002"]);
        (await office.RunAsync("clue", "judge", "MS-2026-PAT-0001", "set-aside", "--as", "lu")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Error.ShouldContain("lawful-enforcement"));
        (await office.OutAsync(0, "clue", "judge", "ms-2026-pat-0001", "follow", "--note", "调卷", "--expect", "1", "--as", "lu")).ShouldBe("MS-2026-PAT-0001 第 2 版：判断，已记录\n");
        (await office.RunAsync("clue", "grade", "MS-2026-PAT-0001", "A", "--expect", "1", "--as", "lu")).Exit.ShouldBe(5);
        (await office.OutAsync(0, "clue", "result", "MS-2026-PAT-0001", "police-filed", "--as", "lu")).ShouldContain("登记结果");
        (await office.OutAsync(0, "clue", "show", "MS-2026-PAT-0001", "--as", "lu", "--lang", "en")).ShouldContain("result (2026-09-28): police filed a case");
        (await office.OutAsync(0, "clue", "performance", "--as", "lu")).ShouldContain("100.0");
        (await office.JsonAsync(0, "clue", "show", "MS-2026-PAT-0001", "--as", "lu"))["basis"]!.AsArray().Select(b => b!["status"]!.GetValue<string>()).Distinct().ShouldBe(["verified"]);

        await office.OutAsync(0, "clue", "judge", "MS-2026-PAT-0002", "set-aside", "--reason", "data-error", "--as", "lu");
        office.Write("findings.jsonl", Line("b", "180000"));
        (await office.JsonAsync(0, [.. raise, "r3"]))["reopened"]!.GetValue<int>().ShouldBe(1);
        (await office.OutAsync(0, "clue", "list", "--as", "lu")).ShouldEndWith("共 1 条\n");
    }

    [Fact]
    public async Task Wrong_lines_strangers_and_roles_are_told()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("findings.jsonl", $"{Line("a")}\n{Line("b", score: 0)}\n");
        var wrong = await office.RunAsync("clue", "raise", file, "--run", "r1", "--origin", "某省平台", "--as", "lu");
        wrong.ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Error.ShouldContain("第 2 行：“score”须为 1 至 100"));
        (await office.CountAsync("SELECT COUNT(*) FROM clue")).ShouldBe(0);

        (await office.RunWithInputAsync(Line("a"), "clue", "raise", "-", "--run", "r1", "--origin", "某省平台", "--as", "lu")).Exit.ShouldBe(0);
        (await office.RunAsync("clue", "show", "MS-2026-PAT-0001", "--as", "he")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(4), a => a.Error.ShouldContain("没有线索"));
        var csv = Path.Combine(office.Folder, "rows.csv");
        (await office.RunAsync("clue", "show", "MS-2026-PAT-0001", "--csv", csv, "--as", "he")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(4), a => a.Error.ShouldContain("没有线索"), _ => File.Exists(csv).ShouldBeFalse());
        (await office.OutAsync(0, "clue", "show", "MS-2026-PAT-0001", "--csv", csv, "--as", "lu")).ShouldBeEmpty();
        File.ReadAllText(csv).ShouldBe("数据集,行,规则,数据\r\npenalties,a,,已不在\r\n"); // of another system we have no rows
        (await office.OutAsync(0, "clue", "show", "MS-2026-PAT-0001", "--csv", "-", "--as", "lu", "--lang", "en")).ShouldBe("Set,Row,Rule,Still there\r\npenalties,a,,no longer\r\n");
        (await office.RunAsync("clue", "assign", "MS-2026-PAT-0001", "shen", "--as", "lu")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Error.ShouldContain("部门负责人"));
        foreach (var usage in new string[][] { ["clue"], ["clue", "drop"], ["clue", "show"], ["clue", "raise", file], ["clue", "list", "--state", "nonsense"], ["clue", "judge", "MS-2026-PAT-0001", "maybe"], ["clue", "take", "MS-2026-PAT-0001", "now"] })
            (await office.RunAsync([.. usage, "--as", "lu"])).Exit.ShouldBe(64, string.Join(' ', usage));
    }
}
