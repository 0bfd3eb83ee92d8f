using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class LawBookTests
{
    private static LawAt At(string act, string handled = "2026-11-22") => TestLaw.Book.At(DateOnly.Parse(act), DateOnly.Parse(handled));

    private static decimal? Base(string act, string metric, bool unit, string charge = "213") =>
        At(act).ThresholdsAtAct(charge, unit).SingleOrDefault(t => t.Variant == "general" && t.Object == "goods" && t.Metric == metric)?.Base;

    [Theory]
    [InlineData("1997-10-01", "1997")]
    [InlineData("2021-02-28", "1997")]
    [InlineData("2021-03-01", "2020")]
    [InlineData("2026-11-22", "2020")]
    public void The_text_of_the_article_is_that_of_the_day_of_the_act(string act, string version)
    {
        At(act).TextAtAct("213")!.Version.ShouldBe(version);
        At(act).TextAtAct("214")!.Version.ShouldBe(version);
    }

    [Fact]
    public void Before_the_first_recorded_text_there_is_none() => At("1997-09-30").TextAtAct("213").ShouldBeNull();

    [Fact]
    public void Both_dates_have_their_text()
    {
        var law = At("2020-06-01", "2021-06-01");

        law.TextAtAct("213")!.Base.Detention.ShouldBeTrue();
        law.TextAtHandling("213")!.Base.Detention.ShouldBeFalse();
        law.TextAtAct("213")!.Aggravated!.MaxMonths.ShouldBe(84);
        law.TextAtHandling("213")!.Aggravated!.MaxMonths.ShouldBe(120);
    }

    [Theory]
    [InlineData("2025-04-25", "R04", 250_000)]
    [InlineData("2025-04-26", "R25", 500_000)]
    public void The_figures_change_with_the_interpretation_of_2025(string act, string instrument, int aggravated)
    {
        var turnover = At(act).ThresholdsAtAct("213", unit: false).Single(t => t is { Variant: "general", Metric: "illegal_turnover", Object: "goods" });

        (turnover.Instrument, turnover.Base, turnover.Aggravated).ShouldBe((instrument, (decimal?)50_000, (decimal?)aggravated));
    }

    [Theory]
    [InlineData("2004-12-21", null, null)]
    [InlineData("2004-12-22", 50_000, 150_000)]
    [InlineData("2007-04-04", 50_000, 150_000)]
    [InlineData("2007-04-05", 50_000, 50_000)]
    [InlineData("2025-04-26", 50_000, 50_000)]
    public void A_unit_had_three_times_the_figure_until_2007_04_04(string act, int? individual, int? unit)
    {
        Base(act, "illegal_turnover", unit: false).ShouldBe(individual);
        Base(act, "illegal_turnover", unit: true).ShouldBe(unit);
    }

    [Fact]
    public void The_figures_of_the_handling_are_those_of_its_own_day()
    {
        var law = At("2025-04-25", "2025-04-26");

        law.ThresholdsAtAct("214", unit: false).ShouldAllBe(t => t.Instrument != "R25");
        law.ThresholdsAtHandling("214", unit: false).ShouldAllBe(t => t.Instrument == "R25");
    }

    [Fact]
    public void A_charge_without_a_file_has_no_text_and_no_figures()
    {
        At("2025-05-01").TextAtAct("402").ShouldBeNull();
        At("2025-05-01").ThresholdsAtAct("402", unit: false).ShouldBeEmpty();
    }

    [Fact]
    public void Loading_twice_gives_the_same_law()
    {
        var again = LawBook.Load(TestLaw.Data);

        again.Terms.Keys.ShouldBe(TestLaw.Book.Terms.Keys);
        again.Duties.Rules.Select(r => r.Id).ShouldBe(TestLaw.Book.Duties.Rules.Select(r => r.Id));
    }
}
