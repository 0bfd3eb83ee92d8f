using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

public sealed class SearchApiTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_matter_is_found_as_soon_as_its_registration_was_answered(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterAsync(lu, "测试：假冒锂电池隔膜案");
        var found = (await lu.GetAsync("/api/search?q=锂电池+gemo&kind=matter")).Should(200).Json;
        ((int)found["total"]!).ShouldBe(1);
        var item = found["items"]![0]!;
        ((string)item["matter"]!, (string)item["kind"]!, (string)item["url"]!).ShouldBe((id, "matter", $"/matters/{id}"));
        found["facets"]!.AsArray().Single(f => (string)f!["property"]! == "stage")!["values"]![0]!["title"]!["en"].ShouldNotBeNull();
        var suggested = (await lu.GetAsync($"/api/search/suggest?q={id}")).Should(200).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)suggested["name"]!, (string)suggested["kind"]!, (int)suggested["matters"]!).ShouldBe((id, "number", 1));
    }

    [Theory]
    [InlineData("/api/search", "q")]
    [InlineData("/api/search?q=%22x", "q")]
    [InlineData("/api/search?q=foo:x", "q")]
    [InlineData("/api/search?q=x&kind=nonsense", "kind")]
    [InlineData("/api/search?q=x&limit=101", "limit")]
    [InlineData("/api/search?q=x&colour=red", "colour")]
    [InlineData("/api/search/suggest?x=1", "x")]
    public async Task A_wrong_question_is_an_error_that_names_it(string path, string field)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        (await lu.GetAsync(path)).ShouldBeProblem(400, "fields").Json["errors"]![field].ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_asks_without_signing_in()
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        (await nobody.GetAsync("/api/search?q=x")).ShouldBeProblem(401, "unauthenticated");
        (await nobody.GetAsync("/api/search/suggest?q=x")).ShouldBeProblem(401, "unauthenticated");
    }

    /// <summary>A kept exhibit and its file change no byte for a person of the same office who is outside of its circle.</summary>
    [Theory, EveryDatabase]
    public async Task A_kept_exhibit_changes_no_byte_for_a_person_outside_of_its_circle(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var id = await Some.MatterInReviewAsync(lu);
        string[] paths =
        [
            $"/api/search?q={id}", "/api/search?q=光刻胶配方", "/api/search?q=guangke", "/api/search?q=某密室&kind=exhibit", "/api/search?q=K", "/api/search/suggest?q=光刻", "/api/search/suggest?q=gkj", "/search?q=光刻胶配方",
            "/search?q=滤芯&kind=exhibit",
        ];
        async Task<IReadOnlyList<string>> LookAsync()
        {
            var seen = new List<string>();
            foreach (var path in paths)
                seen.Add((await shen.GetAsync(path)).Should(200).Without());
            return seen;
        }
        var before = await LookAsync();
        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", new
        {
            on = "2026-09-10", title = "光刻胶配方", kind = "documentary", collectedBy = "某市公安局", foundIn = "criminal", form = "original", place = "某密室", keptTo = new[] { "jiang" }, keptWhy = "权利人书面申请",
        })).Should(200);
        (await LookAsync()).ShouldBe(before);
        ((int)(await (await server.AsAsync("jiang")).GetAsync("/api/search?q=gkj")).Json["total"]!).ShouldBe(1);
    }
}
