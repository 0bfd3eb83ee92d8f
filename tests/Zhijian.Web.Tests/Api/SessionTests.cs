using System.Net;
using Dapper;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>Who a request is taken for, by token and by session, and from where a session may change anything.</summary>
public sealed class SessionTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_session_changes_something_only_from_our_own_pages(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        using var browser = await server.SignInAsync("lu");
        (await browser.GetAsync("/api/me")).Should(200).Json["signedInBy"]!.ToString().ShouldBe("session");
        var own = server.Address.GetLeftPart(UriPartial.Authority);
        (string, string)[][] fine = [[], [("Origin", own)], [("Sec-Fetch-Site", "same-origin"), ("Origin", own)], [("Sec-Fetch-Site", "none")]];
        foreach (var headers in fine)
            (await browser.PostAsync("/api/matters", Some.Matter(), headers)).Should(201);
        (string, string)[][] foreign =
        [
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [("Origin", own + "0")],
            [("Origin", "http://127.0.0.1.evil.example:" + server.Address.Port)],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site")],
            [("Sec-Fetch-Site", "cross-site"), ("Origin", own)],
        ];
        foreach (var headers in foreign)
            (await browser.PostAsync("/api/matters", Some.Matter(), headers)).ShouldBeProblem(403, "cross-site");
        // reading is not changing: the answer cannot be read from elsewhere, for nothing allows it
        (await browser.GetAsync("/api/me", ("Origin", "https://evil.example"))).Should(200).Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");
    }

    [Fact]
    public async Task A_form_of_another_site_can_neither_take_a_step_nor_attach_a_file()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = await server.SignInAsync("lu");
        var id = await Some.MatterAsync(await server.AsAsync("lu"));
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
        {
            using var content = new StringContent("{\"on\":\"2026-09-28\"}");
            content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            ((int)(await browser.SendAsync(HttpMethod.Post, $"/api/matters/{id}/close-matter", content)).Status).ShouldBeOneOf(403, 415);
        }
        (await AttachedFilesTests.SendAsync(browser, id, "a"u8.ToArray(), "a.txt")).ShouldBeProblem(403, "cross-site");
        (await AttachedFilesTests.SendAsync(browser, id, "a"u8.ToArray(), "a.txt", null, ("X-Requested-With", "zhijian"))).Should(200);
        (await AttachedFilesTests.SendAsync(browser, id, "b"u8.ToArray(), "b.txt", null, ("X-Requested-With", "zhijian"), ("Sec-Fetch-Site", "cross-site"))).ShouldBeProblem(403, "cross-site");
    }

    [Fact]
    public async Task A_token_needs_no_such_proof_and_counts_more_than_a_session_beside_it()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        (await (await server.AsAsync("lu")).PostAsync("/api/matters", Some.Matter(), ("Origin", "https://tool.example"))).Should(201);
        using var browser = await server.SignInAsync("lu");
        (await browser.GetAsync("/api/me", ("Authorization", "Bearer zj_0000"))).ShouldBeProblem(401, "unauthenticated");
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_expired_or_revoked_token_is_nobody(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        async Task<Answer> Me(string authorization)
        {
            using var client = server.Anonymous(authorization);
            return await client.GetAsync("/api/me");
        }
        var people = server.Platform.People;
        var today = server.Platform.Runner.Today;
        (await Me($"Bearer {await people.CreateTokenAsync("lu", "today", today)}")).Should(200);
        (await Me($"Bearer {await people.CreateTokenAsync("lu", "yesterday", today.AddDays(-1))}")).ShouldBeProblem(401, "unauthenticated");
        (await Me($"Bearer zj_{new string('0', 48)}")).ShouldBeProblem(401, "unauthenticated");
        (await Me("Bearer ")).ShouldBeProblem(401, "unauthenticated");
        (await Me("Basic bHU6emhpamlhbi1kZW1v")).ShouldBeProblem(401, "unauthenticated");
        var token = await people.CreateTokenAsync("lu", "to-be-revoked", today);
        (await Me($"bearer {token}")).Should(200); // the name of the scheme has no case
        using (var holder = server.Anonymous($"Bearer {token}"))
            (await holder.SendAsync(HttpMethod.Delete, "/api/me/token", null)).Should(204);
        (await Me($"Bearer {token}")).ShouldBeProblem(401, "unauthenticated");
    }

    [Theory, EveryDatabase]
    public async Task The_store_keeps_no_token_that_could_be_used(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var token = await server.Platform.People.CreateTokenAsync("lu", "kept as hash", new DateOnly(2027, 1, 1));
        await using var connection = await server.Platform.Store.Database.OpenAsync();
        var secret = token["zj_".Length..];
        (await connection.QueryAsync<string>("SELECT hash FROM access_token")).ShouldNotContain(h => h.Contains(secret));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_loses_their_roles_is_out_with_the_next_request(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var person = "leaver-" + (dialect == Dialect.Sqlite ? "a" : "b");
        async Task AppointAsync(params Role[] roles) =>
            (await server.Platform.People.AppointAsync("admin", new PersonAppointed(person, "离某", "Leaver", "990100", roles))).ShouldBeNull();
        await AppointAsync(Role.Prosecutor);
        await server.SetPasswordAsync(person, "leaver-password");
        using var browser = await server.SignInAsync(person, "leaver-password");
        var client = await server.AsAsync(person);
        (await browser.GetAsync("/api/me")).Should(200);
        (await client.PostAsync("/api/matters", Some.Matter())).Should(201);

        await AppointAsync();
        (await browser.GetAsync("/api/me")).ShouldBeProblem(401, "unauthenticated");
        (await client.GetAsync("/api/me")).ShouldBeProblem(401, "unauthenticated");
        (await client.PostAsync("/api/matters", Some.Matter())).ShouldBeProblem(401, "unauthenticated");
        (await browser.GetAsync("/")).Should(302).Header("Location")!.ShouldContain("/sign-in");

        await AppointAsync(Role.Assistant);
        (await client.GetAsync("/api/me")).Should(200).Json["roles"]!.AsArray().Select(r => (string)r!).ShouldBe(["assistant"]);
    }
}
