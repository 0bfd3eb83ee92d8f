using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web.Api;

namespace Zhijian.Web.Tests.Api;

public sealed class StepsTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task Registering_answers_with_the_address_and_what_was_recorded(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var answer = (await lu.PostAsync("/api/matters", Some.Matter())).Should(201);
        answer.Matter.ShouldStartWith("MS-2026-");
        answer.Header("Location").ShouldBe($"/api/matters/{answer.Matter}");
        answer.Header("ETag").ShouldBe("\"1\"");
        answer.Version.ShouldBe(1);
        var e = answer.Json["events"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)e["type"]).ShouldBe("matter.registered");
        ((string?)e["actedOn"]).ShouldBe("2026-09-01");
        ((string?)e["actor"]!["name"]).ShouldBe("陆某");
        ((string?)e["recordedAt"]).ShouldBe("2026-09-28T01:00:00.000Z");
    }

    [Theory, EveryDatabase]
    public async Task A_step_answers_with_its_events_and_the_duties_that_it_opened_and_discharged(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var accepted = (await lu.PostAsync($"/api/matters/{id}/accept-arrest-review", new { on = "2026-09-21", police = "某市公安局" })).Should(200);
        accepted.Version.ShouldBe(2);
        var duty = accepted.Json["dutiesOpened"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)duty["key"]).ShouldBe("decide-arrest.P1.1");
        ((string?)duty["due"]).ShouldBe("2026-09-28"); // seven days from the 21st, in custody
        ((string?)duty["subjectName"]).ShouldBe("张某");
        ((string?)duty["article"]!["text"]).ShouldBe("刑诉法91；刑诉规则282");
        var decided = (await lu.PostAsync($"/api/matters/{id}/decide-arrest", new { on = "2026-09-28", outcome = "approved", reason = "有证据证明有犯罪事实" })).Should(200);
        decided.Json["dutiesDischarged"]!.AsArray().Select(d => (string)d!).ShouldBe(["decide-arrest.P1.1"]);
        decided.Json["dutiesOpened"]!.AsArray().Select(d => (string)d!["key"]!).ShouldBe(["investigation-custody.P1.1"]);
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_says_why_on_which_article_and_what_would_make_it_pass(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var body = new { on = "2026-09-02", court = "某市中级人民法院" };
        var answer = (await lu.PostAsync($"/api/matters/{id}/prosecute", body)).ShouldBeProblem(422, "refusal:nobody-in-stage");
        var problem = answer.Json;
        ((string?)problem["code"]).ShouldBe("nobody-in-stage");
        ((string?)problem["title"]).ShouldBe("本案没有可以“提起公诉”的人员");
        ((string?)problem["says"]!["zh"]).ShouldBe((string?)problem["title"]);
        ((string?)problem["says"]!["en"]).ShouldBe("nobody in this matter is at a stage in which “Indict” is open");
        ((string?)problem["basis"]).ShouldBe("刑诉法176");
        ((string?)problem["basisStatus"]).ShouldBe("verified");
        ((string?)problem["remedy"]!["en"]).ShouldBe("accept the transfer first; when returned, wait for the resubmission");
        ((string?)problem["detail"])!.ShouldEndWith("（刑诉法176）");
        ((string?)problem["field"]).ShouldBe("persons");
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("?lang=en", "zh-CN", "not found")]
    [InlineData("?lang=zh", "en", "没有找到")]
    [InlineData("", "en-GB,en;q=0.9,zh;q=0.5", "not found")]
    [InlineData("", "zh-CN,en;q=0.9", "没有找到")]
    [InlineData("", "fr;q=1, en;q=0.8, zh;q=0.9", "没有找到")]
    [InlineData("", "de", "没有找到")]
    [InlineData("", "*", "没有找到")]
    public async Task The_title_is_in_the_language_that_was_asked_for(string query, string accepts, string title)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var answer = (await lu.GetAsync("/api/matters/MS-2026-9999" + query, ("Accept-Language", accepts))).ShouldBeProblem(404, "not-found");
        ((string?)answer.Json["title"]).ShouldBe(title);
        answer.Headers.ShouldNotContainKey("Set-Cookie");
    }

    [Theory]
    [InlineData("""{"on":"2026-09-02","transferredBy":"某局","transferedBy":"某局"}""", "transferedBy", "“受理移送审查起诉”没有栏目“transferedBy”")]
    [InlineData("""{"on":"2026-09-02","TransferredBy":"某局","transferredBy":"x"}""", "TransferredBy", "“受理移送审查起诉”没有栏目“TransferredBy”")]
    [InlineData("""{"transferredBy":"某局"}""", "on", "“收到案卷日期”未填")]
    [InlineData("""{"on":null,"transferredBy":"某局"}""", "on", "“收到案卷日期”未填")]
    [InlineData("""{"on":"2026-13-02","transferredBy":"某局"}""", "on", "“收到案卷日期”须为日期，如 2026-09-28")]
    [InlineData("""{"on":"2026-9-2","transferredBy":"某局"}""", "on", "“收到案卷日期”须为日期，如 2026-09-28")]
    [InlineData("""{"on":20260902,"transferredBy":"某局"}""", "on", "“收到案卷日期”须为日期，如 2026-09-28")]
    [InlineData("""{"on":"2026-09-02","transferredBy":7}""", "transferredBy", "“移送机关”须为文本")]
    [InlineData("""{"on":"2026-09-02","transferredBy":"某局","earlierReturns":"1"}""", "earlierReturns", "“此前已退回补充侦查次数”须为整数")]
    [InlineData("""{"on":"2026-09-02","transferredBy":"某局","earlierReturns":1.5}""", "earlierReturns", "“此前已退回补充侦查次数”须为整数")]
    [InlineData("""{"on":"2026-09-02","transferredBy":"某局","persons":"P1"}""", "persons", "“人员”须为文本数组")]
    [InlineData("""{"on":"2026-09-02","transferredBy":"某局","persons":[null]}""", "persons[0]", "“人员”的列表中有 null（persons[0]）")]
    [InlineData("""{"on":"2026-09-02","transferredBy":"某\u0000局"}""", "transferredBy", "“移送机关”含有控制字符")]
    [InlineData("""{"on":"2026-09-02","transferredBy":"\ud800"}""", "transferredBy", "“移送机关”含有控制字符")]
    [InlineData("[]", "", "请求体须为 JSON 对象")]
    [InlineData("null", "", "请求体须为 JSON 对象")]
    [InlineData("{", "", "请求体不是 JSON（第 1 行），或同一栏目出现两次")]
    [InlineData("", "", "请求体不是 JSON（第 1 行），或同一栏目出现两次")]
    [InlineData("""{"on":"2026-09-02","on":"2026-09-03","transferredBy":"某局"}""", "", "请求体不是 JSON（第 1 行），或同一栏目出现两次")]
    public async Task What_is_wrong_with_a_field_is_said_at_that_field(string body, string field, string says)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var answer = (await lu.PostAsync("/api/matters/MS-2026-0001/accept-transfer", body)).ShouldBeProblem(400, "fields");
        var (name, messages) = answer.Json["errors"]!.AsObject().ShouldHaveSingleItem();
        name.ShouldBe(field);
        messages!.AsArray().Select(m => (string)m!).ShouldBe([says]);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_down_to_the_place_in_a_list()
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var body = """
            {"on":"x","rightHolders":[{"nam":"某公司"}],"persons":[{"name":"张某","charges":["213"]},{"name":"李某"}],
             "amounts":[{"kind":"sales-amount","yuan":1.005,"source":"x"}],"secrecy":"top","colour":"red"}
            """;
        var errors = (await lu.PostAsync("/api/matters?lang=en", body)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject();
        errors.Select(e => e.Key).Order(StringComparer.Ordinal).ShouldBe(["amounts[0].yuan", "colour", "on", "persons[1]", "rightHolders[0].nam", "rightType", "secrecy", "title"]);
        ((string?)errors["secrecy"]![0]).ShouldBe("“Secrecy” must be one of internal, circle");
        errors.ToJsonString().ShouldNotContain("Zhijian.");
        errors.ToJsonString().ShouldNotContain("BytePosition");
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_said_to_be_so()
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        using var content = new ByteArrayContent([0x7B, 0xFF, 0x7D]);
        content.Headers.ContentType = new("application/json");
        (await lu.SendAsync(HttpMethod.Post, "/api/matters", content)).ShouldBeProblem(400, "fields").Json["errors"]![""]![0]!.ToString().ShouldBe("请求体不是 UTF-8");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/merge-patch+json")]
    [InlineData(null)]
    public async Task Another_content_type_is_not_read(string? type)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Some.Matter().ToJsonString()));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await lu.SendAsync(HttpMethod.Post, "/api/matters", content)).ShouldBeProblem(415, "content-type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_not_read(bool withLength)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"title":"{{new string('x', Body.MaxBytes)}}"}"""));
        content.Headers.ContentType = new("application/json");
        if (!withLength)
            content.Headers.ContentLength = null;
        var answer = (await lu.SendAsync(HttpMethod.Post, "/api/matters", content, withLength ? [] : [("Transfer-Encoding", "chunked")])).ShouldBeProblem(413, "too-large");
        ((long)answer.Json["limit"]!).ShouldBe(Body.MaxBytes);
    }

    [Fact]
    public async Task Without_a_sign_in_there_is_no_redirect_but_a_problem()
    {
        using var nobody = (await servers.OfAsync(Dialect.Sqlite)).Anonymous();
        foreach (var path in new[] { "/api/me", "/api/matters", "/api/matters/MS-2026-0001", "/api/work", "/api/log/verify" })
            (await nobody.GetAsync(path)).ShouldBeProblem(401, "unauthenticated").Header("WWW-Authenticate").ShouldBe("Bearer");
        (await nobody.PostAsync("/api/matters", Some.Matter())).ShouldBeProblem(401, "unauthenticated");
        (await nobody.PostAsync("/api/matters/MS-2026-0001/accept-transfer", "{}")).ShouldBeProblem(401, "unauthenticated");
    }

    [Theory, EveryDatabase]
    public async Task Without_the_role_the_answer_names_the_roles_that_may(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var id = await Some.MatterInReviewAsync(await server.AsAsync("lu"));
        var answer = await (await server.AsAsync("jiang")).PostAsync($"/api/matters/{id}/prosecute", new { on = "2026-09-02", court = "某法院" });
        answer.ShouldBeProblem(403, "forbidden").Json["neededRoles"]!.AsArray().Select(r => (string)r!).ShouldBe(["prosecutor"]);
        (await (await server.AsAsync("admin")).PostAsync("/api/matters", Some.Matter())).ShouldBeProblem(403, "forbidden");
        (await (await server.AsAsync("qin")).PostAsync($"/api/matters/{id}/prosecute", new { on = "2026-09-02", court = "某法院" })).ShouldBeProblem(403, "forbidden");
        (await (await server.AsAsync("qin")).GetAsync($"/api/matters/{id}")).Should(200);
    }

    [Theory]
    [InlineData("no-such-step")]
    [InlineData("register-matter")]
    [InlineData("Accept-Transfer-")]
    [InlineData("record-history")]
    public async Task An_unknown_step_is_not_found(string step)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/{step}", "{}")).ShouldBeProblem(404, "not-found");
    }

    [Theory]
    [InlineData("MS-2026-99999999")]
    [InlineData("ms-2026-0001")]
    [InlineData("person%2Flu")]
    [InlineData("..%2F..")]
    [InlineData("MS-2026-0001%0A")]
    public async Task What_is_no_id_is_not_found(string id)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        (await lu.GetAsync($"/api/matters/{id}")).ShouldBeProblem(404, "not-found");
        (await lu.PostAsync($"/api/matters/{id}/close-matter", new { on = "2026-09-28" })).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task Another_method_is_told_which_ones_there_are()
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        (await lu.SendAsync(HttpMethod.Delete, "/api/matters/MS-2026-0001", null)).ShouldBeProblem(405, "method").Header("Allow").ShouldBe("GET");
        (await lu.GetAsync("/api/matters/MS-2026-0001/prosecute")).ShouldBeProblem(405, "method").Header("Allow").ShouldBe("POST");
    }

    [Theory]
    [InlineData("1800-01-01", "date-too-early")]
    [InlineData("0001-01-01", "date-too-early")]
    [InlineData("9999-12-31", "date-in-future")]
    [InlineData("2026-09-29", "date-in-future")]
    public async Task An_impossible_day_is_refused_not_an_error(string on, string code)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        (await lu.PostAsync("/api/matters", Some.Matter(on: on))).ShouldBeRefused(code, null);
    }

    [Theory, EveryDatabase]
    public async Task Every_step_takes_its_example_and_answers_with_done_or_a_refusal(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        foreach (var (step, body) in Some.Steps(server))
        {
            StepForm.FromJson(step, body.ToJsonString()).Errors.ShouldBeEmpty(step.Name);
            if (step.Name is "attach-document")
                continue;
            foreach (var person in new[] { "lu", "zhou", "fang", "jiang" })
            {
                var client = await server.AsAsync(person);
                var path = step.Name == "register-matter" ? "/api/matters" : $"/api/matters/{await Some.MatterInReviewAsync(await server.AsAsync("lu"))}/{step.Name}";
                ((int)(await client.PostAsync(path, body)).Status).ShouldBeOneOf(200, 201, 403, 422);
            }
        }
    }
}
