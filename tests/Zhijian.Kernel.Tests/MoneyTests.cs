using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void An_amount_of_the_figure_reaches_it() => (new Money(50_000m) >= new Money(50_000m)).ShouldBeTrue();

    [Fact]
    public void One_fen_less_does_not() => (new Money(49_999.99m) >= new Money(50_000m)).ShouldBeFalse();

    [Fact]
    public void The_other_comparisons_agree()
    {
        var (less, more) = (new Money(1m), new Money(1.01m));

        (less < more).ShouldBeTrue();
        (less <= more).ShouldBeTrue();
        (more > less).ShouldBeTrue();
        (more < less).ShouldBeFalse();
        less.CompareTo(more).ShouldBeLessThan(0);
    }

    [Fact]
    public void Amounts_add_up_without_rounding() => (new Money(0.10m) + new Money(0.20m)).ShouldBe(new Money(0.30m));

    [Fact]
    public void The_same_amount_written_with_more_zeros_is_the_same_amount() => new Money(1.50m).ShouldBe(new Money(1.5m));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(-1)]
    public void A_negative_amount_is_no_amount(double yuan) => Should.Throw<ArgumentOutOfRangeException>(() => new Money((decimal)yuan));

    [Fact]
    public void Less_than_one_fen_is_no_amount() => Should.Throw<ArgumentOutOfRangeException>(() => new Money(0.005m));

    [Theory]
    [InlineData("1066200", "1,066,200")]
    [InlineData("46800.5", "46,800.50")]
    [InlineData("46800.00", "46,800")]
    [InlineData("0", "0")]
    [InlineData("999.99", "999.99")]
    public void It_is_written_with_separators_and_no_needless_decimals(string yuan, string written) => new Money(decimal.Parse(yuan)).ToString().ShouldBe(written);
}
