using Shouldly;
using Xunit;
using Zhijian.Law.Assessment;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Intake;

public sealed class RecordFactsTests
{
    private static readonly EstablishedFacts Goods = new()
    {
        To = new DateOnly(2025, 1, 18), Object = "goods", Sold = [new SoldLine(2160, 150, "卷三 12—58")], Stock = [new StockLine(840, 150)],
        Sources = new Dictionary<string, string>(StringComparer.Ordinal) { ["object"] = "注册证" },
    };

    private static RecordFacts Facts(EstablishedFacts? facts = null, string person = "P1", string charge = "213") => new(Stories.Later, person, charge, facts ?? Goods);

    private static Conclusion Assess(MatterStory story) => new Assessor(TestLaw.Book).Assess(MatterFacts.Of(story.Matter, TestLaw.Book, Stories.Later)).Conclusions[0];

    [Fact]
    public void What_is_established_moves_the_band()
    {
        var story = Stories.At(Stage.Registered);
        Assess(story).ReachesBase.ShouldBe(Kernel.Answer.Unknown);
        story.Do(Facts());
        Assess(story).ReachesBase.ShouldBe(Kernel.Answer.Yes);
        story.Matter.Established("P1", "213")!.Sources["object"].ShouldBe("注册证");
    }

    [Fact]
    public void A_later_record_replaces_the_earlier_one_which_stays_in_the_log()
    {
        var story = Stories.At(Stage.Registered).Do(Facts());
        var entries = story.Log.Count;
        story.Do(Facts(new EstablishedFacts { Marks = 1 }));
        story.Matter.Facts.ShouldHaveSingleItem().Facts.Sold.ShouldBeNull();
        story.Log.Count.ShouldBe(entries + 1);
    }

    [Fact]
    public void Registered_amounts_fill_what_is_not_established()
    {
        var story = A.Matter(m => m.Suspect("张某").Amount("illegal-gains", 40000).Amount("sales-amount", 1)).Do(Facts());
        var act = MatterFacts.Of(story.Matter, TestLaw.Book, Stories.Later).Acts[0];
        act.Amounts.Select(a => a.Metric).ShouldBe(["illegal_gains"]);
        new Amounts(act, TestLaw.Book.Rules, "R25").Of("sales_amount").Low.ShouldBe(324000);
    }

    [Fact]
    public void Who_is_not_there_not_accused_or_has_no_standards_is_refused()
    {
        Stories.At(Stage.Registered).ShouldRefuse<UnknownPerson>(Facts(person: "P9"), "person");
        Stories.At(Stage.Registered).ShouldRefuse<UnknownCharge>(Facts(charge: "999"), "charge");
        Stories.At(Stage.Registered).ShouldRefuse<NotAccusedOf>(Facts(charge: "217"), "charge");
        A.Matter(m => m.Suspect("张某", "266")).ShouldRefuse<NoStandardsRecorded>(Facts(charge: "266"), "charge");
    }

    [Fact]
    public void Every_fact_that_does_not_fit_is_named_with_its_path()
    {
        var no = Stories.At(Stage.Registered).ShouldRefuse<FactsDoNotFit>(Facts(Goods with { Object = "cars", Sold = [new SoldLine(1, 1), new SoldLine(2, -3)], ExistsForCrime = true }), "facts.object");
        no.Says.Zh.ShouldContain("sold[1].price");
        no.Says.Zh.ShouldContain("existsForCrime");
    }
}
