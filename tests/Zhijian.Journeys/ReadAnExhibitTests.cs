using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Zhijian.Journeys;

/// <summary>Reading the file of an exhibit without the mouse: pages, search, a selection marked and tied, another file beside it.</summary>
public sealed class ReadAnExhibitTests(Browser browser)
{
    private const string Prepare = """
        async () => {
          const send = async (url, body, type) => {
            const r = await fetch(url, { method: 'POST', body, headers: Object.assign({ 'X-Requested-With': 'x' }, type ? { 'Content-Type': type } : {}) });
            if (!r.ok) throw new Error(r.status + await r.text());
            return r.json();
          };
          const json = (url, o) => send(url, JSON.stringify(o), 'application/json');
          const id = (await json('/api/matters', { title: '假冒滤芯案', on: '2026-09-01', rightType: 'TM', rightHolders: [{ name: '某滤清器公司' }], persons: [{ name: '张某', charges: ['213'], measure: 'detained' }], secrecy: 'internal' })).matter;
          await json(`/api/matters/${id}/accept-transfer`, { on: '2026-09-02', transferredBy: '某市公安局' });
          for (const [e, title] of [['E1', '进货清单'], ['E2', '讯问笔录']]) {
            await json(`/api/matters/${id}/take-in-exhibit`, { on: '2026-09-03', title, kind: 'documentary', collectedBy: '某市公安局', foundIn: 'criminal', form: 'original' });
            const form = new FormData();
            form.append('exhibit', e);
            form.append('file', new Blob([Array.from({ length: 300 }, (_, i) => `${i} ${e} 查获假冒商标的滤芯三百件，单价二十元\n`).join('')]), title + '.txt');
            await send(`/api/matters/${id}/attachments`, form);
          }
          return id;
        }
        """;

    private const string Select = """
        () => {
          const text = Array.from(document.querySelector('[data-passage]').childNodes).find(n => n.nodeType === 3 && n.data.includes('三百件')), at = text.data.indexOf('三百件'), range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 3);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
        """;

    [Fact]
    public async Task A_file_is_read_searched_marked_and_tied_by_keyboard()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync("lu");
        var page = visitor.Page;
        var id = await page.EvaluateAsync<string>(Prepare);
        await visitor.OpenAsync($"/matters/{id}/read/E1");
        await page.Keyboard.PressAsync("j");
        await page.ArriveAsync(url => url.Contains("?page=2", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("k");
        await page.ArriveAsync(url => url.Contains("?page=1", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("商标");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url.Contains("?q=", StringComparison.Ordinal));
        (await visitor.TextAsync()).ShouldContain("共 300 处");
        await page.Keyboard.PressAsync("n");
        await page.ArriveAsync(url => url.Contains("hit=2", StringComparison.Ordinal));
        await visitor.LookAsync();

        await page.EvaluateAsync(Select);
        await page.Locator("[data-selected]:not([hidden])").WaitForAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.TypeAsync("核对数量");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveAsync(url => url.Contains("#marks", StringComparison.Ordinal));
        (await page.Locator("mark[data-k=mark]").TextContentAsync()).ShouldBe("三百件");
        (await visitor.TextAsync()).ShouldContain("核对数量");

        await page.Locator("#marks").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "用于证明" }).ClickAsync();
        await page.ArriveAsync(url => url.Contains("/steps/tie-exhibit?", StringComparison.Ordinal));
        (await page.Locator("[name=passage]").InputValueAsync()).ShouldStartWith("第1页“三百件”〔");
    }

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 360)]
    public async Task Two_files_side_by_side_are_accessible_and_fit(string lang, int width)
    {
        await using var visitor = await browser.VisitAsync(lang, width: width);
        await visitor.SignInAsync("lu");
        var id = await visitor.Page.EvaluateAsync<string>(Prepare);
        await visitor.OpenAsync($"/matters/{id}/read/E1");
        await visitor.Page.Keyboard.PressAsync("s");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ArriveAsync(url => url.Contains("with=E2", StringComparison.Ordinal));
        await visitor.LookAsync();
        await visitor.LookInTheDarkAsync();
    }
}
