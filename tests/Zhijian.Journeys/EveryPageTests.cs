using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Zhijian.Journeys;

/// <summary>Each page, in both languages and themes, wide and on a phone: nothing serious for accessibility, no sideways scroll, light, keyboard.</summary>
public sealed class EveryPageTests(Browser browser)
{
    public static TheoryData<string, string, int> Pages()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var (lang, width) in new[] { ("zh", 1440), ("en", 360) })
            foreach (var path in new[] { "/", "/?who=all", "/matters", "/matters?q=none-such", "/search", "/search?q=运动鞋", "/search?q=none-such", "/offices", "/terms", "/matters/new", "/clues", "/matters/MS-2026-0004", "/matters/MS-2026-0046", "/matters/MS-2026-0004/steps/record-finding" })
                data.Add(path, lang, width);
        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_and_fits(string path, string lang, int width)
    {
        var visitor = await browser.LookingAsync(lang, width);
        await visitor.OpenAsync(path);
        await visitor.LookInTheDarkAsync();
    }

    [Fact]
    public async Task The_first_page_weighs_less_than_300_kB()
    {
        await using var visitor = await browser.VisitAsync();
        var bytes = 0L;
        var cdp = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await cdp.SendAsync("Network.enable");
        cdp.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
        await visitor.SignInAsync("lu");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        bytes.ShouldBeInRange(10_000, 300_000);
    }

    [Fact]
    public async Task The_workbench_is_worked_by_keyboard_alone()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync("lu");
        var page = visitor.Page;
        await page.Keyboard.PressAsync("j");
        await page.Locator("[data-row]:focus").WaitForAsync();
        await page.Keyboard.PressAsync("o");
        await page.ArriveAsync(url => url.Contains("/matters/MS-", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("d");
        await page.ArriveAsync(url => new Uri(url).AbsolutePath == "/");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("q");
        await page.Keyboard.TypeAsync("滤清器");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url.Contains("/search?q=", StringComparison.Ordinal));
        (await visitor.TextAsync()).ShouldContain("汽车滤清器案");
    }

    [Fact]
    public async Task The_matter_page_prints_without_the_shell()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync("lu");
        await visitor.OpenAsync("/matters/MS-2026-0004");
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await visitor.Page.Locator(".zj-top").IsVisibleAsync()).ShouldBeFalse();
        (await visitor.Page.Locator(".zj-print").IsVisibleAsync()).ShouldBeTrue();
    }
}
