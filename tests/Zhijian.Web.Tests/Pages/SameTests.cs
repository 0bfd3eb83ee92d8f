using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The parties of a matter in other matters, in the browser, by API and in the search.</summary>
public sealed class SameTests
{
    [Theory, EveryDatabase]
    public async Task They_are_shown_with_reasons_judged_and_of_another_office_only_whom_to_call_is_told(Dialect dialect)
    {
        await using var server = await Server.StartAsync(dialect);
        var (lu, he) = (await server.AsAsync("lu"), await server.AsAsync("he"));
        var mine = await RegisterAsync(lu, "甲案", "张三丰", "杭州嘉禾文化传播有限公司");
        var other = await RegisterAsync(lu, "乙案", "李四", "嘉禾文化傳播有限公司");
        var theirs = await RegisterAsync(he, "邻院某案", "张三丰", "某公司");

        using var browser = await server.SignInAsync("lu");
        (await browser.PageAsync($"/matters/{mine}?lang=zh")).QuerySelector($"#parties a[href='/matters/{mine}/same']").Says().ShouldBe("在其他案件中查找");
        var page = await browser.PageAsync($"/matters/{mine}/same");
        page.QuerySelector("#same-count").Says().ShouldBe("其他案件中有 1 处可能是同一主体 · 别的院有 1 处，请联系");
        var row = page.QuerySelectorAll("[data-row]").ShouldHaveSingleItem();
        row.Says().ShouldSatisfyAllConditions(s => s.ShouldContain("乙案"), s => s.ShouldContain("可能同一"), s => s.ShouldContain("字号"), s => s.ShouldContain("还没有判断"));
        page.QuerySelector("#elsewhere").Says().ShouldSatisfyAllConditions(s => s.ShouldContain("张三丰"), s => s.ShouldContain("邻市人民检察院"));
        page.QuerySelector("main").Says().ShouldSatisfyAllConditions(s => s.ShouldNotContain("邻院某案"), s => s.ShouldNotContain(theirs));
        (await browser.PageAsync($"/matters/{mine}/same?lang=en")).UnmarkedChinese().ShouldBeEmpty();

        var step = row.QuerySelector("a[href*='judge-party']")!.GetAttribute("href")!;
        (await browser.PageAsync(step)).QuerySelector("[name=otherMatter]")!.GetAttribute("value").ShouldBe(other);
        (await lu.PostAsync($"/api/matters/{mine}/judge-party", new { on = "2026-09-02", party = "R1", otherMatter = other, otherParty = "R1", judgement = "different" })).Should(200);
        var judged = await browser.PageAsync($"/matters/{mine}/same?lang=zh");
        judged.QuerySelector("#same-count").Says().ShouldStartWith("其他案件中有 0 处");
        judged.QuerySelector("details.zj-card").Says().ShouldContain("已判断不是同一的 1 处");

        var json = (await lu.GetAsync($"/api/matters/{mine}/same")).Should(200).Json;
        json["seen"]![0]!["explanation"]!["rows"]!.AsArray().Sum(r => r!["bits"]!.GetValue<double>()).ShouldBe(json["seen"]![0]!["explanation"]!["score"]!.GetValue<double>());
        json["elsewhere"]![0]!["office"]!["code"]!.GetValue<string>().ShouldBe("990200");
        json.ToJsonString().ShouldNotContain(theirs);

        (await browser.PageAsync("/search?q=嘉禾文化传播公司&lang=zh")).QuerySelector("#alike").Says().ShouldContain("嘉禾文化傳播有限公司");
        (await lu.GetAsync("/api/search?q=嘉禾文化传播公司")).Should(200).Json["alike"]!.AsArray().Count.ShouldBe(2);
        (await he.GetAsync("/api/search?q=嘉禾文化传播公司")).Should(200).Json["alike"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<string> RegisterAsync(Client client, string title, string suspect, string holder)
    {
        var body = Some.Matter(title);
        body["persons"]![0]!["name"] = suspect;
        body["rightHolders"] = new JsonArray(new JsonObject { ["name"] = holder });
        return (await client.PostAsync("/api/matters", body)).Should(201).Matter;
    }
}
