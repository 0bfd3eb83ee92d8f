using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Litigation;

/// <summary>Published cases played through the steps. What was not published (days, numbers) is made up and says so by “某”.</summary>
public sealed class PublishedCasesTests
{
    /// <summary>检例191: the Beijing office reviews and asks, the SPP protests, the SPC orders the High Court to retry, which sets both judgments aside.</summary>
    [Fact]
    public void Mona_Lisa_goes_from_Beijing_over_the_spp_to_the_retrial()
    {
        var story = A.Unregistered().By(An.Actor("bj", "100000/110000/")).Do(new AcceptAdministrativeSupervision(
                Day("2020-09-01"), Day("2020-08-31"), "某申请人", SupervisedObject.Judgment, RetrialRoute.Rejected, Day("2020-03-02"), "北京市高级人民法院", CourtLevel.High, "（2016）京行终某号", "商标评审委员会、争议商标权利人",
                ActKind.Trademark, "商标评审委员会", "第4356344号商标争议裁定", EffectiveOn: PartialDate.Parse("2016-06-08"), Indicators: ["类案异判"]))
            .Do(new RecordAdministrativeInquiry(Day("2020-10-12"), InquiryMeans.SimilarCases, "检得类案十二件"))
            .Do(new AssessAdministrativeAct(Day("2020-10-20"), ActOutcome.Lawful, "争议商标与第1558842号引证商标构成类似商品上的近似商标，违反商标法(2001)28"));

        story.ShouldRefuse<HigherOfficeProtests>(new DecideAdministrativeSupervision(Day("2020-11-02"), SupervisionDecision.Protest, "适用法律错误"), "decision").Basis!.Article.ShouldBe("行诉法93");
        story.Do(new DecideAdministrativeSupervision(Day("2020-11-02"), SupervisionDecision.RequestProtest, "终审判决适用法律错误，类案异判"))
            .Do(new RecordAdministrativeHigherAnswer(Day("2021-11-11"), HigherAnswer.Protested, "最高人民检察院"))
            .Do(new RecordAdministrativeCourtReceipt(Day("2021-11-15")));
        story.Duty("administrative-court-protest", "A1").Count.Due.ShouldBe(Day("2021-12-15"));

        story.Do(new RecordAdministrativeCourtReply(Day("2021-12-13"), CourtReply.Retrial, "（2021）最高法行抗某号")) // the day is made up
            .Do(new RecordAdministrativeRetrial(Day("2022-06-14"), RetrialResult.Changed, "（2022）京行再某号", "撤销一审、二审判决"));

        var proceeding = story.Matter.Proceeding("A1")!;
        (proceeding.Stage, proceeding.Since.Value, AdministrativeAct.OutcomeOf(proceeding)).ShouldBe(("retried", "2022-06-14", ActOutcome.Lawful));
    }

