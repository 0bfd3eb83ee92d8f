using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class EndPublicInterestTests
{
    private static readonly EndPublicInterest End = new(Day("2025-09-20"), "已整改到位");

    [Fact]
    public void An_inquiry_that_finds_no_harm_ends_with_its_reason() => Inquired().Do(new EndPublicInterest(Day("2025-05-21"), "没有损害公共利益")).StageOf().ShouldBe("ended");

    [Fact]
    public void What_was_rectified_ends_only_with_its_effect()
    {
        Rectified().ShouldRefuse<EffectNotSeen>(End, "proceeding").Remedy.Zh.ShouldContain("登记公益修复效果");
        Rectified().Do(new RecordPublicEffect(Day("2025-09-15"), "停止冒用", "回访笔录", PublicEffect.Full)).Do(End).StageOf().ShouldBe("ended");
    }

    [Fact]
    public void A_suggestion_that_is_not_sent_any_more_is_owed_no_more() => Decided().Do(new EndPublicInterest(Day("2025-05-21"), "行政机关已自行纠正")).Duty("serve-public-suggestion").Status.ShouldBe(DutyStatus.Discharged);

    [Fact]
    public void While_a_reply_is_awaited_or_a_suit_is_considered_or_pending_it_is_refused()
    {
        foreach (var story in new[] { Served(), Replied(), NotRectified(), Announced(), Sued() })
            story.ShouldRefuse<ProceedingOutOfOrder>(End, "proceeding").Basis!.Article.ShouldContain("80");
        Filed().ShouldRefuse<FieldIsEmpty>(End with { Reason = "" }, "reason");
    }
}
