using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;
using Zhijian.Testing;

namespace Zhijian.Law.Tests.Assessment;

public sealed class AssessorTests
{
    private static readonly Assessor Assessor = new(TestLaw.Book);

    private static DateOnly Day(string day) => DateOnly.Parse(day);

    private static ActFacts Act(string charge, string from, string to, string? obj, params IReadOnlyList<(string Metric, decimal Value)> amounts) => new()
    {
        Id = $"{charge} {from}", Charges = [charge], Persons = ["p"], From = Day(from), To = Day(to), Object = obj, Amounts = [.. amounts.Select(a => new StatedAmount(a.Metric, a.Value))],
    };

    private static Conclusion One(string handled, ActFacts act, PersonFacts? person = null) => All(handled, [act], person).Conclusions[0];

    private static CaseAssessment All(string handled, IReadOnlyList<ActFacts> acts, PersonFacts? person = null) =>
        Assessor.Assess(new CaseFacts { HandledOn = Day(handled), Persons = [person ?? new PersonFacts { Id = "p", EarlierSanctions = [] }], Acts = acts });

    [Fact]
    public void The_lighter_interpretation_of_the_handling_is_chosen()
    {
        var c = One("2025-12-01", Act("213", "2024-01-01", "2024-01-31", "goods", ("illegal_turnover", 260_000), ("illegal_gains", 0)) with { Marks = 1 });

        c.Choice.Chosen!.Kind.ShouldBe(CandidateKind.Decision);
        (c.LowBand, c.HighBand).ShouldBe((1, 1));
        c.Choice.Candidates.Single(x => x.Kind == CandidateKind.Conduct).LowBand.ShouldBe(2);
    }

    [Fact]
    public void What_was_no_crime_when_it_was_done_stays_none()
    {
        var c = One("2026-03-01", Act("219", "2019-01-01", "2019-12-31", null, ("rightholder_loss", 400_000), ("illegal_gains", 0), ("bankruptcy", 0)));

        c.Choice.Chosen!.Kind.ShouldBe(CandidateKind.Conduct);
        (c.LowBand, c.HighBand).ShouldBe((0, 0));
        c.ReachesBase.ShouldBe(Answer.No);
    }

    [Fact]
    public void Equal_weight_leaves_the_law_of_the_act() =>
        One("2025-12-01", Act("213", "2024-01-01", "2024-01-31", "goods", ("illegal_turnover", 60_000), ("illegal_gains", 0)) with { Marks = 1 }).Choice.Chosen!.Kind.ShouldBe(CandidateKind.Conduct);

    [Fact]
    public void A_service_mark_before_2025_is_judged_by_the_interpretation_in_force_now_for_there_was_none()
    {
        var c = One("2025-12-01", Act("213", "2021-03-01", "2021-06-30", "services", ("illegal_gains", 510_000)));

        c.Governing.StandardsOfHandling.ShouldBeTrue();
        c.LowBand.ShouldBe(2);
    }

    [Fact]
    public void A_service_mark_under_the_text_of_1997_is_no_offence() =>
        One("2025-12-01", Act("213", "2020-03-01", "2020-06-30", "services", ("illegal_gains", 5_100_000))).ShouldSatisfyAllConditions(c => c.HighBand.ShouldBe(0), c => c.Choice.Chosen!.Kind.ShouldBe(CandidateKind.Conduct));

    [Fact]
    public void Continuing_acts_across_the_amendment_follow_the_new_text_and_lenience_is_recommended()
    {
        var c = One("2021-12-01", Act("213", "2020-12-01", "2021-05-31", "goods", ("illegal_turnover", 300_000)) with { Continuing = true });

        c.Choice.Candidates[0].Text!.Version.ShouldBe("2020");
        c.Remarks.ShouldContain(r => r.Basis!.Article == "高检发释字〔1998〕6号" && r.Says.En.Contains("leniency"));
    }

    [Fact]
    public void Separate_acts_are_also_compared_each_by_its_own_law()
    {
        ActFacts[] acts = [Act("213", "2020-12-01", "2020-12-31", "goods", ("illegal_turnover", 30_000)) with { Continuing = false }, Act("213", "2021-05-01", "2021-05-31", "goods", ("illegal_turnover", 30_000)) with { Continuing = false }];
        var c = All("2021-12-01", acts).Conclusions.Single();

        c.LowBand.ShouldBe(1); // added up (第29条)
        c.Parts.Select(p => p.Text!.Version).ShouldBe(["1997", "2020"]);
        c.Parts.ShouldAllBe(p => p.LowBand == 0);
    }

