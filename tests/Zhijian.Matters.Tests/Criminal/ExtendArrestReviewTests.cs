using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ExtendArrestReviewTests
{
    private static MatterStory Free() => A.Matter(m => m.Suspect("张某").OnBail()).AcceptedForArrest("2025-09-22");

    [Fact]
    public void Fifteen_days_become_twenty_from_the_same_day()
    {
        var story = Free().ArrestReviewExtended("2025-09-30");

        story.Duty("decide-arrest").ShouldSatisfyAllConditions(d => d.Term.Id.ShouldBe("CR-ARR-FREE-MAJOR"), d => d.Count.Due.ShouldBe(Day("2025-10-13")));
        story.StageOf("P1").ShouldBe(Stage.ArrestReview);
    }

    [Fact]
    public void The_seven_days_of_a_detained_suspect_are_not_extended()
    {
        var refusal = A.Matter(m => m.Suspect("张某").Detained()).AcceptedForArrest("2025-09-22").ShouldRefuse<DetainedReviewIsNotExtended>(new ExtendArrestReview(Day("2025-09-24"), "复杂"), "persons");

        (refusal.Code, refusal.Basis).ShouldBe(("detained-review-is-not-extended", new LegalRef("刑诉法91；规则282")));
    }

    [Fact]
    public void While_custody_is_unknown_it_is_refused_with_what_to_record() =>
        A.Matter(m => m.Suspect("张某").WithMeasureUnknown()).AcceptedForArrest("2025-09-22").ShouldRefuse<CustodyMustBeKnown>(new ExtendArrestReview(Day("2025-09-24"), "复杂"), "persons")
            .Remedy.Zh.ShouldBe("先登记强制措施");

    [Fact]
    public void One_detained_suspect_among_two_refuses_it_for_both() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某").Detained()).AcceptedForArrest("2025-09-22").ShouldRefuse<DetainedReviewIsNotExtended>(new ExtendArrestReview(Day("2025-09-24"), "复杂"), "persons")
            .Says.Zh.ShouldContain("李某");

    [Fact]
    public void A_second_extension_is_refused() => Free().ArrestReviewExtended("2025-09-30").ShouldRefuse<AlreadyExtended>(new ExtendArrestReview(Day("2025-10-09"), "复杂"), "persons")
        .Basis.ShouldBe(new LegalRef("规则282"));

    [Fact]
    public void On_the_last_day_it_is_in_time_and_on_the_next_it_is_not()
    {
        Free().Do(new ExtendArrestReview(Day("2025-10-09"), "复杂")); // 7 October, moved by the holiday

        Free().ShouldRefuse<TermHasExpired>(new ExtendArrestReview(Day("2025-10-10"), "复杂"), "on").Says.Zh.ShouldContain("2025-10-09");
    }

    [Fact]
    public void Without_a_reason_it_is_refused() => Free().ShouldRefuse<FieldIsEmpty>(new ExtendArrestReview(Day("2025-09-30"), ""), "reason");
}
