using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Supervision;

namespace Zhijian.Journeys;

/// <summary>Three clues reviewed by keyboard alone: one is set aside with its reason, one followed, one waits for data.</summary>
public sealed class ReviewCluesTests(Browser browser)
{
    private static Finding Found(string model, string key, int score) => new(
        model, 1, key, $"某商行{key}", null, score, new Text("非法经营数额 61000 元，只作行政处罚", "illegal turnover of 61000 yuan, fined only"),
        new Dictionary<string, string?> { ["amount"] = "61000", ["seller"] = null }, [new FindingRow("penalties", key, "R1"), new FindingRow("penalties", $"{key}-2", "R2")]);

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 390)]
    public async Task Three_clues_are_reviewed_by_keyboard_alone(string lang, int width)
    {
        await using var visitor = await browser.VisitAsync(lang, width: width);
        var model = $"journey-{lang}";
        var lu = (await browser.Platform.People.ActorAsync("lu"))!;
        await browser.Platform.Clues.RaiseAsync($"run-{lang}", [Found(model, "甲", 90), Found(model, "乙", 80), Found(model, "丙", 70)], lu);
        await visitor.SignInAsync("lu");
        var (page, keys) = (visitor.Page, visitor.Page.Keyboard);
        await visitor.OpenAsync($"/clues?model={model}");
        await visitor.LookInTheDarkAsync();
        var title = page.Locator("#clue .zj-card h2").First;
        await Assertions.Expect(title).ToContainTextAsync("甲");

        await keys.PressAsync("s");
        await keys.PressAsync("Tab");
        await page.Locator("#judge-reason:focus").WaitForAsync();
        for (var i = 0; i < 3; i++)
            await keys.PressAsync("ArrowDown"); // to the third reason
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(title).ToContainTextAsync("乙");
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync(visitor.Says("数据错误或者同名", "data error or namesake"));
        await visitor.LookAsync();

        await keys.PressAsync("f");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(title).ToContainTextAsync("丙");

        await keys.PressAsync("n");
        await keys.PressAsync("Tab");
        await page.Locator("#judge-what:focus").WaitForAsync();
        await keys.TypeAsync("处罚卷宗");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("某市场监管局");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("处罚卷宗");
        await visitor.LookAsync();
        (await page.Locator(".zj-queue li").CountAsync()).ShouldBe(1); // it waits for data, and stays

        await keys.PressAsync("j");
        await page.Locator(".zj-queue [data-row]:focus").WaitForAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("d");
        await page.ArriveAsync(url => new Uri(url).AbsolutePath == "/");
        await visitor.OpenAsync("/clues/models");
    }
}
