using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>Data sets and supervision models in the browser: import, run, see what was found; for another office there is none of it.</summary>
public sealed class ModelsTests(Servers servers)
{
    private const string Model = "penalty-at-threshold";

    private const string Penalties = """
        决定书文号,处罚机关,当事人,对应罪名,行为日,决定日,销售金额（万元）,已移送
        页1,某市监局,某页面商行,214,2025-05-06,2025-06-01,5,否
        页2,某市监局,某少额商行,214,2025-05-06,2025-06-01,0.5,否
        页3,某市监局,某错日商行,214,2025-05-06,六月一日,5,否
        """;

    [DuckFact]
    public async Task A_file_is_imported_and_a_model_run_through_the_pages()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        using var he = await server.SignInAsync("he");

        var before = await lu.PageAsync($"/models/{Model}");
        var missing = await lu.SubmitAsync(Form(before, $"/models/{Model}"));
        missing.Should(422).Html().QuerySelector(".zj-errsum a[href='/sets/penalty']").Says().ShouldBe("导入：行政处罚");

        var mapping = await ImportAsync(lu, Penalties);
        var page = await lu.PageAsync(mapping);
        page.QuerySelector("#tried").Says().ShouldContain("可以导入 2 行，不能导入 1 行");
        page.QuerySelectorAll("#errors tbody tr > *").Select(c => c.Says()).ShouldBe(["3", "决定日", "六月一日", "不是日期"]);
        page.QuerySelector("#sample tbody").Says().ShouldContain("50,000 元");
        page.QuerySelector("#from-sales option[selected]").Says().ShouldBe("销售金额（万元）");
        (await he.GetAsync(mapping)).Should(404).Without(mapping).ShouldBe((await he.GetAsync(mapping[..^1] + "x")).Should(404).Without(mapping[..^1] + "x"));

        (await lu.FormAsync($"{mapping}/replace", new(await lu.AntiforgeryAsync()) { ["from.party"] = "2" })).Should(422).Text.ShouldContain("必填的列没有来源");
        (await lu.FormAsync($"{mapping}/replace", Fields(page))).ShouldRedirect().ShouldBe(mapping);
        (await ImportedAsync(lu, mapping)).QuerySelector("#done").Says().ShouldContain("现有 2 行；没有导入 1 行");
        (await lu.GetAsync($"{mapping}/errors")).Should(200).Text.ShouldContain("六月一日");
        (await he.GetAsync($"{mapping}/errors")).Should(404);
        (await lu.PageAsync("/sets?lang=en")).QuerySelector("#penalty").Says().ShouldContain("1 rows left out");
        (await he.PageAsync("/sets/penalty?lang=zh")).QuerySelector("main").Says().ShouldContain("还没有导入");

        var run = (await lu.SubmitAsync(Form(await lu.PageAsync($"/models/{Model}?lang=zh"), $"/models/{Model}"))).ShouldRedirect();
        await server.Platform.Supervision.Runs.WaitAsync(run.Split('/')[^1]);
        var done = await lu.PageAsync(run);
        var found = done.QuerySelectorAll("#findings [data-row]");
        found.Length.ShouldBe(1);
        found[0].Says().ShouldContain("某市监局对某页面商行");
        var clue = found[0].QuerySelector("a[href^='/clues/']")!.GetAttribute("href")!;
        (await lu.PageAsync($"/clues?model={Model}")).QuerySelector("main").Says().ShouldContain(clue.Split('/')[^1]);
        (await lu.PageAsync("/models?lang=en")).QuerySelector($"#{Model}").Says().ShouldContain("1 findings");
        (await lu.PageAsync($"{run}?lang=en")).UnmarkedChinese().ShouldBeEmpty();

        var never = run[..^6] + "000000";
        string Plain(Answer a, string url) => a.Should(404).Without(url.Split('/')[^1]);
        Plain(await he.GetAsync(run), run).ShouldBe(Plain(await he.GetAsync(never), never));
        var token = await he.AntiforgeryAsync();
        foreach (var act in new[] { "cancel", "repeat" })
            Plain(await he.FormAsync($"{run}/{act}", token), run).ShouldContain("404");
        (await he.PageAsync("/models?lang=zh")).QuerySelector($"#{Model}").Says().ShouldContain("还没有运行");
        (await he.PageAsync($"/models/{Model}")).QuerySelector("main").Says().ShouldNotContain("陆某");

