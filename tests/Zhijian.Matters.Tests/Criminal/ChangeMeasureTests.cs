using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ChangeMeasureTests
{
    [Fact]
    public void A_running_clock_follows_the_measure()
    {
        var story = A.Matter(m => m.Suspect("张某")).Transferred("2026-09-03");
        story.Duty("decide-prosecution").Count.Due.ShouldBe(Day("2026-10-08"));

        story.MeasureChanged("2026-09-10", Measure.Arrested);

        story.Matter.Person("P1")!.Custody.ShouldBe(Custody.Detained);
        story.Duty("decide-prosecution").Count.Due.ShouldBe(Day("2026-10-03"));
    }

    [Fact]
    public void A_clock_that_asked_about_custody_has_its_answer() =>
        A.Matter(m => m.Suspect("张某").WithMeasureUnknown()).AcceptedForArrest("2026-06-01").MeasureChanged("2026-06-01", Measure.Bail).Duty("decide-arrest").Count
            .ShouldSatisfyAllConditions(c => c.Question.ShouldBeNull(), c => c.Due.ShouldBe(Day("2026-06-16")));

    [Theory]
    [InlineData(Measure.Detained, Custody.Detained)]
    [InlineData(Measure.Arrested, Custody.Detained)]
    [InlineData(Measure.Bail, Custody.Free)]
    [InlineData(Measure.Residential, Custody.Free)]
    [InlineData(Measure.None, Custody.Free)]
    [InlineData(Measure.Unknown, Custody.Unknown)]
    public void Only_detention_and_arrest_are_custody(Measure measure, Custody custody)
    {
        Person.CustodyOf(measure, isUnit: false).ShouldBe(custody);
        Person.CustodyOf(measure, isUnit: true).ShouldBe(Custody.Free);
    }

    [Fact]
    public void Without_names_it_is_for_the_natural_persons() =>
        A.Matter(m => m.Suspect("张某").Unit("某公司").Suspect("李某")).MeasureChanged("2026-03-02", Measure.Detained).Matter.Persons.Select(p => p.Measure)
            .ShouldBe([Measure.Detained, Measure.None, Measure.Detained]);

    [Fact]
    public void A_unit_is_under_no_measure() =>
        A.Matter(m => m.Suspect("张某").Unit("某公司")).ShouldRefuse<UnitsAreNotArrested>(new ChangeMeasure(Stories.Later, Measure.Bail, "决定书", ["P2"]), "persons");

    [Fact]
    public void A_matter_of_units_alone_has_nobody_for_it() =>
        A.Matter(m => m.Unit("某公司")).ShouldRefuse<NobodyToActOn>(new ChangeMeasure(Stories.Later, Measure.Bail, "决定书"), "persons");

    [Fact]
    public void An_unknown_person_is_refused() => Stories.At(Stage.Registered).ShouldRefuse<UnknownPerson>(new ChangeMeasure(Stories.Later, Measure.Bail, "决定书", ["P9"]), "persons");

    [Fact]
    public void Without_the_decision_on_paper_it_is_refused() => Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new ChangeMeasure(Stories.Later, Measure.Bail, ""), "document");
}