    /// <summary>柯桥花样著作权虚假诉讼系列监督: signs found by comparing patterns; the civil judgments are put right, the clue goes to the police.</summary>
    [Fact]
    public void The_pattern_suits_of_Keqiao_are_supervised_ex_officio_and_the_clue_goes_to_the_police()
    {
        var story = A.Matter().By(An.Actor()).Do(new StartCivilSupervision(
                Day("2022-03-01"), OfficeGround.FalseLitigation, "数字检察监督模型、AI花样比对：向约二百家经营户索赔约三百次", SupervisedObject.Judgment, "柯桥区人民法院", CourtLevel.Basic, "系列案", "花样著作权登记人诉经营户",
                EffectiveOn: PartialDate.Parse("2019"), Indicators: ["fraudulent-title", "batch-suits", "prior-publication"]))
            .Do(new RecordCivilInquiry(Day("2022-03-21"), InquiryMeans.Records, "花样在主张的创作日期以前已在市场流通"))
            .Do(new ReferFalseLitigation(Day("2022-04-01"), ReferralWay.Police, "柯桥区公安分局", "审查是否以虚假诉讼罪、诈骗罪立案", "冒充著作权人索赔约340万元", ["money-flow"]));
        story.Duties.Select(d => (d.Rule.Id, d.Count.Due)).ShouldBe([("civil-review", Day("2022-06-01"))]); // no application, no notice, no time limit of 2019

        story.ShouldRefuse<CommitteeDecides>(new DecideCivilSupervision(Day("2022-05-09"), SupervisionDecision.RetrialSuggestion, "原判决系虚假诉讼所得"), "committee");
        story.Do(new DecideCivilSupervision(Day("2022-05-09"), SupervisionDecision.RetrialSuggestion, "原判决系虚假诉讼所得", "某次会议"))
            .Do(new SendCivilDocuments(Day("2022-05-16"), "某检民监某号", "柯桥区人民法院")).Do(new RecordCivilCourtReceipt(Day("2022-05-17")))
            .Do(new RecordCivilCourtReply(Day("2022-06-20"), CourtReply.Retrial, "某号裁定")).Do(new RecordCivilRetrial(Day("2022-11-01"), RetrialResult.Changed, "某号判决", "驳回诉讼请求"));

        story.Matter.Proceeding("C1")!.Facts["indicators"].ShouldBe("fraudulent-title,batch-suits,prior-publication,money-flow");
        story.Duty("civil-court-suggestion", "C1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2022-08-17")), d => d.Status.ShouldBe(Law.DutyStatus.Discharged));
        story.Matter.Proceeding("C1")!.Stage.ShouldBe("retried");
    }

    /// <summary>上海今某公司商标处罚非诉执行监督案: only the title is published; what is played here is the form of such a case.</summary>
    [Fact]
    public void Enforcement_of_a_trademark_penalty_is_supervised_down_to_the_penalty()
    {
        var story = A.Matter().Do(new StartAdministrativeSupervision(
                Day("2023-09-04"), "履职中发现处罚决定与执行内容不一致", SupervisedObject.Enforcement, "某区人民法院", CourtLevel.Basic, "（2023）某行审某号", "某局申请执行今某公司",
                ActKind.Penalty, "某区市场监督管理局", "商标侵权行政处罚决定", "某市监处〔2022〕某号", PartialDate.Parse("2022-12")))
            .Do(new AssessAdministrativeAct(Day("2023-09-20"), ActOutcome.Defect, "违法经营额计算有误"))
            .Do(new SettleAdministrativeDispute(Day("2023-10-16"), "今某公司、某局、某法院", "公开听证", true, "变更罚款数额并分期缴纳"))
            .Do(new ExtendAdministrativeReview(Day("2023-11-20"), ReviewExtension.Settlement, 20, "检察长某"));
        story.Duty("administrative-review", "A1").Count.Due.ShouldBe(Day("2023-12-25")); // 4 December + 20 days is a Sunday

        story.ShouldRefuse<OnlyJudgmentsAreProtested>(new DecideAdministrativeSupervision(Day("2023-12-04"), SupervisionDecision.Protest, "执行错误"), "decision");
        story.Do(new DecideAdministrativeSupervision(Day("2023-12-04"), SupervisionDecision.Suggestion, "准予执行裁定未审查数额"))
            .Do(new AssessAdministrativeAct(Day("2023-12-05"), ActOutcome.SuggestionMade, "重新核算", "某检建某号"))
            .Do(new RecordAdministrativeCourtReceipt(Day("2023-12-11"))).Do(new RecordAdministrativeCourtReply(Day("2024-01-15"), CourtReply.Adopted, "某号复函"))
            .Do(new AssessAdministrativeAct(Day("2024-02-01"), ActOutcome.Corrected, "变更处罚决定", "某市监处〔2024〕某号"));

        var proceeding = story.Matter.Proceeding("A1")!;
        (proceeding.Stage, AdministrativeAct.OutcomeOf(proceeding)).ShouldBe(("adopted", ActOutcome.Corrected));
    }
}
