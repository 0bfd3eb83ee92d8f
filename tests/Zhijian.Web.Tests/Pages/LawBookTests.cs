using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The law book is open to everybody, in both languages, and says where each figure comes from.</summary>
public sealed class LawBookTests(Servers servers)
{
    private async Task<Client> NobodyAsync() => (await servers.OfAsync(Dialect.Sqlite)).Browser();

    [Fact]
    public async Task Every_page_opens_without_sign_in_and_every_link_of_it_leads_somewhere()
    {
        using var nobody = await NobodyAsync();
        var law = (await servers.OfAsync(Dialect.Sqlite)).Platform.Law;
        string[] pages = ["/law", "/law/instruments", "/law/assess", .. law.Charges.Keys.Select(c => $"/law/charges/{c}"), .. law.Instruments.Keys.Select(i => $"/law/instruments/{i}")];
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in pages)
        {
            links.UnionWith((await nobody.PageAsync(path)).QuerySelectorAll("main a[href^='/law']").Select(a => a.GetAttribute("href")!.Split('#')[0]));
            (await nobody.PageAsync($"{path}?lang=en")).UnmarkedChinese().ShouldBeEmpty(path);
        }
        links.ShouldBeSubsetOf(pages);
        (await nobody.GetAsync("/law/charges/999")).Should(404);
        (await nobody.GetAsync("/law/instruments/none")).Should(404);
        (await nobody.PageAsync("/sign-in?lang=zh")).QuerySelector("main a[href='/law']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_threshold_through_time_is_a_picture_with_a_sentence_and_a_table()
    {
        using var nobody = await NobodyAsync();
        var page = await nobody.PageAsync("/law/charges/213?lang=zh");
        var chart = page.QuerySelector("#goods-general svg[role=img]")!;
        chart.GetAttribute("aria-label")!.ShouldContain("2025-04-26 起入罪 50,000、升档 500,000");
        chart.QuerySelectorAll("path").Length.ShouldBe(2);
        page.QuerySelectorAll("#goods-general tbody tr").Length.ShouldBe(8);
        page.QuerySelectorAll("#texts .zj-versus > div").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_is_tried_from_the_example_and_errors_keep_the_text()
    {
        using var nobody = await NobodyAsync();
        var form = (await nobody.PageAsync("/law/assess?lang=zh")).QuerySelector("form[action='/law/assess']")!;
        var example = form.QuerySelector("textarea")!.TextContent;
        var page = (await nobody.SubmitAsync(form, ("facts", example))).Should(200).Html();
        page.QuerySelector("#verdict .zj-big").Says().ShouldContain("三年以下有期徒刑");
        page.QuerySelector("#ask").Says().ShouldContain("两种以上");
        var wrong = (await nobody.SubmitAsync(form, ("facts", example.Replace("\"goods\"", "\"</textarea><script>\"")))).Should(422).Html();
        wrong.QuerySelector(".zj-errsum code").Says().ShouldBe("acts[0].object");
        wrong.QuerySelector("textarea")!.TextContent.ShouldContain("</textarea><script>");
        wrong.QuerySelectorAll("main script").ShouldBeEmpty();
        (await nobody.SubmitAsync(form, ("facts", ""))).Should(422);
        (await nobody.SubmitAsync(form, ("facts", new string('x', 300_000)))).Should(422);
    }
}
