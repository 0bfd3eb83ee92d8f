using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Intake;

public sealed class ConfirmCorrectionTests
{
    private static readonly Kernel.Actor Second = An.Actor("shen");

    private static MatterStory Proposed(string field = "on", string value = "2026-03-06") =>
        Stories.At(Stage.ProsecutionReview).Do(new ProposeCorrection(Stories.Later, 2, field, value, "录入有误"));

    private static ConfirmCorrection Confirm(long proposal = 3) => new(Stories.Later, proposal);

    [Fact]
    public void Confirmed_by_a_second_person_the_state_and_the_clocks_are_as_if_it_had_been_right()
    {
        var story = Proposed().By(Second).Do(Confirm());

        story.Matter.Person("P1")!.Accusations[0].Since!.Value.Value.ShouldBe("2026-03-06");
        story.Duty("decide-prosecution").ShouldSatisfyAllConditions(d => d.OpenedOn.Value.ShouldBe("2026-03-06"), d => d.Count.Due.ShouldBe(Day("2026-04-07")));
        story.Matter.Timeline[1].ShouldSatisfyAllConditions(t => t.Corrected.ShouldBeTrue(), t => t.Recorded.ActedOn.Value.ShouldBe("2026-03-06"));
    }

    [Fact]
    public void The_log_keeps_the_old_entry()
    {
        var story = Proposed();
        var before = story.Log[1];

        story.By(Second).Do(Confirm());

        story.Log[1].ShouldBe(before);
        story.Log[1].Data.ShouldContain("2026-03-02");
    }

    [Fact]
    public void The_person_who_proposed_it_does_not_confirm_it() => Proposed().ShouldRefuse<NeedsASecondPerson>(Confirm()).Code.ShouldBe("needs-a-second-person");

    [Fact]
    public void It_is_confirmed_once() => Proposed().By(Second).Do(Confirm()).ShouldRefuse<AlreadyConfirmed>(Confirm(), "proposal");

    [Theory]
    [InlineData(2)] // an entry, but no proposal
    [InlineData(9)]
    public void What_is_no_proposal_is_refused(long entry) => Proposed().By(Second).ShouldRefuse<NoSuchProposal>(Confirm(entry), "proposal");

    [Fact]
    public void Of_two_corrections_of_a_field_the_one_confirmed_last_counts()
    {
        var story = Proposed().Do(new ProposeCorrection(Stories.Later, 2, "on", "2026-03-09", "再次核对")).By(Second).Do(Confirm(3)).Do(Confirm(4));

        story.Duty("decide-prosecution").OpenedOn.Value.ShouldBe("2026-03-09");
    }

    [Fact]
    public void Two_fields_of_one_entry_are_corrected_side_by_side()
    {
        var story = Proposed().Do(new ProposeCorrection(Stories.Later, 2, "earlierReturns", "2", "移送书载明")).By(Second).Do(Confirm(3)).Do(Confirm(4));

        story.Duty("decide-prosecution").OpenedOn.Value.ShouldBe("2026-03-06");
        story.Matter.Person("P1")!.Returns.ShouldBe(2);
    }

    [Fact]
    public void A_person_whom_an_entry_since_the_proposal_names_is_not_taken_out()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某"))
            .Do(new ProposeCorrection(Stories.Later, 1, "persons", """[{"name": "张某", "charges": ["213"], "measure": "bail", "isUnit": false}]""", "录入有误"))
            .Transferred("2026-04-02", "P2").By(Second);

        story.ShouldRefuse<LaterEntriesNeedIt>(Confirm(2), "proposal");
        story.Matter.Persons.Count.ShouldBe(2); // and it still folds
    }

    [Fact]
    public void A_person_whom_no_entry_names_is_taken_out() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02", "P1")
            .Do(new ProposeCorrection(Stories.Later, 1, "persons", """[{"name": "张某", "charges": ["213"], "measure": "bail", "isUnit": false}]""", "录入有误"))
            .By(Second).Do(Confirm()).Matter.Persons.Select(p => p.Name).ShouldBe(["张某"]);

    [Fact]
    public void A_field_that_was_left_empty_is_filled()
    {
        var story = Stories.At(Stage.Indicted).Do(new Matters.Criminal.RecordJudgment(Day("2026-03-20"), "某区人民法院", Matters.Criminal.Verdict.Guilty))
            .Do(new ProposeCorrection(Stories.Later, 4, "fine", "50000", "漏录罚金")).By(Second).Do(Confirm(5));

        story.Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldContain("罚金 50,000 元");
    }

    [Fact]
    public void A_wrong_closing_day_is_corrected_in_a_closed_matter() =>
        Stories.Finished().Closed("2026-03-26").Do(new ProposeCorrection(Stories.Later, 13, "on", "2026-03-25", "录入有误")).By(Second).Do(Confirm(14))
            .Matter.ClosedOn!.Value.Value.ShouldBe("2026-03-25");

    [Fact]
    public void A_corrected_resubmission_moves_the_clock_of_the_second_period_only()
    {
        var story = Stories.At(Stage.Returned).Resubmitted("2026-04-02").Do(new ProposeCorrection(Day("2026-04-10"), 4, "on", "2026-04-09", "录入有误")).By(Second).Do(new ConfirmCorrection(Day("2026-04-10"), 5));

        story.Duties.Where(d => d.Rule.Id == "decide-prosecution").Select(d => (d.OpenedOn.Value, d.Status)).ShouldBe([("2026-03-02", DutyStatus.Discharged), ("2026-04-09", DutyStatus.Open)]);
    }
}
