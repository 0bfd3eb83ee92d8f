using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>
/// One criminal matter from its registration to its closing, over HTTP. Every due date was counted by hand with the calendar of 2026
/// (Spring Festival 15–23 February, with 14 and 28 February worked; 1–5 May; 19–21 June).
/// </summary>
public sealed class CriminalStoryTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task From_registration_to_closing(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, fang, jiang) = (await server.AsAsync("lu"), await server.AsAsync("fang"), await server.AsAsync("jiang"));
        var id = (await lu.PostAsync("/api/matters", new
        {
            title = "测试：假冒跑鞋案",
            on = "2026-01-05",
            rightType = "TM",
            rightHolders = new[] { new { name = "某体育用品公司" } },
            persons = new object[] { new { name = "张某", charges = new[] { "213" }, measure = "detained" }, new { name = "李某", charges = new[] { "214" }, measure = "bail" } },
            actsFrom = "2025-03",
        })).Should(201).Matter;
        var seen = 1L;

        async Task<Answer> Do(Client client, string step, object body)
        {
            var done = (await client.PostAsync($"/api/matters/{id}/{step}", body, ("If-Match", $"\"{seen}\""))).Should(200);
            seen = done.Version;
            return done;
        }
        async Task No(string step, object body, string code, string? article) =>
            (await lu.PostAsync($"/api/matters/{id}/{step}", body, ("If-Match", $"\"{seen}\""))).ShouldBeRefused(code, article);

        // an order of steps that the law does not have
        await No("decide-arrest", new { on = "2026-01-06", outcome = "approved", reason = "x" }, "nobody-in-stage", "刑诉法81、90、91");
        await No("prosecute", new { on = "2026-01-06", court = "某法院", persons = new[] { "P1" } }, "out-of-order", "刑诉法176");
        await No("accept-resubmission", new { on = "2026-01-06" }, "nobody-in-stage", "刑诉法175；规则346");

        // seven days in custody: Tuesday 13 January
        Opened(await Do(fang, "accept-arrest-review", new { on = "2026-01-06", police = "某市公安局", persons = new[] { "P1" } }), ("decide-arrest.P1.1", "2026-01-13"));
        await No("extend-arrest-review", new { on = "2026-01-07", reason = "复杂" }, "detained-review-is-not-extended", "刑诉法91；规则282");
        await No("accept-transfer", new { on = "2026-01-07", transferredBy = "某市公安局", persons = new[] { "P1" } }, "out-of-order", "刑诉法172");
        // two months from 12 January, in custody
        Opened(await Do(lu, "decide-arrest", new { on = "2026-01-12", outcome = "approved", reason = "有逮捕必要", persons = new[] { "P1" } }), ("investigation-custody.P1.1", "2026-03-12"));

        // one month: Friday 13 March for both. The notices fall into the holiday and move to Tuesday 24 February
        var transfer = await Do(fang, "accept-transfer", new { on = "2026-02-13", transferredBy = "某市公安局" });
        Opened(
            transfer,
            ("decide-prosecution.P1.1", "2026-03-13"), ("decide-prosecution.P2.1", "2026-03-13"), ("notify-suspect.P1.1", "2026-02-24"), ("notify-suspect.P2.1", "2026-02-24"),
            ("notify-victim.R1.1", "2026-02-24"), ("notify-right-holder.R1.1", "2026-02-24"));
        transfer.Json["dutiesDischarged"]!.AsArray().Select(d => (string)d!).ShouldBe(["investigation-custody.P1.1"]);
        Discharged(await Do(jiang, "notify-suspect", new { on = "2026-02-14" }), "notify-suspect.P1.1", "notify-suspect.P2.1");
        Discharged(await Do(jiang, "notify-victim", new { on = "2026-02-14" }), "notify-victim.R1.1");
        Discharged(await Do(jiang, "notify-right-holder", new { on = "2026-02-24", receipt = "EMS 1" }), "notify-right-holder.R1.1");
        await No("decide-non-prosecution", new { on = "2026-03-02", kind = "doubtful", reason = "证据不足" }, "doubt-needs-a-return", "刑诉法175第4款；规则367");
        await No("decide-non-prosecution", new { on = "2026-03-02", kind = "special", reason = "重大立功" }, "special-needs-approval", "刑诉法182");

        // one month for the police: Friday 10 April; ten days for the notice about custody: Friday 20 March
        Opened(
            await Do(lu, "return-for-investigation", new { on = "2026-03-10", outline = "一、补充鉴定" }),
            ("supplementary-investigation.P1.1", "2026-04-10"), ("supplementary-investigation.P2.1", "2026-04-10"), ("custody-term-notice.P1.1", "2026-03-20"));
        await No("prosecute", new { on = "2026-03-11", court = "某法院", persons = new[] { "P1" } }, "out-of-order", "刑诉法176");
        Discharged(await Do(jiang, "record-performance", new { on = "2026-03-11", duty = "custody-term-notice.P1.1", proof = "通知书" }), "custody-term-notice.P1.1");

        // counted anew: one month from 8 April is Friday 8 May; the notice about custody stands on Saturday 18 April
        Opened(
            await Do(fang, "accept-resubmission", new { on = "2026-04-08", result = "已补充鉴定" }),
            ("decide-prosecution.P1.2", "2026-05-08"), ("decide-prosecution.P2.2", "2026-05-08"), ("custody-term-notice.P1.2", "2026-04-18"));
        await Do(jiang, "record-performance", new { on = "2026-04-10", duty = "custody-term-notice.P1.2", proof = "通知书" });

        // fifteen days more end on Saturday 23 May: that stands in custody, and moves to Monday for whoever is free
        Opened(await Do(lu, "extend-review", new { on = "2026-05-06", reason = "涉案产品型号众多" }), ("custody-term-notice.P1.3", "2026-05-16"));
        (await DueAsync(lu, id, "decide-prosecution.P1.2")).ShouldBe("2026-05-23");
        (await DueAsync(lu, id, "decide-prosecution.P2.2")).ShouldBe("2026-05-25");
        await No("extend-review", new { on = "2026-05-07", reason = "再延长" }, "already-extended", "刑诉法172；规则351");
        await Do(jiang, "record-performance", new { on = "2026-05-07", duty = "custody-term-notice.P1.3", proof = "通知书" });

        // two months for the court: Monday 20 July
        Opened(await Do(lu, "prosecute", new { on = "2026-05-20", court = "某市中级人民法院" }), ("first-instance.P1.1", "2026-07-20"), ("first-instance.P2.1", "2026-07-20"));
        await No("record-judgment", new { on = "2026-07-10", court = "某市中级人民法院", verdict = "guilty", months = 40, suspendedMonths = 60 }, "probation-up-to-three-years", "刑法72");
        // ten days for a protest: Monday 20 July
        Opened(
            await Do(fang, "record-judgment", new { on = "2026-07-10", court = "某市中级人民法院", verdict = "guilty", months = 36, suspendedMonths = 48, fine = 50000 }),
            ("review-judgment.P1.1", "2026-07-20"), ("review-judgment.P2.1", "2026-07-20"));
        await No("review-judgment", new { on = "2026-07-21", outcome = "protest", reason = "量刑畸轻" }, "term-has-expired", "刑诉法228、230；规则586");
        await No("close-matter", new { on = "2026-07-11" }, "checks-missing", null);
        Discharged(await Do(lu, "review-judgment", new { on = "2026-07-15", outcome = "accepted", reason = "量刑适当" }), "review-judgment.P1.1", "review-judgment.P2.1");

        await Do(lu, "record-check", new { on = "2026-07-16", function = "criminal", outcome = "opened", reason = "已起诉并判决" });
        foreach (var function in new[] { "civil", "administrative", "public-interest" })
            await Do(lu, "record-check", new { on = "2026-07-16", function, outcome = "no-issue", reason = "已查，未发现线索" });
        await Do(lu, "close-matter", new { on = "2026-07-17" });
        await No("record-amount", new { on = "2026-07-18", kind = "sales-amount", yuan = 1, source = "x" }, "matter-closed", null);

        var events = (await lu.GetAsync($"/api/matters/{id}/events")).Should(200).Json["events"]!.AsArray();
        events.Select(e => (string)e!["type"]!).ShouldBe(
        [
            "matter.registered", "criminal.arrest-review-accepted", "criminal.arrest-decided", "criminal.transfer-accepted", "criminal.suspect-notified", "criminal.victim-notified",
            "criminal.right-holder-notified", "criminal.returned", "matter.duty-performed", "criminal.resubmitted", "matter.duty-performed", "criminal.review-extended",
            "matter.duty-performed", "criminal.prosecuted", "criminal.judged", "criminal.judgment-reviewed", "checks.recorded", "checks.recorded", "checks.recorded", "checks.recorded",
            "matter.closed",
        ]);
        events.Select(e => (long)e!["version"]!).ShouldBe(Enumerable.Range(1, events.Count).Select(i => (long)i));
        var closed = (await lu.GetAsync($"/api/matters/{id}")).Json;
        ((string?)closed["closedOn"]).ShouldBe("2026-07-17");
        closed["duties"]!.AsArray().Where(d => (string?)d!["holder"] == "office").ShouldAllBe(d => (string?)d!["status"] == "discharged");
        closed["persons"]!.AsArray().ShouldAllBe(p => (string?)p!["accusations"]![0]!["stage"] == "judged");
        (await server.Platform.Store.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_third_return_is_refused_also_when_two_were_made_elsewhere(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/accept-transfer", new { on = "2026-09-02", transferredBy = "某区人民检察院", earlierReturns = 2 })).Should(200);
        var answer = await lu.PostAsync($"/api/matters/{id}/return-for-investigation", new { on = "2026-09-10", outline = "再查" });
        answer.ShouldBeRefused("third-return", "刑诉法175；规则346、350");
        ((string?)answer.Json["remedy"]!["en"]).ShouldBe("decide not to prosecute for insufficient evidence, or investigate in the procuratorate itself");
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(2);
    }

    private static void Opened(Answer done, params (string Key, string Due)[] duties) =>
        done.Json["dutiesOpened"]!.AsArray().Select(d => ((string)d!["key"]!, (string)d["due"]!)).ShouldBe(duties, ignoreOrder: true);

    private static void Discharged(Answer done, params string[] keys) =>
        done.Json["dutiesDischarged"]!.AsArray().Select(d => (string)d!).ShouldBe(keys, ignoreOrder: true);

    private static async Task<string> DueAsync(Client client, string id, string key) =>
        (string)(await client.GetAsync($"/api/matters/{id}/clocks/{key}")).Should(200).Json["duty"]!["due"]!;
}
