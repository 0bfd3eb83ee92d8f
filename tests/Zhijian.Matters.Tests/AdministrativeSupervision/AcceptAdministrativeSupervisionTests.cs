using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class AcceptAdministrativeSupervisionTests
{
    private static readonly AcceptAdministrativeSupervision Plain = Suits.AdministrativeApplication();

    [Fact]
    public void It_opens_a_proceeding_with_the_act_behind_it()
    {
        var story = A.Matter().Do(Plain);
        var proceeding = story.Matter.Proceeding("A1")!;

        AdministrativeAct.Of(proceeding).ShouldBe(new AdministrativeAct(ActKind.Penalty, "某市市场监督管理局", "商标侵权行政处罚决定", "某市监罚〔2023〕1号", PartialDate.Parse("2023-06")));
        AdministrativeAct.OutcomeOf(proceeding).ShouldBeNull();
        story.Matter.Tracks.ShouldContain(Law.Track.Administrative);
        story.Duties.Select(d => (d.Rule.Id, d.Count.Due)).ShouldBe([("administrative-acceptance-notice", Day("2025-05-22")), ("administrative-review", Day("2025-08-19"))], ignoreOrder: true);
    }

    [Fact]
    public void The_last_day_of_the_six_months_is_in_time_and_the_next_is_not()
    {
        // 14 March 2025 + six months is a Sunday: 15 September
        A.Matter().Do(Plain with { On = Day("2025-09-19"), AppliedOn = Day("2025-09-15"), CountedFrom = Day("2025-03-14") });
        A.Matter().ShouldRefuse<AppliedTooLate>(Plain with { On = Day("2025-09-19"), AppliedOn = Day("2025-09-16"), CountedFrom = Day("2025-03-14") }, "appliedOn").Basis!.Article.ShouldBe("行政监督规则20");
    }

    [Fact]
    public void Conduct_and_enforcement_have_six_months_from_knowledge_too() =>
        A.Matter().ShouldRefuse<AppliedTooLate>(Suits.AdministrativeApplication(what: SupervisedObject.Enforcement) with { CountedFrom = Day("2024-11-01") }, "appliedOn");

    [Fact]
    public void The_court_comes_first() => A.Matter().ShouldRefuse<CourtComesFirst>(Plain with { Retrial = RetrialRoute.NotNeeded }, "retrial").Basis!.Article.ShouldBe("行政监督规则20");

    [Fact]
    public void What_is_empty_or_cannot_be_is_refused_at_its_field()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Applicant = "" }, "applicant");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Organ = "" }, "organ");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Act = "" }, "act");
        A.Matter().ShouldRefuse<ActAfterJudgment>(Plain with { ActOn = PartialDate.Parse("2024-04") }, "actOn");
        A.Matter().ShouldRefuse<Matters.CivilSupervision.AcceptedBeforeApplied>(Plain with { AppliedOn = Day("2025-05-20") }, "appliedOn");
        A.Matter().ShouldRefuse<DateInFuture>(Plain with { On = Day("2026-11-23") }, "on");
        A.Matter().ShouldRefuse<UnknownIndicator>(Plain with { Indicators = ["x"] }, "indicators");
    }

    [Fact]
    public void Beside_a_civil_one_each_has_its_own_letter_and_clock()
    {
        var story = A.Matter().Do(Suits.Application("2025-05-12")).Do(Plain);

        story.Matter.Proceedings.Select(p => p.Id).ShouldBe(["C1", "A1"]);
        story.Do(Suits.Decide(true, SupervisionDecision.End)); // the only civil one
        story.Duty("administrative-review", "A1").Status.ShouldBe(Law.DutyStatus.Open);
    }
}
