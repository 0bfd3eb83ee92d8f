using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

public sealed class MattersTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task All_words_must_occur_in_number_title_person_holder_or_goods(Dialect dialect)
    {
        using var lu = await (await servers.SampleAsync(dialect)).SignInAsync("lu");
        foreach (var (words, found) in new[] { ("茅台", "假冒茅台酒案"), ("ms-2026-0001", "假冒运动鞋案"), ("〔2026〕0001号", "假冒运动鞋案"), ("彭某 谢某", "假冒茅台酒案"), ("某滤清器公司", "汽车滤清器案") })
            (await lu.PageAsync($"/matters?q={Uri.EscapeDataString(words)}")).QuerySelectorAll(".zj-title").Select(t => t.Says()).ShouldContain(found, words);
        (await lu.PageAsync($"/matters?q={Uri.EscapeDataString("彭某 茅台 运动鞋")}")).Rows().ShouldBeEmpty();
        (await lu.PageAsync("/matters?q=%25")).Rows().ShouldBeEmpty(); // a wildcard of the database is a character like any other
    }

    [Fact]
    public async Task A_search_for_what_one_may_not_see_reads_like_one_for_nothing()
    {
        using var shen = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("shen");
        var hidden = await shen.PageAsync($"/matters?q={Uri.EscapeDataString("芯片数据包商业秘密案")}");
        var nothing = await shen.PageAsync("/matters?q=xyzzy");
        hidden.Rows().ShouldBeEmpty();
        hidden.QuerySelector("main").Says().Replace("芯片数据包商业秘密案", "xyzzy").ShouldBe(nothing.QuerySelector("main").Says());
    }

    [Fact]
    public async Task Published_cases_say_how_near_to_the_original_their_source_is()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await lu.PageAsync("/matters?published=yes");
        page.Rows().Count.ShouldBe(50);
        page.Rows().ShouldAllBe(r => r.QuerySelector(".zj-chip") != null);
        (await lu.PageAsync("/matters?published=yes&page=2")).Rows().Count.ShouldBe(10);
        (await lu.PageAsync("/matters?published=no")).Rows().ShouldAllBe(r => !r.TextContent.Contains("未见原文"));
    }

    [Fact]
    public async Task The_matters_of_another_office_are_not_listed()
    {
        using var he = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("he");
        (await he.PageAsync("/matters")).Body!.TextContent.ShouldNotContain("假冒运动鞋案");
    }
}
