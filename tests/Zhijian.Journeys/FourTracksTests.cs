using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Zhijian.Journeys.Clicks;

namespace Zhijian.Journeys;

/// <summary>One matter, clicked: what one function finds opens the others from the board, nothing is typed twice, each ends, the matter closes and the log is whole.</summary>
public sealed class FourTracksTests(Browser browser)
{
    [Fact]
    public async Task Findings_open_the_four_functions_and_the_matter_closes()
    {
        await using var visitor = await browser.VisitAsync("en", width: 390); // the wide page is looked at in Chinese by the other journeys
        visitor.LooksClosely = false;
        await visitor.SignInAsync("lu");
        var page = visitor.Page;
        var matter = await RegisterAsync(visitor);

        // civil: the court, the number and the parties are named once, in the finding
        await FindAsync(visitor, matter, "wrong-civil-judgment", "微信记录显示其知道是假货", ("court", "某市中级人民法院"), ("caseNumber", "（2025）某01民终1号"), ("parties", "甲公司、乙"), ("effectiveOn", "2025-06-30"));
        await FollowAsync(visitor, page.Locator("#t2 .zj-q a.zj-do").First, async form =>
        {
            (await form.InputValueAsync("#court")).ShouldBe("某市中级人民法院");
            (await form.InputValueAsync("#parties")).ShouldBe("甲公司、乙");
            await form.CheckAsync("input[name=ground][value=major-impact]");
        });

        // administrative: the act behind the suit
        await FindAsync(visitor, matter, "wrong-administrative-judgment", "罚款数额明显不当", ("court", "某区人民法院"), ("caseNumber", "（2025）某行初2号"), ("parties", "乙诉某局"), ("effectiveOn", "2025-08-01"), ("organ", "某局"), ("act", "行政处罚决定"));
        await FollowAsync(visitor, page.Locator("#t3 .zj-q a.zj-do").First, form => SelectAsync(visitor, "kind", "penalty"));

        // public interest, and the question that its civil line puts
        await FindAsync(visitor, matter, "harm-food-drug", "假酒仍在销售", ("organ", "乙"));
        await FollowAsync(visitor, page.Locator("#t4 .zj-q a.zj-do").First, form => form.CheckAsync("input[name=line][value=civil]"));
        await FollowAsync(visitor, page.Locator("#t4 .zj-q a.zj-do").First, async form =>
        {
            await form.CheckAsync("input[name=outcome][value=no-issue]");
            await form.FillAsync("#reason", "没有刑事起诉");
        });

        // criminal: the organ did not transfer
        await FindAsync(visitor, matter, "agency-not-transferring", "货值18万元没有移送", ("organ", "某局"));
        await FollowAsync(visitor, page.Locator("#t1 .zj-q a.zj-do").First);

        visitor.LooksClosely = true;
        await visitor.OpenAsync(matter);
        visitor.LooksClosely = false;
        var proceedings = await page.Locator("#proceedings").InnerTextAsync();
        foreach (var id in new[] { "C1", "A1", "G1", "F1" })
            proceedings.ShouldContain(id);
        (await page.Locator("#findings").InnerTextAsync()).ShouldContain(visitor.Says("线索", "Clue"));

        // each comes to its end
        await TakeAsync(visitor, matter, "decide-civil-supervision?proceeding=C1", form => DecideAsync(visitor, "end"));
        await TakeAsync(visitor, matter, "send-civil-documents?proceeding=C1", async form => { await form.FillAsync("#document", "终结审查决定书"); await form.FillAsync("#to", "甲公司"); });
        await TakeAsync(visitor, matter, "decide-administrative-supervision?proceeding=A1", form => DecideAsync(visitor, "end"));
        await TakeAsync(visitor, matter, "send-administrative-documents?proceeding=A1", async form => { await form.FillAsync("#document", "终结审查决定书"); await form.FillAsync("#to", "乙"); });
        await TakeAsync(visitor, matter, "end-public-interest?proceeding=G1", form => form.FillAsync("#reason", "已全部下架"));
        await TakeAsync(visitor, matter, "advise-transfer?proceeding=F1", form => form.FillAsync("#opinion", "应当移送"));
        await TakeAsync(visitor, matter, "record-transfer-answer?proceeding=F1", async form => { await SelectAsync(visitor, "answer", "transferred"); await form.FillAsync("#detail", "已移送公安机关"); });

        foreach (var function in new[] { "criminal", "civil", "administrative", "public-interest" })
            await TakeAsync(visitor, matter, $"record-check?function={function}", async form =>
            {
                await form.CheckAsync("input[name=outcome][value=opened]");
                await form.FillAsync("#reason", "已办结");
            });
        await TakeAsync(visitor, matter, "close-matter");
        (await page.Locator(".zj-gate").InnerTextAsync()).ShouldContain(visitor.Says("结案", "closed"));
        (await browser.Platform.Store.VerifyAsync()).Why.ShouldBeNull();
    }

    private static async Task DecideAsync(Visitor visitor, string decision)
    {
        await SelectAsync(visitor, "decision", decision);
        await visitor.Page.FillAsync("#reason", "当事人和解并履行完毕");
    }

    private static Task FindAsync(Visitor visitor, string matter, string kind, string what, params (string Field, string Value)[] named) => TakeAsync(visitor, matter, "record-finding?foundIn=criminal", async form =>
    {
        await SelectAsync(visitor, "kind", kind);
        await form.FillAsync("#what", what);
        await SelectAsync(visitor, "material", "object");
        await form.FillAsync("#source", "卷二第41页");
        foreach (var (field, value) in named)
            await form.FillAsync($"#{field}", value);
    });

    private static async Task<string> RegisterAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/matters/new");
        await visitor.Page.FillAsync("#title", "假冒白酒案");
        await visitor.Page.SelectOptionAsync("#rightType", "TM");
        await visitor.Page.Locator("main form.zj-form .btn-primary").ClickAsync();
        await visitor.Page.ArriveAsync(url => url.Contains("/matters/MS-", StringComparison.Ordinal));
        return new Uri(visitor.Page.Url).AbsolutePath;
    }
}
