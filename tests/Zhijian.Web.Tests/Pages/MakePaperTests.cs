using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>Making a paper in the browser: what is missing is said first, what was typed is kept, and nothing is recorded before it is made.</summary>
public sealed class MakePaperTests(Servers servers)
{
    private static readonly string[] Asked = ["identities", "facts-found", "evidence", "assessment", "attachments", "court"];

    [Theory, EveryDatabase]
    public async Task A_paper_is_previewed_then_made(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        using var browser = await server.SignInAsync("lu");
        var at = $"/matters/{id}/documents/make";

        var offers = await browser.PageAsync(at);
        offers.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"{at}?template=indictment");
        var form = await browser.PageAsync($"{at}?template=indictment");
        form.QuerySelectorAll("textarea, input[name^='v.']").Select(f => f.GetAttribute("name")).ShouldBe(Asked.Select(a => $"v.{a}"));
        form.QuerySelector(".zj-sheet")!.TextContent.ShouldContain("【提起公诉：受理法院】");
        form.QuerySelectorAll("[aria-invalid]").ShouldBeEmpty(); // nothing was typed yet

        var fields = await browser.AntiforgeryAsync();
        foreach (var name in new[] { "_version", "_key", "template" })
            fields[name] = form.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        (fields["on"], fields["subjects"], fields["v.court"]) = ("2026-09-03", "P1", "某区人民法院");
        var preview = (await browser.FormAsync(at, new(fields) { ["act"] = "preview" })).Should(200).Text;
        preview.ShouldContain("某区人民法院：");
        var incomplete = await browser.FormAsync(at, new(fields) { ["act"] = "make" });
        incomplete.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        incomplete.Text.ShouldContain("还缺“证据”");
        incomplete.Text.ShouldContain("value=\"某区人民法院\"");
        (await lu.GetAsync($"/api/matters/{id}/papers")).Should(200).Json["papers"]!.AsArray().ShouldBeEmpty();

        foreach (var name in Asked.Where(a => a != "court"))
            fields[$"v.{name}"] = $"{name}：略";
        var made = await browser.FormAsync(at, new(fields) { ["act"] = "make" });
        made.Header("Location").ShouldBe($"/matters/{id}/documents?done=make-document&paper=1#done");
        (await browser.GetAsync($"/matters/{id}/documents?done=make-document&paper=1")).Should(200).Text.ShouldContain("evidence：略");
        // the same form again is one paper
        (await browser.FormAsync(at, new(fields) { ["act"] = "make" })).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lu.GetAsync($"/api/matters/{id}/papers")).Should(200).Json["papers"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_changed_the_matter_meanwhile_is_told_and_the_typed_text_stays()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        using var browser = await server.SignInAsync("lu");
        var at = $"/matters/{id}/documents/make";
        var form = await browser.PageAsync($"{at}?template=service-receipt");
        var fields = await browser.AntiforgeryAsync();
        foreach (var name in new[] { "_version", "_key", "template" })
            fields[name] = form.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        (fields["on"], fields["v.paper"], fields["v.to"], fields["v.where"], fields["act"]) = ("2026-09-03", "通知书", "某公司", "本院", "make");
        (await lu.PostAsync($"/api/matters/{id}/record-amount", new { on = "2026-09-03", kind = "illegal-gains", yuan = 1, source = "x" })).Should(200);

        var conflict = await browser.FormAsync(at, fields);

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("已改动本案");
        conflict.Text.ShouldContain("通知书");
    }

    [Fact]
    public async Task The_step_page_leads_here_and_a_template_that_does_not_fit_is_refused_with_its_reason()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        using var browser = await server.SignInAsync("lu");

        (await browser.GetAsync($"/matters/{id}/steps/make-document?template=indictment")).Header("Location").ShouldBe($"/matters/{id}/documents/make?template=indictment");
        (await browser.GetAsync($"/matters/{id}/documents/make?template=civil-protest")).Should(200).Text.ShouldContain("没有“抗诉书（民事）”的对象");
        (await browser.GetAsync($"/matters/{id}/documents/make?template=nonsense")).Should(404);
        using var stranger = await server.SignInAsync("he");
        (await stranger.GetAsync($"/matters/{id}/documents/make?template=indictment")).Should(404);
    }
}
