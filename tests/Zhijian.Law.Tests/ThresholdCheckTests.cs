using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class ThresholdCheckTests
{
    private static ThresholdCheck Check(string charge, string act, Dictionary<string, KnownAmount> amounts, bool unit = false, bool services = false) =>
        ThresholdCheck.Of(TestLaw.Book.At(DateOnly.Parse(act), new DateOnly(2026, 11, 22)), charge, unit, amounts, services);

    private static KnownAmount Exactly(decimal yuan) => new(new Money(yuan));

    private static KnownAmount About(decimal yuan) => new(new Money(yuan), Approximate: true);

    private static FigureCheck Of(ThresholdCheck check, string metric) => check.Figures.Single(f => f.Threshold.Metric == metric);

    [Fact]
    public void An_amount_equal_to_the_figure_reaches_it() => Check("213", "2025-05-01", new() { ["illegal_turnover"] = Exactly(50_000) }).ReachesBase.ShouldBe(Answer.Yes);

    [Fact]
    public void One_fen_less_does_not() => Of(Check("213", "2025-05-01", new() { ["illegal_turnover"] = Exactly(49_999.99m) }), "illegal_turnover").Base.ShouldBe(Answer.No);

    [Theory]
    [InlineData("2025-04-25", 250_000, Answer.Yes)]
    [InlineData("2025-04-26", 250_000, Answer.Unknown)] // the turnover misses the upper figure, the gains are unknown
    [InlineData("2025-04-26", 500_000, Answer.Yes)]
    public void The_upper_figure_is_that_of_the_day_of_the_act(string act, int turnover, Answer aggravated) =>
        Check("213", act, new() { ["illegal_turnover"] = Exactly(turnover) }).ReachesAggravated.ShouldBe(aggravated);

    [Fact]
    public void What_is_not_known_is_not_no_and_is_asked_for()
    {
        var check = Check("213", "2025-05-01", new() { ["illegal_turnover"] = Exactly(10_000) });

        check.ReachesBase.ShouldBe(Answer.Unknown);
        check.AskFor.ShouldBe(["illegal_gains"]);
        Of(check, "illegal_gains").ShouldSatisfyAllConditions(f => f.Base.ShouldBe(Answer.Unknown), f => f.Aggravated.ShouldBe(Answer.Unknown), f => f.Used.ShouldBeNull());
    }

    [Fact]
    public void Without_any_amount_every_metric_is_asked_for() =>
        Check("214", "2025-05-01", []).ShouldSatisfyAllConditions(c => c.ReachesBase.ShouldBe(Answer.Unknown), c => c.AskFor.ShouldBe(["illegal_gains", "sales_amount"], ignoreOrder: true));

    [Fact]
    public void It_is_not_reached_only_when_every_general_figure_is_missed()
    {
        var check = Check("213", "2025-05-01", new() { ["illegal_turnover"] = Exactly(10_000), ["illegal_gains"] = Exactly(0) });

        check.ReachesBase.ShouldBe(Answer.No);
        check.ReachesAggravated.ShouldBe(Answer.No);
        check.AskFor.ShouldBeEmpty();
    }

    [Fact]
    public void One_figure_that_is_reached_is_enough_and_nothing_is_asked() =>
        Check("213", "2025-05-01", new() { ["illegal_gains"] = Exactly(30_000) }).ShouldSatisfyAllConditions(c => c.ReachesBase.ShouldBe(Answer.Yes), c => c.AskFor.ShouldBeEmpty());

    [Fact]
    public void About_the_figure_is_yes_but_marked()
    {
        var figure = Of(Check("213", "2025-05-01", new() { ["illegal_turnover"] = About(50_000) }), "illegal_turnover");

        figure.Base.ShouldBe(Answer.Yes);
        figure.IsAboutTheFigure.ShouldBeTrue();
    }

    [Theory]
    [InlineData(49_000, false)]
    [InlineData(60_000, false)]
    [InlineData(500_000, true)] // the upper figure
    public void An_about_beside_the_figure_is_not_marked(int yuan, bool marked) =>
        Of(Check("213", "2025-05-01", new() { ["illegal_turnover"] = About(yuan) }), "illegal_turnover").IsAboutTheFigure.ShouldBe(marked);

    [Fact]
    public void An_exact_amount_on_the_figure_is_not_marked() =>
        Of(Check("213", "2025-05-01", new() { ["illegal_turnover"] = Exactly(50_000) }), "illegal_turnover").IsAboutTheFigure.ShouldBeFalse();

    [Fact]
    public void Figures_for_special_circumstances_do_not_answer_but_are_listed()
    {
        // 30,000 of turnover reaches the figure for two marks, not the general one
        var check = Check("213", "2025-05-01", new() { ["illegal_turnover"] = Exactly(30_000), ["illegal_gains"] = Exactly(0) });

        check.ReachesBase.ShouldBe(Answer.No);
        check.Figures.ShouldAllBe(f => f.Threshold.Variant == "general");
        check.NeedsFurtherFacts.Select(t => t.Variant).Distinct().ShouldBe(["two-kinds", "repeat-2y", "general", "mixed", "mixed-two-kinds", "mixed-repeat-2y"], ignoreOrder: true);
        check.NeedsFurtherFacts.ShouldContain(t => t.Variant == "two-kinds" && t.Base == new Money(30_000));
    }

    [Fact]
    public void Goods_are_not_measured_by_the_figures_of_services()
    {
        var goods = Check("213", "2025-05-01", new() { ["illegal_gains"] = Exactly(40_000) });
        var services = Check("213", "2025-05-01", new() { ["illegal_gains"] = Exactly(40_000) }, services: true);

        goods.ReachesBase.ShouldBe(Answer.Yes);
        services.ReachesBase.ShouldBe(Answer.No);
        services.Figures.Single().Threshold.Base.ShouldBe(new Money(50_000));
    }

    [Fact]
    public void A_unit_is_measured_by_its_own_figure()
    {
        var amounts = new Dictionary<string, KnownAmount> { ["illegal_turnover"] = Exactly(100_000), ["illegal_gains"] = Exactly(0) };

        Check("213", "2006-05-01", amounts, unit: true).ReachesBase.ShouldBe(Answer.No);
        Check("213", "2006-05-01", amounts, unit: false).ReachesBase.ShouldBe(Answer.Yes);
        Check("213", "2008-05-01", amounts, unit: true).ReachesBase.ShouldBe(Answer.Yes);
    }

    [Fact]
    public void Where_no_figure_is_recorded_the_answer_is_unknown_not_no()
    {
        // services had no figure before 2025-04-26; and no figure at all is recorded before 2004-12-22
        Check("213", "2024-05-01", new() { ["illegal_gains"] = Exactly(1) }, services: true).ReachesBase.ShouldBe(Answer.Unknown);
        Check("213", "2003-05-01", new() { ["illegal_turnover"] = Exactly(1_000_000) }).ReachesBase.ShouldBe(Answer.Unknown);
        Check("402", "2025-05-01", []).ReachesAggravated.ShouldBe(Answer.Unknown);
    }

    [Fact]
    public void A_metric_that_no_figure_uses_changes_nothing() =>
        Check("214", "2025-05-01", new() { ["loss"] = Exactly(9_000_000) }).ReachesBase.ShouldBe(Answer.Unknown);
}
