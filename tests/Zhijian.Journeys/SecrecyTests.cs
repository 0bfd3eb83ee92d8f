using Shouldly;
using Xunit;

namespace Zhijian.Journeys;

/// <summary>Who is outside cannot tell that a matter exists.</summary>
public sealed class SecrecyTests(Browser browser)
{
    [Fact]
    public async Task A_matter_of_a_circle_is_there_for_its_people_and_for_nobody_else()
    {
        await using var lead = await browser.VisitAsync();
        await lead.SignInAsync("lu");
        await lead.OpenAsync("/matters?q=" + Uri.EscapeDataString("芯片数据包"));
        var link = lead.Page.Locator("main table a[href^='/matters/MS-']").First;
        var secret = (await link.GetAttributeAsync("href")).ShouldNotBeNull();
        await lead.OpenAsync(secret);

        foreach (var outsider in new[] { "shen", "qin", "he" })
        {
            await using var visitor = await browser.VisitAsync();
            await visitor.SignInAsync(outsider);
            await visitor.OpenAsync("/matters?q=" + Uri.EscapeDataString("芯片数据包"));
            (await visitor.TextAsync()).ShouldNotContain(secret.Split('/')[^1]);
            var hidden = await visitor.Page.GotoAsync(secret);
            var hiddenText = await visitor.TextAsync();
            var never = await visitor.Page.GotoAsync("/matters/MS-2026-9999");
            hidden.ShouldNotBeNull().Status.ShouldBe(404);
            never.ShouldNotBeNull().Status.ShouldBe(404);
            hiddenText.ShouldBe(await visitor.TextAsync());
        }
    }

    [Fact]
    public async Task The_neighbouring_office_sees_an_empty_workbench()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync("he");
        await visitor.LookAsync();
        (await visitor.TextAsync()).ShouldNotContain("MS-");
    }
}
