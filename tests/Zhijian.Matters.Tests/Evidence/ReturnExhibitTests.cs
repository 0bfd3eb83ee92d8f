using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class ReturnExhibitTests
{
    private static ReturnExhibit Return() => new(Day("2026-03-06"), "E1", Release.Returned, "某公司", "发还清单1号");

    [Fact]
    public void It_leaves_custody_for_good()
    {
        var story = TakeInExhibitTests.Taken().Do(Return());
        story.Matter.Exhibit("E1")!.GoneOn.ShouldBe(Day("2026-03-06"));
        story.ShouldRefuse<ExhibitIsGone>(Return(), "exhibit");
        story.ShouldRefuse<ExhibitIsGone>(new MoveExhibit(Stories.Later, "E1", "甲", "乙"), "exhibit");
        story.ShouldRefuse<ExhibitIsGone>(new SealExhibit(Stories.Later, "E1", SealAct.Seal, "1", "甲"), "exhibit");
    }

    [Fact]
    public void It_needs_a_paper() => TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Return() with { Receipt = "" }, "receipt");

    [Fact]
    public void A_withdrawn_exhibit_can_still_be_given_back() =>
        TakeInExhibitTests.Taken().Do(new WithdrawExhibit(Day("2026-03-04"), "E1", "与本案无关")).Do(Return()).Matter.Exhibit("E1")!.GoneOn.ShouldNotBeNull();
}
