using Microsoft.Playwright;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Journeys;

/// <summary>A file of penalties is imported, a model is run over it, and what it found is a clue.</summary>
public sealed class RunAModelTests(Browser browser)
{
    [DuckTheory]
    [InlineData("zh", 1440)]
    [InlineData("en", 390)]
    public async Task Data_are_imported_and_a_model_is_run(string lang, int width)
    {
        await using var visitor = await browser.VisitAsync(lang, width: width);
        await visitor.SignInAsync("lu");
        var page = visitor.Page;
        foreach (var path in new[] { "/models", "/sets", "/sets/threshold", "/models/bulk-bad-faith-suits" })
        {
            await visitor.OpenAsync(path);
            await visitor.LookInTheDarkAsync();
        }
        await visitor.OpenAsync("/sets/penalty");
        await page.FillAsync("#source", "某市监局 处罚系统导出");
        await page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "处罚.csv", MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"决定书文号,当事人,对应罪名,行为日,决定日,销售金额,已移送\n程{lang}1,某途商行{lang},214,2025-05-06,2025-06-01,5万,否\n程{lang}2,某误商行,214,2025-05-06,某日,5万,否\n"),
        });
        await page.ClickAsync("main form button");
        await page.Locator("#errors").WaitForAsync();
        await visitor.LookInTheDarkAsync();
        await page.ClickAsync("button[formaction$=replace]");
        await page.Locator("#done").WaitForAsync();
        await visitor.LookAsync();

        await visitor.OpenAsync("/models/penalty-at-threshold");
        await page.Locator("#p-band").FocusAsync();
        await page.Keyboard.PressAsync("Enter"); // the form is sent by keyboard
        await page.ArriveAsync(url => url.Contains("/models/runs/", StringComparison.Ordinal));
        await page.Locator("#findings").WaitForAsync();
        await visitor.LookInTheDarkAsync();
        await Assertions.Expect(page.Locator("#findings")).ToContainTextAsync($"某途商行{lang}");
        await page.ClickAsync("#findings a[href^='/clues/']");
        await Assertions.Expect(page.Locator("#clue")).ToContainTextAsync($"某途商行{lang}");
    }
}
