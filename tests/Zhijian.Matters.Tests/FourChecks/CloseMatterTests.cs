using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FourChecks;

public sealed class CloseMatterTests
{
    private static CloseMatter Close() => new(Stories.Later);

    [Fact]
    public void With_everything_done_it_closes_and_nothing_is_left_to_do()
    {
        var story = Stories.Finished().Do(Close());

        story.Matter.ClosedOn!.Value.Value.ShouldBe("2026-04-01");
        story.WorkItems.ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_four_checks_it_is_refused_and_the_missing_ones_are_named()
    {
        var refusal = Stories.At(Stage.Judged).Do(new RecordCheck(Stories.Later, Track.Criminal, CheckOutcome.Opened, "已办")).ShouldRefuse<ChecksMissing>(Close());

        refusal.Says.Zh.ShouldSatisfyAllConditions(
            s => s.ShouldContain("民事检察"), s => s.ShouldContain("行政检察"), s => s.ShouldContain("公益诉讼检察"), s => s.ShouldNotContain("刑事检察"));
    }

    [Fact]
    public void With_a_question_open_it_is_refused_and_the_question_is_named()
    {
        var story = Stories.Finished().Do(RecordFindingTests.Of("harm-consumers"));

        story.ShouldRefuse<ChecksUnanswered>(Close()).Says.Zh.ShouldContain("众多消费者利益");
        story.Do(new AnswerCheck(Stories.Later, "harm-consumers.D1.1", CheckOutcome.NoIssue, "已召回")).Do(Close());
    }

    [Fact]
    public void A_conclusion_that_a_later_proceeding_contradicts_is_recorded_again()
    {
        var story = Stories.Finished().Do(RecordFindingTests.Of("harm-consumers")).Do(FromCheckTests.Filed("harm-consumers.D1.1") with { Line = Zhijian.Matters.PublicInterest.PublicLine.Civil })
            .Do(new Zhijian.Matters.PublicInterest.EndPublicInterest(Stories.Later, "已全部召回", "G1"));

        story.Do(new AnswerCheck(Stories.Later, "attached-public-suit.G1.1", CheckOutcome.NoIssue, "已终结")).ShouldRefuse<ConclusionOutrun>(Close()).Says.Zh.ShouldContain("公益诉讼检察");
        story.Do(new RecordCheck(Stories.Later, Track.PublicInterest, CheckOutcome.Opened, "已召回，终结")).Do(Close());
    }

    [Fact]
    public void With_three_of_four_it_is_refused()
    {
        var story = Stories.At(Stage.Judged).JudgmentReviewed("2026-03-23");
        foreach (var track in new[] { Track.Criminal, Track.Civil, Track.Administrative })
            story.Do(new RecordCheck(Day("2026-03-24"), track, CheckOutcome.NoIssue, "已审查"));

        story.ShouldRefuse<ChecksMissing>(Close()).Functions.Count.ShouldBe(1);
    }

    [Fact]
    public void With_a_person_undecided_it_is_refused_and_the_person_is_named() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02").Noticed("2026-03-03").NotProsecuted("2026-03-10", "P1").FourChecks("2026-03-24")
            .ShouldRefuse<PersonsUndecided>(Close()).Says.Zh.ShouldSatisfyAllConditions(s => s.ShouldContain("李某（审查起诉）"), s => s.ShouldNotContain("张某"));

    [Fact]
    public void With_one_of_two_charges_undecided_it_is_refused() =>
        A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02").Noticed("2026-03-03").ProsecutedFor("213", "2026-03-10").Judged("2026-03-20").JudgmentReviewed("2026-03-23")
            .FourChecks("2026-03-24").ShouldRefuse<PersonsUndecided>(Close());

    [Fact]
    public void With_a_duty_of_the_office_open_it_is_refused_and_the_duty_is_named() =>
        Stories.At(Stage.Judged).JudgmentReviewed("2026-03-23").FourChecks("2026-03-24").ShouldRefuse<DutiesOpen>(Close()).Says.Zh
            .ShouldSatisfyAllConditions(s => s.ShouldContain("告知被害人诉讼权利"), s => s.ShouldContain("送达权利人告知书"));

    [Fact]
    public void A_judgment_that_was_not_reviewed_keeps_it_open() =>
        A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").Noticed("2026-03-03").Prosecuted("2026-03-10").Judged("2026-03-20").FourChecks("2026-03-24").ShouldRefuse<DutiesOpen>(Close()).Says.Zh.ShouldContain("判决审查");

    [Fact]
    public void A_protest_that_waits_for_the_next_higher_procuratorate_keeps_it_open()
    {
        var story = A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").Noticed("2026-03-03").Prosecuted("2026-03-10").Judged("2026-03-20")
            .Do(new ReviewJudgment(Day("2026-03-23"), JudgmentReview.Protest, "量刑畸轻")).FourChecks("2026-03-24");

        story.ShouldRefuse<ProtestPending>(Close()).ShouldSatisfyAllConditions(r => r.Says.Zh.ShouldContain("张某（2026-03-23 提出抗诉）"), r => r.Basis!.Article.ShouldBe("刑诉法232；规则589"));
        story.Do(new RecordProtestReview(Day("2026-03-25"), ProtestSupport.Withdrawn, "抗诉不当")).Do(Close());
    }

    [Fact]
    public void A_duty_of_others_does_not_keep_it_open()
    {
        // arrest was refused and the police never sent the receipt; then the case went to another office
        var story = A.Matter(m => m.Suspect("张某").Detained()).AcceptedForArrest("2026-03-02").ArrestRefused("2026-03-06").AcceptedForArrest("2026-03-09").JurisdictionChanged("2026-03-10")
            .FourChecks("2026-03-24");
        story.Duty("execution-receipt").ShouldSatisfyAllConditions(d => d.Status.ShouldBe(DutyStatus.Open), d => d.Rule.Holder.ShouldBe(Holder.Police));

        story.Do(Close());
    }

    [Fact]
    public void A_published_case_is_closed_on_the_checks_alone() =>
        A.PublishedCase(m => m.Suspect("张某")).History("2024-08", "提起公诉", Milestone.Indicted).FourChecks("2026-03-24").Do(Close()).Matter.ClosedOn.ShouldNotBeNull();

    [Fact]
    public void A_closed_matter_is_not_closed_again() => Stories.Finished().Do(Close()).ShouldRefuse<MatterIsClosed>(Close());
}
