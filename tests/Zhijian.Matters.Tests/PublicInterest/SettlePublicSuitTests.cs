using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class SettlePublicSuitTests
{
    private static readonly SettlePublicSuit Settle = new(Day("2025-10-10"), "停止冒用，支付修复费用", "诉讼请求全部写入");

    [Fact]
    public void Our_own_and_a_supported_suit_may_be_settled()
    {
        Sued(PublicLine.Civil).Do(Settle).StageOf().ShouldBe("settled");
        Supporting().Do(Settle).StageOf().ShouldBe("settled");
    }

    [Fact]
    public void Against_an_organ_it_is_not_and_before_the_suit_neither()
    {
        Sued().ShouldRefuse<StepOfTheOtherLine>(Settle, "proceeding");
        NobodySued().ShouldRefuse<ProceedingOutOfOrder>(Settle, "proceeding");
        Sued(PublicLine.Civil).ShouldRefuse<FieldIsEmpty>(Settle with { Reason = "" }, "reason");
    }
}
