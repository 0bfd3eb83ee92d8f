using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

public sealed class ReadingTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_matter_is_read_with_its_persons_clocks_amounts_and_checks(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/record-amount", new { on = "2026-09-02", kind = "sales-amount", yuan = 126000.50m, source = "鉴定意见" })).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/record-check", new { on = "2026-09-03", function = "civil", outcome = "no-issue", reason = "无民事监督线索" })).Should(200);
        var answer = (await lu.GetAsync($"/api/matters/{id}")).Should(200);
        answer.Type.ShouldBe("application/json; charset=utf-8");
        answer.Header("ETag").ShouldBe("\"4\"");
        var m = answer.Json;
        ((string?)m["id"]).ShouldBe(id);
        ((string?)m["caseNumber"]).ShouldBe($"知产案〔2026〕{id[^4..]}号");
        ((string?)m["unit"]).ShouldBe("某市人民检察院");
        ((string?)m["lead"]!["name"]).ShouldBe("陆某");
        ((string?)m["headline"]!["zh"]).ShouldBe("审查起诉 1");
        m["tracks"]!.AsArray().Select(t => (string)t!).ShouldBe(["criminal"]);
        var person = m["persons"]![0]!;
        ((string?)person["measure"]).ShouldBe("detained");
        ((string?)person["accusations"]![0]!["charge"]).ShouldBe("213");
        ((string?)person["accusations"]![0]!["chargeTitle"]!["zh"]).ShouldBe("假冒注册商标罪");
        ((string?)person["accusations"]![0]!["stage"]).ShouldBe("prosecution-review");
        ((string?)person["accusations"]![0]!["since"]).ShouldBe("2026-09-02");
        m["amounts"]![0]!["yuan"]!.ToJsonString().ShouldBe("126000.50");
        ((string?)m["checks"]![0]!["by"]!["name"]).ShouldBe("陆某");
        var duty = m["duties"]!.AsArray().Single(d => (string?)d!["key"] == "decide-prosecution.P1.1")!;
        ((string?)duty["due"]).ShouldBe("2026-10-02"); // one month, in custody: the holiday does not move it
        ((string?)duty["status"]).ShouldBe("open");
        duty["question"].ShouldBeNull();
        answer.Text.ShouldContain("张某"); // Chinese is not escaped
    }

    [Theory, EveryDatabase]
    public async Task A_clock_is_opened_into_the_steps_of_its_count(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        var clocks = (await lu.GetAsync($"/api/matters/{id}/clocks")).Should(200);
        clocks.Json["clocks"]!.AsArray().Select(c => (string)c!["key"]!).ShouldBe(
            ["decide-prosecution.P1.1", "notify-suspect.P1.1", "notify-right-holder.R1.1", "notify-victim.R1.1"], ignoreOrder: true);
        clocks.Header("ETag").ShouldBe("\"2\"");
        var clock = (await lu.GetAsync($"/api/matters/{id}/clocks/decide-prosecution.P1.1")).Should(200).Json;
        clock["steps"]!.AsArray().Select(s => (string)s!["running"]!).ShouldBe(["2026-09-02", "2026-09-03", "2026-10-02", "2026-10-02"]);
        ((string?)clock["steps"]![3]!["what"]!["zh"]).ShouldBe("在押，末日遇休息日不顺延");
        ((string?)clock["steps"]![2]!["basis"]!["text"]).ShouldBe("刑诉法172；刑诉规则351");
        (await lu.GetAsync($"/api/matters/{id}/clocks/decide-prosecution.P9.1")).ShouldBeProblem(404, "not-found");
    }

    [Theory, EveryDatabase]
    public async Task The_log_of_a_matter_shows_who_did_what_and_which_entry_was_corrected(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/propose-correction", new { on = "2026-09-04", target = 2, field = "on", value = "2026-09-03", reason = "收案日期误录" })).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/confirm-correction", new { on = "2026-09-04", proposal = 3 })).ShouldBeProblem(422, "refusal:needs-a-second-person");
        (await shen.PostAsync($"/api/matters/{id}/confirm-correction", new { on = "2026-09-04", proposal = 3 })).Should(200);
        var events = (await lu.GetAsync($"/api/matters/{id}/events")).Should(200).Json["events"]!.AsArray();
        events.Select(e => (long)e!["version"]!).ShouldBe([1, 2, 3, 4]);
        ((bool)events[1]!["corrected"]!).ShouldBeTrue();
        ((string?)events[1]!["actedOn"]).ShouldBe("2026-09-03");
        ((string?)events[1]!["data"]!["on"]).ShouldBe("2026-09-03");
        ((string?)events[3]!["actor"]!["name"]).ShouldBe("沈某");
        events.ShouldAllBe(e => ((string)e!["hash"]!).Length == 64);
        (await lu.GetAsync($"/api/matters/{id}/clocks/decide-prosecution.P1.1")).Json["duty"]!["due"]!.ToString().ShouldBe("2026-10-03");
    }

    [Theory, EveryDatabase]
    public async Task Matters_are_found_by_all_their_words_and_paged(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add(await Some.MatterAsync(lu, "测试：假冒琉璃瓦案"));
        var page = (await lu.GetAsync("/api/matters?q=琉璃瓦+张某&limit=2&offset=0")).Should(200).Json;
        ((int)page["total"]!).ShouldBe(3);
        page["items"]!.AsArray().Select(i => (string)i!["id"]!).ShouldBe([ids[2], ids[1]]);
        (await lu.GetAsync("/api/matters?q=琉璃瓦&limit=2&offset=2")).Json["items"]!.AsArray().Select(i => (string)i!["id"]!).ShouldBe([ids[0]]);
        ((int)(await lu.GetAsync("/api/matters?q=琉璃瓦+李某")).Json["total"]!).ShouldBe(0);
        (await lu.GetAsync("/api/matters?q=%25")).ShouldBeProblem(400, "fields"); // a sign of the database's language means nothing, and alone it asks for nothing
        ((int)(await lu.GetAsync("/api/matters?q=琉璃瓦&published=true")).Json["total"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/matters?limit=0", "limit")]
    [InlineData("/api/matters?limit=201", "limit")]
    [InlineData("/api/matters?limit=ten", "limit")]
    [InlineData("/api/matters?offset=-1", "offset")]
    [InlineData("/api/matters?published=yes", "published")]
    [InlineData("/api/matters?query=x", "query")]
    [InlineData("/api/matters?q=a&q=b", "q")]
    [InlineData("/api/work?stage=trial", "stage")]
    [InlineData("/api/work?holder=1", "holder")]
    [InlineData("/api/work?dueTo=tomorrow", "dueTo")]
    [InlineData("/api/work?inCustody=1", "inCustody")]
    [InlineData("/api/work?limit=1001", "limit")]
    [InlineData("/api/work?lead=lu", "lead")]
    public async Task A_condition_that_cannot_be_read_is_an_error_and_not_left_out(string path, string parameter)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        (await lu.GetAsync(path)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(parameter);
    }

    [Theory, EveryDatabase]
    public async Task Work_is_what_the_asker_leads_unless_more_is_asked_for(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var shen = await server.AsAsync("shen");
        var id = await Some.MatterInReviewAsync(shen);
        var mine = (await shen.GetAsync("/api/work?limit=1000")).Should(200).Json;
        mine["items"]!.AsArray().ShouldAllBe(i => (string?)i!["lead"] == "shen");
        ((int)mine["total"]!).ShouldBe(mine["items"]!.AsArray().Count);
        var item = mine["items"]!.AsArray().Single(i => (string?)i!["matter"] == id && (string?)i["step"] == "prosecute")!;
        ((string?)item["due"]).ShouldBe("2026-10-02");
        ((string?)item["subjects"]).ShouldBe("张某");
        ((string?)item["custody"]).ShouldBe("detained");
        (await (await server.AsAsync("lu")).GetAsync("/api/work?limit=1000")).Text.ShouldNotContain(id);
        (await (await server.AsAsync("lu")).GetAsync("/api/work?who=shen&limit=1000")).Text.ShouldContain(id);
        (await (await server.AsAsync("lu")).GetAsync("/api/work?who=all&limit=1000")).Text.ShouldContain(id);
        (await shen.GetAsync("/api/work?step=prosecute&dueFrom=2026-10-02&dueTo=2026-10-02&inCustody=true&fixed=true&track=criminal&stage=prosecution-review&holder=office")).Text.ShouldContain(id);
        (await shen.GetAsync("/api/work?dueTo=2026-09-01")).Text.ShouldNotContain(id);
    }

    [Theory, EveryDatabase]
    public async Task Me_is_who_the_token_says(Dialect dialect)
    {
        var me = (await (await (await servers.OfAsync(dialect)).AsAsync("fang")).GetAsync("/api/me")).Should(200).Json;
        ((string?)me["id"]).ShouldBe("fang");
        ((string?)me["unit"]!["name"]).ShouldBe("某市人民检察院");
        me["roles"]!.AsArray().Select(r => (string)r!).ShouldBe(["case-manager"]);
        ((string?)me["signedInBy"]).ShouldBe("token");
        me["steps"]!.AsArray().Select(s => (string)s!).ShouldContain("assign-matter");
        me["steps"]!.AsArray().Select(s => (string)s!).ShouldNotContain("prosecute");
    }

    [Theory, EveryDatabase]
    public async Task The_log_is_verified_for_administrators_and_case_management_and_unknown_to_others(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        foreach (var person in new[] { "admin", "fang" })
        {
            var verdict = (await (await server.AsAsync(person)).GetAsync("/api/log/verify")).Should(200).Json;
            ((bool)verdict["isWhole"]!).ShouldBeTrue();
            ((long)verdict["events"]!).ShouldBeGreaterThan(100);
            ((string?)verdict["keyId"]).ShouldBe(server.Platform.Store.Signer.KeyId);
        }
        foreach (var person in new[] { "lu", "jiang", "zhou", "qin", "he" })
            (await (await server.AsAsync(person)).GetAsync("/api/log/verify")).Without().ShouldBe(
                (await (await server.AsAsync(person)).GetAsync("/api/log/nothing")).Without());
    }
}
