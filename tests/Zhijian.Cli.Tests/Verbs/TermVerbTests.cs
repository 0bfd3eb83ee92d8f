using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class TermVerbTests
{
    private static async Task<Answer> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return new Answer(await CommandLine.RunAsync(["term", .. args], new Terminal(output, errors, TextReader.Null) { Law = () => TestLaw.Book }), output.ToString(), errors.ToString());
    }

    [Fact]
    public async Task It_says_the_day_and_how_it_was_counted_without_any_store()
    {
        var free = await RunAsync("CR-PR-STD", "--from", "2026-01-15", "--custody", "free");
        free.Exit.ShouldBe(0, free.Error);
        free.Out.ShouldContain("到期：2026-02-24 周二");
        free.Out.ShouldContain("顺延");
        (await RunAsync("cr-pr-std", "--from", "2026-01-15", "--custody", "detained", "--lang", "en")).Out.ShouldContain("Due: 2026-02-15 Sun");
    }

    [Fact]
    public async Task A_worked_example_of_every_law_file_comes_out()
    {
        foreach (var file in TermFiles.Load(DataFolder.Find()).Values)
        {
            var example = file.Examples[^1]; // the others are counted with the law files
            var start = example.StartHour is { } hour ? $"{example.Start:yyyy-MM-dd}T{hour:HH\\:mm}" : $"{example.Start:yyyy-MM-dd}";
            var answer = await RunAsync(file.Term.Id, "--from", start, "--custody", example.Custody.ToString().ToLowerInvariant(), "--json");
            answer.Out.ShouldContain($"\"due\": \"{example.Due:yyyy-MM-dd}\"", Case.Sensitive, example.Source);
        }
    }

    [Fact]
    public async Task Extensions_and_days_that_do_not_count_move_it()
    {
        (await RunAsync("CR-PR-STD", "--from", "2026-07-20", "--custody", "free", "--extend", "CR-PR-EXT", "--exclude", "2026-08-10..2026-08-21=鉴定")).Out
            .ShouldSatisfyAllConditions(o => o.ShouldContain("到期：2026-09-16 周三"), o => o.ShouldContain("扣除鉴定 12 日"), o => o.ShouldContain("加 15 日"));
        (await RunAsync("CR-PR-STD", "--from", "2026-07-20", "--custody", "free", "--exclude", "2026-08-10..")).Out
            .ShouldSatisfyAllConditions(o => o.ShouldContain("到期：算不出"), o => o.ShouldContain("何日恢复未知"));
    }

    [Fact]
    public async Task A_year_without_calendar_names_the_file_to_add()
    {
        var answer = await RunAsync("CR-PR-STD", "--from", "2039-01-15", "--custody", "free");
        answer.Exit.ShouldBe(0);
        answer.Out.ShouldContain("data/calendar/2039.yaml");
        answer.Out.ShouldContain("（最早）");
    }

    [Fact]
    public async Task Without_a_date_it_says_what_the_file_says()
    {
        (await RunAsync("CR-INV-1")).Out.ShouldSatisfyAllConditions(
            o => o.ShouldContain("2 个月，2018-10-26 起（刑诉法156、160）"), o => o.ShouldContain("省级人民检察院批准，以 1 次为限（刑诉法158） CR-INV-EXT2"),
            o => o.ShouldContain("对犯罪嫌疑人作精神病鉴定（刑诉法149，间接来源）"), o => o.ShouldContain("发现另有重要罪行，自发现之日起（刑诉法160(1)）"));
        (await RunAsync("PI-REPLY", "--lang", "en")).Out.ShouldContain("urgent: the damage is growing: PI-REPLY-URGENT");
        var facts = System.Text.Json.Nodes.JsonNode.Parse((await RunAsync("AD-REVIEW", "--json")).Out)!;
        facts["exclusions"]!.AsArray().Count.ShouldBe(5);
        facts["extensions"]![0]!["length"].ShouldBeNull();
    }

    [Fact]
    public async Task The_second_engine_is_named_beside_the_date() =>
        (await RunAsync("CR-PR-STD", "--from", "2026-01-15", "--custody", "free")).Out.ShouldContain("复核：逐日模拟，结果一致");

    [Fact]
    public async Task Alone_it_lists_all_terms()
    {
        var terms = LawBook.Load(DataFolder.Find()).Terms;
        var list = await RunAsync();
        foreach (var id in terms.Keys)
            list.Out.ShouldContain(id);
        System.Text.Json.Nodes.JsonNode.Parse((await RunAsync("--json")).Out)!.AsArray().Count.ShouldBe(terms.Count);
    }

    [Theory]
    [InlineData(4, "没有期限“CR-XX”", "CR-XX", "--from", "2026-01-15")]
    [InlineData(4, "没有期限“CR-XX”", "CR-PR-STD", "--from", "2026-01-15", "--extend", "CR-XX")]
    [InlineData(64, "不是日期", "CR-PR-STD", "--from", "2026-02-30")]
    [InlineData(64, "--custody 只能是", "CR-PR-STD", "--from", "2026-01-15", "--custody", "jail")]
    [InlineData(64, "--exclude", "CR-PR-STD", "--from", "2026-01-15", "--exclude", "2026-01-20")]
    [InlineData(64, "--exclude", "CR-PR-STD", "--from", "2026-01-15", "--exclude", "2026-01-20..2026-01-10")]
    public async Task What_is_wrong_is_said(int exit, string says, params string[] args)
    {
        var answer = await RunAsync(args);
        answer.Exit.ShouldBe(exit);
        answer.Error.ShouldContain(says);
    }
}