    [Fact]
    public void An_act_already_handled_is_not_added_up_again()
    {
        ActFacts[] acts = [Act("213", "2025-06-01", "2025-06-02", "goods", ("illegal_turnover", 30_000)) with { AlreadyHandled = true }, Act("213", "2025-07-01", "2025-07-02", "goods", ("illegal_turnover", 30_000), ("illegal_gains", 0)) with { Marks = 1 }];

        All("2025-12-01", acts).Conclusions.Single().HighBand.ShouldBe(0);
    }

    [Fact]
    public void Goods_and_services_are_added_where_the_goods_alone_fall_short()
    {
        ActFacts[] acts = [Act("213", "2025-06-01", "2025-06-02", "goods", ("illegal_gains", 20_000), ("illegal_turnover", 0)) with { Marks = 1 }, Act("213", "2025-06-01", "2025-06-03", "services", ("illegal_gains", 35_000)) with { Marks = 1 }];

        All("2025-12-01", acts).Conclusions.Single().LowBand.ShouldBe(1);
    }

    [Fact]
    public void A_missing_fact_is_unknown_and_asked_for_with_what_it_would_change()
    {
        var c = One("2025-12-01", Act("213", "2025-06-01", "2025-06-02", "goods", ("illegal_turnover", 450_000), ("illegal_gains", 0)));

        (c.LowBand, c.HighBand).ShouldBe((1, 2));
        c.Questions[0].Fact.ShouldBe("marks");
        c.Questions[0].IfYes.Zh.ShouldContain("十年");
        c.Questions[0].IfNo.Zh.ShouldContain("三年以下");
    }

    [Fact]
    public void An_unknown_amount_is_asked_for_by_the_figure_that_matters()
    {
        var c = One("2025-12-01", Act("214", "2025-06-01", "2025-06-02", "goods"));

        c.ReachesBase.ShouldBe(Answer.Unknown);
        c.Questions.ShouldContain(q => q.Fact == "sales_amount" && q.Ask.Zh.Contains("50,000") && q.ChangesBand);
    }

    [Fact]
    public void A_standard_seen_in_secondary_sources_only_does_not_decide_alone()
    {
        var c = One("2020-01-01", Act("214", "2019-01-01", "2019-12-31", "goods", ("sales_amount", 0), ("unsold_value", 300_000)));

        (c.LowBand, c.HighBand).ShouldBe((0, 2));
        c.Governing.Standards.Single(s => s.Threshold.Variant == "unsold").Why.ShouldNotBeEmpty();
    }

    [Fact]
    public void Stock_alone_since_2025_leaves_the_question_of_attempt_open()
    {
        var c = One("2026-01-01", Act("214", "2025-06-01", "2025-06-30", "goods", ("sales_amount", 0), ("unsold_value", 766_990), ("illegal_gains", 0)));

        c.LowBand.ShouldBe(1);
        c.Attempt.ShouldBe(AttemptRule.Unsettled);
        c.Remarks.ShouldContain(r => r.Basis!.Status == RefStatus.Unsettled);
    }

    [Fact]
    public void Two_online_counts_of_one_item_are_an_open_question_and_turnover_with_works_are_not()
    {
        ActFacts Online(params IReadOnlyList<(string, decimal)> a) => Act("217", "2025-06-01", "2025-06-30", "online", [("illegal_gains", 0), ("copies", 0), ("downloads", 0), ("members", 0), .. a]);

        One("2026-01-01", Online(("illegal_turnover", 0), ("works", 250), ("clicks", 50_000))).ShouldSatisfyAllConditions(c => c.LowBand.ShouldBe(0), c => c.HighBand.ShouldBe(1));
        One("2026-01-01", Online(("illegal_turnover", 25_000), ("works", 250), ("clicks", 0))).LowBand.ShouldBe(1);
        One("2026-01-01", Online(("illegal_turnover", 24_999.99m), ("works", 250), ("clicks", 0))).HighBand.ShouldBe(0);
    }

