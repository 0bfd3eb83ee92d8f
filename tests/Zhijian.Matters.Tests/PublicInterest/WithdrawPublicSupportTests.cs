using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class WithdrawPublicSupportTests
{
    [Fact]
    public void The_court_gets_it_within_three_days()
    {
        var story = Supporting().Do(new WithdrawPublicSupport(Day("2025-07-01"), "原告自行和解损害公益"));

        story.StageOf().ShouldBe("another-sued");
        story.Duty("submit-public-withdrawal", "G1").Count.Due.ShouldBe(Day("2025-07-04"));
    }

    [Fact]
    public void Without_support_or_reason_it_is_refused()
    {
        BodySued().ShouldRefuse<ProceedingOutOfOrder>(new WithdrawPublicSupport(Day("2025-07-01"), "无"), "proceeding").Basis!.Article.ShouldContain("102");
        Supporting().ShouldRefuse<FieldIsEmpty>(new WithdrawPublicSupport(Day("2025-07-01"), ""), "reason");
    }
}
