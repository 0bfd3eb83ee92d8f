using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests.Verbs;

/// <summary>Models on the command line that run by themselves: arranged, listed, ended, and of no other unit.</summary>
public sealed class ModelVerbTests
{
    private const string Model = "penalty-at-threshold";

    [Fact]
    public async Task A_model_is_arranged_listed_and_ended()
    {
        await using var office = await Office.OpenAsync();
        (await office.OutAsync(0, "model", "schedule", Model, "weekly", "band=70", "--as", "lu")).ShouldBe($"{Model}：每周一运行，服务开着时凌晨两点以后\n");
        (await office.OutAsync(0, "model", "schedule", Model, "monthly", "band=75", "--as", "lu", "--lang", "en")).ShouldContain("runs on the first of every month"); // in place of the other
        (await office.OutAsync(0, "model", "schedules", "--as", "lu")).Split('\n').Single(l => l.StartsWith(Model, StringComparison.Ordinal)).ShouldSatisfyAllConditions(l => l.ShouldContain("每月一日"), l => l.ShouldContain("2026-09-28"));
        var row = (await office.JsonAsync(0, "model", "schedules", "--as", "lu")).AsArray().Single()!;
        (row["every"]!.GetValue<string>(), row["given"]!["band"]!.GetValue<string>(), row["person"]!.GetValue<string>()).ShouldBe(("monthly", "75", "lu"));
        (await office.OutAsync(0, "model", "schedule", Model, "off", "--as", "lu")).ShouldContain("不再按期运行");
        (await office.JsonAsync(0, "model", "schedules", "--as", "lu")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_arranges_nothing()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (exit, says, args) in new (int, string, string[])[]
        {
            (64, "daily、weekly、monthly", [Model, "tuesday", "--as", "lu"]),
            (64, "名称=值", [Model, "weekly", "band", "--as", "lu"]),
            (64, "--help", [Model, "--as", "lu"]),
            (2, "应在 50 与 99 之间", [Model, "weekly", "band=49", "--as", "lu"]),
            (2, "没有参数“bend”", [Model, "weekly", "bend=70", "--as", "lu"]),
            (2, "没有模型“none”", ["none", "weekly", "--as", "lu"]),
            (2, "检察官助理", [Model, "weekly", "--as", "fang"]),
            (2, "检察官助理", [Model, "off", "--as", "admin"]),
        })
            (await office.RunAsync(["model", "schedule", .. args])).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(exit, string.Join(' ', args)), a => a.Error.ShouldContain(says), a => a.Out.ShouldBeEmpty());
        (await office.CountAsync("SELECT COUNT(*) FROM model_schedule")).ShouldBe(0);
    }

    [Fact]
    public async Task Another_unit_neither_sees_nor_ends_it()
    {
        await using var office = await Office.OpenAsync();
        await office.OutAsync(0, "model", "schedule", Model, "daily", "--as", "lu");
        (await office.JsonAsync(0, "model", "schedules", "--as", "he")).AsArray().ShouldBeEmpty();
        await office.OutAsync(0, "model", "schedule", Model, "off", "--as", "he");
        (await office.JsonAsync(0, "model", "schedules", "--as", "shen")).AsArray().Count.ShouldBe(1); // one's own unit does
        (await office.CountAsync("SELECT COUNT(*) FROM event WHERE stream LIKE 'schedule/990200/%'")).ShouldBe(0);
    }
}
