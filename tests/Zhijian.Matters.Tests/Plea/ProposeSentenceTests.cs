using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class ProposeSentenceTests
{
    private static ProposeSentence Propose(
        Penalty penalty = Penalty.Imprisonment, int? months = 10, int? upTo = null, int? suspended = null, decimal? fine = null, string? reason = null, string on = "2026-03-06", string[]? charges = null, params string[] persons) =>
        new(Day(on), penalty, months, upTo, suspended, fine is { } f ? new Kernel.Money(f) : null, reason, charges, persons);

    [Fact]
    public void A_fixed_sentence_with_fine_and_probation()
    {
        var story = Signed().Do(Propose(suspended: 12, fine: 50_000));

        story.Leniency().Proposals["213"].ShouldBe("有期徒刑 10 个月，缓刑 12 个月，罚金 50,000 元");
        story.LastLine().En.ShouldBe("Sentence proposed for 张某 (213, 214): imprisonment 10 months, probation 12 months, fine 50,000 yuan");
    }

    [Fact]
    public void Not_before_the_statement()
    {
        Told().ShouldRefuse<StatementComesFirst>(Propose(), "persons").Basis!.Article.ShouldBe("刑诉法174、176；规则272、274");
        Signed().ShouldRefuse<ProposedBeforeStatement>(Propose(on: "2026-03-04"), "on");
    }

    [Fact]
    public void For_each_charge_its_own_and_only_where_the_statement_covers_it()
    {
        var story = Signed("214").Do(Propose(charges: ["214"]));

        story.Leniency().Proposals.Keys.ShouldBe(["214"]);
        story.ShouldRefuse<StatementDoesNotCover>(Propose(charges: ["213"]), "charges");
        story.ShouldRefuse<StatementDoesNotCover>(Propose(), "charges");
        Signed().Do(Propose(charges: ["213"])).Do(Propose(months: 20, charges: ["214"])).Leniency().Proposals["214"].ShouldContain("20");
    }

    [Fact]
    public void A_range_goes_upwards_and_has_a_reason()
    {
        Signed().ShouldRefuse<RangeNeedsAReason>(Propose(upTo: 14), "reason").Basis!.Article.ShouldBe("规则275");
        Signed().ShouldRefuse<RangeGoesUpwards>(Propose(upTo: 10, reason: "新类型"), "upToMonths");
        Signed().Do(Propose(upTo: 14, reason: "新类型")).Leniency().Proposals["213"].ShouldBe("有期徒刑 10—14 个月");
    }

    [Fact]
    public void Probation_goes_with_three_years_or_less()
    {
        Signed().Do(Propose(months: 36, suspended: 48));
        Signed().ShouldRefuse<Matters.Criminal.ProbationUpToThreeYears>(Propose(months: 37, suspended: 48), "suspendedMonths").Basis!.Article.ShouldBe("刑法72");
        Signed().ShouldRefuse<Matters.Criminal.ProbationUpToThreeYears>(Propose(months: 30, upTo: 40, reason: "复杂", suspended: 48), "suspendedMonths");
        Signed().ShouldRefuse<Matters.Criminal.ProbationUpToThreeYears>(Propose(Penalty.Control, 12, suspended: 12), "suspendedMonths");
    }

    [Fact]
    public void Months_and_fines_belong_to_their_penalties()
    {
        Signed().ShouldRefuse<FieldIsEmpty>(Propose(months: null), "months");
        Signed().ShouldRefuse<FieldIsEmpty>(Propose(months: 0), "months");
        Signed().ShouldRefuse<FieldIsEmpty>(Propose(Penalty.FineOnly, months: null), "fine");
        Signed().ShouldRefuse<NoMonthsInThisPenalty>(Propose(Penalty.FineOnly, fine: 30_000), "months");
        Signed().ShouldRefuse<NoMonthsInThisPenalty>(Propose(Penalty.Exempt), "months");
        Signed().Do(Propose(Penalty.Exempt, months: null)).Leniency().Proposals["213"].ShouldBe("免予刑事处罚");
    }

    [Fact]
    public void A_unit_is_fined()
    {
        var story = UnitCrime().Do(new SignPleaStatement(Day("2026-03-05"), "王律师", Persons: ["P1"], Representative: "赵某"));

        story.ShouldRefuse<UnitsAreFined>(Propose(persons: "P1"), "penalty").Basis!.Article.ShouldBe("刑法31、220");
        story.Do(Propose(Penalty.FineOnly, months: null, fine: 200_000, persons: "P1")).Leniency("P1").Proposals["213"].ShouldBe("单处罚金，罚金 200,000 元");
    }

    [Fact]
    public void After_the_indictment_it_is_too_late() => Signed().Prosecuted("2026-03-10").ShouldRefuse<NobodyToActOn>(Propose(on: "2026-03-11"), "persons");
}
