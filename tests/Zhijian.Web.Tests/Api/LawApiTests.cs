using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Law.Assessment;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Api;

/// <summary>The law book over HTTP: for everybody, without a trace, with every error at its place.</summary>
public sealed class LawApiTests(Servers servers)
{
    private const string Facts = """
        {"handledOn": "2026-09-28", "persons": [{"id": "P1", "name": "赵某"}], "acts": [{"id": "a", "charges": ["213"], "persons": ["P1"],
         "from": "2022-05-01", "to": "2025-01-18", "object": "goods", "continuing": true,
         "sold": [{"quantity": 2160, "price": 150, "source": "卷三 12—58"}], "stock": [{"quantity": 840, "averageActual": 150}]}]}
        """;

    private async Task<Client> NobodyAsync() => (await servers.OfAsync(Dialect.Sqlite)).Anonymous();

    [Fact]
    public async Task Facts_become_a_proposal_with_figures_articles_and_questions()
    {
        using var nobody = await NobodyAsync();
        var answer = (await nobody.PostAsync("/api/law/assess", Facts)).Should(200).Json;
        var conclusion = answer["conclusions"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)conclusion["lowBand"]!).ShouldBe(1);
        ((int)conclusion["highBand"]!).ShouldBe(2);
        conclusion["candidates"]!.AsArray().Select(c => (string)c!["kind"]!).ShouldBe(["conduct", "decision"]);
        var turnover = conclusion["candidates"]![1]!["standards"]!.AsArray().First(s => (string)s!["metric"]! == "illegal_turnover" && (string)s["variant"]! == "general")!;
        ((decimal)turnover["low"]!).ShouldBe(450000);
        ((string)turnover["reference"]!["article"]!).ShouldContain("法释〔2025〕5号第3条");
        turnover["steps"]!.AsArray().Select(s => (decimal)s!["value"]!).Sum().ShouldBe(450000);
        conclusion["questions"]!.AsArray().ShouldNotBeEmpty();
        (await nobody.PostAsync("/api/law/assess?questions=false", Facts)).Should(200).Json["conclusions"]![0]!["questions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_field_that_does_not_fit_is_named_with_its_path()
    {
        using var nobody = await NobodyAsync();
        var wrong = Facts.Replace("\"213\"", "\"999\"").Replace("\"goods\"", "\"cars\"").Replace("150,", "-150,").Replace("2022-05-01", "2025-05-01");
        var errors = (await nobody.PostAsync("/api/law/assess?lang=en", wrong)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject();
        errors.Select(e => e.Key).ShouldBe(["acts[0].charges", "acts[0].to", "acts[0].object", "acts[0].sold[0].price"], ignoreOrder: true);
        ((string)errors["acts[0].charges"]![0]!).ShouldContain("219-1");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("nonsense", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("{\"handledOn\": \"2026-09-28\", \"persons\": [null], \"acts\": []}", "persons[0]")]
    public async Task A_body_that_is_no_case_is_a_problem_not_a_fault(string body, string path)
    {
        using var nobody = await NobodyAsync();
        (await nobody.PostAsync("/api/law/assess", body)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(path);
    }

    [Fact]
    public async Task Too_much_another_type_and_an_unknown_parameter_are_turned_away()
    {
        using var nobody = await NobodyAsync();
        (await nobody.PostAsync("/api/law/assess", $"\"{new string('x', 300_000)}\"")).ShouldBeProblem(413, "too-large");
        (await nobody.SendAsync(HttpMethod.Post, "/api/law/assess", new StringContent(Facts, Encoding.UTF8, "text/plain"))).ShouldBeProblem(415, "content-type");
        (await nobody.PostAsync("/api/law/assess?question=false", Facts)).ShouldBeProblem(400, "fields");
        var many = new JsonObject
        {
            ["handledOn"] = "2026-09-28",
            ["persons"] = new JsonArray(new JsonObject { ["id"] = "P1" }),
            ["acts"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(i => new JsonObject { ["id"] = $"a{i}", ["charges"] = new JsonArray("213"), ["persons"] = new JsonArray("P1") })]),
        };
        (await nobody.PostAsync("/api/law/assess", many.ToJsonString())).ShouldBeProblem(400, "fields").Json["errors"]!["acts"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_charge_is_shown_through_time_or_on_one_day()
    {
        using var nobody = await NobodyAsync();
        JsonNode.Parse((await nobody.GetAsync("/api/law/charges")).Should(200).Text)!.AsArray().Select(c => (string)c!["id"]!).ShouldContain("219-1");
        var all = (await nobody.GetAsync("/api/law/charges/213")).Should(200).Json;
        all["texts"]!.AsArray().Count.ShouldBe(2);
        var on = (await nobody.GetAsync("/api/law/charges/213?on=2025-04-26")).Should(200).Json;
        on["texts"]!.AsArray().ShouldHaveSingleItem();
        on["standards"]!.AsArray().Select(s => (string)s!["instrument"]!).Distinct().ShouldBe(["R25"]);
        (await nobody.GetAsync("/api/law/charges/999")).ShouldBeProblem(404, "no-charge").Json["charges"]!.AsArray().Select(c => (string)c!).ShouldContain("213");
        (await nobody.GetAsync("/api/law/charges/213?on=2025-02-30")).ShouldBeProblem(400, "fields").Json["errors"]!["on"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_schema_names_every_field_with_its_words_in_both_languages()
    {
        using var nobody = await NobodyAsync();
        var answer = (await nobody.GetAsync("/api/law/facts.schema.json")).Should(200);
        answer.Type.ShouldBe("application/schema+json");
        var act = answer.Json["properties"]!["acts"]!["items"]!;
        var undescribed = Fields(answer.Json, "").Where(f => f.Schema["description"] is not JsonValue v || !((string)v!).Contains(" · ")).Select(f => f.Path).ToList();
        undescribed.ShouldBeEmpty();
        act["properties"]!["object"]!["enum"]!.AsArray().Select(w => (string?)w).ShouldBe(["goods", "services", "goods+services", "labels", "copies", "online", "circumvention", "publications", null]);
        ((string)act["properties"]!["amounts"]!["items"]!["properties"]!["metric"]!["description"]!).ShouldContain("illegal_turnover 非法经营数额（元） / illegal turnover (yuan)");
        ((bool)act["additionalProperties"]!).ShouldBeFalse();
        FactsFile.Read(Facts, (await servers.OfAsync(Dialect.Sqlite)).Platform.Law).Errors.ShouldBeEmpty();
    }

    private static IEnumerable<(string Path, JsonObject Schema)> Fields(JsonNode? node, string path)
    {
        if (node is not JsonObject schema)
            yield break;
        foreach (var (name, inner) in schema["properties"]?.AsObject() ?? [])
        {
            yield return ($"{path}.{name}", inner!.AsObject());
            foreach (var deeper in Fields(inner, $"{path}.{name}"))
                yield return deeper;
        }
        foreach (var deeper in Fields(schema["items"], path + "[]").Concat(Fields(schema["additionalProperties"], path + "{}")))
            yield return deeper;
    }

    [Fact]
    public async Task The_description_says_that_nobody_need_sign_in()
    {
        using var nobody = await NobodyAsync();
        var paths = (await nobody.GetAsync("/openapi/v1.json")).Should(200).Json["paths"]!;
        foreach (var (path, method) in new[] { ("/api/law/assess", "post"), ("/api/law/charges", "get"), ("/api/law/charges/{id}", "get"), ("/api/law/facts.schema.json", "get") })
            paths[path]![method]!["security"]!.AsArray().ShouldBeEmpty(path);
        paths["/api/law/assess"]!["post"]!["responses"]!["413"].ShouldNotBeNull();
    }
}
