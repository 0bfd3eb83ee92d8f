using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;
using Zhijian.Testing;

namespace Zhijian.Law.Tests.Assessment;

public sealed class AmountsTests
{
    private static readonly Rules Rules = TestLaw.Book.Rules;

    private static ActFacts Act => new() { Id = "a", Charges = ["213"], Persons = ["p"] };

    private static Figure Of(ActFacts act, string metric, string instrument = "R25") => new Amounts(act, Rules, instrument).Of(metric);

    [Fact]
    public void Turnover_is_what_was_sold_at_its_price_and_what_was_not_at_the_average_actual_price()
    {
        var act = Act with { Sold = [new SoldLine(100, 80)], Stock = [new StockLine(200, AverageActual: 80, Label: 300, MarketMiddle: 900)] };

        Of(act, "illegal_turnover").ShouldSatisfyAllConditions(f => f.Low.ShouldBe(24_000), f => f.IsKnown.ShouldBeTrue());
    }

    [Theory]
    [InlineData(null, 300, 900, 300)]
    [InlineData(null, null, 900, 900)]
    [InlineData(80, null, 900, 80)]
    public void The_next_price_basis_counts_only_where_the_one_before_is_missing(int? average, int? label, int? market, int price) =>
        Of(Act with { Stock = [new StockLine(1, average, label, market)] }, "unsold_value").Low.ShouldBe(price);

    [Fact]
    public void Before_2025_label_and_average_price_stood_beside_each_other()
    {
        var figure = Of(Act with { Sold = [new SoldLine(100, 80)], Stock = [new StockLine(200, 80, 300, 900)] }, "illegal_turnover", "R04");

        (figure.Low, figure.High).ShouldBe((24_000, 68_000));
    }

    [Fact]
    public void Goods_without_any_price_are_unknown_not_nought() => Of(Act with { Stock = [new StockLine(200)] }, "unsold_value").IsUnknown.ShouldBeTrue();

    [Fact]
    public void No_stock_at_all_is_nought() => Of(Act with { Stock = [] }, "unsold_value").ShouldSatisfyAllConditions(f => f.IsKnown.ShouldBeTrue(), f => f.Low.ShouldBe(0));

    [Fact]
    public void What_was_sold_is_a_lower_end_while_the_stock_is_unknown()
    {
        var figure = Of(Act with { Sold = [new SoldLine(10, 5_000)] }, "illegal_turnover");

        (figure.Low, figure.High).ShouldBe((50_000, null));
        figure.Reaches(50_000).ShouldBe(Answer.Yes);
        figure.Reaches(50_000.01m).ShouldBe(Answer.Unknown);
    }

    [Theory]
    [InlineData(true, 100, 100)]
    [InlineData(false, 0, 0)]
    [InlineData(null, 0, 100)]
    public void Goods_not_yet_labelled_count_if_proved_to_be_meant_for_counterfeiting(bool? meant, int low, int high)
    {
        var figure = Of(Act with { Stock = [new StockLine(1, 100, Labelled: false, MeantForCounterfeiting: meant)] }, "unsold_value");

        (figure.Low, figure.High).ShouldBe((low, high));
    }

    [Fact]
    public void Materials_and_purchase_are_deducted_from_the_proceeds_wages_and_rent_are_not()
    {
        var act = Act with { Proceeds = [new MoneyLine("goods", 120_000)], Costs = [new MoneyLine("raw_materials", 70_000), new MoneyLine("rent", 10_000), new MoneyLine("wages", 15_000)] };

        Of(act, "illegal_gains").Low.ShouldBe(50_000);
    }

    [Fact]
    public void Without_the_costs_the_proceeds_of_goods_are_only_an_upper_end()
    {
        var figure = Of(Act with { Sold = [new SoldLine(2_160, 150)] }, "illegal_gains");

        (figure.Low, figure.High).ShouldBe((0, 324_000));
        figure.Reaches(324_000.01m).ShouldBe(Answer.No);
    }

    [Fact]
    public void Fees_are_gains_as_they_are() =>
        Of(Act with { Proceeds = [new MoneyLine("member_fees", 20_000), new MoneyLine("ad_fees", 15_000)] }, "illegal_gains").ShouldSatisfyAllConditions(f => f.IsKnown.ShouldBeTrue(), f => f.Low.ShouldBe(35_000));

    [Fact]
    public void Costs_above_the_proceeds_leave_nothing() =>
        Of(Act with { Proceeds = [new MoneyLine("goods", 10)], Costs = [new MoneyLine("purchase_price", 20)] }, "illegal_gains").Low.ShouldBe(0);

    [Theory]
    [InlineData(Certainty.AtLeast, 50_000, Answer.Yes, Answer.Unknown)]
    [InlineData(Certainty.AtMost, 50_000, Answer.Unknown, Answer.No)]
    [InlineData(Certainty.About, 50_000, Answer.Unknown, Answer.No)]
    [InlineData(Certainty.Exact, 50_000, Answer.Yes, Answer.No)]
    public void A_stated_amount_says_as_much_as_its_certainty(Certainty certainty, int value, Answer atFigure, Answer above)
    {
        var figure = Of(Act with { Amounts = [new StatedAmount("illegal_turnover", value, certainty)] }, "illegal_turnover");

        figure.Reaches(50_000).ShouldBe(atFigure);
        figure.Reaches(50_000.01m).ShouldBe(above);
    }

    [Fact]
    public void A_stated_sum_goes_before_a_computed_one() =>
        Of(Act with { Amounts = [new StatedAmount("illegal_turnover", 7)], Sold = [new SoldLine(1, 1)], Stock = [] }, "illegal_turnover").Low.ShouldBe(7);

    public static IEnumerable<TheoryDataRow<LossFacts, int>> Losses =>
    [
        new(new LossFacts { Case = LossCase.AcquiredNotUsed, LicenceFee = 400_000 }, 400_000),
        new(new LossFacts { Case = LossCase.AcquiredThenUsed, LostProfit = 350_000, LicenceFee = 500_000 }, 500_000),
        new(new LossFacts { Case = LossCase.AcquiredThenUsed, LostProfit = 600_000, LicenceFee = 500_000 }, 600_000),
        new(new LossFacts { Case = LossCase.BreachUsed, LostUnits = 1_000, UnitProfit = 320, LicenceFee = 999_999 }, 320_000),
        new(new LossFacts { Case = LossCase.ThirdParty, InfringingUnits = 10, UnitProfit = 7 }, 70),
        new(new LossFacts { Case = LossCase.BreachUsed, LostUnits = 3, InfringingUnits = 10, UnitProfit = 7 }, 21),
        new(new LossFacts { Case = LossCase.BecamePublic, CommercialValue = 2_000_000, Remedial = 50_000 }, 2_050_000),
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_loss_of_a_secret_follows_from_how_it_was_acquired_and_used(LossFacts loss, int expected) => Amounts.Loss(loss, Rules).ShouldSatisfyAllConditions(f => f.IsKnown.ShouldBeTrue(), f => f.Low.ShouldBe(expected));

    [Fact]
    public void A_loss_that_cannot_be_computed_is_unknown()
    {
        Amounts.Loss(new LossFacts { Case = LossCase.BreachUsed, LostUnits = 3 }, Rules).IsUnknown.ShouldBeTrue();
        Amounts.Loss(new LossFacts { Case = LossCase.AcquiredThenUsed, LicenceFee = 5 }, Rules).ShouldSatisfyAllConditions(f => f.Low.ShouldBe(5), f => f.High.ShouldBeNull());
    }
}
