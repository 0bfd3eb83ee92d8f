using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>A document that came in, held against the record: on the page and over the API, and for nobody who may not know the matter.</summary>
public sealed class CompareTests(Servers servers)
{
    private const string Letter = "起诉意见书：犯罪嫌疑人罗某，触犯《中华人民共和国刑法》第二百一十四条 <script>。";

    [Theory, EveryDatabase]
    public async Task What_differs_is_listed_with_the_words_around_it(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        using var browser = await server.SignInAsync("lu");

        var page = (await browser.FormAsync($"/matters/{id}/compare", new(await browser.AntiforgeryAsync()) { ["text"] = Letter })).Should(200).Text;
        page.ShouldContain("2 处不一致");
        page.ShouldContain("<mark class=\"zj-hl\">第二百一十四条</mark>");
        page.ShouldNotContain("<script>。");
        (await browser.FormAsync($"/matters/{id}/compare", new(await browser.AntiforgeryAsync()) { ["text"] = " " })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var differences = (await lu.PostAsync($"/api/matters/{id}/compare", new { text = Letter })).Should(200).Json["differences"]!.AsArray();
        differences.Select(d => ((string)d!["rule"]!, (string)d["says"]!, (string)d["effect"]!)).ShouldBe([("persons", "罗某", "hint"), ("charges", "第二百一十四条", "hint")]);
        (await lu.PostAsync($"/api/matters/{id}/compare", new { text = "" })).ShouldBeProblem(400, "fields");
        (await lu.PostAsync($"/api/matters/{id}/compare", "[]")).ShouldBeProblem(400, "fields");
        // nothing of it is kept
        (await lu.GetAsync($"/api/matters/{id}/events")).Should(200).Text.ShouldNotContain("罗某");
    }

    [Fact]
    public async Task A_file_that_came_in_is_compared_as_it_is_read()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var (id, _) = await Api.ReaderApiTests.SomeFileAsync(lu);
        var letter = await Api.ReaderApiTests.AttachAsync(lu, id, "E1", System.Text.Encoding.UTF8.GetBytes($"{Letter}{id}"));
        using var browser = await server.SignInAsync("lu");

        (await browser.GetAsync($"/matters/{id}/compare?file={letter}")).Should(200).Text.ShouldContain("<mark class=\"zj-hl\">罗某</mark>");
        (await browser.GetAsync($"/matters/{id}")).Should(200).Text.ShouldContain($"/matters/{id}/compare?file={letter}");
        (await browser.GetAsync($"/matters/{id}/compare?file={new string('0', 64)}")).Should(404);
    }

    [Fact]
    public async Task Whoever_may_not_know_the_matter_compares_nothing()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var id = await Some.MatterAsync(await server.AsAsync("lu"), secrecy: "circle");
        (await (await server.AsAsync("shen")).PostAsync($"/api/matters/{id}/compare", new { text = Letter })).ShouldBeProblem(404, "not-found");
        using var browser = await server.SignInAsync("shen");
        (await browser.GetAsync($"/matters/{id}/compare")).Should(404);
    }
}
