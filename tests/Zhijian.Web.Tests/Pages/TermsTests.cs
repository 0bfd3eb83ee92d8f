using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Pages;

public sealed class TermsTests(Servers servers)
{
    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string query)
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Browser();
        return await nobody.PageAsync("/terms" + query);
    }

    [Fact]
    public async Task The_terms_are_open_to_everybody_and_nothing_else_is()
    {
        var page = await PageAsync("");
        page.Rows().Count.ShouldBe((await servers.OfAsync(Dialect.Sqlite)).Platform.Law.Terms.Count);
        page.QuerySelector(".zj-nav a[href='/sign-in']").ShouldNotBeNull();
        page.QuerySelector("a[href='/matters']").ShouldBeNull();
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Browser();
        foreach (var path in new[] { "/", "/matters", "/offices", "/people" })
            (await nobody.GetAsync(path)).Should(302);
    }

    [Fact]
    public async Task A_term_is_shown_with_all_that_its_file_says()
    {
        var facts = (await PageAsync("?term=CR-INV-1")).QuerySelector("#facts").Says();
        facts.ShouldSatisfyAllConditions(
            f => f.ShouldContain("刑诉法158规定的四类案件：2 个月，省级人民检察院批准，以 1 次为限"), f => f.ShouldContain("对犯罪嫌疑人作精神病鉴定"), f => f.ShouldContain("另有重要罪行"));
        (await PageAsync("?term=PI-REPLY")).QuerySelector("#facts a[href='/terms?term=PI-REPLY-URGENT']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_if_counts_with_the_extension_the_excluded_days_and_the_restart_of_the_address()
    {
        var page = await PageAsync("?term=CR-PR-STD&start=2026-06-01&custody=free&ext=0&why=0&from=2026-08-10&to=2026-08-21&re=0&on=2026-07-20");

        page.QuerySelector("output.zj-big").Says().ShouldContain("9月16日");
        page.Body.Says().ShouldContain("复核：逐日模拟，结果一致");
        page.QuerySelector("input[name=ext][value='0']")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelectorAll("input[name=from]").Select(i => i.GetAttribute("value")).ShouldBe(["2026-08-10", ""]);
        page.QuerySelector("input[name=on]")!.GetAttribute("value").ShouldBe("2026-07-20");
        page.QuerySelector("[aria-invalid=true]").ShouldBeNull();
    }

    [Fact]
    public async Task Unknown_custody_stands_side_by_side()
    {
        var page = await PageAsync("?term=CR-ARR-DET&start=2025-09-26");

        page.Body.Says().ShouldContain("是否在押未知");
        page.QuerySelectorAll("table.keep tbody tr:last-child td").Select(c => c.Says()).ShouldBe(["2025-10-03", "2025-10-09"]);
    }

    [Theory]
    [InlineData("?term=AD-REVIEW&start=2026-03-02&ext=0", "days-0-e")]
    [InlineData("?term=CR-PR-STD&start=2026-03-02&re=1", "on-e")]
    [InlineData("?term=CV-REVIEW&start=2026-03-02&why=1&from=2026-03-20&to=2026-03-10", "from-0-e")]
    [InlineData("?term=CV-REVIEW&start=2026-13-02", "start-e")]
    public async Task What_cannot_be_counted_is_said_at_its_field(string query, string at)
    {
        var page = await PageAsync(query);

        page.QuerySelector($"#{at}.zj-err").ShouldNotBeNull();
        page.QuerySelector("output.zj-big").ShouldBeNull();
    }

    [Theory]
    [InlineData("?term=CR-TRIAL-NOTICE&start=2025-06-12&lang=en", "Mon 9 Jun 2025")]
    [InlineData("?term=CR-CUST-APP-PASS&start=2025-06-12&lang=en", "Thu 12 Jun 2025")]
    [InlineData("?term=AX-SEND&start=2025-06-12&hour=10:30&lang=en", "Fri 13 Jun 2025 10:30")]
    [InlineData("?term=AD-REVIEW&start=2026-03-02&ext=0&days-0=30&lang=en", "Thu 2 Jul")]
    [InlineData("?term=RX-REVIEW&start=2026-03-02&why=0&from=2026-03-04&to=2026-03-05&lang=en", "Wed 18 Mar")]
    public async Task Every_unit_has_its_answer_in_English_with_Chinese_marked(string query, string due)
    {
        var page = await PageAsync(query);

        page.QuerySelector("output.zj-big").Says().ShouldBe(due);
        page.UnmarkedChinese().ShouldBeEmpty();
    }
}
