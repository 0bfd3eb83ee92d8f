using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web.Api;
using Zhijian.Web.Tests.Api;

namespace Zhijian.Web.Tests;

/// <summary>
/// For whoever may not know a matter it does not exist: every address answers as for an id that was never given, byte for byte, and no
/// list, count or search changes when the matter comes into being.
/// </summary>
public sealed class SecrecyTests(Servers servers)
{
    /// <summary>Pages that take an id. An address that is no page yet answers alike by itself.</summary>
    public static readonly string[] Pages =
    [
        "/matters/{id}", "/matters/{id}?lang=en", "/matters/{id}?done=1-2", "/matters/{id}?after=1", "/matters/{id}/clocks/decide-prosecution.P1.1", "/matters/{id}/clocks/nothing",
        "/matters/{id}/clocks.ics", "/matters/{id}/files", "/matters/{id}/files/{hash}", "/matters/{id}/entries/1/correct", "/matters/{id}/entries/1/confirm", "/matters/{id}/steps/accept-transfer",
        "/matters/{id}/steps/prosecute", "/matters/{id}/steps/change-circle", "/matters/{id}/steps/attach-document", "/matters/{id}/steps/close-matter",
        "/matters/{id}/steps/record-performance?duty=custody-term-notice.P1.1", "/matters/{id}/steps/nothing", "/matters/{id}/nothing", "/matters/{id}/same",
    ];

    /// <summary>Pages without an id, which must not show, count or suggest the matter.</summary>
    public static readonly string[] Listing =
    [
        "/", "/?who=all", "/?who=lu", "/?secret=true", "/matters", "/matters?q={id}", "/matters?q={title}", "/search?q={id}", "/search?q={title}", "/?q={title}",
        "/matters?q=某滤清器公司", "/matters/new", "/people", "/offices", "/terms",
    ];

