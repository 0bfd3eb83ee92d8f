using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Shouldly;
using Xunit;
using Zhijian.Matters;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Api;

public sealed class ApiDescriptionTests(Servers servers)
{
    private async Task<JsonObject> ReadAsync()
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        return (await nobody.GetAsync("/openapi/v1.json")).Should(200).Json;
    }

    [Fact]
    public async Task It_is_a_valid_OpenAPI_document_whose_references_resolve()
    {
        var json = await ReadAsync();
        var (document, diagnostic) = OpenApiDocument.Parse(json.ToJsonString(), "json");
        diagnostic!.Errors.ShouldBeEmpty();
        document!.Paths.Count.ShouldBeGreaterThan(30);
        foreach (var reference in References(json))
            json["components"]!["schemas"]![reference].ShouldNotBeNull(reference);
    }

    [Fact]
    public async Task Every_step_is_there_with_its_title_article_roles_and_fields()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var json = await ReadAsync();
        foreach (var step in server.Platform.Runner.Steps.All)
        {
            var path = step.Name == "register-matter" ? "/api/matters" : $"/api/matters/{{id}}/{step.Name}";
            var post = json["paths"]![path]?["post"].ShouldNotBeNull(step.Name)!;
            ((string?)post["operationId"]).ShouldBe(step.Name);
            ((string)post["summary"]!).ShouldBe($"{step.Procedure.Title.Zh} · {step.Procedure.Title.En}");
            ((string?)post["x-legal-basis"]).ShouldBe(step.Procedure.Reference?.Article ?? "");
            post["x-roles"]!.AsArray().Count.ShouldBe(step.Procedure.Who.Count);
            post["responses"]![step.Name == "register-matter" ? "201" : "200"].ShouldNotBeNull(step.Name);
            foreach (var status in new[] { "400", "401", "403", "422" })
                ((string?)post["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!["$ref"]).ShouldBe("#/components/schemas/Problem");
            if (step.Name == "attach-document")
                continue;
            var body = post["requestBody"]!["content"]!["application/json"]!;
            var schema = json["components"]!["schemas"]![((string)body["schema"]!["$ref"]!)["#/components/schemas/".Length..]]!;
            schema["properties"]!.AsObject().Select(p => p.Key).ShouldBe(step.Fields.Select(f => f.Name));
            (schema["required"]?.AsArray().Select(r => (string)r!) ?? []).ShouldBe(step.Fields.Where(f => f.Required).Select(f => f.Name), ignoreOrder: true, step.Name);
            ((bool)schema["additionalProperties"]!).ShouldBeFalse();
            foreach (var field in step.Fields)
                ((string?)schema["properties"]![field.Name]!["description"])!.ShouldContain($"{field.Label.Zh} · {field.Label.En}");
            StepForm.FromJson(step, body["example"]!.ToJsonString()).Errors.ShouldBeEmpty(step.Name);
        }
    }

    [Fact]
    public async Task Words_amounts_and_dates_look_as_they_are_sent()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;
        schemas["ArrestOutcome"]!["enum"]!.AsArray().Select(w => (string)w!).ShouldBe(["approved", "no-crime", "insufficient-evidence", "no-danger"]);
        ((string?)schemas["ArrestOutcome"]!["description"])!.ShouldContain("no-danger 不批准：无社会危险性 / Refuse: no danger to society");
        ((string?)schemas["Money"]!["type"]).ShouldBe("number");
        ((string?)schemas["PartialDate"]!["type"]).ShouldBe("string");
        ((string?)schemas["PartialDate"]!["pattern"]).ShouldNotBeNull();
        ((string?)schemas["AcceptTransfer"]!["properties"]!["on"]!["format"]).ShouldBe("date");
        schemas["Problem"]!["properties"]!.AsObject().Select(p => p.Key).ShouldContain("basisStatus");
    }

    [Fact]
    public async Task Session_and_token_are_described_and_asked_for()
    {
        var json = await ReadAsync();
        var schemes = json["components"]!["securitySchemes"]!;
        ((string?)schemes["session"]!["in"]).ShouldBe("cookie");
        ((string?)schemes["session"]!["name"]).ShouldBe("zj-session");
        ((string?)schemes["token"]!["scheme"]).ShouldBe("bearer");
        json["security"]!.AsArray().SelectMany(s => s!.AsObject()).Select(s => s.Key).ShouldBe(["session", "token"]);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "$ref" ? [((string)p.Value!).Split('/')[^1]] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}