    [Theory]
    [InlineData("2024-06-01", 1)]
    [InlineData("2024-05-31", 1)]
    [InlineData("2023-05-20", 1)] // the acts began on the last day of the two years
    [InlineData("2023-05-19", 0)]
    public void An_earlier_penalty_lowers_the_figure_for_two_years(string penalty, int band) =>
        One("2026-06-01", Act("213", "2025-05-20", "2025-06-01", "goods", ("illegal_turnover", 35_000), ("illegal_gains", 0)) with { Marks = 1 },
            new PersonFacts { Id = "p", EarlierSanctions = [new EarlierSanction { Kind = SanctionKind.Administrative, Charges = ["214"], On = Day(penalty) }] }).LowBand.ShouldBe(band);

    [Fact]
    public void Civil_liability_and_other_conduct_do_not() =>
        One("2026-06-01", Act("213", "2025-05-20", "2025-06-01", "goods", ("illegal_turnover", 35_000), ("illegal_gains", 0)) with { Marks = 1 },
            new PersonFacts { Id = "p", EarlierSanctions = [new() { Kind = SanctionKind.Civil, Charges = ["213"], On = Day("2025-01-01") }, new() { Kind = SanctionKind.Criminal, Charges = ["217"], On = Day("2025-01-01") }] }).HighBand.ShouldBe(0);

    [Fact]
    public void The_heavier_of_two_competing_charges_is_named()
    {
        var act = Act("214", "2020-01-22", "2020-01-28", "goods", ("sales_amount", 305_625)) with { Charges = ["214", "140"] };
        var assessed = All("2020-12-01", [act]);

        assessed.Concurrence.Single().ShouldSatisfyAllConditions(p => p.Kind.ShouldBe(ConcurrenceKind.Heavier), p => p.Prefer.ShouldBe("214"));
    }

    [Theory]
    [InlineData(true, ConcurrenceKind.Absorbed)]
    [InlineData(false, ConcurrenceKind.Plural)]
    public void Selling_ones_own_counterfeits_is_absorbed_selling_those_of_others_is_a_second_crime(bool own, ConcurrenceKind kind)
    {
        ActFacts[] acts = [Act("213", "2025-06-01", "2025-06-02", "goods", ("illegal_turnover", 80_000)), Act("214", "2025-06-01", "2025-06-02", "goods", ("sales_amount", 60_000)) with { OwnProduct = own }];

        All("2026-01-01", acts).Concurrence.Single().Kind.ShouldBe(kind);
    }

    [Fact]
    public void Fine_and_limitation_follow_from_the_band()
    {
        var c = One("2026-01-01", Act("218", "2025-06-01", "2025-06-30", null, ("illegal_gains", 60_000), ("sales_amount", 90_000)));

        c.Fines.Single().ShouldSatisfyAllConditions(f => f.From.ShouldBe(60_000), f => f.To.ShouldBe(600_000), f => f.Basis.Article.ShouldContain("25条"));
        c.Limitations.Single().Limitation.ShouldSatisfyAllConditions(l => l.Years.ShouldBe(10), l => l.Anniversary.ShouldBe(Day("2035-06-30")), l => l.LastUndisputedDay.ShouldBe(Day("2035-06-29")));
    }

    [Fact]
    public void The_fine_for_inferior_goods_is_a_share_of_the_sales()
    {
        var c = One("2026-01-01", Act("140", "2025-06-01", "2025-06-30", "goods", ("sales_amount", 300_000), ("unsold_value", 0)));

        c.LowBand.ShouldBe(2);
        c.Fines.Single().ShouldSatisfyAllConditions(f => f.From.ShouldBe(150_000), f => f.To.ShouldBe(600_000));
    }

    [Fact]
    public void Life_imprisonment_has_a_limitation_of_its_own() =>
        One("2026-01-01", Act("140", "2025-06-01", "2025-06-30", "goods", ("sales_amount", 2_000_000), ("unsold_value", 0))).ShouldSatisfyAllConditions(c => c.LowBand.ShouldBe(4), c => c.Limitations.Single().Limitation.Years.ShouldBe(20));

    [Theory]
    [InlineData("2025-06-01", Answer.Yes)]
    [InlineData("2030-06-01", Answer.Yes)]
    [InlineData("2030-06-02", Answer.No)]
    public void A_recidivist_commits_a_new_crime_within_five_years_after_serving(string act, Answer expected)
    {
        var person = new PersonFacts { Id = "p", EarlierSanctions = [new EarlierSanction { Kind = SanctionKind.Criminal, Charges = ["217"], Imprisonment = true, ServedOn = Day("2025-05-31") }] };
        var served = person with { EarlierSanctions = [person.EarlierSanctions![0] with { ServedOn = Day("2025-06-01").AddDays(-1) }] };

        Sentencing.Recidivist(TestLaw.Book.Rules, act == "2025-06-01" ? served : person with { EarlierSanctions = [person.EarlierSanctions![0] with { ServedOn = Day("2025-06-01") }] }, Day(act)).ShouldBe(expected);
    }

