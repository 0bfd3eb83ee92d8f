using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class DecideAdministrativeSupervisionTests
{
    [Theory]
    [InlineData(SupervisionDecision.Protest, "protested")]
    [InlineData(SupervisionDecision.RequestProtest, "requested")]
    [InlineData(SupervisionDecision.RetrialSuggestion, "suggested")]
    [InlineData(SupervisionDecision.NotSupported, "not-supported")]
    [InlineData(SupervisionDecision.End, "ended")]
    public void It_ends_the_review_and_opens_fifteen_days_for_the_documents(SupervisionDecision decision, string stage)
    {
        var story = Suits.Administrative().Do(Suits.Decide(false, decision));

        story.Matter.Proceeding("A1")!.Stage.ShouldBe(stage);
        story.Duty("administrative-review", "A1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.Duty("administrative-documents", "A1").Count.Due.ShouldBe(Day("2025-07-07")); // the fifteenth day is a Saturday
    }

    [Fact]
    public void A_court_of_the_same_level_is_not_protested_but_the_office_above_is_asked()
    {
        var story = Suits.Administrative(level: CourtLevel.Intermediate);
        story.ShouldRefuse<HigherOfficeProtests>(Suits.Decide(false, SupervisionDecision.Protest), "decision").ShouldSatisfyAllConditions(
            r => r.Basis!.Article.ShouldBe("行诉法93"), r => r.Remedy.Zh.ShouldContain("提请上级院抗诉"));

        story.Do(Suits.Decide(false, SupervisionDecision.RequestProtest)).Matter.Proceeding("A1")!.Stage.ShouldBe("requested");
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
        var story = Suits.Administrative(subject: subject);
        var no = story.ShouldRefuse<SppProtests>(Suits.Decide(false, SupervisionDecision.Protest), "decision");
        no.Basis!.Article.ShouldBe("知识产权法庭规定(2023)2、10");
        no.Remedy.Zh.ShouldContain("提请上级院抗诉");

        story.Do(Suits.Decide(false, SupervisionDecision.RequestProtest));
        story.Matter.Proceeding("A1")!.Stage.ShouldBe("requested");
    }

    [Fact]
    public void The_spp_protests_and_asks_nobody()
    {
        var spp = An.Actor("wang", "100000/");
        MatterStory Story() => A.Unregistered().By(spp).Do(Suits.AdministrativeApplication(level: CourtLevel.High, subject: CaseSubject.Patent));

        Story().Do(Suits.Decide(false, SupervisionDecision.Protest)).Matter.Proceeding("A1")!.Stage.ShouldBe("protested");
        Story().ShouldRefuse<NobodyAbove>(Suits.Decide(false, SupervisionDecision.RequestProtest), "decision");
    }

    [Fact]
    public void A_province_protests_an_intermediate_court_and_no_high_one_and_a_district_none()
    {
        MatterStory At(string unit, CourtLevel level) => A.Unregistered().By(An.Actor("wang", unit)).Do(Suits.AdministrativeApplication(level: level));

        At(An.Province, CourtLevel.Intermediate).Do(Suits.Decide(false, SupervisionDecision.Protest));
        At(An.Province, CourtLevel.High).ShouldRefuse<HigherOfficeProtests>(Suits.Decide(false, SupervisionDecision.Protest), "decision");
        At(An.Office + "990101/", CourtLevel.Basic).ShouldRefuse<HigherOfficeProtests>(Suits.Decide(false, SupervisionDecision.Protest), "decision");
    }

    [Fact]
    public void Conduct_and_enforcement_get_a_suggestion_and_judgments_do_not()
    {
        Suits.Administrative(SupervisedObject.TrialConduct).ShouldRefuse<OnlyJudgmentsAreProtested>(Suits.Decide(false, SupervisionDecision.Protest), "decision");
        Suits.Administrative(SupervisedObject.Enforcement).ShouldRefuse<OnlyJudgmentsAreProtested>(Suits.Decide(false, SupervisionDecision.RetrialSuggestion), "decision");
        Suits.Administrative().ShouldRefuse<JudgmentNeedsRetrial>(Suits.Decide(false, SupervisionDecision.Suggestion), "decision");
        Suits.Administrative(SupervisedObject.Enforcement).Do(Suits.Decide(false, SupervisionDecision.Suggestion)).Matter.Proceeding("A1")!.Stage.ShouldBe("suggested");
    }

    [Fact]
    public void A_retrial_suggestion_is_filed_upward_within_five_days()
    {
        var story = Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.RetrialSuggestion, committee: null));

        story.Duty("administrative-suggestion-filing", "A1").Count.Due.ShouldBe(Day("2025-06-25"));
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.Protest)).Duties.ShouldNotContain(d => d.Rule.Id == "administrative-suggestion-filing");
    }

    [Fact]
    public void It_is_not_decided_twice_nor_without_a_reason()
    {
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(Suits.Decide(false, SupervisionDecision.End, "2025-06-21"), "proceeding");
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(new DecideAdministrativeSupervision(Day("2025-06-20"), SupervisionDecision.End, ""), "reason");
    }
}
