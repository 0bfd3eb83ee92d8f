using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The assessment of a matter and the form of its facts, as a browser without script sees them.</summary>
public sealed class AssessmentTests(Servers servers)
{
    private async Task<(Client Lu, string Panel, string Matter)> OpenAsync(string secrecy = "internal")
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var matter = await Some.MatterAsync(await server.AsAsync("lu"), secrecy: secrecy);
        return (await server.SignInAsync("lu"), $"/matters/{matter}/assessment/P1/213", matter);
    }

    private static async Task<IElement> FormAsync(Client lu, string panel) => (await lu.PageAsync($"{panel}/facts")).QuerySelector("form.zj-facts")!;

    private static (string, string)[] Goods =>
    [
        ("to", "2025-01-18"), ("object", "goods"), ("sources.object", "注册证"), ("continuing", "true"), ("sold[0].quantity", "2160"), ("sold[0].price", "150"), ("sold[0].source", "卷三 12—58"),
        ("stock[0].quantity", "840"), ("stock[0].averageActual", "150"), ("stock[0].labelled", "true"), ("costs[0].kind", "raw_materials"), ("costs[0].amount", "300,000"), ("earlierSanctions.none", "true"), ("marks", "1"),
        ("elements.no-licence.answer", "yes"), ("elements.no-licence.source", "证明"),
    ];

    [Fact]
    public async Task Facts_move_the_band_from_unknown_to_reached_and_every_figure_opens()
    {
        var (lu, panel, matter) = await OpenAsync();
        using var _ = lu;
        var before = await lu.PageAsync(panel);
        before.QuerySelector("#verdict .zj-chip").Says().ShouldBe("? 未知");
        before.QuerySelectorAll("#facts .zj-chip[data-s=unk]").Length.ShouldBeGreaterThan(5);

        (await lu.SubmitAsync(await FormAsync(lu, panel), Goods)).Should(302).Header("Location").ShouldBe(panel);
        var after = await lu.PageAsync(panel);
        after.QuerySelector("#verdict .zj-chip").Says().ShouldContain("达到起刑标准");
        after.QuerySelector(".zj-versus .is-pick").Says().ShouldContain("50,000 ≤ 450,000 < 500,000");
        after.QuerySelector("#facts").Says().ShouldContain("注册证");
        after.QuerySelectorAll("#standards details.zj-why").First(d => d.Says().Contains("450,000")).Says().ShouldContain("卷三 12—58");
        after.QuerySelector("#elements").Says().ShouldContain("✓ 能");
        after.QuerySelectorAll("a.zj-law").Select(a => a.GetAttribute("href")).ShouldContain("/law/instruments/R25");
        // the form shows what stands, and the matter page leads here
        (await FormAsync(lu, panel)).QuerySelector<IHtmlInputElement>("[name='sold[0].quantity']")!.Value.ShouldBe("2160");
        (await lu.PageAsync($"/matters/{matter}")).QuerySelector($"a[href='{panel}']").ShouldNotBeNull();
        (await lu.PageAsync($"{panel}?lang=en")).UnmarkedChinese().ShouldBeEmpty();
        (await lu.PageAsync($"{panel}/facts?lang=en")).UnmarkedChinese().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept()
    {
        var (lu, panel, matter) = await OpenAsync();
        using var _ = lu;
        var answer = await lu.SubmitAsync(await FormAsync(lu, panel), ("sold[1].quantity", "many"), ("sold[1].price", "-1"), ("sold[1].source", "台账"), ("stock.none", "true"),
            ("stock[0].quantity", "5"), ("from", "2025-02-30"), ("marks", "1.5"), ("elements.no-licence.source", "<b>卷一</b>"));
        var page = answer.Should(422).Html();
        page.QuerySelectorAll(".zj-errsum li a").Select(a => a.GetAttribute("href")).ShouldBe(["#f-from", "#f-marks", "#f-sold[0].quantity", "#f-stock.none"], ignoreOrder: true);
        page.QuerySelector<IHtmlInputElement>("[name='sold[0].quantity']")!.Value.ShouldBe("many");
        page.QuerySelector<IHtmlInputElement>("[name='sold[0].source']")!.Value.ShouldBe("台账");
        page.QuerySelector<IHtmlInputElement>("[name='elements.no-licence.source']")!.Value.ShouldBe("<b>卷一</b>");
        var again = (await lu.SubmitAsync(page.QuerySelector("form.zj-facts"), ("sold[0].quantity", "5"), ("sold[0].price", "-1"), ("from", ""), ("marks", ""), ("stock.none", ""), ("stock[0].quantity", ""))).Should(422).Html();
        again.QuerySelector(".zj-errsum li a")!.GetAttribute("href").ShouldBe("#f-sold[0].price");
        (await lu.GetAsync($"/matters/{matter}")).Text.ShouldNotContain("查明事实：");
    }

    [Fact]
    public async Task More_rows_are_added_without_recording()
    {
        var (lu, panel, _) = await OpenAsync();
        using var browser = lu;
        var page = (await lu.SubmitAsync(await FormAsync(lu, panel), ("sold[0].quantity", "5"), ("_more", "sold"))).Should(200).Html();
        page.QuerySelectorAll("#f-sold tbody tr").Length.ShouldBe(5);
        page.QuerySelector<IHtmlInputElement>("[name='sold[0].quantity']")!.Value.ShouldBe("5");
    }

    [Fact]
    public async Task Nobody_outside_the_circle_finds_it_and_no_wrong_address_either()
    {
        var (lu, panel, matter) = await OpenAsync("circle");
        using var own = lu;
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var shen = await server.SignInAsync("shen");
        using var he = await server.SignInAsync("he");
        foreach (var path in new[] { panel, $"{panel}/facts", $"/matters/{matter}/assessment" })
        {
            (await shen.GetAsync(path)).Should(404);
            (await he.GetAsync(path)).Should(404);
            (await lu.GetAsync(path)).Should(200);
        }
        foreach (var wrong in new[] { "P9/213", "P1/217", "P1/999", "P1/213x" })
            (await lu.GetAsync($"/matters/{matter}/assessment/{wrong}")).Should(404);
    }

    [Fact]
    public async Task Facts_go_through_the_API_and_errors_name_their_path()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var matter = await Some.MatterAsync(lu);
        (await lu.PostAsync($"/api/matters/{matter}/record-facts", """{"on": "2026-09-02", "person": "P1", "charge": "213", "facts": {"sold": [{"quantity": 1}]}}"""))
            .ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["facts.sold[0]"]);
        ((string?)(await lu.PostAsync($"/api/matters/{matter}/record-facts", """{"on": "2026-09-02", "person": "P1", "charge": "213", "facts": {"amounts": [{"metric": "money", "value": 1}]}}"""))
            .ShouldBeRefused("facts-do-not-fit", null).Json["field"]).ShouldBe("facts.amounts[0].metric");
        (await lu.PostAsync($"/api/matters/{matter}/record-facts", """{"on": "2026-09-02", "person": "P1", "charge": "213", "facts": {"sold": [], "sources": {"sold": "勘验"}}}""")).Should(200);
    }
}
