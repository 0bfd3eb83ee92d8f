using Shouldly;
using Xunit;

namespace Zhijian.Journeys;

/// <summary>What the law does not allow is refused with its article and what would make it pass; nothing that was typed is lost.</summary>
public sealed class RefusalTests(Browser browser)
{
    [Theory]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    public async Task A_discretion_without_a_return_for_doubt_is_refused_and_the_input_is_kept(string lang, bool javaScript)
    {
        await using var visitor = await browser.VisitAsync(lang, javaScript);
        await visitor.SignInAsync("lu");
        var matter = await FindAsync(visitor, "游戏外挂案");
        var page = visitor.Page;
        await page.GotoAsync($"{matter}/steps/decide-non-prosecution");
        await page.CheckAsync("input[name=kind][value=doubtful]");
        await page.FillAsync("#reason", "鉴定意见不能认定同一性");
        await page.Locator("main form.zj-form button.btn-primary").ClickAsync();

        var summary = await page.Locator(".zj-errsum").InnerTextAsync();
        summary.ShouldContain(visitor.Says("刑诉法175", "CPL 175"));
        summary.ShouldContain(visitor.Says("先退回补充侦查", "return it for supplementary investigation first"));
        (await page.InputValueAsync("#reason")).ShouldBe("鉴定意见不能认定同一性");
        (await page.IsCheckedAsync("input[name=kind][value=doubtful]")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_date_in_the_future_is_refused_at_its_field()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync("lu");
        var matter = await FindAsync(visitor, "游戏外挂案");
        await visitor.OpenAsync($"{matter}/steps/prosecute");
        await visitor.Page.FillAsync("#on", browser.Platform.Runner.Today.AddDays(1).ToString("yyyy-MM-dd"));
        await visitor.Page.FillAsync("#court", "某区人民法院");
        await visitor.Page.Locator("main form.zj-form button.btn-primary").ClickAsync();
        await visitor.LookAsync();
        (await visitor.Page.GetAttributeAsync("#on", "aria-invalid")).ShouldBe("true");
    }

    private static async Task<string> FindAsync(Visitor visitor, string title)
    {
        await visitor.Page.GotoAsync("/matters?q=" + Uri.EscapeDataString(title));
        return (await visitor.Page.Locator($"main table a[href^='/matters/MS-']:text-is('{title}')").First.GetAttributeAsync("href")).ShouldNotBeNull();
    }
}
