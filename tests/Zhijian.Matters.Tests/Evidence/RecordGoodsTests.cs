using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class RecordGoodsTests
{
    private static RecordGoods Goods() => new(Stories.Later, "E1", "运动鞋", 120, "双", new Kernel.Money(899), "权利人价格证明", new Kernel.Money(90), "E1 第44页");

    [Fact]
    public void The_ledger_has_lines_that_are_brought_up_to_date()
    {
        var story = TakeInExhibitTests.Taken().Do(Goods()).Do(Goods() with { Name = "鞋盒" });
        story.Do(Goods() with { Line = "E1.G1", Samples = 2, Destroyed = 118, DestructionPaper = "销毁笔录1号" });
        story.Matter.Exhibit("E1")!.Goods.Select(g => (g.Id, g.Name, g.Destroyed)).ShouldBe([("E1.G1", "运动鞋", 118L), ("E1.G2", "鞋盒", 0L)]);
        story.ShouldRefuse<NoSuchLine>(Goods() with { Line = "E1.G3" }, "line");
    }

    [Fact]
    public void A_price_has_a_source_and_a_destruction_its_record()
    {
        TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Goods() with { GenuineSource = null }, "genuineSource");
        TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Goods() with { FalseSource = " " }, "falseSource");
        TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Goods() with { Destroyed = 1 }, "destructionPaper");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(10, 11, 0)]
    [InlineData(10, 5, 6)]
    [InlineData(10, long.MaxValue, long.MaxValue)]
    [InlineData(10, -1, 0)]
    public void Samples_and_destroyed_are_never_more_than_there_is(long quantity, long samples, long destroyed) =>
        TakeInExhibitTests.Taken().ShouldRefuse<MoreThanThere>(Goods() with { Quantity = quantity, Samples = samples, Destroyed = destroyed, DestructionPaper = "1号" }, "quantity");
}
