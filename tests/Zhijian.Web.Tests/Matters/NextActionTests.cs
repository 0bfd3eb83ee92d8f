using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

/// <summary>One next action, and only if it is true for everyone still in play.</summary>
public sealed class NextActionTests
{
    private static NextAction Of(MatterStory story, params Role[] roles) => NextAction.Of(story.Matter, story.Duties, TestLaw.Steps, An.Actor("lu", An.Office, roles));

    [Fact]
    public void Two_suspects_in_the_same_review_have_one_next_step_and_a_form_without_a_conclusion()
    {
        var next = Of(A.Matter(m => m.Suspect("张某").Detained().Suspect("吴某").Detained().AcceptedForArrest("2026-11-15")));

        (next.Kind, next.Persons, next.Href).ShouldBe((NextKind.One, 2, "/steps/decide-arrest"));
        next.Due.ShouldBe(new DateOnly(2026, 11, 22));
    }

    [Fact]
    public void Where_the_persons_stand_apart_it_says_so()
    {
        var next = Of(A.Matter(m => m.Suspect("张某").Detained().Suspect("吴某").AcceptedForArrest("2026-11-15", "P1")));

        (next.Kind, next.Href).ShouldBe((NextKind.Differs, "#persons"));
    }

    [Fact]
    public void Whether_to_prosecute_is_not_answered_by_the_link()
    {
        var story = A.Matter(m => m.Suspect("张某").RightHolder("某公司").Transferred("2026-11-01"));
        var duty = story.Duty("decide-prosecution");

        NextAction.HrefOf(duty, TestLaw.Steps, ["P1"]).ShouldBe("#steps");
    }

    [Fact]
    public void A_notice_that_is_due_before_the_decision_is_next_for_all()
    {
        var next = Of(A.Matter(m => m.Suspect("张某").Suspect("吴某").RightHolder("某公司").Transferred("2026-11-20")));

        (next.Kind, next.Title.Zh, next.Href).ShouldBe((NextKind.One, "告知被害人诉讼权利", "/steps/notify-victim"));
    }

    [Fact]
    public void Who_has_no_role_for_it_reads_whose_turn_it_is()
    {
        var next = Of(A.Matter(m => m.Suspect("张某").Detained().AcceptedForArrest("2026-11-15")), Role.Assistant);

        next.Href.ShouldBeNull();
        next.Who!.Value.Zh.ShouldBe("检察官");
    }

    [Fact]
    public void A_published_case_only_asks_for_the_four_checks()
    {
        var next = Of(A.PublishedCase(m => m.Suspect("张某")));

        (next.Title.Zh, next.Href).ShouldBe(("填写一案四查", "#four"));
    }
}