    /// <param name="Who">shen: same office, outside the circle; admin: sees no matter; he: the neighbouring office; qin: the office above.</param>
    public static TheoryData<Dialect, string, string> Strangers()
    {
        var data = new TheoryData<Dialect, string, string>();
        foreach (var dialect in new[] { Dialect.Sqlite, Dialect.Postgres })
            foreach (var (who, secrecy) in new[] { ("shen", "circle"), ("qin", "circle"), ("admin", "circle"), ("he", "circle"), ("admin", "internal"), ("he", "internal") })
                data.Add(new TheoryDataRow<Dialect, string, string>(dialect, who, secrecy)
                {
                    Skip = dialect == Dialect.Postgres && TestPlace.Server is null ? "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)" : null,
                });
        return data;
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Every_address_of_the_API_answers_as_for_an_id_that_was_never_given(Dialect dialect, string who, string secrecy)
    {
        var server = await servers.OfAsync(dialect);
        var (hidden, hash) = await HiddenAsync(server, secrecy);
        var never = Never(hidden);
        var stranger = await server.AsAsync(who);
        (await (await server.AsAsync("lu")).GetAsync($"/api/matters/{hidden}")).Should(200);

        foreach (var path in new[]
        {
            "/api/matters/{id}", "/api/matters/{id}/same", "/api/matters/{id}?lang=en", "/api/matters/{id}/events", "/api/matters/{id}/clocks", "/api/matters/{id}/clocks/decide-prosecution.P1.1",
            "/api/matters/{id}/clocks/nothing", $"/api/matters/{{id}}/attachments/{hash}", "/api/matters/{id}/attachments/nothing", "/api/matters/{id}/accept-transfer", "/api/matters/{id}/nothing",
        })
            await AlikeAsync(path, id => stranger.GetAsync(path.Replace("{id}", id)), hidden, never);

        foreach (var (step, body) in Some.Steps(server).Where(s => s.Step.Name is not "register-matter" and not "attach-document"))
        {
            var wrong = new JsonObject { ["nonsense"] = 1 };
            (string, string)[][] headers = [[], [("If-Match", "\"1\"")], [("If-Match", "*")], [("If-Match", "no tag")], [("Idempotency-Key", $"{who}-{secrecy}-{step.Name}")], [("Accept-Language", "en")]];
            foreach (var with in headers)
                await AlikeAsync($"{step.Name} {with.FirstOrDefault()}", id => stranger.PostAsync($"/api/matters/{id}/{step.Name}", body, with), hidden, never);
            await AlikeAsync($"{step.Name} with a wrong body", id => stranger.PostAsync($"/api/matters/{id}/{step.Name}", wrong), hidden, never);
        }
        await AlikeAsync("no such step", id => stranger.PostAsync($"/api/matters/{id}/nothing", "{}"), hidden, never);
        foreach (var (bytes, name) in new[] { ("a"u8.ToArray(), "a.txt"), ([], "a.txt"), ([0x4D, 0x5A, 0], "a.exe"), (Encoding.UTF8.GetBytes(Content(hidden)), "same.txt") })
            await AlikeAsync("attachment", id => AttachedFilesTests.SendAsync(stranger, id, bytes, name), hidden, never);
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task Every_page_answers_as_for_an_id_that_was_never_given(Dialect dialect, string who, string secrecy)
    {
        var server = await servers.OfAsync(dialect);
        var (hidden, hash) = await HiddenAsync(server, secrecy);
        var never = Never(hidden);
        using var browser = await server.SignInAsync(who);
        foreach (var page in Pages)
            await AlikeAsync(page, id => browser.GetAsync(page.Replace("{id}", id).Replace("{hash}", hash)), hidden, never);
        var form = new Dictionary<string, string>(await browser.AntiforgeryAsync(), StringComparer.Ordinal) { ["on"] = "2026-09-28", ["_version"] = "2" };
        foreach (var page in Pages)
            await AlikeAsync("POST " + page, id => browser.FormAsync(page.Replace("{id}", id).Replace("{hash}", hash), form), hidden, never);
    }

    [Theory, MemberData(nameof(Strangers))]
    public async Task No_list_count_or_search_changes_when_the_matter_comes_into_being(Dialect dialect, string who, string secrecy)
    {
        var server = await servers.OfAsync(dialect);
        const string title = "测试：某某芯片商业秘密案";
        var stranger = await server.AsAsync(who);
        using var browser = await server.SignInAsync(who);
        // the id that it will have
        var before = await Some.MatterAsync(await server.AsAsync("lu"), secrecy: secrecy);
        var next = before[..^4] + (int.Parse(before[^4..]) + 1).ToString("D4");
        string[] paths =
        [
            "/api/matters", "/api/matters?limit=200", "/api/matters?q={id}", "/api/matters?q={title}", "/api/matters?q=某滤清器公司", "/api/matters?published=false", "/api/work", "/api/work?who=all",
            "/api/work?who=lu", "/api/work?who=all&secret=true", "/api/work?who=all&asks=true", "/api/work?who=all&waiting=true", "/api/work?who=all&step=prosecute", "/api/me", "/api/log/verify", .. Listing,
        ];
        var seen = await LookAsync();
        (await Some.MatterAsync(await server.AsAsync("lu"), title, secrecy)).ShouldBe(next);
        var seenAfter = await LookAsync();
        for (var i = 0; i < paths.Length; i++)
            seenAfter[i].ShouldBe(seen[i], paths[i]);

        async Task<List<string>> LookAsync()
        {
            var looked = new List<string>();
            foreach (var path in paths)
            {
                // the log as a whole is for its verifiers to count
                if (path == "/api/log/verify" && who == "admin")
                    looked.Add("");
                else
                    looked.Add((await (path.StartsWith("/api", StringComparison.Ordinal) ? stranger : browser)
                        .GetAsync(path.Replace("{id}", next).Replace("{title}", Uri.EscapeDataString(title)))).Without());
            }
            return looked;
        }
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_taken_out_of_the_circle_no_longer_finds_what_they_did(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, jiang) = (await server.AsAsync("lu"), await server.AsAsync("jiang"));
        var id = await Some.MatterAsync(lu, secrecy: "circle");
        (await lu.PostAsync($"/api/matters/{id}/change-circle", new { on = "2026-09-02", secrecy = "circle", reason = "协助", admit = new[] { "jiang" } })).Should(200);
        var amount = new { on = "2026-09-03", kind = "sales-amount", yuan = 1, source = "x" };
        var key = ("Idempotency-Key", $"circle-{dialect}");
        (await jiang.PostAsync($"/api/matters/{id}/record-amount", amount, key)).Should(200);
        (await jiang.PostAsync($"/api/matters/{id}/record-amount", amount, key)).Should(200);
        (await jiang.GetAsync($"/api/matters?q={id}")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await lu.PostAsync($"/api/matters/{id}/change-circle", new { on = "2026-09-04", secrecy = "circle", reason = "协助完毕", exclude = new[] { "jiang" } })).Should(200);
        (await jiang.GetAsync($"/api/matters/{id}")).ShouldBeProblem(404, "not-found");
        (await jiang.GetAsync($"/api/matters?q={id}")).Json["total"]!.GetValue<int>().ShouldBe(0);
        (await jiang.PostAsync($"/api/matters/{id}/record-amount", amount, key)).ShouldBeProblem(404, "not-found");
    }

    private static string Content(string id) => $"只有知悉范围内的人可见 {id}";

    /// <summary>A matter in review for prosecution, with a file, that lu leads.</summary>
    private static async Task<(string Id, string Hash)> HiddenAsync(Server server, string secrecy)
    {
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterAsync(lu, secrecy: secrecy);
        (await lu.PostAsync($"/api/matters/{id}/accept-transfer", new { on = "2026-09-02", transferredBy = "某市公安局" })).Should(200);
        var file = (await AttachedFilesTests.SendAsync(lu, id, Encoding.UTF8.GetBytes(Content(id)), "密.txt")).Should(200);
        return (id, (string)file.Json["events"]![0]!["data"]!["hash"]!);
    }

    /// <summary>An id of the same letters that no matter has.</summary>
    private static string Never(string id) => id[..^4] + "9876";

    private static async Task AlikeAsync(string what, Func<string, Task<Answer>> ask, string hidden, string never)
    {
        var answer = await ask(hidden);
        answer.Without(hidden).ShouldBe((await ask(never)).Without(never), what);
        ((int)answer.Status).ShouldBeInRange(300, 499, what);
    }
}
