using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web.Tests.Pages;

namespace Zhijian.Web.Tests.Api;

/// <summary>
/// One matter in which all four functions work side by side, over HTTP: three suspects with two charges each in three states, each proceeding opened from a
/// question of the four-check board. Due dates were checked by hand with the calendar of 2026 (4–6 April, 1–5 May and 19–21 June are holidays).
/// </summary>
public sealed class FourTracksStoryTests(Servers servers)
{
    /// <summary>Who takes which step with which fields, and the duties that it opens; or, after “!”, the code and the article by which it is refused.</summary>
    private static readonly (string Who, string Step, string Fields, string Then)[] Opening =
    [
        ("fang", "accept-transfer", """{"on":"2026-02-25","transferredBy":"某市公安局"}""", "decide-prosecution.P1.1=2026-03-25 notify-suspect.P1.1=2026-02-28 decide-prosecution.P2.1=2026-03-25 notify-suspect.P2.1=2026-02-28 decide-prosecution.P3.1=2026-03-25 notify-suspect.P3.1=2026-02-28 notify-right-holder.R1.1=2026-03-09 notify-victim.R1.1=2026-02-28"),
        ("jiang", "notify-suspect", """{"on":"2026-02-26"}""", ""),
        ("jiang", "notify-victim", """{"on":"2026-02-26"}""", ""),
        ("jiang", "notify-right-holder", """{"on":"2026-03-02","receipt":"EMS"}""", ""),
        ("lu", "return-for-investigation", """{"on":"2026-03-10","outline":"一、补充鉴定","persons":["P3"]}""", "supplementary-investigation.P3.1=2026-04-10"),
        ("lu", "prosecute", """{"on":"2026-03-20","court":"某市中级人民法院","persons":["P1"]}""", "first-instance.P1.1=2026-05-20"),
        ("lu", "decide-non-prosecution", """{"on":"2026-03-20","kind":"discretionary","reason":"情节轻微","persons":["P2"]}""", "transfer-for-penalty.P2.1=2026-03-25"),
        ("lu", "record-finding", """{"on":"2026-03-02","kind":"wrong-civil-judgment","foundIn":"criminal","what":"判决以合法来源免除李某赔偿，微信记录显示其知道是假货","material":"object","source":"卷二41页","court":"某省高级人民法院","caseNumber":"（2025）某民终12号","parties":"某酒业公司、李某","effectiveOn":"2025-06-30"}""", ""),
        ("lu", "start-administrative-supervision", """{"on":"2026-03-03","check":"wrong-civil-judgment.D1.1","reason":"x","object":"judgment","court":"某院","level":"basic","caseNumber":"（2025）某行终1号","parties":"a","kind":"trademark","organ":"b","act":"c","effectiveOn":"2025-01-01"}""", "!check-leads-elsewhere "),
        ("lu", "start-civil-supervision", """{"on":"2026-03-03","check":"wrong-civil-judgment.D1.1","ground":"major-impact"}""", "civil-review.C1.1=2026-06-03"),
        ("lu", "record-finding", """{"on":"2026-03-04","kind":"doubtful-registration","foundIn":"criminal","what":"第33类注册商标系抢注，一审二审均维持","material":"official-paper","source":"卷三","organ":"国家知识产权局","court":"北京市高级人民法院","caseNumber":"（2024）京行终100号","parties":"某酒业公司诉国家知识产权局","effectiveOn":"2024-12-20","act":"商标无效宣告请求裁定","actNumber":"商评字〔2023〕1号","actOn":"2023-05-10"}""", ""),
        ("lu", "start-administrative-supervision", """{"on":"2026-03-05","check":"doubtful-registration.D2.1"}""", "administrative-review.A1.1=2026-06-05"),
        ("lu", "record-finding", """{"on":"2026-03-05","kind":"harm-food-drug","foundIn":"criminal","what":"假酒仍在三家超市销售，甲醇超标","material":"opinion","source":"检验报告","organ":"某县市场监督管理局"}""", ""),
        ("lu", "file-public-interest", """{"on":"2026-03-06","check":"harm-food-drug.D3.1","line":"administrative"}""", "serve-filing-decision.G1.1=2026-03-13"),
        ("lu", "record-finding", """{"on":"2026-03-06","kind":"agency-not-transferring","foundIn":"administrative","what":"2025-03 罚款5万元，货值18万元，没有移送","material":"official-paper","source":"处罚卷","organ":"某县市场监督管理局"}""", ""),
        ("lu", "accept-filing-supervision", """{"on":"2026-03-09","check":"agency-not-transferring.D4.1"}""", ""),
        ("lu", "record-finding", """{"on":"2026-03-09","kind":"governance-gap","foundIn":"public-interest","what":"辖区散酒备案无人核查","material":"object","source":"走访笔录","organ":"某县商务局"}""", ""),
        ("lu", "open-suggestion", """{"on":"2026-03-10","check":"governance-gap.D5.1"}""", ""),
    ];

