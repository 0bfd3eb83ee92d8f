using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>Pasting facts into the form of a new matter, as a browser without JavaScript does it.</summary>
public sealed class PasteFactsTests(Servers servers)
{
    private const string Facts = "2019年9月至12月，被告人程某某销售假冒“甲甲”商标的手袋23个，销售金额5万余元。<b>独一无二的语句</b>";

    private static async Task<IHtmlDocument> PostAsync(Client browser, IHtmlDocument page, params (string Name, string Value)[] typed) =>
        (await browser.SubmitAsync(page.QuerySelector("form.zj-form"), typed)).Should(200).Html();

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Proposals_stand_unticked_beside_the_marked_text(string lang)
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await PostAsync(lu, await lu.PageAsync($"/matters/new?lang={lang}"), ("paste", Facts), ("_read", "read"));

        page.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldContain("5万余元");
        page.QuerySelector(".zj-read-text")!.TextContent.ShouldContain("<b>独一无二的语句</b>");
        var ticks = page.QuerySelectorAll<IHtmlInputElement>("input[name=take]").ToList();
        ticks.Count.ShouldBeGreaterThan(4);
        ticks.ShouldAllBe(t => !t.IsChecked);
        page.QuerySelectorAll(".zj-read-row a").ShouldAllBe(a => page.GetElementById(a.GetAttribute("href")!.Substring(1)) != null);
        if (lang == "en")
            page.UnmarkedChinese().ShouldBeEmpty();
        (await lu.PageAsync("/matters?q=独一无二的语句&lang=zh")).Rows().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_ticked_fills_the_form_and_nothing_is_registered_yet()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await PostAsync(lu, await lu.PageAsync("/matters/new?lang=zh"), ("paste", Facts), ("_read", "read"));
        string Key(string surface) => page.QuerySelectorAll("mark").Single(m => m.TextContent == surface).Id!;

        page = await PostAsync(lu, page, ("paste", Facts), ("_take", "take"), ("take", Key("程某某")), ($"into.{Key("程某某")}", "persons"), ("take", Key("5万余元")), ($"into.{Key("5万余元")}", "amounts.sales-amount"));

        page.QuerySelector<IHtmlInputElement>("[name='persons.0.name']")!.Value.ShouldBe("程某某");
        page.QuerySelector<IHtmlInputElement>("[name='amounts.0.source']")!.Value.ShouldBe("事实部分：“销售金额5万余元”");
        page.QuerySelector(".zj-paste .zj-note").Says().ShouldContain("已填入 2 条；尚未登记");
        (await lu.PageAsync("/matters?q=程某某")).Rows().ShouldBeEmpty();
    }

    [Fact]
    public async Task Ticks_of_another_text_are_not_taken()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await PostAsync(lu, await lu.PageAsync("/matters/new?lang=zh"), ("paste", Facts), ("_read", "read"));
        var key = page.QuerySelectorAll("mark").Single(m => m.TextContent == "程某某").Id!;

        page = await PostAsync(lu, page, ("paste", Facts.Replace("程某某", "程某甲")), ("_take", "take"), ("take", key), ($"into.{key}", "persons"));

        page.QuerySelector<IHtmlInputElement>("[name='persons.0.name']")!.Value.ShouldBeEmpty();
        page.QuerySelector(".zj-paste .zj-note").Says().ShouldContain("文字已改动");
    }

    [Fact]
    public async Task A_long_text_is_read_and_a_longer_one_refused_in_words()
    {
        using var lu = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync("lu");
        var page = await lu.PageAsync("/matters/new?lang=zh");
        (await PostAsync(lu, page, ("paste", string.Concat(Enumerable.Repeat("销售金额5万余元。", 60_000))), ("_read", "read"))).QuerySelectorAll("input[name=take]").Length.ShouldBe(300);
        (await PostAsync(lu, page, ("paste", new string('一', (1 << 20) + 1)), ("_read", "read"))).QuerySelector(".zj-paste [role=alert]").Says().ShouldContain("只粘贴事实部分");
    }
}
