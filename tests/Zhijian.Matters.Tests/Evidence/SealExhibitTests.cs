using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class SealExhibitTests
{
    private static SealExhibit Seal(SealAct act = SealAct.Seal, string number = "0417") => new(Day("2026-03-05"), "E1", act, number, "见证人王某");

    [Fact]
    public void A_seal_is_put_on_and_opened_by_its_number()
    {
        var story = TakeInExhibitTests.Taken().Do(Seal());
        story.Matter.Exhibit("E1")!.Seal.ShouldBe("0417");
        story.ShouldRefuse<SealedAlready>(Seal(number: "0500"), "act");
        story.ShouldRefuse<AnotherSeal>(Seal(SealAct.Open, "0500"), "sealNumber").Says.Zh.ShouldContain("0417");
        story.Do(Seal(SealAct.Open)).Matter.Exhibit("E1")!.Seal.ShouldBeNull();
        story.ShouldRefuse<AnotherSeal>(Seal(SealAct.Open), "sealNumber").Says.Zh.ShouldContain("没有封条");
    }

    [Fact]
    public void Somebody_was_there() => TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Seal() with { Presence = " " }, "presence");
}
