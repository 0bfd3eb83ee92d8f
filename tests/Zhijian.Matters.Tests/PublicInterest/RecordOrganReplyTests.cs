using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class RecordOrganReplyTests
{
    [Fact]
    public void It_ends_the_clock_of_the_organ()
    {
        Replied().StageOf().ShouldBe("replied");
        Replied().Duty("answer-public-suggestion").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void A_late_reply_is_recorded_too() => Served().Do(new RecordOrganReply(Day("2025-08-01"), OrganReply.Acting, "正在整改")).StageOf().ShouldBe("replied");

    [Fact]
    public void Before_service_twice_or_without_content_it_is_refused()
    {
        var step = new RecordOrganReply(Day("2025-07-11"), OrganReply.Disputes, "不属本局职责");
        Decided().ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding").Basis!.Article.ShouldBe("检察公益诉讼解释21");
        Replied().ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding");
        Served().ShouldRefuse<FieldIsEmpty>(step with { Content = "" }, "content");
    }
}
