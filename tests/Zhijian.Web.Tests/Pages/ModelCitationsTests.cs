using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>An article whose text was not read in full carries its mark wherever a model, or what it found, is shown.</summary>
public sealed class ModelCitationsTests(Servers servers)
{
    private const string Model = "transfer-without-decision";
    private const string Secondary = "公通字〔2017〕25号15、16";
    private const string Verified = "刑诉规则557、560";

    [Fact]
    public async Task A_secondary_source_is_marked_on_the_page_of_the_model_and_of_its_clues()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        var number = await RaiseAsync(server);
        foreach (var (path, where) in new[] { ($"/models/{Model}", "main"), ($"/clues/{number}", "#basis") })
        {
            var chinese = (await lu.PageAsync($"{path}?lang=zh")).QuerySelector(where).Says();
            chinese.ShouldContain($"{Secondary} ? 依据为间接来源", customMessage: path);
            chinese.ShouldNotContain($"{Verified} ?", customMessage: path);
            var english = await lu.PageAsync($"{path}?lang=en");
            english.QuerySelector(where).Says().ShouldContain("? secondary source", customMessage: path);
            english.UnmarkedChinese().ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_program_reads_how_far_it_was_verified()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var model = (await lu.GetAsync($"/api/models/{Model}")).Should(200).Json;
        model["basis"]!.AsArray().Select(b => ((string)b!["reference"]!["article"]!, (string)b["reference"]!["status"]!)).ShouldBe(
            [("国务院令310号8；公安程序规定180", "verified"), (Secondary, "secondary"), (Verified, "verified")]);
        ((string)model["parameters"]!.AsArray().Single(p => (string)p!["id"]! == "other_limit")!["reference"]!["status"]!).ShouldBe("secondary");
        var clue = (await lu.GetAsync($"/api/clues/{await RaiseAsync(server)}")).Should(200).Json;
        clue["basis"]!.AsArray().Where(b => (string)b!["status"]! != "verified").Select(b => (string)b!["article"]!).ShouldBe([Secondary]);
    }

    private static async Task<string> RaiseAsync(Server server)
    {
        var lu = (await server.Platform.People.ActorAsync("lu"))!;
        var finding = new Finding(Model, 1, "移1", "Some Shop Ltd", null, 40, new Text("逾期", "overdue"), new Dictionary<string, string?> { ["agency"] = "某局" }, []);
        await server.Platform.Clues.RaiseAsync("run-citations", [finding], lu);
        var (rows, _) = await server.Platform.ClueLists.FindAsync(lu, new Supervision.Clues.ClueFilter { Model = Model });
        return rows.Single().Clue;
    }
}
