using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests;

public sealed class WorkItemTests
{
    private static List<WorkItem> Of(MatterStory story, string step) => [.. story.WorkItems.Where(i => i.Step == step)];

    [Fact]
    public void The_same_duty_of_two_persons_with_the_same_clock_is_one_row()
    {
        var item = Of(A.Matter(m => m.Suspect("张某", "213").Detained().Suspect("李某", "214").Detained()).AcceptedForArrest("2025-09-26"), "decide-arrest").Single();

        (item.Subjects, item.Charges, item.Key, item.Due).ShouldBe(("张某、李某", "213、214", "decide-arrest.P1.1", Day("2025-10-03")));
        item.ShouldSatisfyAllConditions(i => i.Moves.ShouldBeFalse(), i => i.Remark.Zh.ShouldBe("在押不顺延"), i => i.Length.Zh.ShouldBe("7 日"), i => i.Stage.ShouldBe(Stage.ArrestReview), i => i.Law.ShouldBe("刑诉法91；刑诉规则282"));
    }

    [Fact]
    public void Different_clocks_are_two_rows() =>
        Of(A.Matter(m => m.Suspect("张某").Detained().Suspect("李某")).AcceptedForArrest("2025-09-26"), "decide-arrest").Select(i => (i.Subjects, i.Due))
            .ShouldBe([("张某", Day("2025-10-03")), ("李某", Day("2025-10-11"))]);

    [Fact]
    public void An_extension_of_one_makes_two_rows() =>
        Of(A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-09-03").ReviewExtended("2026-09-28", "P2"), "prosecute").Select(i => (i.Subjects, i.Length.Zh))
            .ShouldBe([("张某", "1 个月"), ("李某", "1 个月 + 15 日")]);

    [Fact]
    public void A_question_goes_with_the_row() =>
        Of(A.Matter(m => m.Suspect("张某").WithMeasureUnknown()).AcceptedForArrest("2026-06-01"), "decide-arrest").Single().Question.ShouldNotBeNull();

    [Fact]
    public void A_last_day_that_moved_says_from_when() =>
        Of(A.Matter(m => m.Suspect("张某")).Transferred("2026-09-03"), "prosecute").Single().ShouldSatisfyAllConditions(i => i.Remark.Zh.ShouldBe("10-03 顺延"), i => i.Moves.ShouldBeTrue());

    [Fact]
    public void What_others_owe_is_a_row_with_its_holder() =>
        A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").Noticed("2026-03-03").Returned("2026-03-10").WorkItems.Single().ShouldSatisfyAllConditions(
            i => i.Holder.ShouldBe(Holder.Police), i => i.Step.ShouldBe("accept-resubmission"), i => i.Stage.ShouldBe(Stage.Returned));

    [Fact]
    public void What_is_done_is_no_row() => Of(Stories.At(Stage.Indicted), "prosecute").ShouldBeEmpty();

    [Fact]
    public void A_right_holder_is_named_and_no_custody_is_shown_for_them() =>
        Of(Stories.At(Stage.ProsecutionReview), "notify-victim").Single().ShouldSatisfyAllConditions(
            i => i.Subjects.ShouldBe("某公司"), i => i.Custody.ShouldBe(Custody.Free), i => i.Stage.ShouldBe(Stage.ProsecutionReview), i => i.Charges.ShouldBe("213"));

    [Fact]
    public void A_duty_on_a_secondary_source_shows_its_mark() => Of(Stories.At(Stage.ProsecutionReview), "notify-right-holder").Single().LawStatus.ShouldBe(RefStatus.Secondary);

    [Fact]
    public void A_registered_matter_waits_for_the_transfer() =>
        Stories.At(Stage.Registered).WorkItems.Single().ShouldSatisfyAllConditions(i => i.Key.ShouldBe("next"), i => i.Step.ShouldBe("accept-transfer"), i => i.Due.ShouldBeNull());

    [Fact]
    public void When_every_charge_has_ended_the_checks_are_next_and_then_the_closing()
    {
        var story = A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").Noticed("2026-03-03").NotProsecuted("2026-03-10");
        story.WorkItems.Single().Step.ShouldBe("transfer-for-penalty");
        story.Do(new DeclinePenaltyTransfer(Day("2026-03-11"), "没有违法行为"));
        story.WorkItems.Single().Step.ShouldBe("record-check");

        story.FourChecks("2026-03-24").WorkItems.Single().Step.ShouldBe("close-matter");
    }

    [Fact]
    public void While_the_office_owes_something_nothing_else_is_next() => Stories.At(Stage.ProsecutionReview).WorkItems.ShouldNotContain(i => i.Key == "next");

    [Fact]
    public void Keys_are_unique_within_a_matter() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某").Detained().RightHolder("某公司").RightHolder("另一公司")).Transferred("2026-03-02").WorkItems.Select(i => i.Key).ShouldBeUnique();

    [Fact]
    public void A_duty_of_a_suggestion_belongs_to_the_function_on_which_it_rests()
    {
        var story = A.Matter().Do(new OpenSuggestion(Day("2025-05-06"), SuggestionKind.Other, Track.Civil, "某局", "某事项"))
            .Do(new DraftSuggestion(Day("2025-05-21"), "问题", "内容"))
            .Do(new ApproveSuggestion(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved))
            .Do(new ServeSuggestion(Day("2025-05-28"), "签收"));

        story.WorkItems.Where(i => i.Key.Contains("suggestion")).Select(i => (i.Key, i.Track)).ShouldBe([("answer-suggestion.S1.1", Track.Civil), ("register-suggestion.S1.1", Track.Civil)]);
    }

    [Fact]
    public void A_closed_matter_has_no_rows() => Stories.Finished().Closed("2026-03-25").WorkItems.ShouldBeEmpty();
}
