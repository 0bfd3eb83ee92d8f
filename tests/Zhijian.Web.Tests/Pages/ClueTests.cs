using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The review of clues in the browser.</summary>
public sealed class ClueTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_judgement_leads_to_the_next_clue_of_the_list(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var numbers = await FoundClues.RaiseAsync(server, "queue", FoundClues.Finding("queue", "a", 90), FoundClues.Finding("queue", "b", 80), FoundClues.Finding("queue", "c", 70));
        using var lu = await server.SignInAsync("lu");
        var url = $"/clues?model={FoundClues.Model("queue")}";
        var page = await lu.PageAsync(url);
        page.QuerySelectorAll(".zj-queue a b:first-child").Select(b => b.Says()).ShouldBe(["90", "80", "70"]);
        page.QuerySelector(".zj-queue [aria-current] small").Says().ShouldContain(numbers[0]);
        page.QuerySelectorAll("[data-key]").Select(k => k.GetAttribute("data-key")).ShouldBe(["f", "s", "d", "n"]);
        page.QuerySelectorAll(".zj-score b").Select(b => b.Says()).ShouldBe(["1", "1"]);

        Dictionary<string, string> Form(Dictionary<string, string> token, params (string Name, string Value)[] given)
        {
            var form = new Dictionary<string, string>(token) { ["list"] = url["/clues".Length..], ["_version"] = "1" };
            foreach (var (name, value) in given)
                form[name] = value;
            return form;
        }
        var token = await lu.AntiforgeryAsync();
        var wrong = (await lu.FormAsync($"/clues/{numbers[0]}/judge", Form(token, ("judgement", "set-aside"), ("note", "我写的话")))).Should(422);
        wrong.Text.ShouldContain("不采用须选定理由");
        wrong.Text.ShouldContain("我写的话"); // kept
        var done = await lu.FormAsync($"/clues/{numbers[0]}/judge", Form(token, ("judgement", "set-aside"), ("reason", "data-error")));
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        done.Header("Location").ShouldBe($"{url}&c={numbers[1]}&done={numbers[0]}#clue");
        var next = await lu.PageAsync(done.Header("Location")!.Split('#')[0]);
        next.QuerySelector("#done").Says().ShouldContain("数据错误或者同名");
        next.QuerySelector(".zj-queue [aria-current] small").Says().ShouldContain(numbers[1]);
        // what waits for data stays in the list and is not the next one
        (await lu.FormAsync($"/clues/{numbers[2]}/judge", Form(token, ("judgement", "needs-data"), ("from", "市场监管局"), ("what", "卷宗")))).Header("Location").ShouldBe($"{url}&c={numbers[1]}&done={numbers[2]}#clue");
        (await lu.FormAsync($"/clues/{numbers[1]}/judge", Form(token, ("judgement", "follow")))).Header("Location").ShouldBe($"{url}&done={numbers[1]}#clue");
        (await lu.FormAsync($"/clues/{numbers[1]}/judge", Form(token, ("judgement", "follow")))).Should(409).Text.ShouldContain("没有记录");
        (await lu.PageAsync($"{url}&state=all")).QuerySelectorAll("nav[aria-label=状态] a").Select(a => a.Says()).ShouldBe(["待核查 1", "跟进 1", "不采用 1", "全部 3"]);
    }

    [Theory, EveryDatabase]
    public async Task For_another_office_the_page_is_that_of_a_number_that_was_never_given(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var number = await FoundClues.RaiseAsync(server, "hidden");
        var none = $"{number[..^4]}9999";
        using var he = await server.SignInAsync("he");
        string Plain(Answer a, string id) => a.Should(404).Without(id);
        Plain(await he.GetAsync($"/clues/{number}"), number).ShouldBe(Plain(await he.GetAsync($"/clues/{none}"), none));
        Plain(await he.GetAsync($"/clues?c={number}"), number).ShouldBe(Plain(await he.GetAsync($"/clues?c={none}"), none));
        (await he.GetAsync($"/clues?state=all&scope=all&model={FoundClues.Model("hidden")}")).Should(200).Text.ShouldNotContain(number);
        (await he.GetAsync("/clues/models")).Should(200).Text.ShouldNotContain(FoundClues.Model("hidden"));
        var token = await he.AntiforgeryAsync();
        Plain(await he.FormAsync($"/clues/{number}/take", token), number).ShouldBe(Plain(await he.FormAsync($"/clues/{none}/take", token), none));
    }

    [Fact]
    public async Task What_changed_is_said_and_what_was_found_of_the_same_subject_is_linked()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var number = (await FoundClues.RaiseAsync(server, "change", FoundClues.Finding("change", subject: "某变化商行")))[0];
        var other = (await FoundClues.RaiseAsync(server, "alike", FoundClues.Finding("alike", subject: "某变化商行")))[0];
        var lu = (await server.Platform.People.ActorAsync("lu"))!;
        (await server.Platform.Clues.ActAsync(lu, ClueNumber.Parse(number), new JudgeClue(Judgement.SetAside, "below-threshold"))).ShouldBeOfType<ClueOutcome.Done>();
        await server.Platform.Clues.RaiseAsync("run-change-2", [FoundClues.Finding("change", amount: "180000", subject: "某变化商行")], lu);
        using var browser = await server.SignInAsync("lu");
        var page = await browser.PageAsync($"/clues/{number}?lang=en");
        page.QuerySelector(".zj-note[data-s=warn]").Says().ShouldBe("It came back, for the facts changed: amount 61000 → 180000");
        page.QuerySelectorAll($"a[href='/clues/{other}']").Length.ShouldBe(1);
        page.QuerySelectorAll("#timeline li").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_followed_clue_leads_to_a_new_matter_with_its_facts_and_back()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var number = await FoundClues.RaiseAsync(server, "matter");
        var lu = (await server.Platform.People.ActorAsync("lu"))!;
        await server.Platform.Clues.ActAsync(lu, ClueNumber.Parse(number), new JudgeClue(Judgement.Follow));
        using var browser = await server.SignInAsync("lu");
        var link = (await browser.PageAsync($"/clues/{number}")).QuerySelector("a[href^='/matters/new']")!.GetAttribute("href")!;
        var form = await browser.PageAsync(link);
        form.QuerySelector("#title")!.GetAttribute("value").ShouldBe("某商行matterk1");
        form.QuerySelector("#note").Says().ShouldContain(number);
        var fields = form.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        fields["clue"].ShouldBe(number);
        foreach (var (name, value) in new[] { ("title", "假冒滤芯案"), ("on", "2026-09-28"), ("rightType", "TM"), ("secrecy", "internal"), ("holders.0.name", "某公司"), ("persons.0.name", "张某"), ("persons.0.charges", "213"), ("persons.0.measure", "none") })
            fields[name] = value;
        var location = (await browser.FormAsync("/matters/new", fields)).ShouldRedirect();
        location.ShouldStartWith($"/clues/{number}?matter=MS-2026-");
        var back = await browser.PageAsync(location.Split('#')[0]);
        var matter = back.QuerySelector("#matter-matter")!.GetAttribute("value")!;
        (await browser.FormAsync($"/clues/{number}/matter", new(await browser.AntiforgeryAsync()) { ["matter"] = matter })).ShouldRedirect();
        var after = await browser.PageAsync($"/clues/{number}");
        var step = after.QuerySelector($"a[href^='/matters/{matter}/steps/start-civil-supervision']")!.GetAttribute("href")!;
        (await browser.PageAsync(step)).QuerySelector("#reason").Says().ShouldContain("非法经营数额 61000 元");
    }
}
