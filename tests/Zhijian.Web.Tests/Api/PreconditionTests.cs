using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web.Api;

namespace Zhijian.Web.Tests.Api;

public sealed class PreconditionTests(Servers servers)
{
    private static readonly object Amount = new { on = "2026-09-02", kind = "sales-amount", yuan = 126000.50m, source = "鉴定意见第 3 页" };

    [Theory, EveryDatabase]
    public async Task The_version_that_was_seen_decides(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, jiang) = (await server.AsAsync("lu"), await server.AsAsync("jiang"));
        var id = await Some.MatterAsync(lu);
        (await lu.GetAsync($"/api/matters/{id}")).Header("ETag").ShouldBe("\"1\"");
        (await jiang.PostAsync($"/api/matters/{id}/record-amount", Amount, ("If-Match", "\"1\""))).Should(200).Header("ETag").ShouldBe("\"2\"");
        var late = (await lu.PostAsync($"/api/matters/{id}/record-amount", Amount, ("If-Match", "\"1\""))).ShouldBeProblem(412, "conflict");
        ((string?)late.Json["changedBy"]!["id"]).ShouldBe("jiang");
        ((string?)late.Json["changedBy"]!["name"]).ShouldBe("江某");
        ((string?)late.Json["changedAt"]).ShouldBe("2026-09-28T01:00:00.000Z");
        late.Version.ShouldBe(2);
        ((string?)late.Json["title"])!.ShouldContain("江某");
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"2\"", 412)]
    [InlineData("\"abc\"", 412)]
    [InlineData("\"\"", 412)]
    [InlineData("1", 400)]
    [InlineData("\"1", 400)]
    [InlineData("\"1\", \"2\"", 400)]
    [InlineData("version 1", 400)]
    public async Task If_Match_is_one_entity_tag(string tag, int status)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var answer = (await lu.PostAsync($"/api/matters/{id}/record-amount", Amount, ("If-Match", tag))).Should(status);
        if (status == 400)
            ((string?)answer.ShouldBeProblem(400, "header").Json["header"]).ShouldBe("If-Match");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_clients_that_race_with_the_same_version_exactly_one_wins(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        for (var round = 0; round < 5; round++)
        {
            var id = await Some.MatterAsync(lu);
            var answers = await Task.WhenAll(new[] { lu, shen, lu, shen }.Select(c => c.PostAsync($"/api/matters/{id}/record-amount", Amount, ("If-Match", "\"1\""))));
            answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
            foreach (var lost in answers.Where(a => a.Status != HttpStatusCode.OK))
            {
                lost.ShouldBeProblem(412, "conflict");
                ((string?)lost.Json["changedBy"]!["name"]).ShouldBeOneOf("陆某", "沈某");
                ((string?)lost.Json["changedAt"]).ShouldBe("2026-09-28T01:00:00.000Z");
                lost.Version.ShouldBe(2);
            }
            (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(2);
        }
    }

    [Theory, EveryDatabase]
    public async Task Of_two_clients_that_close_the_same_review_without_a_version_the_second_is_refused(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => lu.PostAsync($"/api/matters/{id}/prosecute", new { on = "2026-09-10", court = "某市中级人民法院" })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
    }

    [Fact]
    public void Without_a_version_somebody_who_came_in_between_is_a_409()
    {
        var conflict = new StepOutcome.Conflict(MatterId.Parse("MS-2026-0001"), 4, "shen", "2026-09-28T01:00:00.000Z");
        Problems.Conflict(conflict, "沈某", asked: false).Status.ShouldBe(409);
        Problems.Conflict(conflict, "沈某", asked: true).Status.ShouldBe(412);
    }

    [Theory, EveryDatabase]
    public async Task The_same_request_sent_twice_with_a_key_is_recorded_once_and_answered_alike(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var key = $"register-{dialect}-1";
        var first = (await lu.PostAsync("/api/matters", Some.Matter(), ("Idempotency-Key", key))).Should(201);
        var again = (await lu.PostAsync("/api/matters", Some.Matter(), ("Idempotency-Key", key))).Should(201);
        again.Without().ShouldBe(first.Without());

        // with the version that was seen then, too: the first answer is what the client lost
        var id = first.Matter;
        (string, string)[] headers = [("Idempotency-Key", key + "-amount"), ("If-Match", "\"1\"")];
        var step = (await lu.PostAsync($"/api/matters/{id}/record-amount", Amount, headers)).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/record-amount", Amount)).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/record-amount", Amount, headers)).Should(200).Without().ShouldBe(step.Without());
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(3);

        // another's key of the same letters is another key
        (await shen.PostAsync("/api/matters", Some.Matter(), ("Idempotency-Key", key))).Should(201).Matter.ShouldNotBe(id);
    }

    [Theory, EveryDatabase]
    public async Task Two_requests_at_once_with_one_key_are_one(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => lu.PostAsync("/api/matters", Some.Matter(), ("Idempotency-Key", $"at-once-{dialect}"))));
        answers.Select(a => a.Should(201).Matter).Distinct().ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task A_key_that_was_used_for_something_else_is_refused(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var key = ("Idempotency-Key", $"reused-{dialect}");
        var id = (await lu.PostAsync("/api/matters", Some.Matter(), key)).Should(201).Matter;
        (await lu.PostAsync("/api/matters", Some.Matter("测试：另一案"), key)).ShouldBeProblem(422, "idempotency-key-reused");
        (await lu.PostAsync($"/api/matters/{id}/record-amount", Amount, key)).ShouldBeProblem(422, "idempotency-key-reused");
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var key = ("Idempotency-Key", "refused-first");
        var body = new { on = "2026-09-10", court = "某市中级人民法院" };
        (await lu.PostAsync($"/api/matters/{id}/prosecute", body, key)).Should(422);
        (await lu.PostAsync($"/api/matters/{id}/accept-transfer", new { on = "2026-09-02", transferredBy = "某市公安局" })).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/prosecute", body, key)).Should(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("tab\tinside")]
    [InlineData("too-long")]
    public async Task A_key_is_1_to_128_visible_ASCII_characters(string key)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        if (key == "too-long")
            key = new string('k', 129);
        var answer = (await lu.PostAsync("/api/matters", Some.Matter(), ("Idempotency-Key", key))).ShouldBeProblem(400, "header");
        ((string?)answer.Json["header"]).ShouldBe("Idempotency-Key");
        (await lu.PostAsync("/api/matters", Some.Matter(), ("Idempotency-Key", new string('k', 128)))).Should(201);
    }
}
