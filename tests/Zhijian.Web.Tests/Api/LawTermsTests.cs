using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Api;

public sealed class LawTermsTests(Servers servers)
{
    private async Task<Answer> CountAsync(string json, string query = "")
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        return await nobody.PostAsync("/api/law/term" + query, json);
    }

    [Fact]
    public async Task A_term_is_counted_without_signing_in_with_steps_articles_and_both_engines()
    {
        var free = (await CountAsync("""{"term":"CR-PR-STD","start":"2026-01-15","custody":"free"}""")).Should(200).Json;

        ((string?)free["due"]).ShouldBe("2026-02-24");
        ((string?)free["remindOn"]).ShouldBe("2026-02-14");
        ((string?)free["unmovedEnd"]).ShouldBe("2026-02-15");
        ((int)free["value"]!["length"]!).ShouldBe(1);
        ((string?)free["value"]!["unit"]).ShouldBe("month");
        ((string?)free["value"]!["article"]!["text"]).ShouldBe("刑诉法172；刑诉规则351");
        free["steps"]!.AsArray().Select(s => (string)s!["running"]!).ShouldBe(["2026-01-15", "2026-01-16", "2026-02-15", "2026-02-24"]);
        ((string?)free["steps"]![1]!["what"]!["en"]).ShouldBe("That day is not counted; the count starts the next day");
        free["engines"]!.ToJsonString().ShouldBe("""{"counted":"2026-02-24","walked":"2026-02-24","agree":true}""");
        ((string?)(await CountAsync("""{"term":"CR-PR-STD","start":"2026-01-15","custody":"detained"}""")).Json["due"]).ShouldBe("2026-02-15");
    }

    [Fact]
    public async Task Extensions_times_that_do_not_count_and_a_restart_are_taken()
    {
        var answer = (await CountAsync("""
            {"term":"CR-PR-STD","start":"2026-06-01","custody":"free","extensions":[{"term":"CR-PR-EXT"}],
             "suspensions":[{"from":"2026-08-10","to":"2026-08-21","reason":"鉴定"}],"restart":{"on":"2026-07-20","reason":"改变管辖"}}
            """)).Should(200).Json;
        ((string?)answer["due"]).ShouldBe("2026-09-16");
        answer["steps"]!.AsArray().Select(s => (string)s!["what"]!["zh"]!).ShouldContain("改变管辖，重新计算");

        var approved = (await CountAsync("""{"term":"AD-REVIEW","start":"2026-03-02","extensions":[{"length":30,"unit":"day"}]}""")).Should(200).Json;
        ((string?)approved["due"]).ShouldBe("2026-07-02");
    }

    [Fact]
    public async Task Hours_days_before_and_a_disputed_first_day_have_their_own_answers()
    {
        var hours = (await CountAsync("""{"term":"AX-SEND","start":"2025-06-12T10:30"}""")).Json;
        ((string?)hours["due"], (string?)hours["dueHour"]).ShouldBe(("2025-06-13", "10:30"));
        ((string?)(await CountAsync("""{"term":"AX-SEND","start":"2025-06-12"}""")).Should(200).Json["question"]!["zh"])!.ShouldContain("时刻");

        var before = (await CountAsync("""{"term":"CR-TRIAL-NOTICE","start":"2025-06-12"}""")).Json;
        ((string?)before["due"], (string?)before["earlierReading"]!["on"]).ShouldBe(("2025-06-09", "2025-06-06"));

        var limitation = (await CountAsync("""{"term":"LIM-5","start":"2020-06-30"}""")).Json;
        ((string?)limitation["due"], (string?)limitation["earlierReading"]!["on"]).ShouldBe(("2025-06-30", "2025-06-29"));
    }

    [Fact]
    public async Task What_is_unknown_asks_and_gives_the_earliest_day()
    {
        var answer = (await CountAsync("""{"term":"CR-ARR-DET","start":"2025-09-26"}""")).Should(200).Json;

        ((string?)answer["due"]).ShouldBe("2025-10-03");
        ((string?)answer["question"]!["en"])!.ShouldContain("custody is unknown");
        ((bool)answer["engines"]!["agree"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Several_are_counted_at_once_in_their_order()
    {
        var requests = new JsonArray([.. Enumerable.Range(1, 1000).Select(i => new JsonObject { ["term"] = i % 2 == 0 ? "LIM-5" : "SG-REG", ["start"] = "2020-01-15" })]);
        var results = (await CountAsync(new JsonObject { ["requests"] = requests }.ToJsonString())).Should(200).Json["results"]!.AsArray();

        results.Count.ShouldBe(1000);
        ((string?)results[0]!["due"], (string?)results[1]!["due"]).ShouldBe(("2020-01-20", "2025-01-15"));
        requests.Add(new JsonObject { ["term"] = "SG-REG", ["start"] = "2020-01-15" });
        Fields(await CountAsync(new JsonObject { ["requests"] = requests.DeepClone() }.ToJsonString())).ShouldBe(["requests"]);
    }

    private static IEnumerable<string> Fields(Answer answer) => answer.ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().Select(e => e.Key);

    [Theory]
    [InlineData("""{"start":"2026-01-15"}""", "term")]
    [InlineData("""{"term":"CR-NONE","start":"2026-01-15"}""", "term")]
    [InlineData("""{"term":"CR-PR-STD"}""", "start")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-02-30"}""", "start")]
    [InlineData("""{"term":"CR-PR-STD","start":"1900-01-01"}""", "start")]
    [InlineData("""{"term":"CR-PR-STD","start":5}""", "start")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","custody":"jail"}""", "custody")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","form":"x"}""", "form")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","extensions":[{"term":"CR-NONE"}]}""", "extensions[0].term")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","extensions":[{"length":99999,"unit":"day"}]}""", "extensions[0].length")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","extensions":[{"length":3,"unit":"week"}]}""", "extensions[0].unit")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","extensions":[null]}""", "extensions[0].length")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","suspensions":[{"from":"2026-01-20"},{"to":"2026-01-20"}]}""", "suspensions[1].from")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","suspensions":[{"from":"2026-01-20","to":"2026-01-10"}]}""", "suspensions[0].to")]
    [InlineData("""{"term":"CR-PR-STD","start":"2026-01-15","restart":{}}""", "restart.on")]
    [InlineData("""{"requests":[{"term":"CR-PR-STD","start":"2026-01-15"},{"term":"CR-PR-STD"}]}""", "requests[1].start")]
    [InlineData("""{"requests":[null]}""", "requests[0]")]
    [InlineData("""{"requests":[]}""", "requests")]
    [InlineData("""{"term":"CR-PR-STD","requests":[{"term":"CR-PR-STD","start":"2026-01-15"}]}""", "requests")]
    [InlineData("null", "")]
    public async Task The_wrong_field_is_named(string json, string field) => Fields(await CountAsync(json)).ShouldBe([field]);

    [Fact]
    public async Task What_is_no_JSON_or_too_large_is_refused()
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        (await nobody.FormAsync("/api/law/term", new Dictionary<string, string> { ["term"] = "CR-PR-STD" })).ShouldBeProblem(415, "content-type");
        (await nobody.PostAsync("/api/law/term", "{\"term\":\"" + new string('x', 1 << 20) + "\"}")).ShouldBeProblem(413, "too-large");
        (await nobody.GetAsync("/api/law/term")).ShouldBeProblem(405, "method");
        (await nobody.GetAsync("/api/me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task It_is_described_as_public()
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        var post = (await nobody.GetAsync("/openapi/v1.json")).Json["paths"]!["/api/law/term"]!["post"]!;

        ((string?)post["operationId"]).ShouldBe("count-term");
        post["security"]!.AsArray().ShouldBeEmpty();
        post["responses"]!.AsObject().Select(r => r.Key).ShouldBe(["200", "400", "413", "415", "429"], ignoreOrder: true);
    }
}