    private static readonly (string Who, string Step, string Fields, string Then)[] Ending =
    [
        ("lu", "decide-civil-supervision", """{"on":"2026-04-20","decision":"request-protest","reason":"新证据足以推翻"}""", "civil-documents.C1.1=2026-05-06"),
        ("lu", "send-civil-documents", """{"on":"2026-04-22","document":"提请抗诉报告书1号","to":"最高人民检察院"}""", ""),
        ("lu", "record-civil-court-receipt", """{"on":"2026-04-23"}""", "!proceeding-out-of-order 民诉法222；民诉解释415、417"),
        ("lu", "record-civil-higher-answer", """{"on":"2026-05-20","answer":"protested","office":"最高人民检察院","document":"抗诉书"}""", ""),
        ("fang", "record-civil-court-receipt", """{"on":"2026-05-25","receipt":"签收"}""", "civil-court-protest.C1.1=2026-06-24"),
        ("fang", "record-civil-court-reply", """{"on":"2026-06-20","reply":"retrial","document":"再审裁定"}""", ""),
        ("fang", "record-civil-retrial", """{"on":"2026-08-20","result":"changed","document":"再审判决"}""", ""),
        ("lu", "assess-administrative-act", """{"on":"2026-04-10","outcome":"defect","reason":"引证商标的知名证据没有审查"}""", ""),
        ("lu", "decide-administrative-supervision", """{"on":"2026-05-10","decision":"request-protest","reason":"裁判和裁定均有误","committee":"2026年第3次"}""", "administrative-documents.A1.1=2026-05-25"),
        ("lu", "send-administrative-documents", """{"on":"2026-05-12","document":"提请抗诉报告书2号","to":"最高人民检察院"}""", ""),
        ("lu", "record-administrative-higher-answer", """{"on":"2026-06-10","answer":"declined","office":"最高人民检察院"}""", ""),
        ("lu", "assess-administrative-act", """{"on":"2026-06-20","outcome":"corrected","reason":"国家知识产权局自行撤销","document":"撤销决定"}""", ""),
        ("lu", "settle-administrative-dispute", """{"on":"2026-06-25","who":"国家知识产权局","what":"重新作出裁定"}""", "!proceeding-out-of-order 行政监督规则56"),
        ("fang", "send-public-paper", """{"on":"2026-03-10","paper":"filing-decision","proof":"回证"}""", ""),
        ("lu", "finish-public-inquiry", """{"on":"2026-03-20","done":"抽检","findings":"三家超市仍在销售"}""", ""),
        ("lu", "decide-public-suggestion", """{"on":"2026-03-25","content":"依法查处","document":"检建1号"}""", "serve-public-suggestion.G1.1=2026-03-30"),
        ("jiang", "serve-public-suggestion", """{"on":"2026-03-27","receipt":"签收","urgent":true,"urgentReason":"危害人身健康"}""", "answer-public-suggestion-urgent.G1.1=2026-04-13 register-public-suggestion.G1.1=2026-04-01"),
        ("jiang", "send-public-paper", """{"on":"2026-03-30","paper":"suggestion","proof":"备案"}""", ""),
        ("jiang", "record-organ-reply", """{"on":"2026-04-10","reply":"acted","content":"已下架销毁"}""", ""),
        ("lu", "evaluate-rectification", """{"on":"2026-04-20","result":"done","checked":"回访三家超市"}""", ""),
        ("lu", "record-public-effect", """{"on":"2026-05-20","restored":"无销售","proof":"回访笔录","effect":"full"}""", ""),
        ("lu", "end-public-interest", """{"on":"2026-05-21","reason":"整改到位"}""", ""),
        ("lu", "advise-transfer", """{"on":"2026-03-11","opinion":"应当移送"}""", ""),
        ("lu", "record-transfer-answer", """{"on":"2026-04-02","answer":"transferred","detail":"已移送公安机关"}""", ""),
        ("lu", "draft-suggestion", """{"on":"2026-03-12","problem":"无人核查","content":"建立核查制度"}""", ""),
        ("zhou", "approve-suggestion", """{"on":"2026-03-13","by":"chief","approval":"approved"}""", "!governance-needs-review 检察建议规定11、17—21"),
        ("jiang", "review-suggestion", """{"on":"2026-03-13","result":"passed","opinion":"同意"}""", ""),
        ("zhou", "approve-suggestion", """{"on":"2026-03-16","by":"chief","approval":"approved","document":"检建2号"}""", ""),
        ("jiang", "serve-suggestion", """{"on":"2026-03-18","receipt":"签收"}""", "answer-suggestion.S1.1=2026-05-18 register-suggestion.S1.1=2026-03-23"),
        ("lu", "register-suggestion", """{"on":"2026-03-20","proof":"备案"}""", ""),
        ("jiang", "record-suggestion-reply", """{"on":"2026-05-06","reply":"accepted","content":"已建立"}""", ""),
        ("lu", "evaluate-suggestion", """{"on":"2026-05-20","result":"done","visit":"回访"}""", ""),
        ("lu", "transfer-for-penalty", """{"on":"2026-03-23","reason":"仍是商标侵权","persons":["P2"]}""", ""),
        ("lu", "register-penalty-review", """{"on":"2026-03-23","number":"行检1号"}""", "review-penalty.L1.1=2026-04-07"),
        ("lu", "consult-on-penalty", """{"on":"2026-03-25","whom":"procuratorate","name":"某省某市人民检察院","question":"是否提出检察意见"}""", ""),
        ("lu", "record-penalty-consultation", """{"on":"2026-03-30","advice":"agrees","content":"复函"}""", ""),
        ("lu", "decide-penalty-opinion", """{"on":"2026-04-02","agency":"某省某市市场监督管理局","place":"other-province","content":"依商标法60处罚","chief":"周检察长"}""", ""),
        ("jiang", "serve-penalty-opinion", """{"on":"2026-04-07","receipt":"签收","withDecision":true,"through":"某省某市人民检察院"}""", "answer-penalty-opinion.L1.1=2026-06-07"),
        ("jiang", "record-penalty-reply", """{"on":"2026-05-28","result":"punished","kind":"fine","number":"市监罚1号","punishedOn":"2026-05-20","fine":30000}""", ""),
        ("lu", "evaluate-penalty-reply", """{"on":"2026-06-01","result":"agree","reason":"处罚适当"}""", ""),
        ("fang", "accept-resubmission", """{"on":"2026-04-08","result":"已补充鉴定"}""", "decide-prosecution.P3.2=2026-05-08"),
        ("lu", "prosecute", """{"on":"2026-04-30","court":"某市中级人民法院","persons":["P3"]}""", "first-instance.P3.1=2026-06-30"),
        ("fang", "record-judgment", """{"on":"2026-05-15","court":"某市中级人民法院","verdict":"guilty","months":24,"fine":50000,"persons":["P1"]}""", "review-judgment.P1.1=2026-05-25"),
        ("lu", "review-judgment", """{"on":"2026-05-20","outcome":"accepted","reason":"适当","persons":["P1"]}""", ""),
        ("fang", "record-judgment", """{"on":"2026-06-25","court":"某市中级人民法院","verdict":"guilty","months":12,"suspendedMonths":12,"fine":20000,"persons":["P3"]}""", "review-judgment.P3.1=2026-07-06"),
        ("lu", "review-judgment", """{"on":"2026-06-30","outcome":"accepted","reason":"适当","persons":["P3"]}""", ""),
        ("lu", "close-matter", """{"on":"2026-08-25"}""", "!checks-missing "),
        ("lu", "record-check", """{"on":"2026-08-25","function":"criminal","outcome":"opened","reason":"已办结"}""", ""),
        ("lu", "record-check", """{"on":"2026-08-25","function":"civil","outcome":"opened","reason":"已办结"}""", ""),
        ("lu", "record-check", """{"on":"2026-08-25","function":"administrative","outcome":"opened","reason":"已办结"}""", ""),
        ("lu", "record-check", """{"on":"2026-08-25","function":"public-interest","outcome":"opened","reason":"已办结"}""", ""),
        ("lu", "close-matter", """{"on":"2026-08-26"}""", ""),
    ];

