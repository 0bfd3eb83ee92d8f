using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class DeclinePenaltyTransferTests
{
    private static DeclinePenaltyTransfer Decline(params string[] persons) => new(Day("2025-05-20"), "没有违法行为", persons);

    [Fact]
    public void The_question_is_answered_and_nothing_is_opened()
    {
        var story = NotProsecuted().Do(Decline());

        story.Duties.Where(d => d.Rule.Id == "transfer-for-penalty").Select(d => d.Status).ShouldBe([DutyStatus.Discharged, DutyStatus.Discharged]);
        story.Matter.Proceedings.ShouldBeEmpty();
        story.LastLine().Zh.ShouldBe("张某、李某无需行政处罚：没有违法行为");
    }

    [Fact]
    public void Without_an_answer_the_matter_stays_open()
    {
        NotProsecuted().FourChecks("2025-06-01").ShouldRefuse<DutiesOpen>(new CloseMatter(Day("2025-06-02"))).Says.Zh.ShouldContain("无需行政处罚");
        NotProsecuted().Do(Decline()).FourChecks("2025-06-01").Closed("2025-06-02");
    }

    [Fact]
    public void Who_was_passed_on_is_left_out_or_refused()
    {
        PassedOn().Do(Decline()).LastLine().Zh.ShouldStartWith("李某无需");
        PassedOn().ShouldRefuse<PassedOnAlready>(Decline("P1"), "persons");
    }

    [Fact]
    public void It_needs_its_reason() => NotProsecuted().ShouldRefuse<FieldIsEmpty>(Decline() with { Reason = "" }, "reason");
}
