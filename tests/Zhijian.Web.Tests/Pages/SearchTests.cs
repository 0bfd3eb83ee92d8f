using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

public sealed class SearchTests(Servers servers)
{
    private static string Url(string query) => $"/search?q={Uri.EscapeDataString(query)}";

    [Theory, EveryDatabase]
    public async Task A_matter_is_found_as_it_is_written_and_as_it_sounds_with_its_hits_marked(Dialect dialect)
    {
        using var lu = await (await servers.SampleAsync(dialect)).SignInAsync("lu");
        foreach (var words in new[] { "茅台", "maotai", "mt", "ＭaoＴai", "假冒茅臺", "标题:茅台" })
        {
            var page = await lu.PageAsync(Url(words));
            page.QuerySelectorAll(".zj-hits .zj-title").Select(t => t.Says()).ShouldContain("假冒茅台酒案", words);
            page.QuerySelectorAll(".zj-hits mark").ShouldNotBeEmpty(words);
            page.QuerySelector("#q")!.GetAttribute("value").ShouldBe(words);
        }
        var first = (await lu.PageAsync(Url("ms-2026-0001"))).Rows()[0];
        first.QuerySelector("a")!.GetAttribute("href").ShouldBe("/matters/MS-2026-0001");
    }

    [Fact]
    public async Task Facets_are_links_that_keep_the_query_and_can_be_taken_back()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await lu.PageAsync(Url("运动鞋"));
        var kind = page.QuerySelectorAll("nav[aria-label=种类] a").Single(a => a.Says().StartsWith("案件"));
        var narrowed = await lu.PageAsync(kind.GetAttribute("href")!);
        narrowed.QuerySelector("nav[aria-label=种类] [aria-current]").Says().ShouldBe(kind.Says());
        narrowed.Rows().Count.ShouldBe(Math.Min(20, int.Parse(kind.QuerySelector("b").Says())));
        narrowed.Rows().ShouldAllBe(r => r.Says().StartsWith("案件"));
        var all = narrowed.QuerySelectorAll("nav[aria-label=种类] a")[0];
        all.GetAttribute("href").ShouldBe(Url("运动鞋"));
    }

    [Theory]
    [InlineData("\"运动鞋", "引号没有成对", "a quotation mark is not closed")]
    [InlineData("人名:张某", "没有栏目“人名”；可用：当事人、品牌、文号、标题", "there is no field “人名”; known: party, brand, no, title")]
    [InlineData("%", "查询里没有文字或数字", "there is no letter or digit in the query")]
    public async Task A_wrong_query_is_told_in_a_sentence_and_kept_in_the_box(string query, string zh, string en)
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        foreach (var (lang, says) in new[] { ("zh", zh), ("en", en) })
        {
            var page = await lu.PageAsync($"{Url(query)}&lang={lang}");
            page.QuerySelector("[role=alert] b").Says().ShouldBe(says);
            page.QuerySelector("#q")!.GetAttribute("value").ShouldBe(query);
        }
    }

    [Fact]
    public async Task Without_a_query_the_page_says_how_to_search_in_both_languages()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        (await lu.PageAsync("/search?lang=zh")).QuerySelector(".zj-howto").Says().ShouldContain("当事人:张某");
        (await lu.PageAsync("/search?lang=en")).QuerySelector(".zj-howto").Says().ShouldContain("party:");
    }

    [Fact]
    public async Task What_was_recorded_is_shown_and_never_run()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        await Some.MatterAsync(await server.AsAsync("lu"), "测试：<script>窃取</script>案");
        using var lu = await server.SignInAsync("lu");
        var answer = (await lu.GetAsync(Url("窃取"))).Should(200);
        answer.Text.ShouldContain("&lt;script&gt;");
        answer.Text.ShouldNotContain("<script>窃取");
    }

    [Fact]
    public async Task A_search_for_what_one_may_not_see_reads_like_one_for_nothing()
    {
        using var shen = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("shen");
        var hidden = await shen.PageAsync(Url("芯片数据包商业秘密案"));
        var nothing = await shen.PageAsync(Url("xyzzy"));
        hidden.QuerySelector("main").Says().Replace("芯片数据包商业秘密案", "xyzzy").ShouldBe(nothing.QuerySelector("main").Says());
    }
}
