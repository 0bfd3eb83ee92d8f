using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class ServePenaltyOpinionTests
{
    [Fact]
    public void Two_months_that_are_not_verified()
    {
        Served().Duty("answer-penalty-opinion", "L1").ShouldSatisfyAllConditions(
            d => d.Count.Due.ShouldBe(Day("2025-08-09")), d => d.Rule.Holder.ShouldBe(Holder.Agency), d => d.Count.Value!.Reference.Status.ShouldBe(RefStatus.Unverified));
        Served().LastDoubts().ShouldBeEmpty();
        Served().LastLine().Zh.ShouldBe("L1 检察意见书送达某省某市市场监督管理局，经某省某市人民检察院（签收）");
    }

    [Fact]
    public void A_shorter_day_has_its_own_clock()
    {
        var story = Decided().Do(Serve() with { ReplyBy = Day("2025-06-30"), UrgentReason = "货物将被转移" });

        story.Duty("answer-penalty-opinion-fixed").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-30")), d => d.Count.Value!.Reference.Status.ShouldBe(RefStatus.Unverified));
        story.Duties.ShouldNotContain(d => d.Rule.Id == "answer-penalty-opinion");
    }

    [Fact]
    public void Straight_to_an_agency_elsewhere_is_recorded_with_a_doubt()
    {
        Decided().Do(Serve() with { Through = null }).LastDoubts().Single().Zh.ShouldContain("待核");
        Reviewing().Do(Opinion(AgencyPlace.Here)).Do(Serve() with { Through = null }).LastDoubts().ShouldBeEmpty();
    }

    [Fact]
    public void With_the_decision_after_the_opinion_with_receipt()
    {
        Decided().ShouldRefuse<DecisionGoesWithIt>(Serve() with { WithDecision = false }, "withDecision").Basis!.Article.ShouldBe("规则373");
        Answered().ShouldRefuse<ProceedingOutOfOrder>(Serve(), "proceeding").Remedy.Zh.ShouldContain("先决定");
        Decided().ShouldRefuse<FieldIsEmpty>(Serve() with { Receipt = "" }, "receipt");
        Decided().ShouldRefuse<ReplyBeforeReceipt>(Serve() with { ReplyBy = Day("2025-06-09"), UrgentReason = "急" }, "replyBy");
        Decided().ShouldRefuse<FieldIsEmpty>(Serve() with { ReplyBy = Day("2025-06-30") }, "urgentReason");
        Decided().ShouldRefuse<BeforeTheProceedingStage>(Serve() with { On = Day("2025-06-04") }, "on");
    }
}
