using Shouldly;
using Xunit;
using static Zhijian.Journeys.Clicks;

namespace Zhijian.Journeys;

/// <summary>The main story, clicked: a matter comes by transfer, the law is followed to a judgment, four checks close it, and the log is whole.</summary>
public sealed class FromTransferToDecisionTests(Browser browser)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_matter_goes_from_the_transfer_to_the_judgment_and_closes(string lang)
    {
        await using var visitor = await browser.VisitAsync(lang);
        var page = visitor.Page;
        await visitor.SignInAsync("lu");
        await visitor.LookAsync();
        visitor.LooksClosely = lang == "zh"; // the same pages in the other language: colours and roles are the same
        var matter = await RegisterAsync(visitor);

        // case management accepts; the duties that it opens are told with their dates
        await AsAsync(visitor, "fang");
        await TakeAsync(visitor, matter, "accept-transfer", form => form.FillAsync("#transferredBy", "公安某区分局"));
        var done = await page.Locator("#done").InnerTextAsync();
        done.ShouldContain(visitor.Says("送达权利人告知书", "Serve the right holder's notice"));
        done.ShouldContain(visitor.Says("决定是否起诉", "Decide whether to prosecute"));

        await AsAsync(visitor, "lu");
        await visitor.OpenAsync(matter);
        await WhyThisDateAsync(visitor);
        visitor.LooksClosely = false; // forms of steps and the page of the matter, as they were seen
        await TakeAsync(visitor, matter, "notify-suspect");
        await TakeAsync(visitor, matter, "notify-victim");
        await TakeAsync(visitor, matter, "notify-right-holder", form => form.FillAsync("#receipt", "快递签收"));

        // two suspects part: one is returned, the other indicted; the page shows both truly
        await TakeAsync(visitor, matter, "return-for-investigation", async form =>
        {
            await form.FillAsync("#outline", "补充标识来源");
            await ChooseAsync(visitor, "persons", "P2");
        });
        await TakeAsync(visitor, matter, "prosecute", async form =>
        {
            await form.FillAsync("#court", "某区人民法院");
            await ChooseAsync(visitor, "persons", "P1");
        });
        var persons = await page.Locator("#persons").InnerTextAsync();
        persons.ShouldContain(visitor.Says("已起诉", "Indicted"));
        persons.ShouldContain(visitor.Says("退回补充侦查", "Returned"));

        await TakeAsync(visitor, matter, "accept-resubmission");
        await TakeAsync(visitor, matter, "decide-non-prosecution", async form =>
        {
            await form.CheckAsync("input[name=kind][value=discretionary]");
            await form.FillAsync("#reason", "犯罪情节轻微，认罪认罚");
        });
        await TakeAsync(visitor, matter, "decline-penalty-transfer", form => form.FillAsync("#reason", "违法行为轻微并已改正"));
        await TakeAsync(visitor, matter, "record-judgment", async form =>
        {
            await form.FillAsync("#court", "某区人民法院");
            await SelectAsync(visitor, "verdict", "guilty");
            await form.FillAsync("#months", "14");
            await form.FillAsync("#fine", "50,000");
        });
        await TakeAsync(visitor, matter, "review-judgment", async form =>
        {
            await SelectAsync(visitor, "outcome", "accepted");
            await form.FillAsync("#reason", "认定事实清楚，量刑适当");
        });

        // the gate: closing is refused while a check is open
        visitor.LooksClosely = lang == "zh";
        await visitor.OpenAsync($"{matter}/steps/close-matter");
        await page.Locator("main form.zj-form button.btn-primary").ClickAsync();
        await visitor.LookAsync();
        (await page.Locator(".zj-errsum").InnerTextAsync()).ShouldContain(visitor.Says("公益诉讼检察", "Public interest"));

        visitor.LooksClosely = false;
        foreach (var function in new[] { "criminal", "civil", "administrative", "public-interest" })
            await TakeAsync(visitor, matter, $"record-check?function={function}", async form =>
            {
                await form.CheckAsync($"input[name=outcome][value={(function == "criminal" ? "opened" : "no-issue")}]");
                await form.FillAsync("#reason", "已逐项核查");
            });
        visitor.LooksClosely = lang == "zh";
        await TakeAsync(visitor, matter, "close-matter");
        (await page.Locator(".zj-gate").InnerTextAsync()).ShouldContain(visitor.Says("结案", "closed"));

        (await browser.Platform.Store.VerifyAsync()).Why.ShouldBeNull();
    }

    private static async Task<string> RegisterAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/matters/new");
        var page = visitor.Page;
        await page.FillAsync("#title", "假冒滤芯案");
        await page.SelectOptionAsync("#rightType", "TM");
        await page.FillAsync("[id='holders.0.name']", "某滤芯公司");
        await page.FillAsync("[id='persons.0.name']", "孙某");
        await page.SelectOptionAsync("[id='persons.0.measure']", "arrested");
        await page.CheckAsync("input[name='persons.0.charges'][value='213']");
        await page.FillAsync("[id='persons.1.name']", "钱某");
        await page.SelectOptionAsync("[id='persons.1.measure']", "bail");
        await page.CheckAsync("input[name='persons.1.charges'][value='214']");
        await page.Locator("main form.zj-form .btn-primary").ClickAsync();
        await page.ArriveAsync(url => url.Contains("/matters/MS-", StringComparison.Ordinal));
        await visitor.LookAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task WhyThisDateAsync(Visitor visitor)
    {
        await visitor.Page.Locator("#clocks .zj-owe a").First.ClickAsync();
        await visitor.Page.ArriveAsync(url => url.Contains("/clocks/", StringComparison.Ordinal));
        await visitor.LookAsync();
        (await visitor.Page.Locator(".zj-steps li").CountAsync()).ShouldBeGreaterThanOrEqualTo(3);
        (await visitor.Page.Locator(".zj-steps .zj-law").CountAsync()).ShouldBeGreaterThan(0);
    }
}
