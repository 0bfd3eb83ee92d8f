using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class UntieExhibitTests
{
    private static UntieExhibit Untie(string element = "no-licence") => new(Stories.Later, "E1", "P1", "213", element, "鉴定对象有误");

    [Fact]
    public void Only_that_tie_is_taken_back()
    {
        var story = TakeInExhibitTests.Taken().Do(TieExhibitTests.Tie("E1", "no-licence")).Do(TieExhibitTests.Tie("E1", "identical-mark")).Do(Untie());
        story.Matter.Exhibit("E1")!.Ties.Single().Element.ShouldBe("identical-mark");
        story.ShouldRefuse<NotTied>(Untie(), "element");
    }

    [Fact]
    public void It_needs_a_reason() =>
        TakeInExhibitTests.Taken().Do(TieExhibitTests.Tie("E1", "no-licence")).ShouldRefuse<FieldIsEmpty>(Untie() with { Reason = " " }, "reason");
}
