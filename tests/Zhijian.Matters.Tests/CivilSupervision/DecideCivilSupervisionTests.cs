using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class DecideCivilSupervisionTests
{
    [Theory]
    [InlineData(SupervisionDecision.Protest, "protested")]
    [InlineData(SupervisionDecision.RequestProtest, "requested")]
    [InlineData(SupervisionDecision.RetrialSuggestion, "suggested")]
    [InlineData(SupervisionDecision.NotSupported, "not-supported")]
    [InlineData(SupervisionDecision.End, "ended")]
    public void It_ends_the_review_and_opens_fifteen_days_for_the_documents(SupervisionDecision decision, string stage)
    {
        var story = Suits.Civil().Do(Suits.Decide(true, decision));

        story.Matter.Proceeding("C1")!.Stage.ShouldBe(stage);
        story.Duty("civil-review", "C1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.Duty("civil-documents", "C1").Count.Due.ShouldBe(Day("2025-07-07")); // the fifteenth day is a Saturday
    }

    [Fact]
    public void A_court_of_the_same_level_is_not_protested_but_the_office_above_is_asked()
    {
        var story = Suits.Civil(level: CourtLevel.Intermediate);
        story.ShouldRefuse<HigherOfficeProtests>(Suits.Decide(true, SupervisionDecision.Protest), "decision").ShouldSatisfyAllConditions(
            r => r.Basis!.Article.ShouldBe("民诉法219"), r => r.Remedy.Zh.ShouldContain("提请上级院抗诉"));

        story.Do(Suits.Decide(true, SupervisionDecision.RequestProtest)).Matter.Proceeding("C1")!.Stage.ShouldBe("requested");
    }

    [Theory]
    [InlineData(CaseSubject.Patent)]
    [InlineData(CaseSubject.PlantVariety)]
    [InlineData(CaseSubject.CircuitLayout)]
    [InlineData(CaseSubject.TechnicalSecret)]
    [InlineData(CaseSubject.Software)]
    [InlineData(CaseSubject.Antitrust)]
    public void Technology_and_antitrust_cases_are_protested_by_the_spp_alone(CaseSubject subject)
    {
        var story = Suits.Civil(subject: subject);
        var no = story.ShouldRefuse<SppProtests>(Suits.Decide(true, SupervisionDecision.Protest), "decision");
        no.Basis!.Article.ShouldBe("知识产权法庭规定(2023)2、10");
        no.Remedy.Zh.ShouldContain("提请上级院抗诉");

        story.Do(Suits.Decide(true, SupervisionDecision.RequestProtest));
        story.Matter.Proceeding("C1")!.Stage.ShouldBe("requested");
    }

    [Fact]
    public void The_spp_protests_and_asks_nobody()
    {
        var spp = An.Actor("wang", "100000/");
        MatterStory Story() => A.Unregistered().By(spp).Do(Suits.Application(level: CourtLevel.High, subject: CaseSubject.Patent));

        Story().Do(Suits.Decide(true, SupervisionDecision.Protest)).Matter.Proceeding("C1")!.Stage.ShouldBe("protested");
        Story().ShouldRefuse<NobodyAbove>(Suits.Decide(true, SupervisionDecision.RequestProtest), "decision");
    }

    [Fact]
    public void A_province_protests_an_intermediate_court_and_no_high_one_and_a_district_none()
    {
        MatterStory At(string unit, CourtLevel level) => A.Unregistered().By(An.Actor("wang", unit)).Do(Suits.Application(level: level));

        At(An.Province, CourtLevel.Intermediate).Do(Suits.Decide(true, SupervisionDecision.Protest));
        At(An.Province, CourtLevel.High).ShouldRefuse<HigherOfficeProtests>(Suits.Decide(true, SupervisionDecision.Protest), "decision");
        At(An.Office + "990101/", CourtLevel.Basic).ShouldRefuse<HigherOfficeProtests>(Suits.Decide(true, SupervisionDecision.Protest), "decision");
    }

    [Fact]
    public void Conduct_and_enforcement_get_a_suggestion_and_judgments_do_not()
    {
        Suits.Civil(SupervisedObject.TrialConduct).ShouldRefuse<OnlyJudgmentsAreProtested>(Suits.Decide(true, SupervisionDecision.Protest), "decision");
        Suits.Civil(SupervisedObject.Enforcement).ShouldRefuse<OnlyJudgmentsAreProtested>(Suits.Decide(true, SupervisionDecision.RetrialSuggestion), "decision");
        Suits.Civil().ShouldRefuse<JudgmentNeedsRetrial>(Suits.Decide(true, SupervisionDecision.Suggestion), "decision");
        Suits.Civil(SupervisedObject.Enforcement).Do(Suits.Decide(true, SupervisionDecision.Suggestion)).Matter.Proceeding("C1")!.Stage.ShouldBe("suggested");
    }

    [Fact]
    public void A_retrial_suggestion_goes_through_the_committee() =>
        Suits.Civil().ShouldRefuse<CommitteeDecides>(Suits.Decide(true, SupervisionDecision.RetrialSuggestion, committee: " "), "committee").Basis!.Article.ShouldBe("民事监督规则87");

    [Fact]
    public void It_is_not_decided_twice_nor_without_a_reason()
    {
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(Suits.Decide(true, SupervisionDecision.End, "2025-06-21"), "proceeding");
        Suits.Civil().ShouldRefuse<FieldIsEmpty>(new DecideCivilSupervision(Day("2025-06-20"), SupervisionDecision.End, ""), "reason");
    }
}
