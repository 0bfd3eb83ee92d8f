using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class AcceptArrestReviewTests
{
    [Theory]
    [InlineData(true, "CR-ARR-DET", "2025-10-03")]
    [InlineData(false, "CR-ARR-FREE", "2025-10-11")] // a Saturday that is worked
    public void It_opens_the_review_of_seven_days_in_custody_and_fifteen_without(bool detained, string term, string due)
    {
        var story = A.Matter(m => _ = detained ? m.Suspect("张某").Detained() : m.Suspect("张某")).AcceptedForArrest("2025-09-26");

        story.StageOf("P1").ShouldBe(Stage.ArrestReview);
        story.Duty("decide-arrest").ShouldSatisfyAllConditions(d => d.Term.Id.ShouldBe(term), d => d.Count.Due.ShouldBe(Day(due)));
    }

    [Fact]
    public void With_the_measure_unknown_the_earlier_day_counts_and_the_clock_asks() =>
        A.Matter(m => m.Suspect("张某").WithMeasureUnknown()).AcceptedForArrest("2026-06-01").Duty("decide-arrest").Count
            .ShouldSatisfyAllConditions(c => c.Due.ShouldBe(Day("2026-06-08")), c => c.Question.ShouldNotBeNull());

    [Fact]
    public void After_a_refusal_the_police_may_ask_again() =>
        A.Matter(m => m.Suspect("张某").Detained()).AcceptedForArrest("2026-03-02").ArrestRefused("2026-03-06").AcceptedForArrest("2026-04-01").StageOf("P1").ShouldBe(Stage.ArrestReview);

    [Fact]
    public void A_unit_is_passed_over_where_nobody_is_named()
    {
        var story = A.Matter(m => m.Suspect("张某").Unit("某公司")).AcceptedForArrest("2026-03-02");

        (story.StageOf("P1"), story.StageOf("P2")).ShouldBe((Stage.ArrestReview, Stage.Registered));
    }

    [Fact]
    public void A_unit_that_is_named_is_refused() =>
        A.Matter(m => m.Suspect("张某").Unit("某公司")).ShouldRefuse<UnitsAreNotArrested>(new AcceptArrestReview(Day("2026-03-02"), "某市公安局", ["P1", "P2"]), "persons")
            .Basis.ShouldBe(new LegalRef("刑诉法81"));

    [Fact]
    public void A_matter_of_units_alone_has_nobody_to_arrest() =>
        A.Matter(m => m.Unit("某公司")).ShouldRefuse<NobodyToActOn>(new AcceptArrestReview(Day("2026-03-02"), "某市公安局"), "persons");

    [Fact]
    public void Without_the_requesting_unit_it_is_refused() =>
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new AcceptArrestReview(Stories.Later, " "), "police");
}
