using System.Text;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Testing;
using Zhijian.Web.Tests.Pages;

namespace Zhijian.Web.Tests.Api;

/// <summary>The rows behind a clue as a CSV: for those who see the clue, and harmless in a spreadsheet.</summary>
public sealed class ClueRowsTests
{
    private const string Model = "penalty-at-threshold";

    private const string Penalties = """
        决定书文号,处罚机关,当事人,对应罪名,行为日,决定日,销售金额（万元）,已移送
        甲1,-某局,=cmd|'/c calc'!A1,214,2025-05-06,2025-06-01,5,否
        """;

    [DuckFact]
    public async Task The_rows_can_be_taken_along_and_no_cell_computes()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        (await lu.SendAsync(HttpMethod.Post, "/api/sets/penalty/imports?name=a.csv&source=x", new ByteArrayContent(Encoding.UTF8.GetBytes(Penalties + "\n")))).Should(200);
        var run = (string)(await lu.PostAsync($"/api/models/{Model}/runs", "{}")).Should(202).Json["run"]!;
        await server.Platform.Supervision.Runs.WaitAsync(run);
        var number = (string)(await lu.GetAsync($"/api/clues?model={Model}")).Should(200).Json["items"]!.AsArray().Single()!["number"]!;

        var csv = (await lu.GetAsync($"/api/clues/{number}/rows.csv")).Should(200);
        csv.Type.ShouldBe("text/csv; charset=utf-8");
        csv.Bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]); // a spreadsheet reads it as UTF-8
        var lines = csv.Text.TrimStart('\ufeff').TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("数据集,行,规则,数据,决定书文号,");
        lines[1].ShouldSatisfyAllConditions(
            l => l.ShouldStartWith("行政处罚,甲1,"), l => l.ShouldContain(",有,甲1,"), l => l.ShouldContain(",'=cmd|'/c calc'!A1,"), l => l.ShouldContain(",'-某局,"), l => l.ShouldContain(",50000.00,"), l => l.ShouldEndWith(",否"),
            l => l.ShouldContain(",,")); // what is not known is empty
        (await lu.GetAsync($"/api/clues/{number}/rows.csv?lang=en")).Should(200).Text.ShouldContain("Set,Row,Rule,Still there");
        using var browser = await server.SignInAsync("lu");
        (await browser.PageAsync($"/clues/{number}")).QuerySelector($"a[href^='/api/clues/{number}/rows.csv']").ShouldNotBeNull();

        // whoever names the run of another office as that of another system reads nothing of its data
        var neighbour = (await server.Platform.People.ActorAsync("he"))!;
        await server.Platform.Clues.RaiseAsync(run, [new Finding("foreign", 1, "k", "某某", null, 50, new Text("外来", "foreign"), new Dictionary<string, string?>(), [new FindingRow("penalty", "甲1", null)])], neighbour, "某系统");
        var foreign = (await server.Platform.ClueLists.FindAsync(neighbour, new Supervision.Clues.ClueFilter { Model = "foreign" })).Rows.Single().Clue;
        var theirs = (await (await server.AsAsync("he")).GetAsync($"/api/clues/{foreign}/rows.csv")).Should(200).Text;
        theirs.ShouldContain("行政处罚,甲1,,已不在");
        theirs.ShouldNotContain("calc");

        File.Delete(Directory.EnumerateFiles(Path.Combine(server.Platform.Supervision.IncomingFolder, "..", "sets", "penalty"), "*.duckdb").Single());
        (await lu.GetAsync($"/api/clues/{number}/rows.csv")).Should(200).Text.ShouldContain("已不在");

        var he = await server.AsAsync("he");
        var none = $"{number[..^4]}9999";
        (await he.GetAsync($"/api/clues/{number}/rows.csv")).Should(404).Without(number).ShouldBe((await he.GetAsync($"/api/clues/{none}/rows.csv")).Should(404).Without(none));
        (await he.GetAsync("/api/clues/x/rows.csv")).Should(404);
    }
}
