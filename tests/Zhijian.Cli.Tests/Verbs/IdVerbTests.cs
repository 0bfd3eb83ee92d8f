using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests.Verbs;

public class IdVerbTests
{
    private static async Task<Answer> RunAsync(string input, params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return new Answer(await CommandLine.RunAsync(["id", .. args], new Terminal(output, errors, new StringReader(input))), output.ToString(), errors.ToString());
    }

    [Fact]
    public async Task It_says_what_a_number_is_and_what_is_wrong_with_it()
    {
        var answer = await RunAsync("", "91350100M000100Y43", "(2022)沪03刑初67");
        answer.Exit.ShouldBe(0, answer.Error);
        answer.Out.ShouldSatisfyAllConditions(o => o.ShouldContain("有效  统一社会信用代码"), o => o.ShouldContain("存疑  法院案号  （2022）沪03刑初67号"), o => o.ShouldContain("! 缺少“号”，已补上"));
    }

    [Fact]
    public async Task What_is_no_such_number_ends_in_1()
    {
        var answer = await RunAsync("", "91350100M000100Y43", "E12345678", "--lang", "en");
        answer.Exit.ShouldBe(1);
        answer.Out.ShouldContain("passport");
    }

    [Fact]
    public async Task Lines_are_read_and_the_answer_may_be_json()
    {
        var answer = await RunAsync("11010519491231002x\n\n91350100M000100Y40\n", "-", "--json");
        answer.Exit.ShouldBe(0);
        var read = JsonNode.Parse(answer.Out)!.AsArray();
        read.Select(r => (string?)r!["answer"]).ShouldBe(["doubtful", "doubtful"]);
        read.Select(r => (string?)r!["kind"]).ShouldBe(["citizen-id", "credit-code"]);
        ((string?)read[0]!["normal"]).ShouldBe("11010519491231002X");
    }

    [Theory]
    [InlineData("缺少参数")]
    [InlineData("--kind 只能是", "x", "--kind", "passport")]
    public async Task Wrong_usage_is_64(string says, params string[] args)
    {
        var answer = await RunAsync("", args);
        answer.Exit.ShouldBe(64);
        answer.Error.ShouldContain(says);
    }
}
