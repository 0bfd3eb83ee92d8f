using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class ReviewCustodyNeedTests
{
    private static ReviewCustodyNeed Review(params string[] persons) => new(Day("2026-03-06"), CustodyNeed.NotNeeded, "认罪认罚，无社会危险性", persons);

    [Fact]
    public void The_measure_changes_by_its_own_step()
    {
        var story = Transferred().Do(Review());

        story.Matter.Person("P1")!.Measure.ShouldBe(Measure.Detained);
        story.LastLine().Zh.ShouldContain("没有继续羁押的必要");
    }

    [Fact]
    public void Only_who_is_in_custody()
    {
        var story = A.Matter(m => m.Suspect("张某", "213").Arrested().Suspect("李某", "213").OnBail().RegisteredOn("2026-03-02")).Transferred("2026-03-02");

        story.ShouldRefuse<NobodyInCustody>(Review("P2"), "persons").Basis!.Article.ShouldBe("规则270第2款");
        story.Do(Review()).LastLine().Zh.ShouldNotContain("李某");
    }

    [Fact]
    public void A_unit_is_never_in_custody()
    {
        UnitCrime().ShouldRefuse<Matters.Criminal.UnitsAreNotArrested>(Review("P1"), "persons");
        UnitCrime().ShouldRefuse<NobodyInCustody>(Review(), "persons");
    }

    [Fact]
    public void Where_custody_is_not_known_it_may_be_reviewed() =>
        A.Matter(m => m.Suspect("张某", "213").WithMeasureUnknown().RegisteredOn("2026-03-02")).Transferred("2026-03-02").Do(Review());

    [Fact]
    public void With_a_reason() => Transferred().ShouldRefuse<FieldIsEmpty>(new ReviewCustodyNeed(Day("2026-03-06"), CustodyNeed.Needed, ""), "reason");
}
