using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Web.Pages.Matters;
using Zhijian.Web.Tests.Api;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The reader without a script: turning pages, finding, marking and tying by what is typed.</summary>
public sealed class ReadTests(Servers servers)
{
    [Fact]
    public async Task Pages_are_turned_and_hits_counted()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var (id, hash) = await ReaderApiTests.SomeFileAsync(await server.AsAsync("lu"));
        using var lu = await server.SignInAsync("lu");
        (await lu.GetAsync($"/matters/{id}/read/E1")).Should(302).Header("Location")!.ShouldEndWith($"/matters/{id}/read/E1/{hash}");
        (await lu.GetAsync($"/matters/{id}/evidence")).Should(200).Text.ShouldContain(">新</span>");
        (await lu.GetAsync($"/matters/{id}")).Should(200).Text.ShouldContain("新文件 1");

        var first = (await lu.GetAsync($"/matters/{id}/read/E1/{hash}?lang=zh")).Should(200).Text;
        first.ShouldContain("<b>1-1</b>");
        first.ShouldContain("data-key=\"j\"");
        first.ShouldNotContain("data-key=\"k\"");
        first.Length.ShouldBeLessThan(100_000);
        var found = (await lu.GetAsync($"/matters/{id}/read/E1/{hash}?q=aBC&page=2&hit=3")).Should(200).Text;
        found.ShouldContain("共 300 处");
        var before = int.Parse(Regex.Match(found, "(?<=现在第 )[0-9]+(?= 处)", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        var next = (await lu.GetAsync($"/matters/{id}/read/E1/{hash}?q=aBC&page=2&hit=4")).Should(200).Text;
        next.ShouldContain($"现在第 {before + 1} 处");
        Regex.Count(found, "id=\"hit\"", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        // past the last page stands the last one
        (await lu.GetAsync($"/matters/{id}/read/E1/{hash}?page=9999")).Should(200).Text.ShouldNotContain("data-key=\"j\"");

        (await lu.GetAsync($"/matters/{id}/evidence")).Should(200).Text.ShouldNotContain(">新</span>");
        (await lu.GetAsync($"/matters/{id}")).Should(200).Text.ShouldNotContain("新文件");
    }

    [Fact]
    public async Task A_passage_is_marked_and_tied_and_the_tie_leads_back_to_it()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var api = await server.AsAsync("lu");
        var (id, hash) = await ReaderApiTests.SomeFileAsync(api);
        using var lu = await server.SignInAsync("lu");
        var at = $"/matters/{id}/read/E1/{hash}";
        async Task<Dictionary<string, string>> FormAsync(string act, string from, string to)
        {
            var fields = await lu.AntiforgeryAsync();
            foreach (var (name, value) in new[] { ("page", "2"), ("from", from), ("to", to), ("note", "要点<b>"), ("act", act) })
                fields[name] = value;
            return fields;
        }

        (await lu.FormAsync($"{at}?handler=Mark", await FormAsync("mark", "没有这些字", ""))).Should(422).Text.ShouldContain("本页没有这些字");
        (await lu.FormAsync($"{at}?handler=Mark", await FormAsync("mark", "三百件", "二十元"))).Should(302);
        var selected = await FormAsync("", "", "");
        (selected["start"], selected["count"]) = ("0", "3"); // what a script sends of a selection, without the button
        (await lu.FormAsync($"{at}?handler=Mark", selected)).Should(302).Header("Location")!.ShouldEndWith("?page=2#marks");
        var page = (await lu.GetAsync($"{at}?page=2&lang=zh")).Should(200).Text;
        page.ShouldContain("要点&lt;b&gt;");
        Regex.Match(page, "(?<=data-k=\"mark\">)三百件.*?(?=</mark>)", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value.ShouldBe("三百件，单价二十元");

        var tie = (await lu.FormAsync($"{at}?handler=Mark", await FormAsync("tie", "三百件", ""))).Should(302).Header("Location")!;
        tie.ShouldContain("/steps/tie-exhibit?exhibit=E1&passage=");
        WebUtility.HtmlDecode((await lu.GetAsync(new Uri(server.Address, tie).PathAndQuery)).Should(200).Text).ShouldContain($"第2页“三百件”〔{hash[..8]} ");
        var passage = Uri.UnescapeDataString(tie[(tie.IndexOf("passage=", StringComparison.Ordinal) + 8)..]);
        (await api.PostAsync($"/api/matters/{id}/tie-exhibit", new { on = "2026-09-04", exhibit = "E1", person = "P1", charge = "213", element = "no-licence", strength = "direct", passage })).Should(200);
        var proof = (await lu.GetAsync($"/matters/{id}/evidence")).Should(200).Text;
        var back = WebUtility.HtmlDecode(Regex.Match(proof, "(?<=href=\")/matters/[^\"]*&amp;at=[^\"]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        Regex.Match((await lu.GetAsync(back.Split('#')[0])).Should(200).Text, "(?<=id=\"at\" tabindex=\"-1\">).*?(?=</mark>)", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value.ShouldStartWith("三百件");
    }

    [Fact]
    public async Task Two_files_lie_side_by_side_each_at_its_page()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var api = await server.AsAsync("lu");
        var (id, hash) = await ReaderApiTests.SomeFileAsync(api);
        (await api.PostAsync($"/api/matters/{id}/take-in-exhibit", ReaderApiTests.Exhibit("供述"))).Should(200);
        var other = await ReaderApiTests.AttachAsync(api, id, "E2", Encoding.UTF8.GetBytes($"我进了三百件滤芯 {id}"), "笔录.txt");
        using var lu = await server.SignInAsync("lu");
        var both = (await lu.GetAsync($"/matters/{id}/read/E1/{hash}?page=2&with=E2/{other}&wp=1&lang=en")).Should(200).Text;
        both.ShouldContain("我进了三百件滤芯");
        both.ShouldContain("<b>1-2</b>");
        both.ShouldContain("<b>2-1</b>");
        both.ShouldContain("data-two=\"1\"");
    }

    [Theory]
    [InlineData("一<b>二", "一&lt;b&gt;二")]
    public void What_is_in_a_file_is_never_markup(string text, string html) => PassageHtml.Of(text, [], 0, 0, [], null).ToString().ShouldBe(html);

    [Fact]
    public void Marks_that_lie_over_each_other_are_drawn_without_a_change_of_the_text()
    {
        var html = PassageHtml.Of("零一二三四五", [1, 4], 2, 1, [(0, 3), (2, 99)], (2, 2)).ToString()!;
        Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe("零一二三四五");
        Regex.Count(html, "id=\"hit\"", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        html.ShouldContain("data-k=\"current mark\" id=\"hit\"");
        html.ShouldContain("data-k=\"current tied\" id=\"at\"");
    }
}
