using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class MoveExhibitTests
{
    private static MoveExhibit Move(string on = "2026-03-05") => new(Day(on), "E1", "案件管理部门", "涉案财物库3排");

    [Fact]
    public void The_chain_says_who_holds_it_and_where() =>
        TakeInExhibitTests.Taken().Do(Move()).Matter.Exhibit("E1")!.Custody[^1].ShouldSatisfyAllConditions(c => c.Says.Zh.ShouldContain("涉案财物库3排"), c => c.By.ShouldBe("lu"));

    [Fact]
    public void It_goes_on_in_time_and_never_before_the_exhibit()
    {
        TakeInExhibitTests.Taken().Do(Move()).ShouldRefuse<CustodyGoesOn>(Move("2026-03-04"), "on");
        TakeInExhibitTests.Taken().ShouldRefuse<BeforeTakenIn>(Move("2026-03-02"), "on");
        TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Move() with { Place = "" }, "place");
        TakeInExhibitTests.Taken().ShouldRefuse<UnknownExhibit>(Move() with { Exhibit = "E2" }, "exhibit");
    }
}
