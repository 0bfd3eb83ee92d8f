using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Cli.Tests;

public class CommandLineTests
{
    private static readonly string[] Verbs = ["list", "work", "show", "do", "term", "import", "export", "verify", "rebuild", "token", "serve", "clue"];

    private static async Task<Answer> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return new Answer(await CommandLine.RunAsync(args, new Terminal(output, errors, TextReader.Null)), output.ToString(), errors.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("--lang", "en")]
    public async Task Alone_it_prints_every_verb_and_every_exit_code(params string[] args)
    {
        var answer = await RunAsync(args);
        (answer.Exit, answer.Error).ShouldBe((0, ""));
        foreach (var verb in Verbs)
            answer.Out.ShouldContain($"\n  {verb} ");
        foreach (var (code, means) in Exit.All)
            answer.Out.ShouldContain(args.Contains("en") ? means.En : means.Zh, Case.Sensitive, $"{code}");
    }

    [Fact]
    public async Task The_help_of_every_verb_has_examples_in_both_languages()
    {
        foreach (var verb in Verbs)
        {
            (await RunAsync(verb, "--help")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(0), a => a.Out.ShouldContain("例子："), a => a.Out.ShouldContain($"  zhijian {verb}"));
            var english = (await RunAsync(verb, "--help", "--lang", "en")).Out;
            english.ShouldContain("Examples:");
            english.Split("Examples:")[0].Where(c => c is >= '\u4E00' and <= '\u9FFF').ShouldBeEmpty(english);
        }
    }

    [Theory]
    [InlineData("不认识“lst”", "lst")]
    [InlineData("不认识“--nothing”", "verify", "--nothing")]
    [InlineData("--as 后面缺少值", "list", "--as")]
    [InlineData("--lang 只能是", "list", "--lang", "fr")]
    [InlineData("给了不止一次", "list", "--as", "lu", "--as", "shen")]
    public async Task Wrong_usage_is_one_line_and_64(string says, params string[] args)
    {
        var answer = await RunAsync(args);
        (answer.Exit, answer.Out).ShouldBe((64, ""));
        answer.Error.ShouldContain(says);
        answer.Error.Trim().ShouldNotContain("\n");
        JsonNode.Parse((await RunAsync(["--json", .. args])).Out)!["error"]!["code"]!.GetValue<string>().ShouldBe("usage");
    }

    [Fact]
    public async Task A_mistyped_folder_does_not_become_a_store()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        foreach (var args in new[] { new[] { "list" }, ["verify"], ["rebuild"], ["token", "lu"], ["export", folder + "x"], ["show", "MS-2026-0001"] })
        {
            var answer = await RunAsync([.. args, "--data", folder]);
            answer.Exit.ShouldBe(1, answer.Error);
            answer.Error.ShouldContain("没有数据库");
        }
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("zhijian-").FullName;
        var answer = await RunAsync("list", "--data", folder, "--database", "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2");
        answer.Exit.ShouldBe(1);
        answer.Error.ShouldStartWith("打不开数据：");
        answer.Error.Trim().ShouldNotContain("\n");
        (await RunAsync("list", "--data", folder, "--database", "nonsense")).Exit.ShouldBe(1);
        await File.WriteAllTextAsync(Path.Combine(folder, "zhijian.db"), "this is no database, but long enough to be looked at as one", TestContext.Current.CancellationToken);
        (await RunAsync("list", "--data", folder)).Exit.ShouldBe(1);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_empty_store_says_that_there_are_no_people()
    {
        await using var place = await Testing.TestPlace.CreateAsync(Dialect.Sqlite);
        await (await Web.Platform.OpenAsync(place.Options)).DisposeAsync();
        var answer = await RunAsync("list", "--data", place.Folder);
        answer.Exit.ShouldBe(1);
        answer.Error.ShouldContain("还没有人员");
        (await RunAsync("verify", "--data", place.Folder)).Exit.ShouldBe(0);
        (await RunAsync("export", Path.Combine(place.Folder, "out"), "--data", place.Folder)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task The_program_itself_answers_like_its_entry()
    {
        await using var office = await Office.OpenAsync();
        using var list = office.Start("list", "--as", "lu");
        (await list.EndAsync()).ShouldBe(new Answer(0, "共 0 件\n", ""));
        using var unknown = office.Start("show", "MS-2026-0001", "--as", "lu", "--json");
        var answer = await unknown.EndAsync();
        (answer.Exit, answer.Error).ShouldBe((4, ""));
        JsonNode.Parse(answer.Out)!["error"]!["exit"]!.GetValue<int>().ShouldBe(4);
    }
}
