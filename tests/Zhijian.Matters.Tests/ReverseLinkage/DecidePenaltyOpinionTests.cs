using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Intake;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class DecidePenaltyOpinionTests
{
    [Fact]
    public void It_names_the_agency_the_persons_and_ends_the_review()
    {
        var story = Decided();

        story.StageIn().ShouldBe("opinion");
        story.Duty("review-penalty").Status.ShouldBe(DutyStatus.Discharged);
        story.LastLine().Zh.ShouldBe("L1 决定向某省某市市场监督管理局（外省、自治区、直辖市）提出检察意见，建议对张某：依商标法第六十条给予行政处罚");
    }

    [Fact]
    public void An_agency_elsewhere_asks_for_the_procuratorate_of_the_place_but_a_reason_passes()
    {
        Reviewing().ShouldRefuse<PlaceWasNotAsked>(Opinion(), "consultation").ShouldSatisfyAllConditions(r => r.Basis!.Status.ShouldBe(RefStatus.Unverified), r => r.Remedy.Zh.ShouldContain("写明不征求的理由"));
        Consulting(PenaltyAdviser.Agency).Do(Answer()).ShouldRefuse<PlaceWasNotAsked>(Opinion(AgencyPlace.SameProvince), "consultation");
        Answered(PenaltyAdvice.Disagrees).ShouldRefuse<PlaceDisagrees>(Opinion(), "consultation").Basis!.Status.ShouldBe(RefStatus.Unverified);
        Answered(PenaltyAdvice.Disagrees).Do(Opinion() with { Consultation = "层报共同上级院决定" }).StageIn().ShouldBe("opinion");
        Reviewing().Do(Opinion() with { Consultation = "当地院已书面表示不需要征求" }).StageIn().ShouldBe("opinion");
        Reviewing().Do(Opinion(AgencyPlace.Here)).StageIn().ShouldBe("opinion");
    }

    [Theory]
    [InlineData("2023-05-06", null, false, true)] // registered on the last day of the two years
    [InlineData("2023-05-05", "2025-05-05", false, true)]
    [InlineData("2023-05-05", "2025-05-06", true, true)]
    [InlineData("2020-05-05", "2025-05-05", true, true)]
    public void Within_two_years_or_five_where_safety_was_harmed(string ended, string? found, bool five, bool passes) =>
        (Reviewing(ended).Decide(Opinion(AgencyPlace.Here) with { DiscoveredOn = found is null ? null : Day(found), FiveYears = five, Limitation = five ? "假药，已致人伤害" : null }).Refusal is null).ShouldBe(passes);

    [Fact]
    public void After_the_limitation_it_is_refused_with_its_article()
    {
        Reviewing("2023-05-05").ShouldRefuse<PenaltyLimitationHasRun>(Opinion(AgencyPlace.Here) with { DiscoveredOn = Day("2025-05-06") }, "discoveredOn").Basis!.Article.ShouldBe("行政处罚法36");
        Reviewing("2020-05-05").ShouldRefuse<PenaltyLimitationHasRun>(Opinion(AgencyPlace.Here) with { DiscoveredOn = Day("2025-05-06"), FiveYears = true, Limitation = "金融安全" }, "discoveredOn");
        Reviewing("2023-05-05").ShouldRefuse<FieldIsEmpty>(Opinion(AgencyPlace.Here) with { DiscoveredOn = Day("2025-05-06"), FiveYears = true }, "limitation");
    }

    [Fact]
    public void What_the_matter_does_not_know_of_the_limitation_is_asked()
    {
        Reviewing("2023-05-05").ShouldRefuse<LimitationIsAsked>(Opinion(AgencyPlace.Here), "discoveredOn"); // registered a day too late to show it
        Reviewing("2023").ShouldRefuse<LimitationIsAsked>(Opinion(AgencyPlace.Here) with { DiscoveredOn = Day("2025-03-01") }, "discoveredOn"); // the day of 2023 decides
        Reviewing(null).ShouldRefuse<LimitationIsAsked>(Opinion(AgencyPlace.Here), "limitation").Says.Zh.ShouldContain("没有登记行为终了的日期");
        Reviewing(null).Do(Opinion(AgencyPlace.Here) with { Limitation = "行为持续至2025年4月被查获" }).StageIn().ShouldBe("opinion");
        Reviewing().ShouldRefuse<DateInFuture>(Opinion(AgencyPlace.Here) with { DiscoveredOn = Day("2026-11-23") }, "discoveredOn");
    }

    [Fact]
    public void Who_is_accused_again_is_left_to_the_criminal_side() =>
        Answered().Do(new AddCharge(Day("2025-06-01"), "P1", "214")).ShouldRefuse<NotProsecutedFirst>(Opinion(), "proceeding").Says.Zh.ShouldContain("张某");

    [Fact]
    public void Not_while_suspended_or_asked_and_not_without_agency_ground_and_chief()
    {
        foreach (var story in new[] { PassedOn(), Consulting(), Suspended(), Decided() })
            story.ShouldRefuse<ProceedingOutOfOrder>(Opinion(), "proceeding").Basis!.Article.ShouldContain("规则373");
        Answered().ShouldRefuse<FieldIsEmpty>(Opinion() with { Agency = "" }, "agency");
        Answered().ShouldRefuse<FieldIsEmpty>(Opinion() with { Content = "" }, "content");
        Answered().ShouldRefuse<FieldIsEmpty>(Opinion() with { Chief = "" }, "chief");
    }
}
