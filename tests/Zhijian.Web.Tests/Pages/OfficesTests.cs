using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Pages;

public sealed class OfficesTests(Servers servers)
{
    [Fact]
    public async Task A_province_opens_into_its_cities_and_their_districts()
    {
        using var lu = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await lu.PageAsync("/offices?under=440000");
        page.QuerySelectorAll(".zj-tree-top > li").Length.ShouldBe(21);
        page.QuerySelectorAll(".zj-tree-top details li").Length.ShouldBe(122);
        page.QuerySelector("nav.zj-tree").Says().ShouldBe("最高人民检察院› 广东省人民检察院");
        page.Body!.TextContent.ShouldContain("不是官方名录");
        (await lu.GetAsync("/offices?under=000000")).Should(404);
    }

    [Fact]
    public async Task One_sees_the_people_of_ones_own_unit_only()
    {
        using var he = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("he");
        var page = await he.PageAsync("/offices?under=990100");
        page.Body!.TextContent.ShouldContain("何某");
        page.Body!.TextContent.ShouldNotContain("陆某");
        page.Body!.TextContent.ShouldContain("知识产权检察办公室");
    }
}
