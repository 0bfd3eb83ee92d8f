using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class AcceptCivilSupervisionTests
{
    private static readonly AcceptCivilSupervision Plain = Suits.Application();

    [Fact]
    public void It_opens_a_proceeding_with_its_object_and_two_clocks()
    {
        var story = A.Matter().Do(Plain);

        story.Matter.Tracks.ShouldContain(Law.Track.Civil);
        SupervisedCase.Of(story.Matter.Proceeding("C1")!).ShouldBe(new SupervisedCase(SupervisedObject.Judgment, CaseSubject.Other, "某区人民法院", CourtLevel.Basic, Suits.Number, "某公司诉某商行", PartialDate.Parse("2024-03-04")));
        story.Duties.Select(d => (d.Rule.Id, d.Count.Due)).ShouldBe([("civil-acceptance-notice", Day("2025-05-22")), ("civil-review", Day("2025-08-19"))], ignoreOrder: true);
    }

    [Fact]
    public void The_last_day_of_the_two_years_is_in_time_and_the_next_is_not()
    {
        // 7 October 2023 + two years ends in the holiday: 9 October 2025
        A.Matter().Do(Plain with { On = Day("2025-10-20"), AppliedOn = Day("2025-10-09"), CountedFrom = Day("2023-10-07") });
        var no = A.Matter().ShouldRefuse<AppliedTooLate>(Plain with { On = Day("2025-10-20"), AppliedOn = Day("2025-10-10"), CountedFrom = Day("2023-10-07") }, "appliedOn");

        no.Basis!.Article.ShouldBe("民事监督规则20");
        no.Remedy.Zh.ShouldContain("依职权");
    }

    [Fact]
    public void Before_the_text_of_2021_nothing_is_refused_by_it() => A.Matter().Do(Plain with { CountedFrom = Day("2020-01-06") });

    [Fact]
    public void The_court_comes_first_and_without_its_day_nothing_is_counted()
    {
        A.Matter().ShouldRefuse<CourtComesFirst>(Plain with { Retrial = RetrialRoute.NotNeeded }, "retrial").Basis!.Article.ShouldBe("民诉法220");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { CountedFrom = null }, "countedFrom");
        A.Matter().Do(Plain with { Retrial = RetrialRoute.NoRuling, CountedFrom = null }); // from when it would run is not read
        A.Matter().Do(Suits.Application(what: SupervisedObject.Enforcement));
    }

    [Fact]
    public void Only_an_effective_judgment_is_supervised()
    {
        A.Matter().ShouldRefuse<JudgmentNotEffective>(Plain with { EffectiveOn = null }, "effectiveOn");
        A.Matter().ShouldRefuse<EffectiveAfterAcceptance>(Plain with { EffectiveOn = PartialDate.Parse("2025-06") }, "effectiveOn");
    }

    [Fact]
    public void What_is_empty_or_cannot_be_is_refused_at_its_field()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Applicant = "" }, "applicant");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Court = " " }, "court");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { CaseNumber = "" }, "caseNumber");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Parties = "" }, "parties");
        A.Matter().ShouldRefuse<AcceptedBeforeApplied>(Plain with { AppliedOn = Day("2025-05-20") }, "appliedOn");
        A.Matter().ShouldRefuse<AppliedTooEarly>(Plain with { CountedFrom = Day("2025-05-20") }, "appliedOn");
        A.Matter().ShouldRefuse<DateInFuture>(Plain with { On = Day("2026-11-23") }, "on");
        A.Matter().ShouldRefuse<UnknownIndicator>(Plain with { Indicators = ["greed"] }, "indicators").Remedy.Zh.ShouldContain("批量起诉");
    }

    [Fact]
    public void Signs_of_bad_faith_are_kept_with_their_names()
    {
        var story = A.Matter().Do(Plain with { Indicators = ["batch-suits", "骗取权利基础", "批量起诉"] });

        story.Matter.Proceeding("C1")!.Facts["indicators"].ShouldBe("batch-suits,fraudulent-title");
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldEndWith("（特征：批量起诉、骗取权利基础）");
    }

    [Fact]
    public void A_matter_may_have_several_and_is_not_closed_while_one_lasts() =>
        A.Matter().Do(Plain).Do(Suits.Application("2025-05-20")).Matter.ShouldSatisfyAllConditions(
            m => m.Proceedings.Select(p => p.Id).ShouldBe(["C1", "C2"]),
            m => Matters.FourChecks.CloseMatter.Obstacles(m, TestLaw.Book).OfType<Matters.FourChecks.ProceedingsOpen>().ShouldHaveSingleItem());
}
