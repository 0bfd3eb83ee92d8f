using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The form of every step, in a matter in which all four functions are at work.</summary>
public sealed class StepPagesTests(Servers servers)
{
    private const string FourTracks = "MS-2026-0004";

    [Theory]
    [InlineData("lu", "zh")]
    [InlineData("lu", "en")]
    [InlineData("fang", "zh")]
    [InlineData("zhou", "en")]
    public async Task Every_step_has_a_page_that_opens_or_says_whose_it_is(string person, string language)
    {
        using var browser = await (await servers.SampleAsync(Dialect.Sqlite)).SignInAsync(person);
        var opened = 0;
        foreach (var step in TestLaw.Steps.All)
        {
            var answer = await browser.GetAsync($"/matters/{FourTracks}/steps/{step.Name}?lang={language}");
            new[] { HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Forbidden }.ShouldContain(answer.Status, $"{step.Name} for {person}");
            opened += answer.Status == HttpStatusCode.OK ? 1 : 0;
        }
        opened.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_form_of_a_question_is_filled_with_what_the_matter_knows()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var id = (await lu.PostAsync("/api/matters", new { title = "测试：带入", on = "2026-01-05", rightType = "TM", rightHolders = Array.Empty<object>(), persons = Array.Empty<object>() })).Should(201).Matter;
        (await lu.PostAsync($"/api/matters/{id}/record-finding", new
        {
            on = "2026-01-06", kind = "wrong-civil-judgment", foundIn = "criminal", what = "微信记录显示知道是假货", material = "object", source = "卷二",
            court = "某市中级人民法院", caseNumber = "（2025）某01民终1234号", parties = "甲、乙",
        })).Should(200);
        using var browser = await server.SignInAsync("lu");

        var board = await browser.PageAsync($"/matters/{id}");
        var link = board.QuerySelectorAll("#t2 a.zj-do").First(a => a.GetAttribute("href")!.Contains("start-civil-supervision", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = await browser.PageAsync(link);

        form.QuerySelector("#court")!.GetAttribute("value").ShouldBe("某市中级人民法院");
        form.QuerySelector("input[name=level][checked]")!.GetAttribute("value").ShouldBe("intermediate");
        form.QuerySelector("#check option[selected]")!.GetAttribute("value").ShouldBe("wrong-civil-judgment.D1.1");
        form.QuerySelectorAll(".zj-opt").Select(o => o.TextContent).ShouldContain("由本案带入");
    }
}
