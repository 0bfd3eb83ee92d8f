using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests;

/// <summary>Headers of every kind of answer, also of those that go wrong.</summary>
public sealed class HeaderTests(Servers servers)
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/sign-in", true)]
    [InlineData("/no/such/page", true)]
    [InlineData("/no-such.css", false)]
    [InlineData("/error/500", true)]
    [InlineData("/healthz", true)]
    [InlineData("/openapi/v1.json", true)]
    [InlineData("/api/me", true)]
    [InlineData("/api/no-such-thing.js", true)]
    [InlineData("/api/matters/MS-2026-0001/attachments/x.css", true)]
    [InlineData("/zhijian.css", false)]
    [InlineData("/zhijian.js", false)]
    public async Task Nothing_foreign_runs_and_nothing_but_assets_is_kept(string path, bool noStore)
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var nobody = server.Anonymous();
        foreach (var answer in new[] { await nobody.GetAsync(path), await (await server.AsAsync("lu")).GetAsync(path) })
        {
            var policy = answer.Header("Content-Security-Policy").ShouldNotBeNull();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
            answer.Header("Referrer-Policy").ShouldBe("same-origin");
            if (noStore)
                answer.Header("Cache-Control").ShouldBe("no-store");
            answer.Headers.Keys.ShouldNotContain("Server");
        }
    }

    [Theory]
    [InlineData("/matters/MS-2026-0001")]
    [InlineData("/matters/MS-2026-0001/clocks/nothing")]
    [InlineData("/terms")]
    [InlineData("/offices")]
    public async Task A_page_that_takes_no_form_says_so(string path)
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = await server.SignInAsync("lu");
        (await browser.FormAsync(path, await browser.AntiforgeryAsync())).Should(405).Header("Content-Security-Policy").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_goes_wrong_on_our_side_is_a_problem_without_a_trace()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite, empty: true);
        var admin = await server.AsAsync("admin");
        (await admin.GetAsync("/api/work")).Should(200);
        await server.Platform.Store.Writer.RunAsync(work => work.ExecuteAsync("DROP TABLE work_item"));
        var answer = (await admin.GetAsync("/api/work")).ShouldBeProblem(500, "unexpected");
        answer.Header("Content-Security-Policy").ShouldNotBeNull();
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Text.ShouldNotContain("work_item");
        answer.Text.ShouldNotContain("   at ");
    }
}
