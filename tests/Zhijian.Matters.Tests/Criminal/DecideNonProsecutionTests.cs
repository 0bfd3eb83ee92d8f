using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class DecideNonProsecutionTests
{
    private static DecideNonProsecution Doubtful(string? noNeedToReturn = null) => new(Day("2026-06-01"), NonProsecution.Doubtful, "证据不足", noNeedToReturn);

    private static MatterStory ReturnedOnce() => Stories.At(Stage.Returned).Resubmitted("2026-04-02");

    private static MatterStory ReturnedTwice() => ReturnedOnce().Returned("2026-04-10").Resubmitted("2026-05-06");

    [Theory]
    [InlineData(NonProsecution.Legal)]
    [InlineData(NonProsecution.Discretionary)]
    public void By_law_or_at_discretion_it_ends_the_review_without_a_return(NonProsecution kind)
    {
        var story = Stories.At(Stage.ProsecutionReview).Do(new DecideNonProsecution(Day("2026-03-20"), kind, "理由"));

        story.StageOf("P1").ShouldBe(Stage.NotProsecuted);
        story.Matter.Person("P1")!.Accusations[0].Outcome.ShouldBe(kind.Label());
        story.Duty("decide-prosecution").Status.ShouldBe(DutyStatus.Discharged);
        story.Duties.ShouldNotContain(d => d.Rule.Id == "first-instance");
    }

    [Fact]
    public void For_doubt_a_case_that_was_never_returned_is_refused()
    {
        var refusal = Stories.At(Stage.ProsecutionReview).ShouldRefuse<DoubtNeedsAReturn>(Doubtful(), "kind");

        (refusal.Code, refusal.Basis).ShouldBe(("doubt-needs-a-return", new LegalRef("刑诉法175第4款；规则367")));
    }

    [Fact]
    public void For_doubt_a_reason_why_no_second_return_is_needed_does_not_replace_the_first() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<DoubtNeedsAReturn>(Doubtful("没有必要"), "kind");

    [Fact]
    public void For_doubt_after_one_return_it_needs_the_reason_why_there_is_no_second()
    {
        ReturnedOnce().ShouldRefuse<OneReturnNeedsAReason>(Doubtful(), "noNeedToReturn").Basis!.Article.ShouldBe("规则367");
        ReturnedOnce().Do(Doubtful("证据已无法补充")).StageOf("P1").ShouldBe(Stage.NotProsecuted);
    }

    [Fact]
    public void For_doubt_after_two_returns_nothing_more_is_needed() => ReturnedTwice().Do(Doubtful()).StageOf("P1").ShouldBe(Stage.NotProsecuted);

    [Fact]
    public void For_doubt_every_chosen_person_must_have_been_returned() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02").Returned("2026-03-10", "P1").Resubmitted("2026-04-01", "P1")
            .ShouldRefuse<DoubtNeedsAReturn>(Doubtful("没有必要"), "kind").Says.Zh.ShouldContain("李某");

    [Fact]
    public void For_doubt_about_one_charge_only_the_person_accused_of_it_is_looked_at()
    {
        var story = A.Matter(m => m.Suspect("张某", "213").Suspect("李某", "214")).Transferred("2026-03-02").Returned("2026-03-10", "P1").Resubmitted("2026-04-01", "P1")
            .Do(Doubtful("证据已无法补充") with { Charges = ["213"] });

        (story.StageOf("P1"), story.StageOf("P2")).ShouldBe((Stage.NotProsecuted, Stage.ProsecutionReview));
    }

    [Fact]
    public void The_special_kind_needs_the_approval_of_the_highest_procuratorate()
    {
        var special = new DecideNonProsecution(Stories.Later, NonProsecution.Special, "重大立功");

        Stories.At(Stage.ProsecutionReview).ShouldRefuse<SpecialNeedsApproval>(special, "sppApproval").Basis.ShouldBe(new LegalRef("刑诉法182"));
        Stories.At(Stage.ProsecutionReview).Do(special with { SppApproval = "高检核〔2026〕1号" }).StageOf("P1").ShouldBe(Stage.NotProsecuted);
    }

    [Fact]
    public void A_charge_that_was_indicted_is_not_taken_back_by_it()
    {
        var story = A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02").ProsecutedFor("213", "2026-03-10").NotProsecuted("2026-03-20");

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Indicted, Stage.NotProsecuted));
    }

    [Fact]
    public void Without_a_reason_it_is_refused() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<FieldIsEmpty>(new DecideNonProsecution(Stories.Later, NonProsecution.Legal, ""), "reason");

    [Fact]
    public void A_charge_of_which_nobody_is_accused_is_refused() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<NotAccusedOf>(new DecideNonProsecution(Stories.Later, NonProsecution.Legal, "理由", Charges: ["219"]), "charges");

    [Fact]
    public void A_unit_and_its_responsible_persons_are_decided_on_apart()
    {
        static MatterStory Reviewed() => A.Matter(m => m.Unit("某公司").Suspect("张某").RegisteredOn("2026-03-02")).Transferred("2026-03-02");
        Reviewed().ShouldRefuse<UnitAndPersonsApart>(new DecideNonProsecution(Day("2026-03-10"), NonProsecution.Discretionary, "情节轻微"), "persons").Basis!.Article.ShouldBe("刑法31");
        Reviewed().NotProsecuted("2026-03-10", "P1").NotProsecuted("2026-03-10", "P2").Matter.Accusations.ShouldAllBe(a => a.Accusation.Stage == Stage.NotProsecuted);
    }
}
