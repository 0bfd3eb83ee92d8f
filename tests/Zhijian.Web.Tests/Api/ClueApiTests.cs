using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>Clues over HTTP: life, refusals, versions, and that for others there is nothing.</summary>
public sealed class ClueApiTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_clue_lives_from_its_finding_to_its_result(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, zhou) = (await server.AsAsync("lu"), await server.AsAsync("zhou"));
        var number = await FoundClues.RaiseAsync(server, "life");
        var at = $"/api/clues/{number}";
        var read = (await lu.GetAsync(at)).Should(200);
        (read.Header("ETag"), (string)read.Json["state"]!, (string?)read.Json["values"]!["amount"]).ShouldBe(("\"1\"", "open", "61000"));

        (await lu.PostAsync($"{at}/assign", new { person = "shen" })).ShouldBeProblem(403, "forbidden");
        (await zhou.PostAsync($"{at}/assign", new { person = "shen" })).Should(200).Version.ShouldBe(2);
        (await lu.PostAsync($"{at}/judge", new { judgement = "follow" })).ShouldBeRefused("clue-is-anothers", null);
        (await zhou.PostAsync($"{at}/assign", new { person = "lu" })).Should(200);
        (await lu.PostAsync($"{at}/judge", new { judgement = "set-aside" }, ("If-Match", "\"3\""))).ShouldBeRefused("set-aside-needs-a-reason", null).Json["field"]!.GetValue<string>().ShouldBe("reason");
        (await lu.PostAsync($"{at}/judge", new { judgement = "follow" }, ("If-Match", "\"1\""))).ShouldBeProblem(412, "conflict");
        (await lu.PostAsync($"{at}/judge", new { judgement = "maybe" })).ShouldBeProblem(400, "fields");
        (await lu.PostAsync($"{at}/judge", new { judgement = "follow", colour = "red" })).ShouldBeProblem(400, "fields");
        (await lu.PostAsync($"{at}/judge", new { judgement = "follow", note = "调取处罚卷宗" })).Should(200);

        var secret = await Some.MatterAsync(lu, "测试：线索转来的案件", "circle");
        (await zhou.PostAsync($"{at}/matter", new { matter = secret })).ShouldBeRefused("no-such-matter", null);
        (await lu.PostAsync($"{at}/matter", new { matter = secret })).Should(200);
        var matter = await Some.MatterAsync(lu);
        (await zhou.PostAsync($"{at}/matter", new { matter })).Should(200);
        (await zhou.GetAsync(at)).Should(200).ShouldSatisfyAllConditions(a => a.Json["matters"]!.AsArray().Select(m => (string)m!).ShouldBe([matter]), a => a.Text.ShouldNotContain(secret));
        (await lu.GetAsync(at)).Should(200).Json["matters"]!.AsArray().Count.ShouldBe(2);
        (await lu.PostAsync($"{at}/withdraw", new { reason = "误选" })).ShouldBeRefused("judgement-was-built-on", null);
        (await lu.PostAsync($"{at}/result", new { kind = "police-filed", on = "2026-09-28" })).Should(200);
        ((string)(await lu.GetAsync(at)).Json["state"]!).ShouldBe("closed");

        (await lu.GetAsync($"/api/clues?state=closed&model={FoundClues.Model("life")}")).Should(200).Json["items"]!.AsArray().Single()!["number"]!.GetValue<string>().ShouldBe(number);
        var figures = (await lu.GetAsync($"/api/clues/performance?model={FoundClues.Model("life")}")).Should(200).Json["items"]!.AsArray().Single()!;
        ((int)figures["judged"]!, (decimal)figures["precision"]!, (decimal)figures["yield"]!).ShouldBe((1, 1m, 1m));
        (await lu.GetAsync("/api/clues?colour=red")).ShouldBeProblem(400, "fields");
    }

    [Theory, EveryDatabase]
    public async Task For_another_office_there_is_no_clue_and_no_count(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var number = await FoundClues.RaiseAsync(server, "secret");
        var none = $"{number[..^4]}9999";
        foreach (var person in new[] { "he", "admin" })
        {
            var other = await server.AsAsync(person);
            (await other.GetAsync($"/api/clues/{number}")).Should(404).Without(number).ShouldBe((await other.GetAsync($"/api/clues/{none}")).Should(404).Without(none));
            (await other.PostAsync($"/api/clues/{number}/take", new { })).Should(404).Without(number).ShouldBe((await other.PostAsync($"/api/clues/{none}/take", new { })).Should(404).Without(none));
            ((int)(await other.GetAsync($"/api/clues?scope=all&model={FoundClues.Model("secret")}")).Should(200).Json["total"]!).ShouldBe(0);
            (await other.GetAsync($"/api/clues/performance?model={FoundClues.Model("secret")}")).Should(200).Json["items"]!.AsArray().ShouldBeEmpty();
        }
        ((int)(await (await server.AsAsync("qin")).GetAsync($"/api/clues?scope=all&model={FoundClues.Model("secret")}")).Should(200).Json["total"]!).ShouldBe(1); // the office above reads it
        using var nobody = server.Anonymous();
        (await nobody.GetAsync($"/api/clues/{number}")).Should(401);
    }

    [Fact]
    public async Task Every_act_is_described_with_its_roles()
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        var paths = (await nobody.GetAsync("/openapi/v1.json")).Should(200).Json["paths"]!;
        foreach (var kind in Supervision.Clues.ClueActKind.All)
        {
            var post = paths[$"/api/clues/{{number}}/{kind.Name}"]?["post"].ShouldNotBeNull(kind.Name)!;
            ((JsonArray)post["x-roles"]!).Count.ShouldBe(kind.Who.Count);
            foreach (var status in new[] { "200", "403", "404", "412", "422" })
                post["responses"]![status].ShouldNotBeNull($"{kind.Name} {status}");
        }
    }
}