    [Fact]
    public void A_unit_that_exists_for_crime_commits_no_unit_crime() =>
        One("2026-01-01", Act("213", "2025-06-01", "2025-06-30", "goods", ("illegal_turnover", 60_000)), new PersonFacts { Id = "p", IsUnit = true, ExistsForCrime = true }).Remarks.ShouldContain(r => r.Basis!.Article == "法释〔1999〕14号第2条");

    [Fact]
    public void An_element_that_fails_makes_it_no_crime_and_an_unknown_one_is_asked_for()
    {
        var act = Act("213", "2025-06-01", "2025-06-30", "goods", ("illegal_turnover", 60_000), ("illegal_gains", 0)) with { Marks = 1 };

        One("2026-01-01", act).ShouldSatisfyAllConditions(c => c.Crime.ShouldBe(Answer.Unknown), c => c.Questions.ShouldContain(q => q.Fact == "element:no-licence"));
        One("2026-01-01", act with { Elements = new Dictionary<string, ElementFact> { ["identical-mark"] = new(Answer.No) } }).Crime.ShouldBe(Answer.No);
        One("2026-01-01", act with { Elements = new[] { "no-licence", "same-goods-or-services", "identical-mark" }.ToDictionary(e => e, _ => new ElementFact(Answer.Yes)) }).Crime.ShouldBe(Answer.Yes);
    }

    [Fact]
    public void Within_a_range_that_provinces_fix_the_answer_is_unknown()
    {
        One("2026-01-01", Act("225", "2025-06-01", "2025-06-30", "publications", ("publication_turnover", 70_000), ("publication_gains", 0), ("book_copies", 0), ("newspaper_copies", 0), ("periodical_copies", 0), ("av_or_electronic_discs", 0)))
            .ShouldSatisfyAllConditions(c => c.LowBand.ShouldBe(0), c => c.HighBand.ShouldBe(1));
    }

    [Fact]
    public void A_charge_that_knows_one_object_does_not_ask_for_it()
    {
        var c = One("2026-01-01", Act("214", "2025-06-01", "2025-06-30", null, ("sales_amount", 60_000)));

        c.LowBand.ShouldBe(1);
        c.Questions.ShouldNotContain(q => q.Fact == "object");
    }

    [Fact]
    public void Espionage_needs_no_figure_for_the_first_band() =>
        One("2026-01-01", Act("219-1", "2025-06-01", "2025-06-30", null, ("rightholder_loss", 299_999.99m), ("illegal_gains", 0), ("bankruptcy", 0))).ShouldSatisfyAllConditions(c => c.LowBand.ShouldBe(1), c => c.HighBand.ShouldBe(1));

    [Theory]
    [InlineData("2020-01-01", "法释〔2007〕6号第3条")]
    [InlineData("2021-01-01", "法释〔2020〕10号第8条")]
    [InlineData("2026-01-01", "刑法72—74")]
    public void The_bar_to_probation_is_that_of_the_day_of_the_handling(string handled, string article) =>
        One(handled, Act("213", "2019-01-01", "2019-01-02", "goods", ("illegal_turnover", 60_000))).Remarks.ShouldContain(r => r.Basis!.Article == article);

    [Fact]
    public void A_plea_is_a_convention_with_its_status_never_a_number_of_the_law() =>
        One("2026-01-01", Act("213", "2025-06-01", "2025-06-30", "goods", ("illegal_turnover", 60_000)), new PersonFacts { Id = "p", PleadsGuilty = true }).Remarks
            .ShouldContain(r => r.Says.Zh.Contains("30%") && r.Basis!.Status == RefStatus.Secondary);

    [Fact]
    public void Acts_that_may_be_barred_are_pointed_out()
    {
        ActFacts[] acts = [Act("213", "2015-01-01", "2015-06-01", "goods", ("illegal_turnover", 60_000)), Act("213", "2025-06-01", "2025-06-30", "goods", ("illegal_turnover", 60_000))];

        All("2026-01-01", acts).Conclusions.Single().Remarks.Where(r => r.Says.En.Contains("may be barred")).ShouldHaveSingleItem().Says.En.ShouldContain("2015-06-01");
    }
}
