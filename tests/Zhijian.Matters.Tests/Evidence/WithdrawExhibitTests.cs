using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class WithdrawExhibitTests
{
    private static WithdrawExhibit Withdraw() => new(Stories.Later, "E1", "来源不明");

    [Fact]
    public void It_proves_nothing_any_more_and_its_number_is_not_given_again()
    {
        var story = TakeInExhibitTests.Taken().Do(Withdraw());
        story.Matter.Exhibit("E1")!.Stands.ShouldBeFalse();
        story.Do(TakeInExhibitTests.Shoes("另一双")).Matter.Exhibits[1].Id.ShouldBe("E2");
        story.ShouldRefuse<ExhibitIsWithdrawn>(Withdraw(), "exhibit");
    }

    [Fact]
    public void It_needs_a_reason() => TakeInExhibitTests.Taken().ShouldRefuse<FieldIsEmpty>(Withdraw() with { Reason = "" }, "reason");

    [Fact]
    public void What_falls_with_it_is_told()
    {
        var story = TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes(), TakeInExhibitTests.Shoes("账本"))
            .Do(TieExhibitTests.Tie("E1", "no-licence")).Do(TieExhibitTests.Tie("E1", "identical-mark")).Do(TieExhibitTests.Tie("E2", "identical-mark"))
            .Do(new RecordAmount(Stories.Later, "违法所得", new Kernel.Money(1), "E1 第4页")).Do(new RecordAmount(Stories.Later, "违法所得", new Kernel.Money(2), "审计报告 E-1"))
            .Do(new RecordFacts(Stories.Later, "P1", "213", new EstablishedFacts { Marks = 1, Sources = new Dictionary<string, string> { ["marks"] = "E1 第1页" } }));
        var matter = story.Matter;
        var falls = WhatFalls.Of(matter, matter.Exhibit("E1")!, TestLaw.Book, Stories.Later);
        falls.Elements.Select(e => (e.Row.Element, e.After)).ShouldBe([("no-licence", ProofGap.Nothing)]);
        falls.Charges.ShouldBe([("P1", "213")]);
        falls.Amounts.Select(a => a.Yuan.Yuan).ShouldBe([1]);
        falls.Facts.ShouldBe([("P1", "213", "marks")]);
        WhatFalls.Of(matter, matter.Exhibit("E2")!, TestLaw.Book, Stories.Later).IsNothing.ShouldBeTrue();
    }
}
