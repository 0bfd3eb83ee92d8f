using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ProsecuteTests
{
    private static MatterStory TwoCharges() => A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02");

    [Fact]
    public void The_review_ends_and_the_court_counts()
    {
        var story = Stories.At(Stage.ProsecutionReview).Prosecuted("2026-03-10");

        story.StageOf("P1").ShouldBe(Stage.Indicted);
        story.Duty("decide-prosecution").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("first-instance").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2026-05-11")), d => d.Rule.Holder.ShouldBe(Holder.Court));
    }

    [Fact]
    public void One_charge_may_be_prosecuted_while_the_other_stays_under_review()
    {
        var story = TwoCharges().ProsecutedFor("213", "2026-03-10");

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Indicted, Stage.ProsecutionReview));
        story.Duty("decide-prosecution").Status.ShouldBe(DutyStatus.Open); // the other charge is still to be decided
        story.Duty("first-instance").Status.ShouldBe(DutyStatus.Open); // the court counts for the first one all the same
    }

    [Fact]
    public void Prosecuting_one_and_not_the_other_ends_the_review()
    {
        var story = TwoCharges().ProsecutedFor("213", "2026-03-10").Do(new DecideNonProsecution(Day("2026-03-20"), NonProsecution.Legal, "不构成该罪", Charges: ["214"]));

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Indicted, Stage.NotProsecuted));
        story.Duty("decide-prosecution").ShouldSatisfyAllConditions(d => d.Status.ShouldBe(DutyStatus.Discharged), d => d.DischargedOn!.Value.Value.ShouldBe("2026-03-20"));
        story.Duty("first-instance").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void The_second_indictment_does_not_change_the_day_of_the_first()
    {
        var accusations = TwoCharges().ProsecutedFor("213", "2026-03-10").Prosecuted("2026-03-20").Matter.Person("P1")!.Accusations;

        accusations.Select(a => a.Since!.Value.Value).ShouldBe(["2026-03-10", "2026-03-20"]);
    }

    [Fact]
    public void A_charge_may_be_given_by_its_name() =>
        TwoCharges().ProsecutedFor("销售假冒注册商标的商品罪", "2026-03-10").StageOf("P1", "214").ShouldBe(Stage.Indicted);

    [Fact]
    public void Who_is_not_accused_of_the_charge_is_left_out_where_nobody_is_named()
    {
        var story = A.Matter(m => m.Suspect("张某", "213").Suspect("李某", "214")).Transferred("2026-03-02").ProsecutedFor("213", "2026-03-10");

        (story.StageOf("P1"), story.StageOf("P2")).ShouldBe((Stage.Indicted, Stage.ProsecutionReview));
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldNotContain("李某");
    }

    [Fact]
    public void Who_is_not_accused_of_the_charge_is_refused_where_they_are_named() =>
        A.Matter(m => m.Suspect("张某", "213").Suspect("李某", "214")).Transferred("2026-03-02")
            .ShouldRefuse<NotAccusedOf>(new Prosecute(Day("2026-03-10"), "某区人民法院", ["213"], ["P1", "P2"]), "persons");

    [Fact]
    public void A_charge_of_which_nobody_is_accused_is_refused() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<NotAccusedOf>(new Prosecute(Stories.Later, "某区人民法院", ["219"]), "charges");

    [Fact]
    public void A_charge_that_was_indicted_is_not_indicted_again() =>
        TwoCharges().ProsecutedFor("213", "2026-03-10").ShouldRefuse<NotAccusedOf>(new Prosecute(Day("2026-03-20"), "某区人民法院", ["213"]), "charges");

    [Fact]
    public void A_charge_that_is_not_in_the_list_is_refused() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<UnknownCharge>(new Prosecute(Stories.Later, "某区人民法院", ["盗窃罪"]), "charges");

    [Fact]
    public void Without_a_court_it_is_refused() => Stories.At(Stage.ProsecutionReview).ShouldRefuse<FieldIsEmpty>(new Prosecute(Stories.Later, ""), "court");
}
