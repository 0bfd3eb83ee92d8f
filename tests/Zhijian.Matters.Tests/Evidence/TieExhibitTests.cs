using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class TieExhibitTests
{
    public static TieExhibit Tie(string exhibit, string element, ProofStrength strength = ProofStrength.Direct) => new(Stories.Later, exhibit, "P1", "213", element, strength, "第44页");

    private static IReadOnlyList<ProofRow> Rows(MatterStory story) => ProofMatrix.Of(story.Matter, TestLaw.Book, Stories.Later).Single().Rows;

    [Fact]
    public void The_gaps_are_what_nothing_or_only_one_weak_exhibit_proves()
    {
        var story = TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes(), TakeInExhibitTests.Shoes("账本"));
        Rows(story).ShouldAllBe(r => r.Gap == ProofGap.Nothing);
        story.Do(Tie("E1", "no-licence", ProofStrength.Weak)).Do(Tie("E1", "identical-mark"));
        Rows(story).Select(r => (r.Element, r.Gap)).ShouldBe([("no-licence", ProofGap.OneWeak), ("same-goods-or-services", ProofGap.Nothing), ("identical-mark", ProofGap.None), ("serious", ProofGap.Nothing)]);
        story.Do(Tie("E2", "no-licence", ProofStrength.Weak));
        Rows(story)[0].Gap.ShouldBe(ProofGap.None);
    }

    [Fact]
    public void An_excluded_or_withdrawn_exhibit_leaves_its_gap_and_ties_no_more()
    {
        var story = TakeInExhibitTests.Taken().Do(Tie("E1", "no-licence"));
        story.Do(new ExamineExhibit(Stories.Later, "E1", Quality.Fails, Quality.Stands, Quality.Stands, ExhibitVerdict.Excluded, ExclusionGround.NotMended, "不能补正"));
        Rows(story)[0].Gap.ShouldBe(ProofGap.Nothing);
        story.ShouldRefuse<ExhibitIsExcluded>(Tie("E1", "identical-mark"), "exhibit").Basis!.Article.ShouldBe("刑诉法56第2款");
    }

    [Theory]
    [InlineData(ExhibitKind.Testimony, false)]
    [InlineData(ExhibitKind.SuspectStatement, false)]
    [InlineData(ExhibitKind.Documentary, true)]
    [InlineData(ExhibitKind.ElectronicData, true)]
    public void Of_what_an_administrative_organ_collected_statements_are_taken_anew(ExhibitKind kind, bool may)
    {
        var story = TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes() with { Kind = kind, FoundIn = Track.Administrative });
        if (may)
            story.Do(Tie("E1", "no-licence"));
        else
            story.ShouldRefuse<StatementOfAnotherOrgan>(Tie("E1", "no-licence"), "exhibit").Basis!.Article.ShouldBe("刑诉法54第2款");
    }

    [Fact]
    public void The_elements_are_those_of_the_text_in_force_when_the_acts_ended()
    {
        var story = TakeInExhibitTests.Taken().Do(new RecordFacts(Stories.Later, "P1", "213", new EstablishedFacts { From = Day("2019-01-01"), To = Day("2020-01-01") }));
        story.Do(Tie("E1", "same-goods")).ShouldRefuse<NoSuchElement>(Tie("E1", "same-goods-or-services"), "element");
    }

    [Fact]
    public void Person_charge_and_element_are_those_of_the_matter()
    {
        var story = TakeInExhibitTests.Taken();
        story.ShouldRefuse<UnknownPerson>(Tie("E1", "no-licence") with { Person = "P9" }, "person");
        story.ShouldRefuse<NotChargedWith>(Tie("E1", "no-licence") with { Charge = "214" }, "charge");
        story.ShouldRefuse<NoSuchElement>(Tie("E1", "knowing"), "element").Remedy.Zh.ShouldContain("no-licence");
        story.Do(Tie("E1", "no-licence")).ShouldRefuse<TiedAlready>(Tie("E1", "no-licence", ProofStrength.Weak), "element");
    }
}
