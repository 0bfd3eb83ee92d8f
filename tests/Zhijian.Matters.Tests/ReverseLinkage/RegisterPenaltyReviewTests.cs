using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class RegisterPenaltyReviewTests
{
    [Fact]
    public void Ten_working_days_from_the_registration_and_the_other_text_beside_it()
    {
        var duty = Reviewing().Duty("review-penalty", "L1");

        duty.Count.Due.ShouldBe(Day("2025-06-03"));
        duty.Term.Id.ShouldBe("RX-REVIEW");
        duty.Count.EarlierReading!.Value.ShouldSatisfyAllConditions(r => r.On.ShouldBe(Day("2025-05-19")), r => r.Why.Zh.ShouldContain("没有核实"));
        Reviewing().LastLine().En.ShouldBe("L1: registered by the administrative side (行检1号)");
    }

    [Fact]
    public void Once_and_only_what_was_passed_on()
    {
        NotProsecuted().ShouldRefuse<NoProceeding>(new RegisterPenaltyReview(Day("2025-05-19")), "proceeding").Remedy.Zh.ShouldContain("移送");
        Reviewing().ShouldRefuse<ProceedingOutOfOrder>(new RegisterPenaltyReview(Day("2025-05-20")), "proceeding").Basis!.Article.ShouldBe("行刑反向衔接工作指引12");
        PassedOn().ShouldRefuse<BeforeTheProceedingStage>(new RegisterPenaltyReview(Day("2025-05-18")), "on");
    }
}
