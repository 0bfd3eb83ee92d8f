using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The workbench over HTTP, on Monday 28 September 2026: three working days before the National Day holiday.</summary>
public sealed class DocketTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_prosecutor_begins_with_their_own_open_duties_the_most_urgent_first(Dialect dialect)
    {
        using var lu = await (await servers.SampleAsync(dialect)).SignInAsync("lu");
        var page = await lu.PageAsync("/");
        var groups = page.QuerySelectorAll(".zj-grp").Select(g => g.Says()).ToList();
        groups.ShouldContain(g => g.StartsWith("今日到期"));
        groups.ShouldContain(g => g.StartsWith("国庆节假期内到期，不顺延 · 9月30日 周三前办结"));
        groups.FindIndex(g => g.StartsWith("今日到期")).ShouldBeLessThan(groups.FindIndex(g => g.StartsWith("国庆节")));
        var shoes = page.Rows().First(r => r.QuerySelector(".zj-title")!.Says() == "假冒运动鞋案");
        shoes.Says().ShouldContain("张某、吴某 · 假冒注册商标（213） · 在押");
        shoes.QuerySelector(".zj-do")!.GetAttribute("href").ShouldBe("/matters/MS-2026-0001/steps/decide-arrest?persons=P1,P2");
        shoes.QuerySelector(".zj-d")!.GetAttribute("href").ShouldBe("/matters/MS-2026-0001/clocks/decide-arrest.P1.1");
        page.Rows().ShouldAllBe(r => !r.TextContent.Contains("公开案例"));
        page.QuerySelector(".zj-head p").Says().ShouldContain("须在 9月30日 周三前办结");
    }

    [Theory, EveryDatabase]
    public async Task Every_counted_link_opens_as_many_rows_as_it_says(Dialect dialect)
    {
        var server = await servers.SampleAsync(dialect);
        foreach (var person in new[] { "lu", "fang", "qin" })
        {
            using var browser = await server.SignInAsync(person);
            var page = await browser.PageAsync("/");
            foreach (var link in page.QuerySelectorAll(".zj-views a, .zj-strip a, .zj-head p a"))
            {
                var strip = link.Closest(".zj-strip") is not null;
                var (mine, all) = (int.Parse((link.QuerySelector("b") ?? link).Says()), strip ? int.Parse(link.QuerySelector("small").Says()["共 ".Length..]) : 0);
                var rows = (await browser.PageAsync(link.GetAttribute("href")!)).Rows().Count;
                rows.ShouldBe(Math.Min(100, strip && mine == 0 ? all : mine), $"{person}: {link.Says()} {link.GetAttribute("href")}");
            }
        }
    }

    [Fact]
    public async Task Every_condition_can_be_taken_away_and_the_rest_stays_in_the_address()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await lu.PageAsync("/?who=me&need=me&stage=prosecution-review&view=custody&sort=matter");
        page.QuerySelectorAll(".zj-tag").Select(t => t.Says()).ShouldBe(["承办人：我 去掉", "需要我处理 去掉", "阶段：审查起诉 去掉", "在押 去掉", "按案号排序 去掉"]);
        page.QuerySelectorAll(".zj-tag").Select(t => t.GetAttribute("href")).ShouldContain("/?who=me&need=me&view=custody&sort=matter");
        (await lu.PageAsync("/?who=all")).QuerySelectorAll(".zj-tag").ShouldBeEmpty();
        (await lu.PageAsync("/?stage=no-such&view=nonsense&track=9")).QuerySelectorAll(".zj-tag").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_matter_outside_ones_circle_is_neither_listed_nor_counted()
    {
        var server = await servers.SampleAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        using var shen = await server.SignInAsync("shen");
        (await lu.PageAsync("/?view=circle")).Rows().ShouldContain(r => r.TextContent.Contains("芯片数据包商业秘密案"));
        (await shen.PageAsync("/?view=circle")).Body!.TextContent.ShouldNotContain("芯片数据包商业秘密案");
        (await shen.PageAsync("/?view=all&sort=matter")).Body!.TextContent.ShouldNotContain("芯片数据包商业秘密案");
    }

    [Fact]
    public async Task An_empty_list_says_what_it_would_show_without_one_condition()
    {
        var server = await servers.SampleAsync(Dialect.Sqlite);
        using var he = await server.SignInAsync("he");
        using var lu = await server.SignInAsync("lu");
        (await he.PageAsync("/")).QuerySelector(".zj-empty b").Says().ShouldBe("今天没有需要你处理的事项");
        var none = await lu.PageAsync("/?who=me&need=me&stage=arrest-review&track=civil");
        none.QuerySelector(".zj-empty b").Says().ShouldBe("没有同时满足 4 个条件的事项");
        none.QuerySelector(".zj-empty").Says().ShouldContain("去掉“民事检察”后有");
    }

    [Fact]
    public async Task Whoever_leads_no_matters_begins_with_those_of_the_office_and_sees_only_their_own_steps_as_links()
    {
        var server = await servers.SampleAsync(Dialect.Sqlite);
        using var zhou = await server.SignInAsync("zhou");
        using var qin = await server.SignInAsync("qin");
        (await zhou.PageAsync("/")).QuerySelector("#v-mine").Says().ShouldStartWith("需要办理");
        var upper = await qin.PageAsync("/");
        upper.Rows().ShouldNotBeEmpty();
        upper.QuerySelectorAll(".zj-do").ShouldBeEmpty();
        upper.QuerySelector("a[href='/matters/new']").ShouldBeNull();
        upper.QuerySelectorAll(".zj-no").Select(n => n.Says()).ShouldContain("MS-2026-0001");
    }

    [Fact]
    public async Task A_page_that_is_not_there_leads_to_the_last_one()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        (await lu.GetAsync("/?view=all&page=99")).Should(302).Header("Location").ShouldStartWith("/?view=all");
    }

    [Fact]
    public async Task On_an_English_page_everything_that_is_Chinese_says_so()
    {
        var server = await servers.SampleAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        using var admin = await server.SignInAsync("admin");
        foreach (var path in new[] { "/?lang=en", "/?view=all", "/?view=waiting", "/?who=shen&sort=matter", "/matters", "/matters?q=none-such", "/offices", "/offices?under=440000", "/no-such-page" })
            (await lu.GetAsync(path)).Html().UnmarkedChinese().ShouldBeEmpty(path);
        foreach (var path in new[] { "/people?lang=en", "/people?edit=lu" })
            (await admin.GetAsync(path)).Html().UnmarkedChinese().ShouldBeEmpty(path);
        using var nobody = server.Browser();
        (await nobody.PageAsync("/sign-in?lang=en")).UnmarkedChinese().ShouldBeEmpty();
    }
}