    [Theory, EveryDatabase]
    public async Task Four_functions_work_side_by_side_and_the_matter_closes(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var lu = await server.AsAsync("lu");
        var id = (await lu.PostAsync("/api/matters", new
        {
            title = "测试：假冒白酒案", on = "2026-01-05", rightType = "TM", rightName = "某窖", goods = "白酒", rightHolders = new[] { new { name = "某酒业公司" } },
            persons = new object[]
            {
                new { name = "张某", charges = new[] { "213", "214" }, measure = "detained" }, new { name = "李某", charges = new[] { "213", "214" }, measure = "bail" },
                new { name = "王某", charges = new[] { "214", "215" }, measure = "bail" },
            },
            actsFrom = "2024-03", actsTo = "2025-11",
        })).Should(201).Matter;

        await PlayAsync(server, id, Opening);
        var open = (await lu.GetAsync($"/api/matters/{id}")).Should(200).Json;
        Stages(open).ShouldBe(
        [
            "P1 213 indicted", "P1 214 indicted", "P2 213 not-prosecuted", "P2 214 not-prosecuted", "P3 214 returned", "P3 215 returned",
            "C1 civil accepted", "A1 administrative accepted", "G1 public-interest filed", "F1 criminal accepted", "S1 public-interest opened",
        ]);
        open["proceedings"]![0]!["facts"]!["court"]!.ToString().ShouldBe("某省高级人民法院"); // from the finding, typed once
        open["uses"]!.AsArray().Select(u => $"{u!["item"]} {u["from"]}>{u["to"]} {u["proceeding"]}").ShouldBe(["D1 criminal>civil C1", "D2 criminal>administrative A1", "D3 criminal>public-interest G1", "D4 administrative>criminal F1"]);
        using (var browser = await server.SignInAsync("lu"))
        {
            var page = (await browser.PageAsync($"/matters/{id}")).QuerySelector("main").Says();
            foreach (var shown in new[] { "已起诉", "不起诉", "退回补充侦查", "C1", "A1", "G1", "F1", "S1" })
                page.ShouldContain(shown);
        }

        await PlayAsync(server, id, Ending);
        var closed = (await lu.GetAsync($"/api/matters/{id}")).Should(200).Json;
        Stages(closed).ShouldBe(
        [
            "P1 213 judged", "P1 214 judged", "P2 213 not-prosecuted", "P2 214 not-prosecuted", "P3 214 judged", "P3 215 judged",
            "C1 civil retried", "A1 administrative declined", "G1 public-interest ended", "F1 criminal transferred", "S1 public-interest ended", "L1 administrative ended",
        ]);
        closed["questions"]!.AsArray().ShouldAllBe(q => q!["outcome"] != null);
        closed["duties"]!.AsArray().Where(d => (string?)d!["holder"] == "office").ShouldAllBe(d => (string?)d!["status"] == "discharged");
        (await server.Platform.Store.VerifyAsync()).Why.ShouldBeNull();
    }

    private static async Task PlayAsync(Server server, string id, (string Who, string Step, string Fields, string Then)[] steps)
    {
        foreach (var (who, step, fields, then) in steps)
        {
            var answer = await (await server.AsAsync(who)).PostAsync($"/api/matters/{id}/{step}", JsonNode.Parse(fields)!);
            if (then.StartsWith('!'))
                answer.ShouldBeRefused(then[1..].Split(' ')[0], then.Split(' ')[1] is { Length: > 0 } article ? article : null);
            else
                string.Join(' ', answer.Should(200).Json["dutiesOpened"]!.AsArray().Select(d => $"{d!["key"]}={d["due"]}")).ShouldBe(then, step);
        }
    }

    private static IEnumerable<string> Stages(JsonObject matter) =>
    [
        .. matter["persons"]!.AsArray().SelectMany(p => p!["accusations"]!.AsArray().Select(a => $"{p["id"]} {a!["charge"]} {a["stage"]}")),
        .. matter["proceedings"]!.AsArray().Select(p => $"{p!["id"]} {p["track"]} {p["stage"]}"),
    ];
}
