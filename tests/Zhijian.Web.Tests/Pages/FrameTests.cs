using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The frame of the pages, the sign-in page, and what is shown when something is not there.</summary>
public sealed class FrameTests(Servers servers)
{
    [Fact]
    public async Task A_hidden_matter_a_missing_one_and_a_missing_page_read_the_same()
    {
        using var shen = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("shen");
        var hidden = (await shen.GetAsync("/matters/MS-2026-0006")).Should(404).Without("MS-2026-0006");
        (await shen.GetAsync("/matters/MS-2026-9999")).Should(404).Without("MS-2026-9999").ShouldBe(hidden);
        (await shen.GetAsync("/nonsense")).Html().QuerySelector("main").Says().ShouldBe((await shen.GetAsync("/matters/MS-2026-0006")).Html().QuerySelector("main").Says());
    }

    [Fact]
    public async Task An_error_page_keeps_its_status_and_its_headers_and_changes_language_where_it_stands()
    {
        using var lu = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("lu");
        (await lu.GetAsync("/error/500")).Should(500).Header("Content-Security-Policy").ShouldNotBeNull();
        (await lu.GetAsync("/error/777")).Should(404);
        var english = (await lu.GetAsync("/nonsense?a=1&lang=en")).Should(404).Html();
        english.QuerySelector("h1").Says().ShouldBe("There is no such page");
        english.QuerySelector("#lang")!.GetAttribute("href").ShouldBe("/nonsense?a=1&lang=zh");
        english.QuerySelector("script:not([src]), [style], [onclick]").ShouldBeNull();
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_that_the_page_has_expired()
    {
        using var lu = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("lu");
        (await lu.FormAsync("/sign-out", [])).Should(400).Html().QuerySelector("h1").Says().ShouldBe("页面已过期");
        (await lu.GetAsync("/")).Should(200);
    }

    [Fact]
    public async Task Signing_out_is_a_form_on_every_page()
    {
        using var lu = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("lu");
        (await lu.SubmitAsync((await lu.PageAsync("/matters")).QuerySelector("form[action='/sign-out']"))).Should(302).Header("Location").ShouldBe("/sign-in");
        (await lu.GetAsync("/matters")).Should(302).Header("Location")!.ShouldContain("/sign-in?next=%2Fmatters");
    }

    [Fact]
    public async Task The_sample_sign_ins_stand_on_the_sign_in_page_of_the_sample_office_only()
    {
        using var browser = (await servers.OfAsync(Dialect.Sqlite)).Browser();
        var page = await browser.PageAsync("/sign-in?name=lu");
        page.QuerySelectorAll("tbody th").Select(t => t.Says()).ShouldContain("fang");
        page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("lu");
        await using var empty = await Server.StartAsync(Dialect.Sqlite, empty: true);
        using var other = empty.Browser();
        (await other.PageAsync("/sign-in")).QuerySelector("table").ShouldBeNull();
    }

    [Fact]
    public async Task A_pause_after_wrong_passwords_says_for_how_long()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        for (var i = 0; i < 4; i++)
            (await server.Browser().SubmitSignInAsync("shen", "wrong")).Text.ShouldContain("登录名或密码不对");
        (await server.Browser().SubmitSignInAsync("shen", "wrong")).Should(200).Text.ShouldContain("10 分钟后再试");
    }

    [Fact]
    public async Task An_administrator_lands_on_the_people_and_has_no_list_of_matters()
    {
        using var browser = (await servers.OfAsync(Dialect.Sqlite)).Browser();
        (await browser.SubmitSignInAsync("admin", SampleOffice.Password)).Should(302).Header("Location").ShouldBe("/people");
        (await browser.GetAsync("/")).Should(302).Header("Location").ShouldBe("/people");
        (await browser.PageAsync("/people")).QuerySelector("a[href='/matters']").ShouldBeNull();
        (await browser.PageAsync("/matters")).Rows().ShouldBeEmpty();
    }
}
