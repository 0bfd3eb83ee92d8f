using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class RecordProtestReviewTests
{
    private static MatterStory Two() => A.Matter(m => m.Suspect("张某", "213", "214").OnBail().Unit("某贸易公司", "213").RegisteredOn("2026-03-02")).Transferred("2026-03-02").Prosecuted("2026-03-10").Judged("2026-03-20");

    private static MatterStory Protested(params string[] persons) => Two().Do(new ReviewJudgment(Day("2026-03-24"), JudgmentReview.Protest, "量刑畸轻", persons));

    private static RecordProtestReview Decide(ProtestSupport outcome = ProtestSupport.Supported, string on = "2026-04-01", string reason = "抗诉正确", params string[] persons) => new(Day(on), outcome, reason, "支抗1号", persons);

    [Theory]
    [InlineData(ProtestSupport.Supported, "上一级检察院支持抗诉：某贸易公司")]
    [InlineData(ProtestSupport.Partly, "上一级检察院部分支持抗诉：某贸易公司")]
    [InlineData(ProtestSupport.Withdrawn, "上一级检察院撤回抗诉：某贸易公司")]
    public void It_concerns_those_of_the_protest_a_unit_too(ProtestSupport outcome, string line)
    {
        var matter = Protested("P2").Do(Decide(outcome)).Matter;

        matter.Timeline[^1].Event.Says(matter).Zh.ShouldBe(line);
    }

    [Fact]
    public void Without_a_protest_there_is_nothing_to_support()
    {
        Two().JudgmentReviewed("2026-03-23").ShouldRefuse<NoProtestIsPending>(Decide(), "persons").Basis!.Article.ShouldBe("规则587、589");
        Protested("P2").ShouldRefuse<NoProtestIsPending>(Decide(persons: "P1"), "persons");
    }

    [Fact]
    public void It_is_decided_once() => Protested().Do(Decide()).ShouldRefuse<NoProtestIsPending>(Decide(), "persons");

    [Fact]
    public void Not_before_the_protest_and_not_without_a_reason()
    {
        Protested().ShouldRefuse<DecidedBeforeProtest>(Decide(on: "2026-03-23"), "on");
        Protested().ShouldRefuse<FieldIsEmpty>(Decide(reason: ""), "reason");
    }
}
