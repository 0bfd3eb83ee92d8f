using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Zhijian.Journeys.Clicks;

namespace Zhijian.Journeys;

/// <summary>An indictment, clicked: what it lacks is seen before it is made, the head approves it, a figure that differs stops it until it is explained, it is finished and served.</summary>
public sealed class PapersTests(Browser browser)
{
    private const string Matter = "/matters/MS-2026-0002";

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 390)]
    public async Task A_paper_is_made_approved_finished_and_served(string lang, int width)
    {
        await using var visitor = await browser.VisitAsync(lang, width: width);
        await visitor.SignInAsync("lu");
        var page = visitor.Page;
        await visitor.OpenAsync($"{Matter}/documents/make");
        await page.Locator("a[href$='template=indictment']").ClickAsync();
        await page.Locator(".zj-sheet").WaitForAsync();
        (await page.Locator(".zj-sheet").InnerTextAsync()).ShouldContain("【证据】");
        foreach (var field in new[] { "identities", "evidence", "assessment", "attachments" })
            await page.FillAsync($"[name='v.{field}']", $"{field}，略。");
        await page.FillAsync("[name='v.facts-found']", "非法经营数额1元。");
        await page.FillAsync("[name='v.court']", "某区人民法院");
        await page.Locator("button[value=preview]").ClickAsync();
        await page.Locator("#preview p", new() { HasText = visitor.Says("齐备", "complete") }).WaitForAsync();
        await visitor.LookAsync();
        await page.Locator("button[value=make]").ClickAsync();
        await page.ArriveAsync(url => url.Contains("/documents?done=make-document", StringComparison.Ordinal));
        await visitor.LookAsync();
        (await page.Locator("#differences").InnerTextAsync()).ShouldContain("1元");
        var paper = new Uri(page.Url).Query.Split("paper=")[1];
        visitor.LooksClosely = false;

        await TakeAsync(visitor, Matter, $"submit-document?paper={paper}");
        await AsAsync(visitor, "zhou");
        await TakeAsync(visitor, Matter, $"approve-document?paper={paper}");
        await AsAsync(visitor, "lu");

        await visitor.OpenAsync($"{Matter}/steps/finish-document?paper={paper}");
        (await page.InputValueAsync("#paper")).ShouldBe(paper);
        await page.Locator("main form.zj-form button.btn-primary").ClickAsync();
        (await page.Locator(".zj-errsum").InnerTextAsync()).ShouldContain("1元");
        await page.FillAsync("#differences", "仅指一笔交易");
        await page.Locator("main form.zj-form button.btn-primary").ClickAsync();
        await page.ArriveAsync(url => url.Contains("/documents?done=finish-document", StringComparison.Ordinal));
        (await page.Locator(".zj-sheet").InnerTextAsync()).ShouldContain("检诉〔");

        await TakeAsync(visitor, Matter, $"serve-document?paper={paper}", async form =>
        {
            await form.FillAsync("#recipient", "某区人民法院");
            await SelectAsync(visitor, "channel", "in-person");
            await form.FillAsync("#receipt", "送达回证1号");
            await form.FillAsync("#differences", "仅指一笔交易");
        });
        visitor.LooksClosely = true;
        await visitor.LookAsync();
        (await visitor.TextAsync()).ShouldContain("送达回证1号");
    }
}
