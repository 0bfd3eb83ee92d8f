using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class NotifyVictimTests
{
    [Fact]
    public void The_victims_notice_is_done_and_the_right_holders_notice_is_still_owed()
    {
        var story = Stories.At(Stage.ProsecutionReview).Do(new NotifyVictim(Day("2026-03-04")));

        story.Duty("notify-victim").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("notify-right-holder").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void One_of_two_right_holders_may_be_told_first() =>
        A.Matter(m => m.Suspect("张某").RightHolder("甲公司").RightHolder("乙公司")).Transferred("2026-03-02").Do(new NotifyVictim(Day("2026-03-04"), Holders: ["R2"]))
            .Duties.Where(d => d.Rule.Id == "notify-victim").Select(d => d.Status).ShouldBe([DutyStatus.Open, DutyStatus.Discharged]);

    [Fact]
    public void Without_a_right_holder_there_is_nobody_to_tell() =>
        A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").ShouldRefuse<NoRightHolder>(new NotifyVictim(Stories.Later), "holders");

    [Fact]
    public void An_unknown_right_holder_is_refused() => Stories.At(Stage.ProsecutionReview).ShouldRefuse<UnknownRightHolder>(new NotifyVictim(Stories.Later, Holders: ["R2"]), "holders");

    [Fact]
    public void Before_anything_was_accepted_it_is_refused_with_its_article() =>
        Stories.At(Stage.Registered).ShouldRefuse<NothingAcceptedYet>(new NotifyVictim(Stories.Later)).Basis.ShouldBe(new LegalRef("刑诉法46；规则55"));

    [Fact]
    public void A_day_before_the_acceptance_is_refused() => Stories.At(Stage.ProsecutionReview).ShouldRefuse<DoneBeforeTransfer>(new NotifyVictim(Day("2026-03-01")), "on");
}
