using System.Text;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>Dossiers and similar marks, in the browser and by API, over what the office imported; another office finds nothing of it.</summary>
public sealed class DossierTests
{
    private const string Suits = """
        案号,法院,立案日,原告,被告,权利种类,权利号,结果,收款账户
        甲1号,某市中级人民法院,2026-01-10,杭州嘉禾文化有限公司,某店,著作权,登1,撤诉,尾号1
        甲2号,某市中级人民法院,2026-01-11,嘉禾文化,某二店,著作权,登1,判决支持,尾号1
        甲3号,某市中级人民法院,2026-01-12,某丙,某三店,著作权,登2,撤诉,尾号1
        """;

    private const string Registered = "申请号,类别,商标文字,申请人,申请日,状态\n1,25,耐克,某体育公司,2010-01-01,注册\n2,25,奈克,嘉禾文化,2025-05-01,申请中\n";

    [DuckFact]
    public async Task A_dossier_tells_signs_writings_that_may_be_the_same_and_who_is_tied_to_whom()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        using var he = await server.SignInAsync("he");
        (await lu.PageAsync("/dossiers?lang=zh")).QuerySelector("main").Says().ShouldSatisfyAllConditions(s => s.ShouldContain("“民事诉讼”没有导入"), s => s.ShouldContain("没有找到"));
        await ImportAsync(server, "suit", Suits);

        var list = await lu.PageAsync("/dossiers?q=嘉禾");
        var links = list.QuerySelectorAll("[data-row] a.zj-title");
        links.Select(a => a.Says()).ShouldBe(["嘉禾文化", "杭州嘉禾文化有限公司"], ignoreOrder: true);
        var url = links.Single(a => a.Says() == "杭州嘉禾文化有限公司").GetAttribute("href")!;
        var page = await lu.PageAsync(url);
        page.QuerySelector("#dropped").Says().ShouldContain("1 / 1（100.0%），60% 以上才算");
        page.QuerySelector("#money-flow").Says().ShouldSatisfyAllConditions(s => s.ShouldContain("有此特征"), s => s.ShouldContain("检例192"));
        page.QuerySelector("#mass-filing").Says().ShouldContain("待查");
        page.QuerySelector("#alike").Says().ShouldContain("嘉禾文化");
        page.QuerySelector("#relations").Says().ShouldContain("某丙");
        page.QuerySelectorAll("#suits tbody tr").Length.ShouldBe(1);

        var together = await lu.PageAsync(page.QuerySelector("#alike a[href*='also=']")!.GetAttribute("href")!);
        together.QuerySelectorAll("#suits tbody tr").Length.ShouldBe(2);
        together.QuerySelector("#alike").ShouldBeNull("what is read together is no longer proposed");
        (await lu.PageAsync($"{url}&lang=en")).UnmarkedChinese().ShouldBeEmpty();

        using var admin = await server.SignInAsync("admin");
        foreach (var other in new[] { he, admin })
            (await other.GetAsync(url)).Should(404);
        (await lu.GetAsync("/dossiers/of?key=没有")).Should(404);
        (await lu.GetAsync("/dossiers/of")).Should(404);

        var json = (await lu.GetAsync("/api/dossiers/of?key=嘉禾文化&also=杭州嘉禾文化有限公司&lang=zh")).Should(200).Json;
        json["figures"]!["suits"]!.GetValue<long>().ShouldBe(2);
        json["alike"]!.AsArray().ShouldBeEmpty();
        (await lu.GetAsync("/api/dossiers?q=嘉禾&limit=1")).Should(200).Json["found"]!.AsArray().Count.ShouldBe(1);
        (await lu.GetAsync("/api/dossiers?limit=0")).Should(400).Text.ShouldContain("limit");
        (await lu.GetAsync("/api/dossiers/of")).Should(400).Text.ShouldContain("key");
        (await he.GetAsync("/api/dossiers?q=嘉禾")).Should(200).Json["found"]!.AsArray().ShouldBeEmpty();
        (await admin.GetAsync("/api/dossiers")).Should(404);
    }

    [DuckFact]
    public async Task Similar_marks_are_found_with_reasons_that_add_up_and_only_in_what_the_office_imported()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        using var lu = await server.SignInAsync("lu");
        using var he = await server.SignInAsync("he");
        (await lu.PageAsync("/marks?q=耐克&lang=zh")).QuerySelector("[role=alert]").Says().ShouldContain("本院没有导入商标数据");
        await ImportAsync(server, "trademark", Registered);

        var page = await lu.PageAsync("/marks?q=耐剋&class=25");
        page.QuerySelectorAll("[data-row] th b").Select(m => m.Says()).ShouldBe(["耐克", "奈克"]);
        (await lu.PageAsync("/marks?q=耐剋&class=25&lang=en")).UnmarkedChinese().ShouldBeEmpty();
        (await lu.PageAsync("/marks?q=耐克&class=46&lang=zh")).QuerySelector("#wrong").Says().ShouldContain("1 至 45");
        (await he.PageAsync("/marks?q=耐克&lang=zh")).QuerySelector("[role=alert]").Says().ShouldContain("本院没有导入商标数据");

        var found = (await lu.GetAsync("/api/marks/similar?q=耐 克&class=25")).Should(200).Json["marks"]!.AsArray();
        foreach (var mark in found)
            mark!["lines"]!.AsArray().Sum(l => l!["points"]!.GetValue<int>()).ShouldBe(mark["score"]!.GetValue<int>());
        (found[0]!["identical"]!["answer"]!.GetValue<string>(), found[1]!["identical"]!["answer"]!.GetValue<string>()).ShouldBe(("yes", "unknown"));
        (await lu.GetAsync("/api/marks/similar")).Should(400).Text.ShouldContain("\"q\"");
        (await he.GetAsync("/api/marks/similar?q=耐克")).Should(422).Text.ShouldContain("no-marks-imported");
        using var admin = await server.SignInAsync("admin");
        (await admin.GetAsync("/api/marks/similar?q=耐克")).Should(404);
    }

    private static async Task ImportAsync(Server server, string set, string csv) =>
        (await (await server.AsAsync("lu")).SendAsync(HttpMethod.Post, $"/api/sets/{set}/imports?name=a.csv&source=x", new StringContent(csv, Encoding.UTF8, "text/csv"))).Should(200);
}
