using System.Net.Http.Json;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>Models that run by themselves, over HTTP: arranged by those who may run them, and of no other unit.</summary>
public sealed class ScheduleApiTests
{
    private const string At = "/api/models/penalty-at-threshold/schedule";

    [Theory, EveryDatabase]
    public async Task It_is_arranged_changed_and_ended(Dialect dialect)
    {
        await using var server = await Server.StartAsync(dialect);
        var lu = await server.AsAsync("lu");
        (await PutAsync(lu, new { every = "weekly", parameters = new { band = "70" } })).Should(204);
        (await PutAsync(lu, new { every = "monthly" })).Should(204); // in place of the other
        var one = (await SchedulesAsync(lu)).ShouldHaveSingleItem();
        ((string)one!["model"]!, (string)one["every"]!, (string)one["person"]!, (string)one["lastDay"]!, one["parameters"]!.AsObject().Count).ShouldBe(("penalty-at-threshold", "monthly", "lu", "2026-09-28", 0));
        (await SchedulesAsync(await server.AsAsync("shen"))).Count.ShouldBe(1); // it is the unit's

        var he = await server.AsAsync("he");
        (await SchedulesAsync(he)).ShouldBeEmpty();
        (await he.SendAsync(HttpMethod.Delete, At, null)).Should(204); // the answer is the same whether another unit has one
        (await SchedulesAsync(lu)).Count.ShouldBe(1);
        (await lu.SendAsync(HttpMethod.Delete, At, null)).Should(204);
        (await SchedulesAsync(lu)).ShouldBeEmpty();
        (await lu.SendAsync(HttpMethod.Delete, At, null)).Should(204);
    }

    [Theory, EveryDatabase]
    public async Task What_is_wrong_or_for_others_arranges_nothing(Dialect dialect)
    {
        await using var server = await Server.StartAsync(dialect);
        var lu = await server.AsAsync("lu");
        foreach (var body in new object[] { new { every = "tuesday" }, new { }, new { every = (string?)null }, new { every = "weekly", parameters = "band" } })
            (await PutAsync(lu, body)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().ContainsKey("every").ShouldBeTrue();
        (await PutAsync(lu, new { every = "weekly", parameters = new { band = "49" } })).ShouldBeRefused("bad-parameter", null);
        (await PutAsync(lu, new { every = "weekly", parameters = new { bend = "70" } })).ShouldBeRefused("unknown-parameter", null);
        (await lu.SendAsync(HttpMethod.Put, At.Replace("penalty-at-threshold", "none"), JsonContent.Create(new { every = "weekly" }))).ShouldBeProblem(404, "not-found");
        foreach (var person in new[] { "fang", "admin" })
        {
            var other = await server.AsAsync(person);
            (await PutAsync(other, new { every = "weekly" })).ShouldBeRefused("supervision-role", null);
            (await other.SendAsync(HttpMethod.Delete, At, null)).ShouldBeRefused("supervision-role", null);
        }
        (await SchedulesAsync(lu)).ShouldBeEmpty();
    }

    private static Task<Answer> PutAsync(Client client, object body) => client.SendAsync(HttpMethod.Put, At, JsonContent.Create(body));

    private static async Task<System.Text.Json.Nodes.JsonArray> SchedulesAsync(Client client) => (await client.GetAsync("/api/schedules")).Should(200).Json["schedules"]!.AsArray();
}