        var own = await lu.AntiforgeryAsync();
        (await lu.FormAsync($"{run}/repeat?lang=zh", own)).Should(200).Html().QuerySelector("#repeated").Says().ShouldStartWith("复核一致");
        (await lu.FormAsync($"{run}/cancel", own)).Should(422).Text.ShouldContain("已经结束");

        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await lu.PageAsync(await ImportAsync(lu, Penalties.Replace("页2", "页9").Replace("0.5", "6"))));
        await ImportedAsync(lu, (await lu.FormAsync(Form(again, "/check")!.GetAttribute("action")!.Replace("/check", "/add"), Fields(again))).ShouldRedirect());
        (await lu.PageAsync("/sets/penalty?lang=zh")).QuerySelectorAll("tbody tr th + td + td").Select(t => t.Says()).Take(2).ShouldBe(["3", "2"]);
        var second = (await lu.SubmitAsync(Form(await lu.PageAsync($"/models/{Model}"), $"/models/{Model}"))).ShouldRedirect();
        await server.Platform.Supervision.Runs.WaitAsync(second.Split('/')[^1]);
        (await lu.PageAsync($"{second}?with={run.Split('/')[^1]}")).QuerySelectorAll("#difference h3").Select(h => h.Says()).ShouldBe(["新出现 · 1", "不再出现 · 0", "有变化 · 0"]);
        (await lu.GetAsync($"{run}?with={second.Split('/')[^1]}")).Should(404); // not an earlier one
    }

    [DuckFact]
    public async Task A_model_is_arranged_to_run_by_itself_and_another_office_cannot_tell()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        using var he = await server.SignInAsync("he");
        var url = $"/models/{Model}/schedule";
        var own = await lu.AntiforgeryAsync();
        (await lu.FormAsync(url, new(own) { ["every"] = "weekly", ["p.band"] = "49" })).Should(422).Text.ShouldContain("应在 50 与 99 之间");
        (await lu.FormAsync(url, new(own) { ["every"] = "weekly", ["p.band"] = "70" })).ShouldRedirect().ShouldBe($"/models/{Model}#arranged");
        var page = await lu.PageAsync($"/models/{Model}?lang=zh");
        page.QuerySelector("#arranged").Says().ShouldSatisfyAllConditions(s => s.ShouldContain("每周一运行（陆某安排）"), s => s.ShouldContain("70"));
        page.QuerySelector("#every option[selected]").Says().ShouldBe("每周一");
        (await lu.PageAsync($"/models/{Model}?lang=en")).UnmarkedChinese().ShouldBeEmpty();
        (await he.PageAsync($"/models/{Model}")).QuerySelector("#arranged").ShouldBeNull();
        (await lu.GetAsync("/api/schedules")).Should(200).Text.ShouldContain("\"every\":\"weekly\"");
        (await he.GetAsync("/api/schedules")).Should(200).Text.ShouldBe("{\"schedules\":[]}");

        server.Clock.Advance(TimeSpan.FromDays(8));
        (await server.Platform.Supervision.Schedules.RunDueAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        using var later = await server.SignInAsync("lu");
        (await later.PageAsync($"/models/{Model}?lang=zh")).QuerySelector("#arranged").Says().ShouldContain("没有运行：还没有这些数据：行政处罚");
        (await later.FormAsync(url, new(await later.AntiforgeryAsync()) { ["every"] = "" })).ShouldRedirect();
        (await later.PageAsync($"/models/{Model}")).QuerySelector("#arranged").ShouldBeNull();
    }

    [DuckFact]
    public async Task What_matters_tell_is_not_called_missing()
    {
        const string toldByMatters = "right-holder-not-told";
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        string Of(IHtmlDocument sets, string set) => sets.QuerySelector($"#{set}").Says();
        var before = await lu.PageAsync("/sets?lang=zh");
        Of(before, "notice").ShouldSatisfyAllConditions(s => s.ShouldContain("取自本院案件"), s => s.ShouldContain("未知"), s => s.ShouldNotContain("未导入"));
        Of(before, "police_decision").ShouldContain("未导入"); // what matters know is only added to an import
        Of(before, "penalty").ShouldContain("未导入");
        (await lu.PageAsync("/sets/notice?lang=zh")).QuerySelector("main").Says().ShouldSatisfyAllConditions(s => s.ShouldContain("取自本院案件"), s => s.ShouldNotContain("现在不能运行"));

        var rows = (await new MatterRows(server.Platform.Store).OfAsync((await server.Platform.People.ActorAsync("lu"))!, "notice", TestContext.Current.CancellationToken))!.Count;
        rows.ShouldBePositive();
        var run = (await lu.SubmitAsync(Form(await lu.PageAsync($"/models/{toldByMatters}"), $"/models/{toldByMatters}"))).ShouldRedirect();
        await server.Platform.Supervision.Runs.WaitAsync(run.Split('/')[^1]);
        Of(await lu.PageAsync("/sets?lang=zh"), "notice").ShouldContain($"上次运行时 {rows} 行");
        foreach (var page in new[] { $"/models/{toldByMatters}?lang=zh", "/models?lang=zh", "/sets/notice?lang=zh" })
            (await lu.PageAsync(page)).QuerySelector("main").Says().ShouldContain($"取自本院案件 上次运行时 {rows} 行", customMessage: page);
        foreach (var page in new[] { "/models?lang=en", "/sets?lang=en", "/sets/notice?lang=en" })
            (await lu.PageAsync(page)).UnmarkedChinese().ShouldBeEmpty(page);
        using var he = await server.SignInAsync("he");
        Of(await he.PageAsync("/sets?lang=zh"), "notice").ShouldNotContain("上次运行");
        var listed = (await lu.GetAsync("/api/sets")).Should(200).Json["sets"]!.AsArray().Single(s => (string)s!["set"]!["id"]! == "notice")!;
        ((string)listed["set"]!["fromMatters"]!, (long)listed["own"]!["rows"]!).ShouldBe(("enough", rows));
    }

    [DuckFact]
    public async Task What_is_wrong_is_refused_in_place()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        var model = await lu.PageAsync($"/models/{Model}");
        var refused = await lu.SubmitAsync(Form(model, $"/models/{Model}"), ("p.band", "49"));
        var page = refused.Should(422).Html();
        page.QuerySelector(".zj-errsum").Says().ShouldContain("应在 50 与 99 之间");
        page.QuerySelector("#p-band")!.GetAttribute("value").ShouldBe("49");
        page.QuerySelector("#p-band")!.GetAttribute("aria-invalid").ShouldBe("true");

        (await UploadAsync(lu, "", "a.csv", "a\n1")).Should(422).Text.ShouldContain("写明提供单位和系统");
        (await UploadAsync(lu, "某局", "a.exe", "a\n1")).Should(422).Text.ShouldContain("不认识的文件类型");
        (await UploadAsync(lu, "某局", "a.csv", "a\n1", token: "wrong")).Should(400);
        var empty = (await UploadAsync(lu, "某局", "a.xlsx", "no workbook")).ShouldRedirect();
        (await lu.GetAsync(empty)).Should(422).Text.ShouldContain("文件不是表格");
    }

    [Fact]
    public async Task Who_has_no_role_sees_no_form_and_an_administrator_no_page()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var manager = await server.SignInAsync("fang");
        foreach (var path in new[] { $"/models/{Model}", "/sets/penalty" })
            (await manager.PageAsync(path)).QuerySelectorAll("main form").ShouldBeEmpty();
        using var admin = await server.SignInAsync("admin");
        foreach (var path in new[] { "/models", $"/models/{Model}", "/models/none", "/models/runs/none", "/sets", "/sets/penalty", "/sets/none" })
            (await admin.GetAsync(path)).Should(404);
        using var lu = await server.SignInAsync("lu");
        foreach (var path in new[] { "/models/none", "/models/runs/none", "/sets/none", "/sets/penalty/import/none" })
            (await lu.GetAsync(path)).Should(404);
        foreach (var path in new[] { "/models", "/sets", $"/models/{Model}", "/sets/penalty", "/sets/threshold" })
            (await lu.PageAsync($"{path}?lang=en")).UnmarkedChinese().ShouldBeEmpty(path);
    }

    private static IHtmlFormElement? Form(IHtmlDocument page, string action) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().FirstOrDefault(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));

    /// <summary>The mapping as the page proposes it.</summary>
    private static Dictionary<string, string> Fields(IHtmlDocument page)
    {
        var form = Form(page, "/check")!;
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var select in form.QuerySelectorAll("select"))
            fields[select.GetAttribute("name")!] = select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
        return fields;
    }

    /// <summary>The page once the import is over.</summary>
    private static async Task<IHtmlDocument> ImportedAsync(Client client, string mapping)
    {
        IHtmlDocument page;
        while ((page = await client.PageAsync(mapping)).QuerySelector("#going") is not null)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        return page;
    }

    private static async Task<string> ImportAsync(Client client, string csv) => (await UploadAsync(client, "某市监局 处罚系统导出", "处罚.csv", csv)).ShouldRedirect();

    private static async Task<Answer> UploadAsync(Client client, string source, string name, string content, string? token = null)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(token ?? (await client.AntiforgeryAsync())["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new StringContent(source), "source" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "file", name },
        };
        return await client.SendAsync(HttpMethod.Post, "/sets/penalty", form);
    }
}
