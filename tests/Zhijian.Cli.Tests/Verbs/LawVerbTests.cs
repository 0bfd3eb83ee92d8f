using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public sealed class LawVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zhijian-law-verb-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<Answer> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return new Answer(await CommandLine.RunAsync(["law", .. args], new Terminal(output, errors, TextReader.Null) { Law = () => TestLaw.Book }), output.ToString(), errors.ToString());
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "file.json");
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task The_worked_cases_of_the_program_come_out()
    {
        var answer = await RunAsync("check", Path.Combine(DataFolder.Find(), "law", "cases", "worked-cases.json"));

        answer.Exit.ShouldBe(0, answer.Error);
        answer.Out.ShouldContain("D01.1 band           ok");
        answer.Out.ShouldContain("R01.4 workflow       for people");
        answer.Out.ShouldContain("0 failed");
    }

    [Fact]
    public async Task One_wrong_expectation_is_said_and_ends_with_1()
    {
        var answer = await RunAsync("check", Write("""{"cases":[{"id":"X","checks":[{"type":"setoff","criminal_fine":10,"admin_fine":3,"expect":8},{"type":"setoff","criminal_fine":10,"admin_fine":3,"expect":7}]}]}"""));

        answer.Exit.ShouldBe(1);
        answer.Out.ShouldContain("X.1 setoff         FAIL expected 8 got 7");
        answer.Out.ShouldContain("2 checks in 1 cases: 1 ok, 1 failed, 0 for people");
    }

    [Theory]
    [InlineData("check", "{")]
    [InlineData("check", "{}")]
    [InlineData("assess", "{}")]
    [InlineData("assess", "no json")]
    public async Task A_file_of_another_form_is_refused(string what, string text)
    {
        var answer = await RunAsync(what, Write(text));

        answer.Exit.ShouldBe(1);
        answer.Error.ShouldContain("file.json");
    }

    [Fact]
    public async Task A_facts_record_is_assessed_with_its_basis()
    {
        var file = Write("""
            {"handledOn":"2025-12-01","persons":[{"id":"p","name":"赵某","earlierSanctions":[]}],
             "acts":[{"id":"a","charges":["213"],"persons":["p"],"from":"2024-01-01","to":"2024-01-31","object":"goods",
                      "amounts":[{"metric":"illegal_turnover","value":260000},{"metric":"illegal_gains","value":0}]}]}
            """);

        var answer = await RunAsync("assess", file);
        answer.Exit.ShouldBe(0, answer.Error);
        answer.Out.ShouldSatisfyAllConditions(o => o.ShouldContain("赵某 · 假冒注册商标罪"), o => o.ShouldContain("三年以下有期徒刑"), o => o.ShouldContain("法释〔2025〕5号第3条"), o => o.ShouldContain("? 是否涉及两种以上"));
        (await RunAsync("assess", file, "--json", "--lang", "en")).Out.ShouldContain("\"lowBand\": 1");
    }

    [Fact]
    public async Task A_charge_is_shown_as_of_a_day()
    {
        (await RunAsync("charge", "213", "--on", "2025-04-25")).Out.ShouldSatisfyAllConditions(o => o.ShouldContain("250000"), o => o.ShouldNotContain("500000"));
        (await RunAsync("charge", "213", "--on", "2025-04-26")).Out.ShouldContain("500000");
        (await RunAsync("charge", "999")).Exit.ShouldBe(4);
        (await RunAsync("charge", "213", "--on", "tomorrow")).Exit.ShouldBe(64);
        (await RunAsync("divine", "213")).Exit.ShouldBe(64);
    }
}
