using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class NotifyRightHolderTests
{
    [Fact]
    public void The_right_holders_notice_is_done_and_the_victims_notice_is_still_owed()
    {
        var story = Stories.At(Stage.ProsecutionReview).Do(new NotifyRightHolder(Day("2026-03-04"), NoticeMode.Written, NoticeLanguage.Both, "快递签收"));

        story.Duty("notify-right-holder").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("notify-victim").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void Its_ten_days_stand_on_a_secondary_source_and_say_so() =>
        Stories.At(Stage.ProsecutionReview).Duty("notify-right-holder").Count.Value!.Reference.Status.ShouldBe(RefStatus.Secondary);

    [Fact]
    public void Before_anything_was_accepted_it_is_refused() =>
        Stories.At(Stage.Registered).ShouldRefuse<NothingAcceptedYet>(new NotifyRightHolder(Stories.Later)).Basis!.Status.ShouldBe(RefStatus.Secondary);
}
