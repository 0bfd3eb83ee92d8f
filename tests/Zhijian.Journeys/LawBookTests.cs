using Shouldly;
using Xunit;

namespace Zhijian.Journeys;

/// <summary>A prosecutor records facts and sees the band move; a visitor without a name reads the law book and tries a case.</summary>
public sealed class LawBookTests(Browser browser)
{
    [Theory]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    public async Task Facts_move_the_band_and_the_article_opens(string lang, bool javaScript)
    {
        await using var visitor = await browser.VisitAsync(lang, javaScript);
        var page = visitor.Page;
        await visitor.SignInAsync("lu");
        await page.GotoAsync("/matters/new");
        await page.FillAsync("#title", "查明事实案");
        await page.SelectOptionAsync("#rightType", "TM");
        await page.FillAsync("[id='holders.0.name']", "某定位器公司");
        await page.FillAsync("[id='persons.0.name']", "赵某");
        await page.CheckAsync("input[name='persons.0.charges'][value='213']");
        await page.Locator("main form.zj-form .btn-primary").ClickAsync();
        await page.ArriveAsync(url => url.Contains("/matters/MS-", StringComparison.Ordinal));
        await page.Locator("#persons a[href$='/assessment/P1/213']").ClickAsync();
        (await page.Locator("#verdict .zj-chip").First.InnerTextAsync()).ShouldBe(visitor.Says("? 未知", "? unknown"));
        await page.Locator("#verdict a.btn-primary").ClickAsync();

        await page.FillAsync("[name='to']", "2025-01-18");
        await page.SelectOptionAsync("[name='object']", "goods");
        await page.FillAsync("[name='sold[0].quantity']", "2160");
        await page.FillAsync("[name='sold[0].price']", "150");
        await page.FillAsync("[name='sold[0].source']", "卷三 12");
        await page.CheckAsync("[name='stock.none']");
        await page.SelectOptionAsync("[name='costs[0].kind']", "raw_materials");
        await page.FillAsync("[name='costs[0].amount']", "300000");
        await page.FillAsync("[name='marks']", "1");
        await page.CheckAsync("[name='earlierSanctions.none']");
        await page.Locator("form.zj-facts button.btn-primary").ClickAsync();
        await page.ArriveAsync(url => url.Contains("/assessment/P1/213", StringComparison.Ordinal));
        (await page.Locator("#verdict .zj-chip").First.InnerTextAsync()).ShouldContain(visitor.Says("达到", "reached"));
        (await page.Locator("#which-law .is-pick").InnerTextAsync()).ShouldContain("324,000");
        if (javaScript)
            await visitor.LookAsync();
        await page.Locator("#standards tbody td:last-child > a.zj-law").First.ClickAsync();
        await page.ArriveAsync(url => url.Contains("/law/", StringComparison.Ordinal));
        (await page.Locator("main").InnerTextAsync()).ShouldContain("50,000");
    }

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 360)]
    public async Task The_law_book_and_the_trial_page_are_open_and_accessible(string lang, int width)
    {
        await using var visitor = await browser.VisitAsync(lang, width: width);
        var page = visitor.Page;
        foreach (var path in new[] { "/law", "/law/charges/213", "/law/charges/217", "/law/instruments", "/law/instruments/R25" })
            await visitor.OpenAsync($"{path}?lang={lang}");
        await visitor.OpenAsync($"/law/assess?lang={lang}");
        await page.Locator("form[action='/law/assess'] button.btn-primary").ClickAsync();
        await page.Locator("#verdict").WaitForAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await visitor.LookAsync();
        await visitor.LookInTheDarkAsync();
    }

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 360)]
    public async Task The_assessment_and_its_form_are_accessible(string lang, int width)
    {
        await using var visitor = await browser.VisitAsync(lang, width: width);
        await visitor.SignInAsync("lu");
        foreach (var path in new[] { "/matters/MS-2026-0004/assessment", "/matters/MS-2026-0004/assessment/P1/213/facts" })
        {
            await visitor.OpenAsync(path);
            await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await visitor.LookInTheDarkAsync();
        }
    }
}
