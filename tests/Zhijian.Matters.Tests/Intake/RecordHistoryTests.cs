using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Intake;

public sealed class RecordHistoryTests
{
    private static MatterStory Case() => A.PublishedCase(m => m.Suspect("张某").WithMeasureUnknown().Suspect("李某").WithMeasureUnknown());

    [Theory]
    [InlineData(Milestone.Detained, Stage.Investigation, Measure.Detained)]
    [InlineData(Milestone.Arrested, Stage.Investigation, Measure.Arrested)]
    [InlineData(Milestone.NotArrested, Stage.Investigation, Measure.Unknown)]
    [InlineData(Milestone.TransferredForArrest, Stage.ArrestReview, Measure.Unknown)]
    [InlineData(Milestone.TransferredForProsecution, Stage.ProsecutionReview, Measure.Unknown)]
    [InlineData(Milestone.Returned, Stage.Returned, Measure.Unknown)]
    [InlineData(Milestone.Bailed, Stage.Registered, Measure.Bail)]
    [InlineData(Milestone.Indicted, Stage.Indicted, Measure.Unknown)]
    [InlineData(Milestone.NotProsecuted, Stage.NotProsecuted, Measure.Unknown)]
    [InlineData(Milestone.JudgedFirst, Stage.Judged, Measure.Unknown)]
    [InlineData(Milestone.JudgedFinal, Stage.Judged, Measure.Unknown)]
    public void A_milestone_moves_those_whom_it_concerns(Milestone milestone, Stage stage, Measure measure)
    {
        var story = Case().History("2024-08-01", "……", milestone, "P1");

        (story.StageOf("P1"), story.Matter.Person("P1")!.Measure).ShouldBe((stage, measure));
        (story.StageOf("P2"), story.Matter.Person("P2")!.Measure).ShouldBe((Stage.Registered, Measure.Unknown));
    }

    [Fact]
    public void Other_words_are_plain_history_and_move_nobody()
    {
        var story = Case().History("2024-08", "收网", null);

        story.Matter.Accusations.ShouldAllBe(a => a.Accusation.Stage == Stage.Registered);
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldBe("收网");
        story.Duties.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_recorded_as_done_is_unrecorded_not_overdue()
    {
        var story = Case().History("2024-08-01", "移送审查起诉", Milestone.TransferredForProsecution);

        story.Duties.ShouldAllBe(d => d.Status == DutyStatus.Unrecorded);
        story.WorkItems.ShouldNotContain(i => i.Step == "prosecute");
    }

    [Theory]
    [InlineData(Milestone.Indicted)]
    [InlineData(Milestone.NotProsecuted)]
    public void What_the_record_states_as_done_is_done(Milestone milestone) =>
        Case().History("2024-08-01", "移送审查起诉", Milestone.TransferredForProsecution).History("2024-08-20", "……", milestone)
            .Duties.Where(d => d.Rule.Id == "decide-prosecution").ShouldAllBe(d => d.Status == DutyStatus.Discharged);

    [Fact]
    public void A_month_is_no_day_and_the_clock_asks() =>
        Case().History("2024-08", "移送审查起诉", Milestone.TransferredForProsecution).Duty("decide-prosecution").Count.ShouldSatisfyAllConditions(
            c => c.Due.ShouldBeNull(), c => c.Question!.Value.Zh.ShouldContain("2024-08"));

    [Fact]
    public void A_final_judgment_opens_no_days_for_a_protest_against_the_first()
    {
        var story = Case().History("2024-08-20", "提起公诉", Milestone.Indicted).History("2025-03-01", "二审维持", Milestone.JudgedFinal);

        story.Duties.ShouldNotContain(d => d.Rule.Id == "review-judgment");
        story.Duty("first-instance").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void A_first_judgment_opens_them() => Case().History("2025-01-06", "一审判决", Milestone.JudgedFirst).Duty("review-judgment", "P1").Count.Due.ShouldBe(Day("2025-01-16"));

    [Fact]
    public void An_arrest_ends_the_review_under_the_custody_in_which_it_ran()
    {
        var story = Case().History("2024-08-01", "刑事拘留", Milestone.Detained).History("2024-08-05", "移送审查逮捕", Milestone.TransferredForArrest).History("2024-08-09", "逮捕", Milestone.Arrested);

        story.Duty("decide-arrest", "P1").ShouldSatisfyAllConditions(d => d.Term.Id.ShouldBe("CR-ARR-DET"), d => d.Status.ShouldBe(DutyStatus.Discharged));
        story.Duty("investigation-custody", "P1").Custody.ShouldBe(Custody.Detained);
    }

    [Fact]
    public void After_a_refusal_of_arrest_custody_has_ended() =>
        Case().History("2024-08-01", "刑事拘留", Milestone.Detained).History("2024-08-09", "不批准逮捕", Milestone.NotArrested)
            .ShouldSatisfyAllConditions(s => s.Matter.Person("P1")!.Measure.ShouldBe(Measure.Unknown), s => s.Duty("execution-receipt", "P1").Status.ShouldBe(DutyStatus.Unrecorded));

    [Fact]
    public void A_unit_is_never_in_custody()
    {
        var story = A.PublishedCase(m => m.Unit("某公司").Suspect("张某")).History("2024-08-01", "刑事拘留", Milestone.Detained).History("2024-08-05", "移送审查起诉", Milestone.TransferredForProsecution);

        story.Matter.Person("P1")!.Measure.ShouldBe(Measure.None);
        story.Duty("decide-prosecution", "P1").Custody.ShouldBe(Custody.Free);
        story.Duty("decide-prosecution", "P2").Custody.ShouldBe(Custody.Detained);
    }

    [Fact]
    public void Returns_are_counted() => Case().History("2024-08-01", "退回补充侦查", Milestone.Returned, "P1").Matter.Persons.Select(p => p.Returns).ShouldBe([1, 0]);

    [Fact]
    public void The_judgment_of_the_first_instance_is_not_overwritten_by_what_comes_after() =>
        Case().History("2025-01-06", "一审判决", Milestone.JudgedFirst).History("2025-03-01", "提起公诉", Milestone.Indicted).StageOf("P1").ShouldBe(Stage.Judged);
}
