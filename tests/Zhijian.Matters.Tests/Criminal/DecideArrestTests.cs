using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class DecideArrestTests
{
    private static MatterStory Detained() => A.Matter(m => m.Suspect("张某").Detained()).AcceptedForArrest("2026-03-02");

    [Fact]
    public void An_approval_arrests_and_opens_the_custody_of_the_investigation()
    {
        var story = Detained().ArrestApproved("2026-03-06");

        story.Matter.Person("P1")!.Measure.ShouldBe(Measure.Arrested);
        story.StageOf("P1").ShouldBe(Stage.Investigation);
        story.Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldBe("批准逮捕");
        story.Duty("decide-arrest").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("investigation-custody").Count.Due.ShouldBe(Day("2026-05-06"));
        story.Duties.ShouldNotContain(d => d.Rule.Id == "execution-receipt");
    }

    [Theory]
    [InlineData(ArrestOutcome.NoCrime)]
    [InlineData(ArrestOutcome.InsufficientEvidence)]
    [InlineData(ArrestOutcome.NoDanger)]
    public void A_refusal_waits_for_the_receipt_and_opens_no_custody(ArrestOutcome outcome)
    {
        var story = Detained().Do(new DecideArrest(Day("2026-03-06"), outcome, "理由"));

        story.Duty("execution-receipt").Status.ShouldBe(DutyStatus.Open);
        story.Duties.ShouldNotContain(d => d.Rule.Id == "investigation-custody");
    }

    [Fact]
    public void After_a_refusal_custody_has_ended_and_what_took_its_place_is_unknown() =>
        Detained().ArrestRefused("2026-03-06").Matter.Person("P1")!.Measure.ShouldBe(Measure.Unknown);

    [Fact]
    public void The_measure_after_a_refusal_is_recorded_when_it_is_known() =>
        Detained().ArrestRefused("2026-03-06", Measure.Bail).Matter.Person("P1")!.Measure.ShouldBe(Measure.Bail);

    [Fact]
    public void A_suspect_who_was_not_detained_keeps_the_measure() =>
        Stories.At(Stage.ArrestReview).ArrestRefused("2026-03-06").Matter.Person("P1")!.Measure.ShouldBe(Measure.Bail);

    [Fact]
    public void The_clock_of_the_review_keeps_the_seven_days_in_which_it_was_decided() =>
        Detained().ArrestRefused("2026-03-06").Duty("decide-arrest").ShouldSatisfyAllConditions(
            d => d.Count.Due.ShouldBe(Day("2026-03-09")), d => d.Count.Question.ShouldBeNull(), d => d.Custody.ShouldBe(Custody.Detained));

    [Theory]
    [InlineData(Measure.Detained)]
    [InlineData(Measure.Arrested)]
    public void Custody_does_not_go_on_after_a_refusal(Measure after) =>
        Detained().ShouldRefuse<RefusalEndsCustody>(new DecideArrest(Day("2026-03-06"), ArrestOutcome.NoDanger, "理由", after), "measureAfter").Basis.ShouldBe(new LegalRef("刑诉法91"));

    [Fact]
    public void A_unit_is_not_arrested()
    {
        // a unit can only have come into the review by the record of a published case
        var story = A.PublishedCase(m => m.Unit("某公司").Suspect("张某")).History("2026-03-02", "移送审查逮捕", Milestone.TransferredForArrest);

        story.ShouldRefuse<UnitsAreNotArrested>(new DecideArrest(Day("2026-03-06"), ArrestOutcome.Approved, "理由", null, ["P1"]), "persons");
    }

    [Fact]
    public void Without_a_reason_it_is_refused() => Detained().ShouldRefuse<FieldIsEmpty>(new DecideArrest(Day("2026-03-06"), ArrestOutcome.Approved, " "), "reason");

    [Fact]
    public void Two_suspects_may_be_decided_differently()
    {
        var story = A.Matter(m => m.Suspect("张某").Detained().Suspect("李某").Detained()).AcceptedForArrest("2026-03-02").ArrestApproved("2026-03-06", "P1");

        story.StageOf("P2").ShouldBe(Stage.ArrestReview);
        story.Duty("decide-arrest", "P2").Status.ShouldBe(DutyStatus.Open);
        story.ArrestRefused("2026-03-06", Measure.Bail, "P2").Matter.Persons.Select(p => p.Measure).ShouldBe([Measure.Arrested, Measure.Bail]);
    }
}
