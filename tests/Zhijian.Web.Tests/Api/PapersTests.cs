using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

public sealed class PapersTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_paper_is_made_read_and_downloaded_and_the_page_shows_it(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/make-document", new { on = "2026-09-03", template = "suspect-rights" })).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/finish-document", new { on = "2026-09-03", paper = 1 })).Should(200);

        var list = (await lu.GetAsync($"/api/matters/{id}/papers")).Should(200).Json;
        ((string?)list["papers"]![0]!["state"]).ShouldBe("finished");
        var one = (await lu.GetAsync($"/api/matters/{id}/papers/1")).Should(200).Json;
        ((string?)one["text"]!["recipient"]).ShouldBe("张某");
        var docx = (await lu.GetAsync($"/api/matters/{id}/papers/1/docx")).Should(200);
        docx.Header("ETag").ShouldBe($"\"{(string?)one["paper"]!["hash"]}\""); // the file is the one that was sealed
        (await lu.GetAsync($"/matters/{id}/documents?paper=1")).Should(200).Text.ShouldContain("2026年9月3日");
    }

    [Theory, EveryDatabase]
    public async Task For_whoever_may_not_know_the_matter_its_papers_never_were(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterAsync(lu, secrecy: "circle");
        (await lu.PostAsync($"/api/matters/{id}/make-document", new { on = "2026-09-03", template = "service-receipt", values = new { paper = "通知", to = "某公司", where = "本院" } })).Should(200);
        var shen = await server.AsAsync("shen");

        foreach (var path in new[] { "papers", "papers/1", "papers/1/docx" })
            (await shen.GetAsync($"/api/matters/{id}/{path}")).ShouldBeProblem(404, "not-found");
        (await shen.GetAsync($"/matters/{id}/documents")).Should(404);
        (await shen.GetAsync($"/matters/{id}/documents?paper=1&form=docx")).Should(404);
        (await lu.GetAsync($"/api/matters/{id}/papers/2")).ShouldBeProblem(404, "not-found");
    }
}
