using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class AssessAdministrativeActTests
{
    private static AssessAdministrativeAct Assess(ActOutcome outcome, string? document = null, string on = "2025-06-10") => new(Day(on), outcome, "认定类似商品错误", document);

    [Fact]
    public void From_the_defect_over_the_suggestion_to_the_correction_it_has_its_own_outcome()
    {
        var story = Suits.Administrative().Do(Assess(ActOutcome.Defect)).Do(Assess(ActOutcome.SuggestionMade, "某检建〔2025〕1号"))
            .Do(Suits.Decide(false, SupervisionDecision.End)).Do(Assess(ActOutcome.Corrected, on: "2025-09-01"));

        AdministrativeAct.OutcomeOf(story.Matter.Proceeding("A1")!).ShouldBe(ActOutcome.Corrected);
        story.Matter.Proceeding("A1")!.Stage.ShouldBe("ended"); // it is apart from what becomes of the suit
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("行政机关已纠正");
    }

    [Fact]
    public void Without_a_defect_there_is_nothing_to_suggest_or_to_correct()
    {
        Suits.Administrative().ShouldRefuse<NoDefectFound>(Assess(ActOutcome.SuggestionMade, "1号"), "outcome");
        Suits.Administrative().Do(Assess(ActOutcome.Lawful)).ShouldRefuse<NoDefectFound>(Assess(ActOutcome.Corrected), "outcome").Remedy.Zh.ShouldContain("先登记");
    }

    [Fact]
    public void A_suggestion_has_a_number_and_a_corrected_act_is_left_alone()
    {
        Suits.Administrative().Do(Assess(ActOutcome.Defect)).ShouldRefuse<FieldIsEmpty>(Assess(ActOutcome.SuggestionMade), "document");
        Suits.Administrative().Do(Assess(ActOutcome.Defect)).Do(Assess(ActOutcome.Corrected)).ShouldRefuse<ActCorrectedAlready>(Assess(ActOutcome.Lawful), "outcome");
    }

    [Fact]
    public void Without_a_reason_or_a_proceeding_it_is_refused_and_its_basis_is_marked()
    {
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(Assess(ActOutcome.Lawful) with { Reason = "" }, "reason");
        A.Matter().ShouldRefuse<NoProceeding>(Assess(ActOutcome.Lawful), "proceeding").Basis!.Status.ShouldBe(RefStatus.Unverified);
    }
}
