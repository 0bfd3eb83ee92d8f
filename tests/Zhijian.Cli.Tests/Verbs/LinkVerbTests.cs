using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public sealed class LinkVerbTests : IDisposable
{
    private const string Columns = "columns:\n  - {column: name, kind: company}\n  - {column: code, kind: id}\n  - {column: phone, kind: phone}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("zhijian-link").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private async Task<Answer> LinkAsync(string plan, params string[] more)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return new Answer(await CommandLine.RunAsync(["link", Put("plan.yaml", plan), Out, "--lang", "en", .. more], new Terminal(output, errors, TextReader.Null)), output.ToString(), errors.ToString());
    }

    private string Out => Path.Combine(_folder, "out");

    /// <summary>Firms that stand twice, written in two ways.</summary>
    private static string Firms(int count, string prefix = "")
    {
        var text = new StringBuilder("id,name,code,phone,cluster\n");
        const string marks = "华美佳康源丰盛达亿通利安泰宏兴隆福祥瑞吉";
        for (var i = 0; i < count; i++)
        {
            var core = $"{marks[i % 20]}{marks[i / 20 % 20]}{marks[i / 7 % 20]}";
            text.Append($"{prefix}{i}a,苏州{core}贸易有限公司,91320500{i:D10},138{i:D8},{i}\n{prefix}{i}b,{core}贸易,{(i % 2 == 0 ? $"91320500{i:D10}" : "")},138{i:D8},{i}\n");
        }
        return text.ToString();
    }

    [Fact]
    public async Task It_writes_clusters_pairs_and_a_report_and_the_same_again()
    {
        Put("a.csv", Firms(300));
        var plan = "files: [a.csv]\nid: id\ncluster: cluster\n" + Columns;
        var answer = await LinkAsync(plan, "--json");
        answer.Exit.ShouldBe(0, answer.Error);
        ((double)JsonNode.Parse(answer.Out)!["f1"]!).ShouldBeGreaterThan(0.95);
        var clusters = await File.ReadAllTextAsync(Path.Combine(Out, "clusters.csv"));
        clusters.Split('\n').ShouldContain("0b,0");
        var pairs = await File.ReadAllLinesAsync(Path.Combine(Out, "pairs.csv"));
        pairs[1].ShouldContain("name.core the same");
        (await File.ReadAllTextAsync(Path.Combine(Out, "report.html"))).ShouldSatisfyAllConditions(r => r.ShouldContain("<svg"), r => r.ShouldContain("Blocking rules"));

        (await LinkAsync(plan, "--json")).Out.ShouldBe(answer.Out);
        (await File.ReadAllTextAsync(Path.Combine(Out, "clusters.csv"))).ShouldBe(clusters);
        (await File.ReadAllLinesAsync(Path.Combine(Out, "pairs.csv"))).ShouldBe(pairs);
    }

    [Fact]
    public async Task Judgements_are_read_and_outrank()
    {
        Put("a.csv", Firms(300));
        Put("judged.csv", "left,right,judgement\n0a,0b,different\n1a,2a,same\n");
        var answer = await LinkAsync("files: [a.csv]\nid: id\njudgements: judged.csv\n" + Columns);
        answer.Exit.ShouldBe(0, answer.Error);
        var of = (await File.ReadAllLinesAsync(Path.Combine(Out, "clusters.csv"))).Skip(1).Select(l => l.Split(',')).ToDictionary(l => l[0], l => l[1]);
        of["0a"].ShouldNotBe(of["0b"]);
        of["1a"].ShouldBe(of["2a"]);
    }

    [Fact]
    public async Task Two_files_may_use_the_same_ids()
    {
        Put("a.csv", Firms(200));
        Put("b.csv", Firms(200));
        var answer = await LinkAsync("files: [a.csv, b.csv]\nid: id\ncluster: cluster\n" + Columns, "--json");
        answer.Exit.ShouldBe(0, answer.Error);
        ((double)JsonNode.Parse(answer.Out)!["recall"]!).ShouldBeGreaterThan(0.9);
        (await File.ReadAllLinesAsync(Path.Combine(Out, "clusters.csv")))[0].ShouldBe("file,id,cluster");
    }

    [DuckFact]
    public async Task Parquet_gives_what_CSV_gives()
    {
        var csv = Put("a.csv", Firms(200));
        using (var database = DuckDatabase.Open())
        using (var connection = database.Connect())
            connection.Execute($"COPY (SELECT * FROM read_csv({DuckConnection.Quoted(csv)}, all_varchar = true)) TO {DuckConnection.Quoted(Path.Combine(_folder, "a.parquet"))} (FORMAT parquet)");
        var fromCsv = await LinkAsync("files: [a.csv]\nid: id\n" + Columns, "--json");
        var clusters = await File.ReadAllTextAsync(Path.Combine(Out, "clusters.csv"));
        (await LinkAsync("files: [a.parquet]\nid: id\n" + Columns, "--json")).Out.ShouldBe(fromCsv.Out);
        (await File.ReadAllTextAsync(Path.Combine(Out, "clusters.csv"))).ShouldBe(clusters);
        (await LinkAsync("files: [a.parquet]\nid: nr\n" + Columns)).Error.ShouldContain("a.parquet:1: nr");
    }

    [Theory]
    [InlineData("files: [a.csv]\nid: id\ncolumns:\n  - {column: name, kind: firm}\n", "plan.yaml:4")]
    [InlineData("files: [a.csv]\nid: id\ncolumns:\n  - {column: name, kind: company, weight: 3}\n", "plan.yaml:4")]
    [InlineData("files: [b.csv]\nid: id\ncolumns:\n  - {column: name, kind: company}\n", "plan.yaml:1")]
    [InlineData("files: [a.csv]\nid: id\none-to-one: true\ncolumns:\n  - {column: name, kind: company}\n", "plan.yaml:3")]
    [InlineData("files: [a.csv]\nid: id\n", "plan.yaml:1")]
    [InlineData("files: [a.csv]\nid: nr\ncolumns:\n  - {column: name, kind: company}\n", "a.csv:1: nr")]
    [InlineData("files: [a.csv]\nid: id\ncolumns:\n  - {column: title, kind: company}\n", "a.csv:1: title")]
    [InlineData("files: [a.csv]\nid: id\njudgements: j.csv\ncolumns:\n  - {column: name, kind: company}\n", "j.csv:2: right")]
    public async Task A_wrong_plan_or_row_is_told_with_file_and_line(string plan, string where)
    {
        Put("a.csv", Firms(3));
        Put("j.csv", "left,right,judgement\n0a,9z,same\n");
        var answer = await LinkAsync(plan);
        answer.Exit.ShouldBe(1);
        answer.Error.ShouldContain(where);
    }
}
